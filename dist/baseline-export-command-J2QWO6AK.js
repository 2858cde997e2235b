import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  exportBaselineInput,
  prepareBaselineInput,
  renderBaselineInput
} from "./chunk-ZEETJVVW.js";
import "./chunk-RVVUIDOL.js";
import "./chunk-ACMSILLL.js";
import "./chunk-H3SIIU2Q.js";
import "./chunk-FQ2YVEUV.js";
import "./chunk-2JL5VYFC.js";
import "./chunk-ZMUBCFZL.js";
import "./chunk-LJ62N7OK.js";
import "./chunk-FMPNRQ5R.js";
import "./chunk-RSM2Q2ZO.js";
import "./chunk-YNVOFIVM.js";
import "./chunk-TQRK6IC2.js";
import "./chunk-HLISDRAD.js";
import "./chunk-7SPAD7WH.js";
import "./chunk-4G4S7EEN.js";
import "./chunk-H6ZNR5XL.js";
export {
  exportBaselineInput,
  prepareBaselineInput,
  renderBaselineInput
};
