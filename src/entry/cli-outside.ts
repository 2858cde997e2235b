import type { Terminal } from './progress.ts';

/** What the command line has to do with the world around it. */
export interface CliOutside {
  readonly cwd: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly stdout: Terminal & { readonly isTTY?: boolean };
  readonly stderr: Terminal & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** As no-color.org and Node have it. */
export function wantsColor({ stdout, env }: Pick<CliOutside, 'stdout' | 'env'>): boolean {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return stdout.isTTY === true && env['TERM'] !== 'dumb';
}
