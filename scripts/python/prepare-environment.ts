import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const cache = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));
const pollMs = 200;

/** A Python with the packages of a file of requirements. */
export interface PythonEnvironment {
  readonly command: string;
  /** Environment variables that the packages need beside the usual ones. */
  readonly env: Readonly<Record<string, string>>;
}

export interface EnvironmentRequest {
  /** What it is for, in the names of folders. */
  readonly name: string;
  /** Absolute path of a file of requirements. */
  readonly requirements: string;
  /** Whether packages that the machine's Python has are used where their version is the one required. */
  readonly reusesInstalled?: boolean;
  /** Packages go to a folder of their own beside another environment, whose Python finds both. */
  readonly beside?: PythonEnvironment;
}

/** The machine's Python. */
export function findMachinePython(): string {
  return process.env['PYTHON'] ?? 'python3';
}

/**
 * A Python environment, made on first use in `node_modules/.cache`, whose name holds a digest of the requirements.
 * Processes that ask for one together wait for the one that makes it.
 */
export async function prepareEnvironment(request: EnvironmentRequest): Promise<PythonEnvironment> {
  const digest = createHash('sha256')
    .update(await readFile(request.requirements))
    .digest('hex');
  const folder = join(cache, `holdout-${request.name}-${digest.slice(0, 12)}`);
  const ready = join(folder, 'ready');
  const lock = `${folder}.lock`;
  await mkdir(dirname(folder), { recursive: true });
  while (!existsSync(ready)) {
    if (!(await takeLock(lock))) {
      await sleep(pollMs);
      continue;
    }
    try {
      if (!existsSync(ready)) await install(folder, request);
      await writeFile(ready, '');
    } finally {
      await rm(lock, { force: true });
    }
  }
  return describeEnvironment(folder, request);
}

/** A lock whose process is gone is taken over. */
async function takeLock(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
    if (owner > 0 && !isRunning(owner)) await rm(lock, { force: true });
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Debian's Python comes without `venv`; there the packages go to a folder that Python is pointed to. */
async function install(
  folder: string,
  { requirements, reusesInstalled, beside }: EnvironmentRequest,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
  const target = ['--target', join(folder, 'packages')];
  if (beside) {
    await run(beside.command, [...pip, ...target], { env: { ...process.env, ...beside.env } });
    return;
  }
  const python = findMachinePython();
  const inherited = reusesInstalled === true ? ['--system-site-packages'] : [];
  try {
    await run(python, ['-m', 'venv', ...inherited, join(folder, 'venv')]);
  } catch {
    await rm(folder, { recursive: true, force: true });
    await run(python, [...pip, ...target]);
    return;
  }
  await run(join(folder, 'venv/bin/python'), pip);
}

function describeEnvironment(folder: string, { beside }: EnvironmentRequest): PythonEnvironment {
  const packages = join(folder, 'packages');
  if (!existsSync(packages)) return { command: join(folder, 'venv/bin/python'), env: {} };
  const { command, env } = beside ?? { command: findMachinePython(), env: {} };
  const paths = [env['PYTHONPATH'], packages].filter((path) => path !== undefined);
  return { command, env: { ...env, PYTHONPATH: paths.join(':') } };
}
