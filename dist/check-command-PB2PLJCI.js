import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  checkDataset,
  reporters
} from "./chunk-IVBACL6E.js";
import {
  exitCodeOf,
  version
} from "./chunk-AYEJ2FMP.js";
import {
  drawProgress,
  wantsColor,
  widthOf
} from "./chunk-BNDE7QLV.js";
import {
  replaceFile
} from "./chunk-VU6363WS.js";
import "./chunk-BKZIAQM3.js";
import "./chunk-3N3OSIJM.js";
import "./chunk-3IWAFZ6G.js";

// src/entry/check-command.ts
import { resolve } from "node:path";
var plainWidth = 100;
async function check(directory, options, outside) {
  const { cwd, today, stdout, stderr } = outside;
  const { config, format, output, failOn, workers } = options;
  const report = await checkDataset({
    directory: resolve(cwd, directory),
    today,
    version,
    ...config !== void 0 && { configFile: resolve(cwd, config) },
    ...workers !== void 0 && { workers },
    ...stderr.isTTY === true && { onProgress: drawProgress(stderr) }
  });
  const color = output === void 0 && wantsColor(outside);
  const text = reporters[format](report, { color, width: widthOf(stdout, plainWidth) });
  if (output === void 0) stdout.write(text);
  else await replaceFile(resolve(cwd, output), text);
  return exitCodeOf(report, failOn);
}
export {
  check
};
