import { replaceFile } from '../adapters/write-file.ts';
import { countFindings, type Report } from '../model/report.ts';
import { toAnnotations } from '../report/annotations.ts';
import { reporters } from '../report/reporters.ts';
import { readActionInputs, type ActionInputs, type RunnerFolders } from './action-inputs.ts';
import { formatAnnotation, formatFailure, formatStepError, silenceCommands } from './action-log.ts';
import type { CheckRequest } from './check-dataset.ts';
import { exitCodeOf } from './exit-code.ts';

/** All that the Action has to do with the world around it. */
export interface ActionOutside {
  readonly folders: RunnerFolders;
  readonly useColor: boolean;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly version: string;
  readonly getInput: (name: string) => string;
  readonly setOutput: (name: string, value: string | number) => void;
  /** Adds Markdown to the job summary. */
  readonly writeSummary: (markdown: string) => Promise<void>;
  /** Writes to the log, which the runner reads for workflow commands. */
  readonly log: (text: string) => void;
  readonly checkDataset: (request: CheckRequest) => Promise<Report>;
}

/** Columns of GitHub's log viewer before it wraps. */
const logWidth = 120;
/** A job summary holds 1 MiB a step, and GitHub drops a longer one without a word. */
const maxSummaryBytes = 900_000;

/** Audits a dataset as the workflow asks; never throws. @returns the exit code */
export async function runAction(outside: ActionOutside): Promise<0 | 1 | 2> {
  const { folders, getInput, log } = outside;
  let directory = folders.workspace;
  try {
    const inputs = readActionInputs(getInput, folders);
    directory = inputs.directory;
    return await audit(inputs, outside);
  } catch (error) {
    log(formatFailure(error, directory, folders.workspace));
    return 2;
  }
}

async function audit(inputs: ActionInputs, outside: ActionOutside): Promise<0 | 1 | 2> {
  const { folders, log, setOutput, useColor, version, today } = outside;
  const { directory, configFile, workers, failOn, reportFile, privacyKey } = inputs;
  const report = await outside.checkDataset({
    directory,
    today,
    version,
    ...(configFile === undefined ? {} : { configFile }),
    ...(workers === undefined ? {} : { workers }),
    ...(privacyKey === undefined ? {} : { privacyKey }),
  });
  const options = { color: useColor, width: logWidth, maxBytes: maxSummaryBytes };
  const counts = countFindings(report);
  log(silenceCommands(reporters.pretty(report, options)));
  for (const annotation of toAnnotations(report)) {
    log(formatAnnotation(annotation, directory, folders.workspace));
  }
  await replaceFile(reportFile, reporters.json(report, options));
  setOutput('verdict', report.verdict.level);
  setOutput('errors', counts.error);
  setOutput('warnings', counts.warning);
  setOutput('report', reportFile);
  await outside.writeSummary(reporters.markdown(report, options));
  const exitCode = exitCodeOf(report, failOn);
  if (exitCode !== 0) {
    log(formatStepError(`errors: ${counts.error}, warnings: ${counts.warning} (fail-on: ${failOn})`));
  }
  return exitCode;
}
