import { resolve } from 'node:path';
import { HoldoutError } from '../model/errors.ts';
import { failOnLevels, type FailOn } from './exit-code.ts';

/** What a workflow asks of the Action; all paths are absolute. */
export interface ActionInputs {
  readonly directory: string;
  readonly configFile?: string;
  readonly failOn: FailOn;
  readonly reportFile: string;
  readonly workers?: number;
  readonly privacyKey?: string;
}

/** Folders of the runner, absolute. */
export interface RunnerFolders {
  /** What relative paths of inputs, and paths in annotations, are relative to. */
  readonly workspace: string;
  readonly temporary: string;
}

const maxWorkers = 256;

/**
 * Reads the inputs that `action.yml` describes; an empty one means its default.
 * @throws HoldoutError `usage` for a value that an input cannot have
 */
export function readActionInputs(
  getInput: (name: string) => string,
  { workspace, temporary }: RunnerFolders,
): ActionInputs {
  const config = getInput('config');
  const report = getInput('report');
  const workers = getInput('workers');
  const privacyKey = getInput('privacy-key');
  return {
    directory: resolve(workspace, getInput('directory')),
    ...(config === '' ? {} : { configFile: resolve(workspace, config) }),
    failOn: readFailOn(getInput('fail-on')),
    reportFile: report === '' ? resolve(temporary, 'holdout-report.json') : resolve(workspace, report),
    ...(workers === '' ? {} : { workers: readWorkers(workers) }),
    ...(privacyKey === '' ? {} : { privacyKey }),
  };
}

function readFailOn(text: string): FailOn {
  if (text === '') return 'error';
  const level = failOnLevels.find((name) => name === text);
  if (level) return level;
  throw new HoldoutError('usage', `input fail-on is ${JSON.stringify(text)}`, {
    hint: `it may be ${failOnLevels.join(', ')}`,
  });
}

function readWorkers(text: string): number {
  const workers = Number(text);
  if (/^\d+$/u.test(text) && workers >= 1 && workers <= maxWorkers) return workers;
  throw new HoldoutError('usage', `input workers is ${JSON.stringify(text)}`, {
    hint: `it is a whole number from 1 to ${maxWorkers}`,
  });
}
