import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url));
export const builtCli = join(repositoryRoot, 'dist/cli.js');

/** What a program that ended said. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd: string;
  /** All of its environment; nothing is inherited but what finds programs, their settings and the network. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Paths, certificates and proxies: without them npm and pip reach no registry on some machines. */
const inheritedNames = /^(?:PATH|HOME|NODE_EXTRA_CA_CERTS|SSL_CERT_(?:FILE|DIR)|(?:https?|no)_proxy)$/iu;

/** Runs a program to its end, whatever its exit code. */
export function runProgram(
  command: string,
  parameters: readonly string[],
  { cwd, env = {} }: Surroundings,
): Promise<Outcome> {
  const inherited = Object.entries(process.env).filter(([name]) => inheritedNames.test(name));
  return new Promise((resolve, reject) => {
    const child = execFile(
      command,
      parameters,
      { cwd, env: { ...Object.fromEntries(inherited), ...env }, maxBuffer: 64 << 20 },
      (_error, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    );
    child.on('error', reject);
  });
}

/** A new folder with no node_modules above it, removed when the test ends. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'holdout-e2e-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Copies `dist/` alone into `folder`. @returns the copy */
export async function copyDist(folder: string): Promise<string> {
  const copy = join(folder, 'dist');
  await cp(join(repositoryRoot, 'dist'), copy, { recursive: true });
  return copy;
}

/** Path of a Node of the version that runs actions, from the npm registry. */
export async function findActionNode(): Promise<string> {
  const parameters = ['-y', '-p', 'node@24', 'node', '-p', 'process.execPath'];
  const { stdout } = await promisify(execFile)('npx', parameters, { cwd: tmpdir() });
  return stdout.trim();
}
