import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  fingerprintImage
} from "./chunk-D33Z7XQP.js";
import "./chunk-ZHL4I6TL.js";
import "./chunk-ASYCUOJO.js";
import "./chunk-IOAAEW6H.js";
import "./chunk-KE2W6PSO.js";
import "./chunk-XHCPKLOD.js";
import "./chunk-YNVOFIVM.js";
import "./chunk-QRAUKKSE.js";
import "./chunk-H6ZNR5XL.js";
export {
  fingerprintImage
};
