import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  exportBaselineInput,
  prepareBaselineInput,
  renderBaselineInput
} from "./chunk-C5RK5ULZ.js";
import "./chunk-RVVUIDOL.js";
import "./chunk-KZ6BJN2M.js";
import "./chunk-LNHQ6CPE.js";
import "./chunk-FQ2YVEUV.js";
import "./chunk-2JL5VYFC.js";
import "./chunk-ZVXYXYIH.js";
import "./chunk-RC2MBCGZ.js";
import "./chunk-FMPNRQ5R.js";
import "./chunk-FDCKTN5B.js";
import "./chunk-YNVOFIVM.js";
import "./chunk-PSSVJEVV.js";
import "./chunk-HLISDRAD.js";
import "./chunk-7SPAD7WH.js";
import "./chunk-4G4S7EEN.js";
import "./chunk-H6ZNR5XL.js";
export {
  exportBaselineInput,
  prepareBaselineInput,
  renderBaselineInput
};
