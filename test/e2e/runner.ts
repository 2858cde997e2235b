import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram, type Outcome } from './programs.ts';

/** A workflow command as the runner understands it. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

export interface ActionRun extends Outcome {
  readonly commands: readonly Command[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface ActionStep {
  /** Program of Node that runs the step. */
  readonly node: string;
  readonly dist: string;
  readonly workspace: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** The Action itself without it. */
  readonly action?: keyof typeof inputDefaults;
}

const publishingDefaults = {
  name: 'holdout',
  token: '${{ github.token }}',
  'comment-author': 'github-actions[bot]',
};

/** The inputs of each action; the runner sets every one of them, empty where it has no default. */
export const inputDefaults = {
  action: {
    directory: '.',
    config: '',
    'fail-on': 'error',
    base: '',
    'fail-on-new': 'false',
    report: '',
    charts: '',
    sarif: '',
    junit: '',
    workers: '',
    cache: '',
    comment: 'auto',
    images: 'never',
    'privacy-key': '',
    ...publishingDefaults,
  },
  comment: {
    artifact: 'holdout-report',
    directory: '.',
    'fail-on': 'error',
    'fail-on-new': 'false',
    result: 'check-run',
    ...publishingDefaults,
  },
  baseline: {
    mode: 'dispatch',
    workflow: 'holdout-baseline.yml',
    directory: '.',
    config: '',
    wait: 'false',
    'queue-minutes': '20',
    artifact: 'holdout-baseline',
    run: '',
    outcome: '',
    base: 'base',
    data: 'data',
    device: 'auto',
    'fail-on': 'error',
    'privacy-key': '',
    ...publishingDefaults,
  },
} as const;

/** Runs a built action as the runner does: the file itself, with files for what it gives back. */
export async function runStep(step: ActionStep): Promise<ActionRun> {
  const { node, dist, workspace, inputs, env = {}, action = 'action' } = step;
  const temporary = join(workspace, '..', 'runner-temp');
  const files = { GITHUB_OUTPUT: join(temporary, 'output'), GITHUB_STEP_SUMMARY: join(temporary, 'summary') };
  await mkdir(temporary, { recursive: true });
  for (const file of Object.values(files)) await writeFile(file, '');
  const outcome = await runProgram(node, [join(dist, `${action}.js`)], {
    cwd: workspace,
    env: {
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: temporary,
      ...files,
      ...Object.fromEntries(
        Object.entries({ ...inputDefaults[action], ...inputs }).map(([name, value]) => [
          `INPUT_${name.toUpperCase()}`,
          value,
        ]),
      ),
      ...env,
    },
  });
  return {
    ...outcome,
    commands: readCommands(outcome.stdout),
    outputs: readOutputs(await readFile(files.GITHUB_OUTPUT, 'utf8')),
    summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
  };
}

/**
 * The commands in a log by the rules of actions/runner (ActionCommand, ActionCommandManager): `::name …::` at
 * the start of a line, spaces aside, or `##[name …]` anywhere in it; `\r` ends a line too; after `stop-commands`
 * nothing counts until its token.
 */
export function readCommands(log: string): Command[] {
  const commands: Command[] = [];
  let token: string | undefined;
  for (const line of log.split(/\r\n|\r|\n/u)) {
    const match =
      /^\s*::(?<name>[^\s:]+)(?: (?<properties>.*?))?::(?<data>.*)$/u.exec(line) ??
      /##\[(?<name>[^\s\]]+)(?: (?<properties>[^\]]*))?\](?<data>.*)$/u.exec(line);
    const { name = '', properties = '', data = '' } = match?.groups ?? {};
    if (!match || (token !== undefined && name !== token)) continue;
    if (name === token) token = undefined;
    else if (name === 'stop-commands') token = data;
    else commands.push({ name, properties: readProperties(properties), data: unescape(data) });
  }
  return commands;
}

function readProperties(text: string): Record<string, string> {
  const pairs = text.split(',').map((pair) => pair.split('=', 2));
  return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, unescape(value)]));
}

function unescape(text: string): string {
  return text.replace(/%(?:0D|0A|3A|2C|25)/gu, decodeURIComponent);
}

/** `name<<delimiter`, the value's lines, `delimiter`. */
function readOutputs(text: string): Record<string, string> {
  const outputs = text.matchAll(/^(?<name>[^\n<]+)<<(?<end>\S+)\n(?<value>.*?)\n\k<end>$/gmsu);
  return Object.fromEntries(
    [...outputs].map(({ groups }) => [groups?.['name'] ?? '', groups?.['value'] ?? '']),
  );
}
