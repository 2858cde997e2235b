import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  exportBaselineInput,
  prepareBaselineInput,
  renderBaselineInput
} from "./chunk-Y4S42PFK.js";
import "./chunk-RVVUIDOL.js";
import "./chunk-TBXMUXOV.js";
import "./chunk-TNF5GPVZ.js";
import "./chunk-UZECOBQA.js";
import "./chunk-YNVOFIVM.js";
import "./chunk-ODHPVEOM.js";
import "./chunk-IUUJTWCW.js";
import "./chunk-HLISDRAD.js";
import "./chunk-ZEQLAQ6Z.js";
import "./chunk-TJ7LRL3D.js";
import "./chunk-4G4S7EEN.js";
import "./chunk-H6ZNR5XL.js";
export {
  exportBaselineInput,
  prepareBaselineInput,
  renderBaselineInput
};
