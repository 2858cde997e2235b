import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  runBaseline
} from "./chunk-DDCKDU4M.js";
import "./chunk-EGPN5FRA.js";
import "./chunk-6ADJQ7MF.js";
import "./chunk-RVVUIDOL.js";
import "./chunk-LYU7PUA6.js";
import "./chunk-62OKJPCI.js";
import "./chunk-FQ2YVEUV.js";
import "./chunk-FENALNLU.js";
import "./chunk-2JL5VYFC.js";
import "./chunk-VPZ6XINK.js";
import "./chunk-XHCPKLOD.js";
import "./chunk-FMPNRQ5R.js";
import "./chunk-DW6ZHEJ2.js";
import "./chunk-4OAUCKAS.js";
import "./chunk-YNVOFIVM.js";
import "./chunk-PSSVJEVV.js";
import "./chunk-XPBF2K5R.js";
import "./chunk-HLISDRAD.js";
import "./chunk-GBST2ZXL.js";
import "./chunk-3ZFVE422.js";
import "./chunk-4G4S7EEN.js";
import "./chunk-H6ZNR5XL.js";
export {
  runBaseline
};
