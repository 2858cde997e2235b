import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  runBaseline
} from "./chunk-5MJA4RFD.js";
import "./chunk-PI4HBGIW.js";
import "./chunk-33ZLFJNP.js";
import "./chunk-RVVUIDOL.js";
import "./chunk-42VIZYVJ.js";
import "./chunk-PIAZHHXF.js";
import "./chunk-FQ2YVEUV.js";
import "./chunk-JNEGIE2N.js";
import "./chunk-2JL5VYFC.js";
import "./chunk-HWWBH5JQ.js";
import "./chunk-RC2MBCGZ.js";
import "./chunk-FMPNRQ5R.js";
import "./chunk-DW6ZHEJ2.js";
import "./chunk-YVE3AK3D.js";
import "./chunk-YNVOFIVM.js";
import "./chunk-PSSVJEVV.js";
import "./chunk-XPBF2K5R.js";
import "./chunk-HLISDRAD.js";
import "./chunk-7SPAD7WH.js";
import "./chunk-3ZFVE422.js";
import "./chunk-4G4S7EEN.js";
import "./chunk-H6ZNR5XL.js";
export {
  runBaseline
};
