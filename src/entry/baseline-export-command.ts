import { resolve } from 'node:path';
import { replaceFile } from '../adapters/write-file.ts';
import type { BaselineInput } from '../model/baseline.ts';
import type { Config } from '../model/config.ts';
import { baselineFacts, describeBaselineInput } from './baseline-input.ts';
import type { CliOutside } from './cli-outside.ts';
import { loadDataset } from './load-dataset.ts';
import { drawProgress } from './progress.ts';

export interface BaselineExportOptions {
  readonly config?: string;
  readonly output?: string;
  readonly revision?: string;
  readonly workers?: number;
}

/** Writes what a trainer reads, to a file or the terminal. */
export async function exportBaselineInput(
  directory: string,
  options: BaselineExportOptions,
  outside: CliOutside,
): Promise<void> {
  const { cwd, stdout } = outside;
  const { input } = await prepareBaselineInput(directory, options, outside);
  const text = renderBaselineInput(input);
  if (options.output === undefined) stdout.write(text);
  else await replaceFile(resolve(cwd, options.output), text);
}

/** Audits what a baseline needs of a dataset. */
export async function prepareBaselineInput(
  directory: string,
  { config: configFile, revision, workers }: BaselineExportOptions,
  { cwd, stderr }: CliOutside,
): Promise<{ readonly input: BaselineInput; readonly config: Config }> {
  const { config, dataset } = await loadDataset(
    {
      directory: resolve(cwd, directory),
      ...(configFile !== undefined && { configFile: resolve(cwd, configFile) }),
      ...(workers !== undefined && { workers }),
      ...(stderr.isTTY === true && { onProgress: drawProgress(stderr) }),
    },
    () => new Set(baselineFacts),
  );
  return { input: describeBaselineInput(dataset, config, revision), config };
}

export function renderBaselineInput(input: BaselineInput): string {
  return `${JSON.stringify(input, undefined, 1)}\n`;
}
