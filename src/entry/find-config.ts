import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HoldoutError } from '../model/errors.ts';

/** Names under which a dataset's directory may hold its config; the first that is there counts. */
export const configNames = ['holdout.yml', 'holdout.yaml', 'holdout.json'] as const;

/**
 * The config of a dataset's directory.
 * @throws HoldoutError `config` where there is none
 */
export async function findConfig(directory: string): Promise<string> {
  for (const name of configNames) {
    const path = join(directory, name);
    if (await isFile(path)) return path;
  }
  throw new HoldoutError('config', `there is no ${configNames[0]} in ${directory}`, {
    hint: `write one (the README shows how), or name it with --config; ${configNames.slice(1).join(' and ')} are read, too`,
  });
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
