import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findMachinePython, prepareEnvironment, type PythonEnvironment } from './prepare-environment.ts';

const run = promisify(execFile);
const requirements = fileURLToPath(new URL('../../baseline/requirements.txt', import.meta.url));
const testRequirements = fileURLToPath(new URL('../../baseline/requirements-test.txt', import.meta.url));

/**
 * The Python of the trainer, in the lightest form that the machine offers: that of HOLDOUT_BASELINE_PYTHON as it is;
 * else an environment of its own, which uses the machine's PyTorch where its version is the one required.
 */
export async function prepareTrainer(): Promise<PythonEnvironment> {
  const given = process.env['HOLDOUT_BASELINE_PYTHON'];
  if (given !== undefined && given !== '') return { command: given, env: {} };
  const reusesInstalled = await hasRequiredTorch();
  return prepareEnvironment({
    name: reusesInstalled ? 'baseline-shared' : 'baseline',
    requirements,
    reusesInstalled,
  });
}

/** The same with what the trainer's tests need. */
export async function prepareTrainerTests(): Promise<PythonEnvironment> {
  const beside = await prepareTrainer();
  return prepareEnvironment({ name: 'baseline-test', requirements: testRequirements, beside });
}

/** What the environment is, in one line: Python, versions, the build of PyTorch and whether it sees a GPU. */
export async function describeTrainer({ command, env }: PythonEnvironment): Promise<string> {
  const script = `
import platform, importlib.metadata as m, torch
gpu = torch.cuda.get_device_name() if torch.cuda.is_available() else "no GPU"
print(f"Python {platform.python_version()}, torch {torch.__version__}, monai {m.version('monai')}, {gpu}")`;
  const { stdout } = await run(command, ['-c', script], { env: { ...process.env, ...env } });
  return `${stdout.trim()}: ${command}`;
}

/** Whether the machine's Python has the version of PyTorch that is required, whatever its build. */
async function hasRequiredTorch(): Promise<boolean> {
  const required = /^torch==(?<version>\S+)$/mu.exec(await readFile(requirements, 'utf8'))?.groups?.[
    'version'
  ];
  try {
    const script = 'import importlib.metadata as m; print(m.version("torch"))';
    const { stdout } = await run(findMachinePython(), ['-c', script]);
    return stdout.trim().split('+')[0] === required;
  } catch {
    return false;
  }
}
