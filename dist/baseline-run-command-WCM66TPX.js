import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  runBaseline
} from "./chunk-2AQCLYO2.js";
import "./chunk-QWHUA2MS.js";
import "./chunk-C5RK5ULZ.js";
import "./chunk-RVVUIDOL.js";
import "./chunk-KZ6BJN2M.js";
import "./chunk-LNHQ6CPE.js";
import "./chunk-FQ2YVEUV.js";
import "./chunk-JIAG22AJ.js";
import "./chunk-2JL5VYFC.js";
import "./chunk-ZVXYXYIH.js";
import "./chunk-RC2MBCGZ.js";
import "./chunk-FMPNRQ5R.js";
import "./chunk-DW6ZHEJ2.js";
import "./chunk-FDCKTN5B.js";
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
