import { spawn } from 'node:child_process';
import { EnvironmentError } from '../model/errors.ts';

const passedSignals = ['SIGINT', 'SIGTERM'] as const;

/** A program with its arguments, one by one: no shell reads them. */
export interface Command {
  readonly program: string;
  readonly parameters: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly onOutput: (text: string) => void;
}

/**
 * Runs a program to its end. What it says on its output and standard error goes to `onOutput` as it comes. A signal to
 * this process is passed on, so that the program can write down how far it came.
 * @returns its exit code; undefined where a signal ended it
 * @throws EnvironmentError where it cannot be started
 */
export async function runCommand({
  program,
  parameters,
  env,
  cwd,
  onOutput,
}: Command): Promise<number | undefined> {
  const child = spawn(program, parameters, {
    cwd,
    env: { ...env },
    shell: false,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', onOutput);
  const passOn = (signal: NodeJS.Signals): void => void child.kill(signal);
  for (const signal of passedSignals) process.on(signal, passOn);
  try {
    return await new Promise<number | undefined>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve(code ?? undefined));
    });
  } catch (cause) {
    throw new EnvironmentError(`${program} cannot be started`, {
      hint: 'check that it is installed and its permissions',
      cause,
    });
  } finally {
    for (const signal of passedSignals) process.off(signal, passOn);
  }
}
