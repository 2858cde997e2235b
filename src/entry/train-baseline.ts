import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { EnvironmentError, HoldoutError } from '../model/errors.ts';
import { digestConfig, writeInputs, type BaselineRequest } from '../publish/baseline-request.ts';
import type { TrainingInputs } from './baseline-inputs.ts';
import { runBaseline } from './baseline-run-command.ts';
import type { CliOutside } from './cli-outside.ts';
import { requestFile } from './complete-baseline.ts';

/**
 * Trains as a run on a runner was asked to: config and trainer are the default branch's and this action's, the commit
 * that was sent gives data alone. What it was asked is written first, so that also a run that is stopped tells whose it
 * was.
 * @returns 0 for a run that finished, 1 for one that did not
 * @throws HoldoutError where it cannot be started
 */
export async function trainBaseline(
  request: BaselineRequest,
  { configFile, dataFolder, directory, output, device }: TrainingInputs,
  outside: CliOutside,
): Promise<0 | 1> {
  await mkdir(output, { recursive: true });
  await writeFile(join(output, requestFile), JSON.stringify(writeInputs(request)));
  if (digestConfig(await readConfig(configFile)) !== request.configDigest)
    throw new HoldoutError('config', 'the config of the default branch is not the one that was sent', {
      hint: 'it has changed since: send the baseline again',
    });
  return runBaseline(
    await confine(directory, dataFolder),
    { config: configFile, output, device, revision: request.headSha },
    outside,
  );
}

/** The real path of the dataset's folder, which a pull request may have made a link. */
async function confine(directory: string, dataFolder: string): Promise<string> {
  try {
    const [root, found] = await Promise.all([realpath(dataFolder), realpath(directory)]);
    const way = relative(root, found);
    if (way !== '..' && !way.startsWith(`..${sep}`)) return found;
  } catch (cause) {
    throw new EnvironmentError('the dataset’s folder is not in the checkout of the commit that was sent', {
      hint: 'check out the commit that was sent with `path: data`',
      cause,
    });
  }
  throw new EnvironmentError('the dataset’s folder leads out of the checkout of the commit that was sent');
}

async function readConfig(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new EnvironmentError('the config is not in the checkout of the default branch', {
      hint: 'check out the default branch with `path: base`',
      cause,
    });
  }
}
