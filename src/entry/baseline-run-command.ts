import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { runCommand } from '../adapters/run-command.ts';
import { replaceFile } from '../adapters/write-file.ts';
import { HoldoutError } from '../model/errors.ts';
import { escapeTerminal } from '../report/escape.ts';
import {
  prepareBaselineInput,
  renderBaselineInput,
  type BaselineExportOptions,
} from './baseline-export-command.ts';
import type { CliOutside } from './cli-outside.ts';
import { findTrainer, type Trainer } from './find-trainer.ts';
import { loadBaselineResult } from './load-baseline-result.ts';

export interface BaselineRunOptions extends Omit<BaselineExportOptions, 'output'> {
  readonly output: string;
  readonly device: string;
}

/**
 * Exports the dataset, trains on it and reads what came of it.
 * @returns 0 for a run that finished
 */
export async function runBaseline(
  directory: string,
  options: BaselineRunOptions,
  outside: CliOutside,
): Promise<0 | 1> {
  const { cwd, stdout, env } = outside;
  const folder = resolve(cwd, options.output);
  const { input, config } = await prepareBaselineInput(directory, options, outside);
  const trainer = await chooseTrainer(config.baseline.command, options.device, env);
  const [inputFile, resultFile] = [join(folder, 'input.json'), join(folder, 'result.json')];
  await mkdir(folder, { recursive: true });
  // What an earlier run left must not pass for an answer of this one.
  await rm(resultFile, { force: true });
  await replaceFile(inputFile, renderBaselineInput(input));

  const [program, ...first] = trainer.command;
  const root = resolve(cwd, directory);
  const code = await runCommand({
    program,
    parameters: [...first, '--input', inputFile, '--data', root, '--output', folder],
    env: { ...env, ...trainer.env },
    cwd,
    // It names files of the dataset.
    onOutput: (text) =>
      stdout.write(
        text
          .split('\n')
          .map((line) => escapeTerminal(line))
          .join('\n'),
      ),
  });
  const result = await loadBaselineResult(resultFile, join(options.output, 'result.json'));
  if (result.status === 'finished' && code !== 0)
    throw new HoldoutError(
      'environment',
      `the trainer ended with ${code ?? 'a signal'} after it had finished`,
    );
  return result.status === 'finished' ? 0 : 1;
}

async function chooseTrainer(
  command: readonly string[] | undefined,
  device: string,
  env: CliOutside['env'],
): Promise<Trainer> {
  const [program, ...parameters] = command ?? [];
  if (program !== undefined) return { command: [program, ...parameters], env: {} };
  const trainer = await findTrainer(env);
  return { ...trainer, command: [...trainer.command, '--device', device] };
}
