import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  fingerprintImage
} from "./chunk-VMKQ4F2D.js";
import "./chunk-2LHKIKAK.js";
import "./chunk-S72LNUU6.js";
import "./chunk-IOAAEW6H.js";
import "./chunk-KE2W6PSO.js";
import "./chunk-LJ62N7OK.js";
import "./chunk-YNVOFIVM.js";
import "./chunk-QRAUKKSE.js";
import "./chunk-H6ZNR5XL.js";
export {
  fingerprintImage
};
