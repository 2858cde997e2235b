import { resolve } from 'node:path';
import { HoldoutError } from '../model/errors.ts';
import { auditNamePattern } from '../publish/comment-marker.ts';
import { failOnLevels, type FailOn } from './exit-code.ts';

/** What a workflow asks of the Action; all paths are absolute. */
export interface ActionInputs {
  readonly directory: string;
  readonly configFile?: string;
  readonly failOn: FailOn;
  /** Whether only what the base does not have fails the step. */
  readonly failOnNew: boolean;
  /** What the dataset is compared with; without it, the base of the pull request. */
  readonly base?: string;
  readonly comparesBase: boolean;
  readonly reportFile: string;
  /** Beside the report. */
  readonly htmlFile: string;
  /** Where else the report is written, by format. */
  readonly otherFiles: readonly { readonly format: 'sarif' | 'junit'; readonly file: string }[];
  /** Folder that the charts are written to. */
  readonly chartsFolder?: string;
  readonly workers?: number;
  /** Fingerprints of earlier runs. */
  readonly cacheFolder?: string;
  readonly comments: boolean;
  /** Where images of the comment are written before they are published; absent where none are wanted. */
  readonly imagesFolder?: string;
  readonly publishing: PublishingInputs;
  readonly privacyKey?: string;
}

/** What both actions are told about how they publish. */
export interface PublishingInputs {
  /** Tells the audits of one pull request apart. */
  readonly name: string;
  /** Login that the token writes as. */
  readonly commentAuthor: string;
  /** Empty where there is none. */
  readonly token: string;
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
  const charts = getInput('charts');
  const workers = getInput('workers');
  const base = getInput('base');
  const reportFile = report === '' ? resolve(temporary, 'holdout-report.json') : resolve(workspace, report);
  const cache = getInput('cache');
  const privacyKey = getInput('privacy-key');
  const publishing = readPublishingInputs(getInput);
  return {
    directory: resolve(workspace, getInput('directory')),
    ...(config === '' ? {} : { configFile: resolve(workspace, config) }),
    failOn: readChoice(getInput, 'fail-on', failOnLevels),
    failOnNew: readChoice(getInput, 'fail-on-new', ['false', 'true']) === 'true',
    comparesBase: base !== 'none',
    ...(base === '' || base === 'none' ? {} : { base }),
    reportFile,
    htmlFile: `${reportFile.replace(/\.json$/u, '')}.html`,
    otherFiles: (['sarif', 'junit'] as const).flatMap((format) => {
      const path = getInput(format);
      return path === '' ? [] : [{ format, file: resolve(workspace, path) }];
    }),
    ...(charts === '' ? {} : { chartsFolder: resolve(workspace, charts) }),
    ...(workers === '' ? {} : { workers: readWorkers(workers) }),
    ...(cache === '' ? {} : { cacheFolder: resolve(workspace, cache) }),
    comments: readChoice(getInput, 'comment', ['auto', 'never']) === 'auto',
    ...(readChoice(getInput, 'images', ['never', 'branch']) === 'branch' && {
      imagesFolder: resolve(temporary, 'holdout-images', publishing.name),
    }),
    publishing,
    ...(privacyKey === '' ? {} : { privacyKey }),
  };
}

/** @throws HoldoutError `usage` for a name that cannot stand in a comment's marker */
export function readPublishingInputs(getInput: (name: string) => string): PublishingInputs {
  const name = getInput('name') || 'holdout';
  if (!auditNamePattern.test(name))
    throw new HoldoutError('usage', `input name is ${JSON.stringify(name)}`, {
      hint: 'it is made of at most 60 letters, digits, dots, dashes and underscores',
    });
  return {
    name,
    commentAuthor: getInput('comment-author') || 'github-actions[bot]',
    token: getInput('token'),
  };
}

/**
 * An input that has one of a few values, the first where it is empty.
 * @throws HoldoutError `usage` for another
 */
export function readChoice<const T extends string>(
  getInput: (name: string) => string,
  name: string,
  choices: readonly [T, ...T[]],
): T {
  const text = getInput(name);
  if (text === '') return choices[0];
  const choice = choices.find((one) => one === text);
  if (choice !== undefined) return choice;
  throw new HoldoutError('usage', `input ${name} is ${JSON.stringify(text)}`, {
    hint: `it may be ${choices.join(', ')}`,
  });
}

function readWorkers(text: string): number {
  const workers = Number(text);
  if (/^\d+$/u.test(text) && workers >= 1 && workers <= maxWorkers) return workers;
  throw new HoldoutError('usage', `input workers is ${JSON.stringify(text)}`, {
    hint: `it is a whole number from 1 to ${maxWorkers}`,
  });
}
