import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  fingerprintImage
} from "./chunk-WV24GMDW.js";
import "./chunk-3E6ZVXIC.js";
import "./chunk-IOAAEW6H.js";
import "./chunk-KE2W6PSO.js";
import "./chunk-YNVOFIVM.js";
import "./chunk-ODHPVEOM.js";
import "./chunk-QRAUKKSE.js";
import "./chunk-H6ZNR5XL.js";
export {
  fingerprintImage
};
