import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const requirements = join(root, 'test/python/requirements.txt');
const pollMs = 200;

/** Time that the first call may need to install the packages. */
export const pythonSetupMs = 300_000;

/** A Python with the packages of `test/python/requirements.txt`. */
export interface Python {
  readonly command: string;
  /** Environment variables that the packages need beside the usual ones. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The Python of the tests, made on first use in `node_modules/.cache`. Test files that start together wait for
 * the one that makes it. Call it in `beforeAll(preparePython, pythonSetupMs)`, since that can take minutes.
 */
export async function preparePython(): Promise<Python> {
  const digest = createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex');
  const folder = join(root, `node_modules/.cache/holdout-python-${digest.slice(0, 12)}`);
  const ready = join(folder, 'ready');
  const lock = `${folder}.lock`;
  await mkdir(dirname(folder), { recursive: true });
  while (!existsSync(ready)) {
    if (!(await takeLock(lock))) {
      await sleep(pollMs);
      continue;
    }
    try {
      if (!existsSync(ready)) await install(folder);
      await writeFile(ready, '');
    } finally {
      await rm(lock, { force: true });
    }
  }
  return describePython(folder);
}

/**
 * Runs a script of Python that reads a JSON value from its standard input and prints one.
 * @throws Error with what the script said on its standard error, when it fails
 */
export async function runPython(script: string, input: unknown): Promise<unknown> {
  const { command, env } = await preparePython();
  const child = spawn(command, ['-c', script], { env: { ...process.env, ...env } });
  const output: Buffer[] = [];
  const complaint: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => complaint.push(chunk));
  // A script that ends before it has read everything closes the pipe; its exit code tells more.
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(input));
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`Python failed:\n${Buffer.concat(complaint).toString()}`);
  return JSON.parse(Buffer.concat(output).toString());
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
async function install(folder: string): Promise<void> {
  const python = process.env['PYTHON'] ?? 'python3';
  await rm(folder, { recursive: true, force: true });
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
  try {
    await run(python, ['-m', 'venv', join(folder, 'venv')]);
  } catch {
    await rm(folder, { recursive: true, force: true });
    await run(python, [...pip, '--target', join(folder, 'packages')]);
    return;
  }
  await run(join(folder, 'venv/bin/python'), pip);
}

function describePython(folder: string): Python {
  const packages = join(folder, 'packages');
  return existsSync(packages)
    ? { command: process.env['PYTHON'] ?? 'python3', env: { PYTHONPATH: packages } }
    : { command: join(folder, 'venv/bin/python'), env: {} };
}
