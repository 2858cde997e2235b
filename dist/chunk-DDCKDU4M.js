import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  loadBaselineResult
} from "./chunk-EGPN5FRA.js";
import {
  prepareBaselineInput,
  renderBaselineInput
} from "./chunk-6ADJQ7MF.js";
import {
  replaceFile
} from "./chunk-FQ2YVEUV.js";
import {
  escapeTerminal
} from "./chunk-3ZFVE422.js";
import {
  EnvironmentError,
  HoldoutError
} from "./chunk-4G4S7EEN.js";

// src/entry/baseline-run-command.ts
import { mkdir, rm } from "node:fs/promises";
import { join as join2, resolve } from "node:path";

// src/adapters/run-command.ts
import { spawn } from "node:child_process";
var passedSignals = ["SIGINT", "SIGTERM"];
async function runCommand({
  program,
  parameters,
  env,
  cwd,
  onOutput
}) {
  const child = spawn(program, parameters, {
    cwd,
    env: { ...env },
    shell: false,
    stdio: ["ignore", "pipe", "pipe"]
  });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", onOutput);
  const passOn = (signal) => void child.kill(signal);
  for (const signal of passedSignals) process.on(signal, passOn);
  try {
    return await new Promise((resolve2, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve2(code ?? void 0));
    });
  } catch (cause) {
    throw new EnvironmentError(`${program} cannot be started`, {
      hint: "check that it is installed and its permissions",
      cause
    });
  } finally {
    for (const signal of passedSignals) process.off(signal, passOn);
  }
}

// src/entry/find-trainer.ts
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
async function findTrainer(env) {
  const root = findRepository();
  const python = await findPython(root, env["HOLDOUT_BASELINE_PYTHON"]);
  const paths = [join(root, "baseline"), python.env["PYTHONPATH"]].filter((path) => path !== void 0);
  return {
    // Nothing is written beside the trainer, which may lie in a folder that many runs share.
    command: [python.command, "-B", "-m", "holdout_baseline"],
    env: { ...python.env, PYTHONPATH: paths.join(":") }
  };
}
function findRepository() {
  const places = ["..", "../.."].map((way) => fileURLToPath(new URL(way, import.meta.url)));
  const root = places.find((place) => existsSync(join(place, "baseline/holdout_baseline")));
  if (root === void 0)
    throw new EnvironmentError("the trainer of holdout is not beside it", {
      hint: "run the baseline from a checkout of holdout, or name another trainer as baseline.command"
    });
  return root;
}
async function findPython(root, given) {
  if (given !== void 0 && given !== "") return { command: given, env: {} };
  try {
    const record = JSON.parse(
      await readFile(join(root, "node_modules/.cache/holdout-baseline.json"), "utf8")
    );
    if (isPython(record) && existsSync(record.command)) return record;
  } catch {
  }
  throw new EnvironmentError("the Python of the trainer is not set up", {
    hint: "run `npm run baseline:setup` in the checkout of holdout, or name one with PyTorch and MONAI in HOLDOUT_BASELINE_PYTHON"
  });
}
function isPython(value) {
  return typeof value === "object" && value !== null && "command" in value && typeof value.command === "string" && "env" in value && typeof value.env === "object";
}

// src/entry/baseline-run-command.ts
async function runBaseline(directory, options, outside) {
  const { cwd, stdout, env } = outside;
  const folder = resolve(cwd, options.output);
  const { input, config } = await prepareBaselineInput(directory, options, outside);
  const trainer = await chooseTrainer(config.baseline.command, options.device, env);
  const [inputFile, resultFile] = [join2(folder, "input.json"), join2(folder, "result.json")];
  await mkdir(folder, { recursive: true });
  await rm(resultFile, { force: true });
  await replaceFile(inputFile, renderBaselineInput(input));
  const [program, ...first] = trainer.command;
  const root = resolve(cwd, directory);
  const code = await runCommand({
    program,
    parameters: [...first, "--input", inputFile, "--data", root, "--output", folder],
    env: { ...env, ...trainer.env },
    cwd,
    // It names files of the dataset.
    onOutput: (text) => stdout.write(
      text.split("\n").map((line) => escapeTerminal(line)).join("\n")
    )
  });
  const result = await loadBaselineResult(resultFile, join2(options.output, "result.json"));
  if (result.status === "finished" && code !== 0)
    throw new HoldoutError(
      "environment",
      `the trainer ended with ${code ?? "a signal"} after it had finished`
    );
  return result.status === "finished" ? 0 : 1;
}
async function chooseTrainer(command, device, env) {
  const [program, ...parameters] = command ?? [];
  if (program !== void 0) return { command: [program, ...parameters], env: {} };
  const trainer = await findTrainer(env);
  return { ...trainer, command: [...trainer.command, "--device", device] };
}

export {
  runBaseline
};
