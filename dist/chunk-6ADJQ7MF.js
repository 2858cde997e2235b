import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  drawProgress
} from "./chunk-RVVUIDOL.js";
import {
  baselineFacts,
  describeBaselineInput
} from "./chunk-LYU7PUA6.js";
import {
  replaceFile
} from "./chunk-FQ2YVEUV.js";
import {
  loadDataset
} from "./chunk-VPZ6XINK.js";

// src/entry/baseline-export-command.ts
import { resolve } from "node:path";
async function exportBaselineInput(directory, options, outside) {
  const { cwd, stdout } = outside;
  const { input } = await prepareBaselineInput(directory, options, outside);
  const text = renderBaselineInput(input);
  if (options.output === void 0) stdout.write(text);
  else await replaceFile(resolve(cwd, options.output), text);
}
async function prepareBaselineInput(directory, { config: configFile, revision, workers }, { cwd, stderr }) {
  const { config, dataset } = await loadDataset(
    {
      directory: resolve(cwd, directory),
      ...configFile !== void 0 && { configFile: resolve(cwd, configFile) },
      ...workers !== void 0 && { workers },
      ...stderr.isTTY === true && { onProgress: drawProgress(stderr) }
    },
    () => new Set(baselineFacts)
  );
  return { input: describeBaselineInput(dataset, config, revision), config };
}
function renderBaselineInput(input) {
  return `${JSON.stringify(input, void 0, 1)}
`;
}

export {
  exportBaselineInput,
  prepareBaselineInput,
  renderBaselineInput
};
