import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  runBaseline
} from "./chunk-RZJSTH73.js";
import "./chunk-NGQIQBOC.js";
import "./chunk-5ZJHWVME.js";
import "./chunk-RVVUIDOL.js";
import "./chunk-COFRNLR3.js";
import "./chunk-I4NBXFUP.js";
import "./chunk-FQ2YVEUV.js";
import "./chunk-JGP3MIWZ.js";
import "./chunk-2JL5VYFC.js";
import "./chunk-CSC3WZIS.js";
import "./chunk-RC2MBCGZ.js";
import "./chunk-FMPNRQ5R.js";
import "./chunk-DW6ZHEJ2.js";
import "./chunk-MA4Z3EIV.js";
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
