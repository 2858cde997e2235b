import { spawn } from 'node:child_process';

/** Runs a command with its output shown as it comes. @returns its exit code; 1 where it was killed */
export function runStep(
  command: string,
  parameters: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<number> {
  console.log(`\n> ${[command, ...parameters].join(' ')}`);
  const child = spawn(command, parameters, { cwd, stdio: 'inherit', env: { ...process.env, ...env } });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
