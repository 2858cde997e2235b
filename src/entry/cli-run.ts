import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { join, relative, resolve } from 'node:path';
import { replaceFile } from '../adapters/write-file.ts';
import { ConfigError, formatLocation, HoldoutError, withHint } from '../model/errors.ts';
import { escapeTerminal } from '../report/escape.ts';
import { reportFormats, reporters, type ReportFormat } from '../report/reporters.ts';
import { exitCodeOf, failOnLevels, type FailOn } from './exit-code.ts';
import { drawProgress, type Terminal } from './progress.ts';
import { version } from './version.ts';

/** What the command line has to do with the world around it. */
export interface CliOutside {
  readonly cwd: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly stdout: Terminal & { readonly isTTY?: boolean };
  readonly stderr: Terminal & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
}

interface CheckOptions {
  readonly config?: string;
  readonly format: ReportFormat;
  readonly output?: string;
  readonly failOn: FailOn;
  readonly workers?: number;
}

const maxWorkers = 256;
const plainWidth = 100;

/** Runs a command line. @returns the exit code */
export async function runCli(parameters: readonly string[], outside: CliOutside): Promise<0 | 1 | 2> {
  let exitCode: 0 | 1 | 2 = 0;
  const program = buildProgram(outside, async (directory, options) => {
    exitCode = await check(directory, options, outside).catch((error: unknown) => {
      outside.stderr.write(describeError(error, relative(outside.cwd, resolve(outside.cwd, directory))));
      return 2;
    });
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
  { stdout, stderr }: CliOutside,
  onCheck: (directory: string, options: CheckOptions) => Promise<void>,
): Command {
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
    .option('--workers <number>', 'images decoded at the same time (default: one a processor)', readWorkers)
    .addHelpText(
      'after',
      '\nExit codes: 0 nothing at that severity, 1 findings, 2 the audit could not be done.',
    )
    .action(onCheck);
  return program;
}

function readWorkers(text: string): number {
  const workers = Number(text);
  if (/^\d+$/u.test(text) && workers >= 1 && workers <= maxWorkers) return workers;
  throw new InvalidArgumentError(`It is a whole number from 1 to ${maxWorkers}.`);
}

async function check(directory: string, options: CheckOptions, outside: CliOutside): Promise<0 | 1 | 2> {
  const { cwd, today, stdout, stderr } = outside;
  const { config, format, output, failOn, workers } = options;
  // Loaded when needed: --help and --version answer without decoders and parsers.
  const { checkDataset } = await import('./check-dataset.ts');
  const report = await checkDataset({
    directory: resolve(cwd, directory),
    today,
    version,
    ...(config !== undefined && { configFile: resolve(cwd, config) }),
    ...(workers !== undefined && { workers }),
    ...(stderr.isTTY === true && { onProgress: drawProgress(stderr) }),
  });
  const color = output === undefined && wantsColor(outside);
  const text = reporters[format](report, { color, width: stdout.columns ?? plainWidth });
  if (output === undefined) stdout.write(text);
  else await replaceFile(resolve(cwd, output), text);
  return exitCodeOf(report, failOn);
}

/** As no-color.org and Node have it. */
function wantsColor({ stdout, env }: CliOutside): boolean {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return stdout.isTTY === true && env['TERM'] !== 'dumb';
}

/**
 * Why there is no report: a sentence for what is a person's to repair, with a stack only where holdout failed.
 * @param directory what the places in a config are relative to, relative to the working directory
 */
function describeError(error: unknown, directory: string): string {
  if (error instanceof ConfigError) {
    return error.problems
      .map(({ message, hint, location }) => {
        const place = formatLocation({ ...location, file: join(directory, location.file) });
        return `${escapeTerminal(`${place}: ${withHint(message, hint)}`)}\n`;
      })
      .join('');
  }
  if (error instanceof HoldoutError)
    return `holdout: ${escapeTerminal(withHint(error.message, error.hint))}\n`;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = stack.split('\n').map((line) => escapeTerminal(line));
  return `holdout itself failed; please report this:\n${lines.join('\n')}\n`;
}
