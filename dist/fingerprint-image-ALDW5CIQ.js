import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  fingerprintImage
} from "./chunk-I4E5RPXH.js";
import "./chunk-3WRKDH4V.js";
import "./chunk-3J7AZSKU.js";
import "./chunk-IOAAEW6H.js";
import "./chunk-KE2W6PSO.js";
import "./chunk-RC2MBCGZ.js";
import "./chunk-YNVOFIVM.js";
import "./chunk-QRAUKKSE.js";
import "./chunk-H6ZNR5XL.js";
export {
  fingerprintImage
};
