import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  fingerprintImage
} from "./chunk-UMKWKGX2.js";
import "./chunk-QRAUKKSE.js";
import "./chunk-3N3OSIJM.js";
import "./chunk-KE2W6PSO.js";
import "./chunk-3IWAFZ6G.js";
export {
  fingerprintImage
};
