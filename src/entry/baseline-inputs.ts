import { posix, resolve } from 'node:path';
import { HoldoutError } from '../model/errors.ts';
import {
  readChoice,
  readPublishingInputs,
  type PublishingInputs,
  type RunnerFolders,
} from './action-inputs.ts';
import { failOnLevels, type FailOn } from './exit-code.ts';

/** What a workflow asks of the action that sends a baseline, trains it, or tells what came of it. */
export interface BaselineInputs {
  readonly mode: BaselineMode;
  /** File name of the workflow that trains. */
  readonly workflow: string;
  /** The config, relative to the repository, with `/`. */
  readonly configPath: string;
  readonly artifact: string;
  readonly waits: boolean;
  readonly queueMs: number;
  /** The run to complete, where the event does not name one. */
  readonly runId?: number;
  /** How the job that trained ended, where the run is completed by a job of its own. */
  readonly outcome?: JobOutcome;
  readonly training: TrainingInputs;
  readonly failOn: FailOn;
  readonly publishing: PublishingInputs;
  readonly privacyKey?: string;
}

export const baselineModes = ['dispatch', 'train', 'complete'] as const;
export type BaselineMode = (typeof baselineModes)[number];

/** How a job ends, as GitHub tells the jobs that need it. */
const jobOutcomes = ['success', 'failure', 'cancelled', 'skipped'] as const;
export type JobOutcome = (typeof jobOutcomes)[number];

/** Where training finds what; all absolute. */
export interface TrainingInputs {
  /** The config, in the checkout of the default branch. */
  readonly configFile: string;
  /** The checkout of the commit that was sent. */
  readonly dataFolder: string;
  /** The dataset's folder, somewhere in that. */
  readonly directory: string;
  readonly output: string;
  readonly device: string;
}

const workflowPattern = /^[\w.-]+\.ya?ml$/u;
const maxQueueMinutes = 24 * 60;
const msPerMinute = 60_000;

/**
 * Reads the inputs that `baseline/action.yml` describes; an empty one means its default.
 * @throws HoldoutError `usage` for a value that an input cannot have
 */
export function readBaselineInputs(
  getInput: (name: string) => string,
  { workspace, temporary }: RunnerFolders,
): BaselineInputs {
  const directory = readInside(getInput, 'directory', '.');
  const configPath = readInside(getInput, 'config', posix.join(directory, 'holdout.yml'));
  const dataFolder = resolve(workspace, getInput('data') || 'data');
  const run = getInput('run');
  const outcome = getInput('outcome');
  const privacyKey = getInput('privacy-key');
  return {
    mode: readChoice(getInput, 'mode', baselineModes),
    workflow: readWorkflow(getInput('workflow') || 'holdout-baseline.yml'),
    configPath,
    artifact: getInput('artifact') || 'holdout-baseline',
    waits: readChoice(getInput, 'wait', ['false', 'true']) === 'true',
    queueMs: readMinutes(getInput('queue-minutes') || '20') * msPerMinute,
    ...(run === '' ? {} : { runId: readRunId(run) }),
    ...(outcome === '' ? {} : { outcome: readChoice(getInput, 'outcome', jobOutcomes) }),
    training: {
      configFile: resolve(workspace, getInput('base') || 'base', configPath),
      dataFolder,
      directory: resolve(dataFolder, directory),
      output: resolve(temporary, 'holdout-baseline'),
      device: readChoice(getInput, 'device', ['auto', 'cpu', 'cuda']),
    },
    failOn: readChoice(getInput, 'fail-on', failOnLevels),
    publishing: readPublishingInputs(getInput),
    ...(privacyKey === '' ? {} : { privacyKey }),
  };
}

/** A path relative to the repository that does not leave it. */
function readInside(getInput: (name: string) => string, name: string, otherwise: string): string {
  const path = posix.normalize(getInput(name) || otherwise);
  if (!posix.isAbsolute(path) && path !== '..' && !path.startsWith('../')) return path;
  throw new HoldoutError('usage', `input ${name} is ${JSON.stringify(path)}`, {
    hint: 'it is relative to the repository and does not leave it',
  });
}

/** @throws HoldoutError for a name that is no file of workflows */
export function readWorkflow(name: string): string {
  if (workflowPattern.test(name)) return name;
  throw new HoldoutError('usage', `the workflow is ${JSON.stringify(name)}`, {
    hint: 'it is the name of a file in .github/workflows, such as holdout-baseline.yml',
  });
}

function readMinutes(text: string): number {
  const minutes = Number(text);
  if (/^\d+(?:\.\d+)?$/u.test(text) && minutes > 0 && minutes <= maxQueueMinutes) return minutes;
  throw new HoldoutError('usage', `input queue-minutes is ${JSON.stringify(text)}`, {
    hint: `it is a number of minutes, at most ${maxQueueMinutes}`,
  });
}

function readRunId(text: string): number {
  if (/^[1-9]\d{0,14}$/u.test(text)) return Number(text);
  throw new HoldoutError('usage', `input run is ${JSON.stringify(text)}`, { hint: 'it is the id of a run' });
}
