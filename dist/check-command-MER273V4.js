import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  wantsColor
} from "./chunk-K6J3UVIB.js";
import {
  loadBaselineResult
} from "./chunk-EGPN5FRA.js";
import {
  drawProgress,
  widthOf
} from "./chunk-RVVUIDOL.js";
import {
  auditDataset,
  leadTo,
  reporters
} from "./chunk-IGFLSSYM.js";
import "./chunk-OIDDRJK4.js";
import "./chunk-4OV3EGW5.js";
import "./chunk-RGSHAZSH.js";
import "./chunk-2LTIAPVW.js";
import "./chunk-LYU7PUA6.js";
import "./chunk-62OKJPCI.js";
import {
  replaceFile
} from "./chunk-FQ2YVEUV.js";
import "./chunk-U2674LC5.js";
import "./chunk-MJVZP4GS.js";
import "./chunk-FENALNLU.js";
import "./chunk-U6EQIBFF.js";
import "./chunk-UNNGGBM4.js";
import "./chunk-3QKDMRWW.js";
import "./chunk-2JL5VYFC.js";
import "./chunk-VPZ6XINK.js";
import "./chunk-XHCPKLOD.js";
import "./chunk-FMPNRQ5R.js";
import "./chunk-DW6ZHEJ2.js";
import "./chunk-ZE4566AW.js";
import "./chunk-2AZO6JV5.js";
import "./chunk-6JSHQORE.js";
import "./chunk-25A5ZPMJ.js";
import "./chunk-3GYANS6R.js";
import "./chunk-EBBUZ6PO.js";
import "./chunk-4OAUCKAS.js";
import "./chunk-YNVOFIVM.js";
import "./chunk-PSSVJEVV.js";
import {
  exitCodeOf
} from "./chunk-NJ3O2SIO.js";
import "./chunk-XPBF2K5R.js";
import {
  version
} from "./chunk-HLISDRAD.js";
import "./chunk-GBST2ZXL.js";
import {
  escapeTerminal
} from "./chunk-3ZFVE422.js";
import {
  HoldoutError
} from "./chunk-4G4S7EEN.js";
import "./chunk-H6ZNR5XL.js";

// src/entry/check-command.ts
import { resolve } from "node:path";
var plainWidth = 100;
async function check(directory, options, outside) {
  const { cwd, today, stdout, stderr, env } = outside;
  const { config, format, output, failOn, failOnNew, pictures, charts, workers, baseline, base, cache } = options;
  if (failOnNew === true && base === void 0)
    throw new HoldoutError("usage", "--fail-on-new needs something to compare with", {
      hint: "name it with --base"
    });
  const privacyKey = env["HOLDOUT_PRIVACY_KEY"] || void 0;
  const isWritten = [output, pictures, charts].some((place) => place !== void 0);
  const isForOwnEyes = format === "pretty" && !isWritten && !env["CI"];
  const result = baseline === void 0 ? void 0 : await loadBaselineResult(resolve(cwd, baseline), baseline);
  const audited = await auditDataset({
    directory: resolve(cwd, directory),
    today,
    version,
    ...isForOwnEyes && { privacy: "open" },
    ...privacyKey !== void 0 && { privacyKey },
    ...config !== void 0 && { configFile: resolve(cwd, config) },
    ...workers !== void 0 && { workers },
    ...base !== void 0 && { base: { ref: base } },
    ...result && { baseline: result },
    ...cache !== void 0 && {
      cache: {
        folder: resolve(cwd, cache),
        onUse: (sentence) => void stderr.write(`holdout: ${escapeTerminal(sentence)}
`)
      }
    },
    ...stderr.isTTY === true && { onProgress: drawProgress(stderr) }
  });
  const { report } = audited;
  const samples = pictures === void 0 ? void 0 : await (await import("./draw-pictures-ARTMNS5D.js")).drawPictures(audited, resolve(cwd, pictures), workers);
  if (pictures !== void 0 && !samples)
    stderr.write("holdout: no sheet of samples was drawn; labels/sample says why, unless it is turned off\n");
  if (charts !== void 0)
    await (await import("./write-charts-QIP4ZWMS.js")).writeCharts(report, resolve(cwd, charts));
  const color = output === void 0 && wantsColor(outside);
  const text = await reporters[format](report, {
    color,
    width: widthOf(stdout, plainWidth),
    prefix: leadTo(cwd, resolve(cwd, directory)),
    ...samples && { samples }
  });
  if (output === void 0) stdout.write(text);
  else await replaceFile(resolve(cwd, output), text);
  return exitCodeOf(report, failOn, failOnNew);
}
export {
  check
};
