import { resolve } from 'node:path';
import { replaceFile } from '../adapters/write-file.ts';
import { HoldoutError } from '../model/errors.ts';
import type { ReportFormat } from '../report/report-formats.ts';
import { escapeTerminal } from '../report/escape.ts';
import { reporters } from '../report/reporters.ts';
import { auditDataset } from './check-dataset.ts';
import { leadTo } from './lead-to.ts';
import { loadBaselineResult } from './load-baseline-result.ts';
import { wantsColor, type CliOutside } from './cli-outside.ts';
import { exitCodeOf, type FailOn } from './exit-code.ts';
import { drawProgress, widthOf } from './progress.ts';
import { version } from './version.ts';

export interface CheckOptions {
  readonly config?: string;
  readonly format: ReportFormat;
  readonly output?: string;
  readonly failOn: FailOn;
  /** Folder that the sheet of samples is written to; samples are drawn only where it is given. */
  readonly pictures?: string;
  /** Folder that the charts are written to, as SVG and PNG. */
  readonly charts?: string;
  readonly workers?: number;
  /** Folder of fingerprints from earlier runs. */
  readonly cache?: string;
  /** The file of a baseline's result. */
  readonly baseline?: string;
  /** A branch, tag or commit that the dataset is compared with, and whose config says what is asked of it. */
  readonly base?: string;
  /** Whether only what is not in the base fails. */
  readonly failOnNew?: boolean;
}

const plainWidth = 100;

/** Audits a dataset and shows or writes the report. @returns the exit code */
export async function check(
  directory: string,
  options: CheckOptions,
  outside: CliOutside,
): Promise<0 | 1 | 2> {
  const { cwd, today, stdout, stderr, env } = outside;
  const { config, format, output, failOn, failOnNew, pictures, charts, workers, baseline, base, cache } =
    options;
  if (failOnNew === true && base === undefined)
    throw new HoldoutError('usage', '--fail-on-new needs something to compare with', {
      hint: 'name it with --base',
    });
  const privacyKey = env['HOLDOUT_PRIVACY_KEY'] || undefined;
  // Whoever runs it in a terminal of their own has the dataset; files and the log of a CI system have other readers.
  const isWritten = [output, pictures, charts].some((place) => place !== undefined);
  const isForOwnEyes = format === 'pretty' && !isWritten && !env['CI'];
  const result =
    baseline === undefined ? undefined : await loadBaselineResult(resolve(cwd, baseline), baseline);
  const audited = await auditDataset({
    directory: resolve(cwd, directory),
    today,
    version,
    ...(isForOwnEyes && { privacy: 'open' }),
    ...(privacyKey !== undefined && { privacyKey }),
    ...(config !== undefined && { configFile: resolve(cwd, config) }),
    ...(workers !== undefined && { workers }),
    ...(base !== undefined && { base: { ref: base } }),
    ...(result && { baseline: result }),
    ...(cache !== undefined && {
      cache: {
        folder: resolve(cwd, cache),
        onUse: (sentence: string) => void stderr.write(`holdout: ${escapeTerminal(sentence)}\n`),
      },
    }),
    ...(stderr.isTTY === true && { onProgress: drawProgress(stderr) }),
  });
  const { report } = audited;
  // Loaded when needed, as it brings a rasteriser and fonts.
  const samples =
    pictures === undefined
      ? undefined
      : await (await import('./draw-pictures.ts')).drawPictures(audited, resolve(cwd, pictures), workers);
  if (pictures !== undefined && !samples)
    stderr.write('holdout: no sheet of samples was drawn; labels/sample says why, unless it is turned off\n');
  if (charts !== undefined)
    await (await import('./write-charts.ts')).writeCharts(report, resolve(cwd, charts));
  const color = output === undefined && wantsColor(outside);
  const text = await reporters[format](report, {
    color,
    width: widthOf(stdout, plainWidth),
    prefix: leadTo(cwd, resolve(cwd, directory)),
    ...(samples && { samples }),
  });
  if (output === undefined) stdout.write(text);
  else await replaceFile(resolve(cwd, output), text);
  return exitCodeOf(report, failOn, failOnNew);
}
