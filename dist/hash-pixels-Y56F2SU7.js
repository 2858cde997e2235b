import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  describeSamples,
  findKeptChannels,
  hashPixels
} from "./chunk-ZHL4I6TL.js";
import "./chunk-ASYCUOJO.js";
import "./chunk-IOAAEW6H.js";
import "./chunk-KE2W6PSO.js";
import "./chunk-XHCPKLOD.js";
import "./chunk-QRAUKKSE.js";
import "./chunk-H6ZNR5XL.js";
export {
  describeSamples,
  findKeptChannels,
  hashPixels
};
