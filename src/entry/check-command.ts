import { relative, resolve, sep } from 'node:path';
import { replaceFile } from '../adapters/write-file.ts';
import type { ReportFormat } from '../report/report-formats.ts';
import { reporters } from '../report/reporters.ts';
import { loadBaselineResult } from './load-baseline-result.ts';
import { checkDataset } from './check-dataset.ts';
import { wantsColor, type CliOutside } from './cli-outside.ts';
import { exitCodeOf, type FailOn } from './exit-code.ts';
import { drawProgress, widthOf } from './progress.ts';
import { version } from './version.ts';

export interface CheckOptions {
  readonly config?: string;
  readonly format: ReportFormat;
  readonly output?: string;
  readonly failOn: FailOn;
  readonly workers?: number;
  /** The file of a baseline's result. */
  readonly baseline?: string;
}

const plainWidth = 100;

/** Audits a dataset and shows or writes the report. @returns the exit code */
export async function check(
  directory: string,
  options: CheckOptions,
  outside: CliOutside,
): Promise<0 | 1 | 2> {
  const { cwd, today, stdout, stderr, env } = outside;
  const { config, format, output, failOn, workers, baseline } = options;
  const privacyKey = env['HOLDOUT_PRIVACY_KEY'] || undefined;
  // Whoever runs it in a terminal of their own has the dataset; the log of a CI system has other readers.
  const isForOwnEyes = format === 'pretty' && output === undefined && !env['CI'];
  const result =
    baseline === undefined ? undefined : await loadBaselineResult(resolve(cwd, baseline), baseline);
  const report = await checkDataset({
    directory: resolve(cwd, directory),
    today,
    version,
    ...(isForOwnEyes && { privacy: 'open' }),
    ...(privacyKey !== undefined && { privacyKey }),
    ...(config !== undefined && { configFile: resolve(cwd, config) }),
    ...(workers !== undefined && { workers }),
    ...(result && { baseline: result }),
    ...(stderr.isTTY === true && { onProgress: drawProgress(stderr) }),
  });
  const color = output === undefined && wantsColor(outside);
  const text = await reporters[format](report, {
    color,
    width: widthOf(stdout, plainWidth),
    prefix: findPrefix(cwd, resolve(cwd, directory)),
  });
  if (output === undefined) stdout.write(text);
  else await replaceFile(resolve(cwd, output), text);
  return exitCodeOf(report, failOn);
}

/** What leads from one folder to another below it; nothing where the other is elsewhere. */
function findPrefix(from: string, to: string): string {
  const way = relative(from, to).split(sep);
  return way[0] === '..' || way[0] === '' ? '' : `${way.join('/')}/`;
}
