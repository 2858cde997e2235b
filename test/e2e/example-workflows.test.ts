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

/** What each may do: no more than its comments say. */
const permissions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'same-repository.yml': { contents: 'read', 'pull-requests': 'write' },
  'fork-audit.yml': { contents: 'read' },
  'fork-comment.yml': { actions: 'read', checks: 'write', 'pull-requests': 'write' },
  'required-check.yml': { contents: 'read' },
  'commands.yml': { actions: 'write', 'pull-requests': 'write' },
  'with-baseline.yml': { actions: 'write', checks: 'write', contents: 'read', 'pull-requests': 'write' },
  'scheduled-baseline.yml': { actions: 'write', checks: 'write', contents: 'read' },
  'holdout-baseline.yml': { contents: 'read' },
};

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly name: string;
  readonly permissions: unknown;
  readonly 'run-name'?: string;
  readonly on: {
    readonly workflow_run?: { readonly workflows: readonly string[] };
    readonly workflow_dispatch?: { readonly inputs: Readonly<Record<string, unknown>> };
  };
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
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
    expect(await findMistakes(text.replace('permissions:\n', 'permissions:\n  pulls: read\n'))).not.toEqual(
      [],
    );
  });

  it('may do no more than it must, and shows nothing that is unsafe to copy', async () => {
    const { text, workflow } = await read(file);
    expect(workflow.permissions).toEqual(permissions[file]);
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
    const [send, train] = await Promise.all([read('with-baseline.yml'), read('holdout-baseline.yml')]);
    expect(send.workflow.on.workflow_run?.workflows).toEqual([train.workflow.name]);
    const upload = train.steps.find(({ uses = '' }) => uses.startsWith('actions/upload-artifact@'));
    expect(upload?.with).toMatchObject({ name: inputDefaults.baseline.artifact });
    expect(inputDefaults.baseline.workflow).toBe('holdout-baseline.yml');
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
    ['  contents: read # to', '  contents: write # to', 'a token that writes'],
    ['          persist-credentials: false\n', '', 'the token stays'],
  ])('is not without %j', (good, bad, words) => {
    const changed = text.replace(good, bad);
    expect(changed).not.toBe(text);
    expect(lintWorkflow(changed).join('\n')).toContain(words);
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
