import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { prepareEnvironment, type PythonEnvironment } from '../scripts/python/prepare-environment.ts';

const requirements = fileURLToPath(new URL('python/requirements.txt', import.meta.url));

/** A Python with the packages of `test/python/requirements.txt`. */
export type Python = PythonEnvironment;

/** Time that the first call may need to install the packages. */
export const pythonSetupMs = 300_000;

/**
 * The Python of the tests, with the packages of `test/python/requirements.txt`. Call it in
 * `beforeAll(preparePython, pythonSetupMs)`, since the first call can take minutes.
 */
export function preparePython(): Promise<Python> {
  return prepareEnvironment({ name: 'python', requirements });
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
