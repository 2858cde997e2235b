import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  describeSamples,
  findKeptChannels,
  hashPixels
} from "./chunk-T3S2FDGK.js";
import "./chunk-4RA2NUC2.js";
import "./chunk-IOAAEW6H.js";
import "./chunk-KE2W6PSO.js";
import "./chunk-ODHPVEOM.js";
import "./chunk-QRAUKKSE.js";
import "./chunk-H6ZNR5XL.js";
export {
  describeSamples,
  findKeptChannels,
  hashPixels
};
