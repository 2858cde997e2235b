import { replaceFile } from '../adapters/write-file.ts';
import { HoldoutError } from '../model/errors.ts';
import { countFindings, type Report } from '../model/report.ts';
import { toAnnotations } from '../report/annotations.ts';
import { reporters } from '../report/reporters.ts';
import { readActionInputs, type ActionInputs, type RunnerFolders } from './action-inputs.ts';
import {
  formatAnnotation,
  formatFailure,
  formatStepError,
  formatStepWarning,
  silenceCommands,
} from './action-log.ts';
import type { CheckRequest } from './check-dataset.ts';
import { commentOnPullRequest, type OpenForge } from './comment-on-pull-request.ts';
import { countFailing, exitCodeOf } from './exit-code.ts';
import { readPullRequestEvent } from './github-event.ts';
import type { BaseChoice } from './open-base.ts';
import { leadTo } from './lead-to.ts';
import { formatNote, renderNote } from './publishing-note.ts';
import type { RunnerContext } from './runner-context.ts';

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
  /** Undefined outside of GitHub. */
  readonly context: RunnerContext | undefined;
  readonly openForge: OpenForge;
}

/** Columns of GitHub's log viewer before it wraps. */
const logWidth = 120;

/** Audits a dataset as the workflow asks; never throws. @returns the exit code */
export async function runAction(outside: ActionOutside): Promise<0 | 1 | 2> {
  const { folders, context, getInput, log } = outside;
  let directory = folders.workspace;
  try {
    const inputs = readActionInputs(getInput, folders);
    directory = inputs.directory;
    if (context?.eventName === 'pull_request_target') throw refuseTarget();
    const base = await chooseBase(inputs, context);
    const report = await audit(inputs, base, outside);
    if (context !== undefined && inputs.comments) await comment(report, inputs, context, outside);
    return conclude(report, inputs, outside);
  } catch (error) {
    log(formatFailure(error, directory, folders.workspace));
    return 2;
  }
}

/** What is asked for, or else the base of the pull request that the run is of. */
async function chooseBase(
  { base, comparesBase }: ActionInputs,
  context: RunnerContext | undefined,
): Promise<BaseChoice | undefined> {
  if (base !== undefined) return { ref: base };
  if (!comparesBase || context?.eventName !== 'pull_request') return undefined;
  const { baseSha, headSha } = readPullRequestEvent(await context.readEvent());
  return { eventSha: baseSha, headSha };
}

/** Audits; when it ends, the result is in the log, the outputs, the files and the summary. */
async function audit(
  inputs: ActionInputs,
  base: BaseChoice | undefined,
  outside: ActionOutside,
): Promise<Report> {
  const { folders, log, setOutput, useColor, version, today } = outside;
  const {
    directory,
    configFile,
    workers,
    cacheFolder,
    imagesFolder,
    reportFile,
    htmlFile,
    otherFiles,
    chartsFolder,
    privacyKey,
  } = inputs;
  const report = await outside.checkDataset({
    directory,
    today,
    version,
    ...(configFile === undefined ? {} : { configFile }),
    ...(workers === undefined ? {} : { workers }),
    ...(privacyKey === undefined ? {} : { privacyKey }),
    ...(base && { base }),
    ...(imagesFolder === undefined ? {} : { picturesFolder: imagesFolder }),
    ...(cacheFolder === undefined
      ? {}
      : {
          cache: {
            folder: cacheFolder,
            onUse: (text: string) => log(formatNote({ level: 'note', text })),
          },
        }),
  });
  const options = { color: useColor, width: logWidth };
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
  await replaceFile(htmlFile, await reporters.html(report, options));
  setOutput('html', htmlFile);
  const prefix = leadTo(folders.workspace, directory);
  for (const { format, file } of otherFiles)
    await replaceFile(file, reporters[format](report, { ...options, prefix }));
  // Loaded when needed, as it brings a rasteriser and fonts.
  for (const folder of [chartsFolder, imagesFolder])
    if (folder !== undefined) await (await import('./write-charts.ts')).writeCharts(report, folder);
  return report;
}

/** Publishing comes last and decides nothing: what goes wrong with it is a warning. */
async function comment(
  report: Report,
  { publishing, imagesFolder }: ActionInputs,
  context: RunnerContext,
  { openForge, log, writeSummary, today }: ActionOutside,
): Promise<void> {
  try {
    const images = imagesFolder === undefined ? undefined : { folder: imagesFolder, today };
    const note = await commentOnPullRequest(report, publishing, context, openForge, images);
    if (note === undefined) return;
    log(formatNote(note));
    await writeSummary(renderNote(note));
  } catch (error) {
    log(formatStepWarning(`The comment was not published: ${String(error)}`));
  }
}

function conclude(report: Report, { failOn, failOnNew }: ActionInputs, { log }: ActionOutside): 0 | 1 | 2 {
  const exitCode = exitCodeOf(report, failOn, failOnNew);
  const { error, warning } = countFailing(report, failOnNew);
  const asked = `fail-on: ${failOn}${failOnNew ? ', fail-on-new' : ''}`;
  if (exitCode !== 0) log(formatStepError(`errors: ${error}, warnings: ${warning} (${asked})`));
  return exitCode;
}

/** Such a run has a token that writes, and files of strangers are decoded here. */
function refuseTarget(): HoldoutError {
  return new HoldoutError('usage', 'holdout does not run on pull_request_target', {
    hint: 'run it on pull_request, and comment from a second workflow: docs/pull-requests.md',
  });
}
