import { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } from '@actions/workflow-parser';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readTitle, writeInputs } from '../../src/publish/baseline-request.ts';
import { lintWorkflow } from './lint-workflow.ts';
import { repositoryRoot } from './programs.ts';
import { inputDefaults } from './runner.ts';

const folder = join(repositoryRoot, 'examples/workflows');

/** What each job may do: no more than its comments say. */
const permissions: Readonly<Record<string, Readonly<Record<string, Permissions>>>> = {
  'same-repository.yml': { holdout: { contents: 'read', 'pull-requests': 'write' } },
  'fork-audit.yml': { holdout: { contents: 'read' } },
  'fork-comment.yml': { comment: { actions: 'read', checks: 'write', 'pull-requests': 'write' } },
  'required-check.yml': { holdout: { contents: 'read' } },
  'commands.yml': { answer: { actions: 'write', 'pull-requests': 'write' } },
  'with-baseline.yml': { send: { actions: 'write', contents: 'read', 'pull-requests': 'write' } },
  'scheduled-baseline.yml': { send: { actions: 'write', contents: 'read' } },
  'holdout-baseline.yml': {
    train: { contents: 'read' },
    tell: { actions: 'read', checks: 'write', contents: 'read', 'pull-requests': 'write' },
  },
};

type Permissions = Readonly<Record<string, string>>;

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly name: string;
  readonly permissions: Permissions;
  readonly 'run-name'?: string;
  readonly on: {
    readonly workflow_run?: { readonly workflows: readonly string[] };
    readonly workflow_dispatch?: { readonly inputs: Readonly<Record<string, unknown>> };
  };
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly needs?: string;
  readonly if?: string;
  readonly 'runs-on': unknown;
  readonly environment?: string;
  /** Those of the workflow without them. */
  readonly permissions?: Permissions;
  readonly steps: readonly Step[];
}

async function findMistakes(content: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name: 'workflow.yml', content }, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

async function read(file: string): Promise<{ text: string; workflow: Workflow; steps: readonly Step[] }> {
  const text = await readFile(join(folder, file), 'utf8');
  const workflow = parse(text) as Workflow;
  return { text, workflow, steps: Object.values(workflow.jobs).flatMap((job) => job.steps) };
}

it('has a test for every example', async () => {
  expect((await readdir(folder)).sort()).toEqual(Object.keys(permissions).sort());
});

describe.each(Object.keys(permissions))('%s', (file) => {
  it('is what GitHub accepts', async () => {
    const { text } = await read(file);
    expect(await findMistakes(text)).toEqual([]);
    expect(await findMistakes(text.replace('runs-on:', 'run-on:'))).not.toEqual([]);
    expect(await findMistakes(text.replace(/( *)permissions:\n/u, '$&$1  pulls: read\n'))).not.toEqual([]);
  });

  it('may do no more than it must, and shows nothing that is unsafe to copy', async () => {
    const { text, workflow } = await read(file);
    const stated = Object.entries(workflow.jobs).map(([name, job]) => [
      name,
      job.permissions ?? workflow.permissions,
    ]);
    expect(Object.fromEntries(stated)).toEqual(permissions[file]);
    expect(lintWorkflow(text)).toEqual([]);
  });

  it('gives our actions inputs that they have', async () => {
    const { steps } = await read(file);
    const ours = steps.filter(({ uses = '' }) => uses.startsWith('holdout/'));
    expect(ours.length).toBeGreaterThan(0);
    for (const { uses = '', with: inputs = {} } of ours) {
      const [, name = 'action'] = /^holdout\/holdout\/(comment|baseline)@/u.exec(uses) ?? [];
      const known = inputDefaults[name as keyof typeof inputDefaults];
      expect(Object.keys(known)).toEqual(expect.arrayContaining(Object.keys(inputs)));
    }
  });
});

describe('the pair for forks', () => {
  it('hands over by names that agree', async () => {
    const [audit, comment] = await Promise.all([read('fork-audit.yml'), read('fork-comment.yml')]);
    expect(comment.workflow.on.workflow_run?.workflows).toEqual([audit.workflow.name]);
    const upload = audit.steps.find(({ uses = '' }) => uses.startsWith('actions/upload-artifact@'));
    expect(upload?.with).toMatchObject({ name: inputDefaults.comment.artifact });
  });
});

describe('the pair that trains', () => {
  it('hands over by names that agree', async () => {
    const { workflow, steps } = await read('holdout-baseline.yml');
    const upload = steps.find(({ uses = '' }) => uses.startsWith('actions/upload-artifact@'));
    expect(upload?.with).toMatchObject({ name: inputDefaults.baseline.artifact });
    expect(inputDefaults.baseline.workflow).toBe('holdout-baseline.yml');
    const { tell } = workflow.jobs;
    expect(tell?.needs).toBe('train');
    expect(tell?.steps).toMatchObject([{ with: { outcome: '${{ needs.train.result }}' } }]);
  });

  it('tells whatever came of training, on a runner of GitHub’s and without anybody’s approval', async () => {
    const { tell } = (await read('holdout-baseline.yml')).workflow.jobs;
    expect(tell).toMatchObject({ if: '${{ always() }}', 'runs-on': 'ubuntu-latest' });
    expect(tell).not.toHaveProperty('environment');
  });

  it.each([7, undefined])('has its title and inputs as holdout reads them, of %s', async (pullRequest) => {
    const { workflow } = await read('holdout-baseline.yml');
    const request = {
      pullRequest,
      headSha: 'a'.repeat(40),
      correlationId: 'c'.repeat(32),
      configDigest: 'd'.repeat(64),
    };
    const inputs = writeInputs(request);
    expect(Object.keys(workflow.on.workflow_dispatch?.inputs ?? {})).toEqual(Object.keys(inputs));
    const title = workflow['run-name']?.replaceAll(
      /\$\{\{ inputs\.(\w+) \}\}/gu,
      (_, name: string) => inputs[name] ?? '',
    );
    expect(readTitle(title ?? '')).toEqual(request);
  });
});

describe('a workflow of a runner of one’s own', async () => {
  const { text } = await read('holdout-baseline.yml');

  it.each([
    ['    environment: holdout-baseline\n', '', 'behind no environment'],
    ['  workflow_dispatch:\n', '  pull_request:\n  workflow_dispatch:\n', 'more than what is sent'],
    ['      contents: read # to check', '      contents: write # to check', 'a token that writes'],
    ['permissions: {} #', 'permissions: write-all #', 'one by one'],
    ['permissions: {} # each job has its own\n', '', 'one by one'],
    [
      '    permissions:\n      contents: read # to check',
      '    permissions: read-all # to check',
      'one by one',
    ],
    ['      actions: read # to take what', '      actions: read # what', 'nothing says what actions is for'],
    [' # to read holdout.yml of the default branch', '', 'nothing says what contents is for'],
    ['    runs-on: ubuntu-latest\n', '    runs-on: self-hosted\n', 'a token that writes'],
    [
      '    steps:\n      - uses: holdout/holdout/baseline@v0\n',
      '    steps:\n      - run: unzip result.zip\n      - uses: holdout/holdout/baseline@v0\n',
      'more than to comment',
    ],
    [
      '    steps:\n      - uses: holdout/holdout/baseline@v0\n',
      '    steps:\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1\n      - uses: holdout/holdout/baseline@v0\n',
      'more than to comment',
    ],
    ['          persist-credentials: false\n', '', 'the token stays'],
  ])('is not without %j', (good, bad, words) => {
    const changed = text.replace(good, bad);
    expect(changed).not.toBe(text);
    expect(lintWorkflow(changed).join('\n')).toContain(words);
  });

  it('has no token that writes from the workflow either', () => {
    const changed = text
      .replace('permissions: {} # each', 'permissions:\n  checks: write # to each')
      .replace(
        '    permissions:\n      contents: read # to check out the default branch and the dataset\n',
        '',
      );
    expect(lintWorkflow(changed)).toContain('a runner of one’s own has a token that writes');
  });
});

describe('lintWorkflow', async () => {
  const { text } = await read('fork-audit.yml');

  it.each<[string, string, string]>([
    ['  pull_request:', '  pull_request_target:', 'token that writes'],
    ['  contents: read # to check out the dataset', '  contents: read', 'nothing says what contents is for'],
    ['permissions:\n  contents: read # to check out the dataset', 'permissions: write-all', 'one by one'],
    ['permissions:\n  contents: read # to check out the dataset\n', '', 'one by one'],
    ['@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1', '@v7', 'actions/checkout@v7 is not pinned'],
    ['ba90b1 # v7.0.1', 'ba90b1', 'does not tell its version'],
    ['          persist-credentials: false\n', '', 'the token stays'],
    ['holdout/holdout@v0', 'holdout/other@v0', 'holdout/other@v0 is not pinned'],
    [
      '    steps:\n',
      '    steps:\n      - run: echo ${{ github.event.pull_request.title }}\n',
      'an expression stands in a script',
    ],
    ['  pull_request:', '  workflow_run:', 'more than to comment'],
  ])('tells what is wrong with %j for %j', (good, bad, words) => {
    const changed = text.replace(good, bad);
    expect(changed).not.toBe(text);
    expect(lintWorkflow(changed).join('\n')).toContain(words);
  });
});
