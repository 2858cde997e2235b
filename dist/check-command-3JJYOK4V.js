import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  wantsColor
} from "./chunk-K6J3UVIB.js";
import {
  loadBaselineResult
} from "./chunk-GRRXOXUD.js";
import {
  drawProgress,
  widthOf
} from "./chunk-RVVUIDOL.js";
import {
  auditDataset,
  reporters
} from "./chunk-Q3CKFX6M.js";
import "./chunk-NIS7GQYN.js";
import "./chunk-F6QLZGOA.js";
import "./chunk-TBXMUXOV.js";
import "./chunk-TNF5GPVZ.js";
import "./chunk-UZECOBQA.js";
import "./chunk-YNVOFIVM.js";
import "./chunk-ODHPVEOM.js";
import "./chunk-DW6ZHEJ2.js";
import "./chunk-MCB7YYOD.js";
import "./chunk-IUUJTWCW.js";
import {
  exitCodeOf
} from "./chunk-ZZ3DVBEL.js";
import "./chunk-XPBF2K5R.js";
import {
  version
} from "./chunk-HLISDRAD.js";
import "./chunk-MWTHGIAA.js";
import "./chunk-LNLBBHNQ.js";
import {
  replaceFile
} from "./chunk-ZEQLAQ6Z.js";
import "./chunk-YQ3SQXUQ.js";
import "./chunk-TJ7LRL3D.js";
import "./chunk-LDMXMTXC.js";
import "./chunk-4G4S7EEN.js";
import "./chunk-H6ZNR5XL.js";

// src/entry/check-command.ts
import { relative, resolve, sep } from "node:path";
var plainWidth = 100;
async function check(directory, options, outside) {
  const { cwd, today, stdout, stderr, env } = outside;
  const { config, format, output, failOn, pictures, workers, baseline } = options;
  const privacyKey = env["HOLDOUT_PRIVACY_KEY"] || void 0;
  const isForOwnEyes = format === "pretty" && output === void 0 && pictures === void 0 && !env["CI"];
  const result = baseline === void 0 ? void 0 : await loadBaselineResult(resolve(cwd, baseline), baseline);
  const audited = await auditDataset({
    directory: resolve(cwd, directory),
    today,
    version,
    ...isForOwnEyes && { privacy: "open" },
    ...privacyKey !== void 0 && { privacyKey },
    ...config !== void 0 && { configFile: resolve(cwd, config) },
    ...workers !== void 0 && { workers },
    ...result && { baseline: result },
    ...stderr.isTTY === true && { onProgress: drawProgress(stderr) }
  });
  const { report } = audited;
  const samples = pictures === void 0 ? void 0 : await (await import("./draw-pictures-B7HGW2D7.js")).drawPictures(audited, resolve(cwd, pictures), workers);
  if (pictures !== void 0 && !samples)
    stderr.write("holdout: no sheet of samples was drawn; labels/sample says why, unless it is turned off\n");
  const color = output === void 0 && wantsColor(outside);
  const text = await reporters[format](report, {
    color,
    width: widthOf(stdout, plainWidth),
    prefix: findPrefix(cwd, resolve(cwd, directory)),
    ...samples && { samples }
  });
  if (output === void 0) stdout.write(text);
  else await replaceFile(resolve(cwd, output), text);
  return exitCodeOf(report, failOn);
}
function findPrefix(from, to) {
  const way = relative(from, to).split(sep);
  return way[0] === ".." || way[0] === "" ? "" : `${way.join("/")}/`;
}
export {
  check
};
