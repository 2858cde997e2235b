import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { relative, resolve } from 'node:path';
import { reportFormats } from '../report/report-formats.ts';
import type { WantedSplit } from '../split/wanted-splits.ts';
import type { BaselineExportOptions } from './baseline-export-command.ts';
import type { BaselineRunOptions } from './baseline-run-command.ts';
import type { CheckOptions } from './check-command.ts';
import type { CliOutside } from './cli-outside.ts';
import { failOnLevels } from './exit-code.ts';
import type { SampleOptions } from './sample-command.ts';
import type { SplitOptions } from './split-command.ts';
import { version } from './version.ts';

const maxWorkers = 256;

/** Runs a command line. @returns the exit code */
export async function runCli(parameters: readonly string[], outside: CliOutside): Promise<0 | 1 | 2> {
  let exitCode: 0 | 1 | 2 = 0;
  const program = buildProgram(outside, async (directory, run) => {
    try {
      exitCode = await run();
    } catch (error) {
      // Loaded when needed, as are the commands: it is of no use to --help.
      const { describeError } = await import('./describe-error.ts');
      outside.stderr.write(describeError(error, relative(outside.cwd, resolve(outside.cwd, directory))));
      exitCode = 2;
    }
  });
  try {
    await program.parseAsync([...parameters], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

function buildProgram(
  outside: CliOutside,
  attempt: (directory: string, run: () => Promise<0 | 1 | 2>) => Promise<void>,
): Command {
  const { stdout, stderr } = outside;
  const program = new Command('holdout')
    .description('A linter for image datasets: leakage, too few subjects, wrong labels, domain shift.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(holdout --help shows what there is)')
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) });
  program
    .command('check')
    .description('Audit a dataset by its holdout.yml.')
    .argument('[directory]', "the dataset's directory", '.')
    .option('-c, --config <file>', "the config, instead of the directory's holdout.yml")
    .addOption(
      new Option('-f, --format <format>', 'how the report is written')
        .choices(reportFormats)
        .default('pretty'),
    )
    .option('-o, --output <file>', 'write the report to a file instead of the terminal')
    .addOption(
      new Option('--fail-on <severity>', 'the least severity of findings that ends with 1')
        .choices(failOnLevels)
        .default('error'),
    )
    .option(
      '--workers <number>',
      'images decoded at the same time (default: one a processor)',
      readNumber('workers', 1, maxWorkers),
    )
    .option(
      '--pictures <folder>',
      'also draw samples with their labels: a sheet in the folder, and tiles in an HTML report',
    )
    .option('--charts <folder>', 'also draw the charts, each as SVG and PNG for a white and for a dark page')
    .option('--baseline <file>', 'the result.json of a baseline, to be judged with the dataset')
    .option(
      '--base <ref>',
      'also show what has changed since a branch, tag or commit, and judge by the config that it has',
    )
    .option('--fail-on-new', 'with --base: only findings that the base does not have end with 1')
    .addHelpText(
      'after',
      '\nExit codes: 0 nothing at that severity, 1 findings, 2 the audit could not be done.',
    )
    .action((directory: string, options: CheckOptions) =>
      // Loaded when needed: --help and --version answer without decoders and parsers.
      attempt(directory, async () => (await import('./check-command.ts')).check(directory, options, outside)),
    );
  program
    .command('sample')
    .description('Draw labelled samples that cover a dataset on one sheet, suspicious ones first.')
    .argument('[directory]', "the dataset's directory", '.')
    .option('-c, --config <file>', "the config, instead of the directory's holdout.yml")
    .option('--class <name>', 'only samples that show the class')
    .option('--domain <name>', 'only samples of the domain')
    .option('--split <name>', 'only samples of the split')
    .option('--subject <id>', 'only samples of the subject')
    .option('-n, --n <number>', 'samples on the sheet (default: 24)', readNumber('n', 1, 96))
    .option(
      '--seed <number>',
      'decides between samples that show equally much (default: 1)',
      readNumber('seed', 0, 2 ** 31 - 1),
    )
    .option('-o, --output <file>', 'the sheet, a PNG file', 'sheet.png')
    .option(
      '--workers <number>',
      'images decoded at the same time (default: one a processor)',
      readNumber('workers', 1, maxWorkers),
    )
    .action((directory: string, options: SampleOptions) =>
      attempt(directory, async () => {
        await (await import('./sample-command.ts')).drawSamples(directory, options, outside);
        return 0;
      }),
    );
  program
    .command('split')
    .description('Propose a split of a dataset that keeps together what belongs together.')
    .argument('[directory]', "the dataset's directory", '.')
    .option('-c, --config <file>', "the config, instead of the directory's holdout.yml")
    .option('--repair', "today's split with as few samples moved as possible (the default)")
    .option('--new', 'a fresh split, whatever the present one is')
    .option(
      '--folds <number>',
      'parts of one size that take turns as the test set',
      readNumber('folds', 2, 1000),
    )
    .option('--ratios <list>', 'sizes of the splits, such as train=70,val=15,test=15', readRatios)
    .option(
      '--tolerance <share>',
      'with --repair: how far sizes may be from their ratios, 0 to 1; more is moved until they are not further',
      readShare,
    )
    .option(
      '--seed <number>',
      'decides between splits that are equally good',
      readNumber('seed', 0, 2 ** 31),
      1,
    )
    .option('-o, --output <file>', 'write the split of every image as CSV')
    .option('--write', 'change the split column of your manifest, or your lists, in place')
    .option(
      '--workers <number>',
      'images decoded at the same time (default: one a processor)',
      readNumber('workers', 1, maxWorkers),
    )
    .action((directory: string, options: SplitOptions) =>
      attempt(directory, async () => {
        await (await import('./split-command.ts')).split(directory, options, outside);
        return 0;
      }),
    );
  addBaselineCommands(program, outside, attempt);
  return program;
}

function addBaselineCommands(
  program: Command,
  outside: CliOutside,
  attempt: (directory: string, run: () => Promise<0 | 1 | 2>) => Promise<void>,
): void {
  const baseline = program
    .command('baseline')
    .description(
      'Train a small model on the audited samples and splits, to see whether they can be learned from.',
    );
  baseline
    .command('export')
    .description('Write what a trainer reads: samples, splits, classes, weights.')
    .argument('[directory]', "the dataset's directory", '.')
    .option('-c, --config <file>', "the config, instead of the directory's holdout.yml")
    .option('-o, --output <file>', 'write to a file instead of the terminal')
    .option('--revision <text>', 'the state of the repository, such as a commit; the result repeats it')
    .option(
      '--workers <number>',
      'images decoded at the same time (default: one a processor)',
      readNumber('workers', 1, maxWorkers),
    )
    .action((directory: string, options: BaselineExportOptions) =>
      attempt(directory, async () => {
        await (await import('./baseline-export-command.ts')).exportBaselineInput(directory, options, outside);
        return 0;
      }),
    );
  baseline
    .command('run')
    .description('Train, and write input.json, result.json and curves.jsonl into a folder.')
    .argument('[directory]', "the dataset's directory", '.')
    .requiredOption('-o, --output <folder>', 'where they are written')
    .option('-c, --config <file>', "the config, instead of the directory's holdout.yml")
    .option('--revision <text>', 'the state of the repository, such as a commit; the result repeats it')
    .addOption(
      new Option('--device <device>', "where holdout's trainer runs: a GPU where there is one, or as you say")
        .choices(['auto', 'cpu', 'cuda'])
        .default('auto'),
    )
    .option(
      '--workers <number>',
      'images decoded at the same time (default: one a processor)',
      readNumber('workers', 1, maxWorkers),
    )
    .addHelpText(
      'after',
      '\nThe command of `baseline.command` in the config runs with your rights: train only by a config that you trust.' +
        '\nExit codes: 0 the run finished, 1 it did not (result.json says why), 2 it could not be started.',
    )
    .action((directory: string, options: BaselineRunOptions) =>
      attempt(directory, async () =>
        (await import('./baseline-run-command.ts')).runBaseline(directory, options, outside),
      ),
    );
}

function readNumber(name: string, lowest: number, highest: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/u.test(text) && value >= lowest && value <= highest) return value;
    throw new InvalidArgumentError(`${name} is a whole number from ${lowest} to ${highest}.`);
  };
}

function readShare(text: string): number {
  const share = Number(text);
  if (/^[\d.]+$/u.test(text) && share >= 0 && share <= 1) return share;
  throw new InvalidArgumentError('It is a number from 0 to 1.');
}

function readRatios(text: string): WantedSplit[] {
  return text.split(',').map((part) => {
    const match = /^\s*(?<name>[^=]+?)\s*=\s*(?<ratio>\d+(?:\.\d+)?)\s*$/u.exec(part);
    if (!match?.groups)
      throw new InvalidArgumentError('Write names and sizes, such as train=70,val=15,test=15.');
    const { name = '', ratio } = match.groups;
    return { name, ratio: Number(ratio) };
  });
}
