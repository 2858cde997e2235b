import { setTimeout } from 'node:timers/promises';
import { openGitHub } from '../adapters/github.ts';
import type { Forge } from '../model/forge.ts';
import type { RunnerContext } from './runner-context.ts';
import { version } from './version.ts';

/** The repository of a run, as the token may use it. */
export function openForge({ repository, apiUrl }: RunnerContext, token: string): Forge {
  const wait = async (ms: number): Promise<void> => setTimeout(ms);
  return openGitHub(repository, { apiUrl, token, version, wait, now: () => Date.now() });
}
