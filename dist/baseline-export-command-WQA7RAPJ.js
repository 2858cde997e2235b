import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  exportBaselineInput,
  prepareBaselineInput,
  renderBaselineInput
} from "./chunk-4B36SXMF.js";
import "./chunk-RVVUIDOL.js";
import "./chunk-COQUYCE4.js";
import "./chunk-QRUPUQ2G.js";
import "./chunk-NTRDT2W7.js";
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
