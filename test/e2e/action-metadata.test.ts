import { NoOperationTraceWriter } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { convertActionTemplate } from '@actions/workflow-parser/actions/action-template';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readActionInputs } from '../../src/entry/action-inputs.ts';
import { readBaselineInputs } from '../../src/entry/baseline-inputs.ts';
import { readCommentInputs } from '../../src/entry/comment-inputs.ts';
import { repositoryRoot } from './programs.ts';
import { inputDefaults } from './runner.ts';

function readAction(content: string) {
  const { context, value } = parseAction({ name: 'action.yml', content }, new NoOperationTraceWriter());
  const mistakes = context.errors.getErrors().map(({ message }) => message);
  return { mistakes, action: value === undefined ? undefined : convertActionTemplate(context, value) };
}

const actions = [
  {
    file: 'action.yml',
    program: 'dist/action.js',
    defaults: inputDefaults.action,
    outputs: ['verdict', 'errors', 'warnings', 'report', 'html'],
    readInputs: (getInput: (name: string) => string) =>
      readActionInputs(getInput, { workspace: '/', temporary: '/' }),
  },
  {
    file: 'comment/action.yml',
    program: 'dist/comment.js',
    defaults: inputDefaults.comment,
    outputs: ['pull-request'],
    readInputs: readCommentInputs,
  },
  {
    file: 'baseline/action.yml',
    program: 'dist/baseline.js',
    defaults: inputDefaults.baseline,
    outputs: ['run', 'folder', 'result', 'pull-request'],
    readInputs: (getInput: (name: string) => string) =>
      readBaselineInputs(getInput, { workspace: '/', temporary: '/' }),
  },
] as const;

describe.each(actions)('$file', async ({ file, program, defaults, outputs, readInputs }) => {
  const content = await readFile(join(repositoryRoot, file), 'utf8');
  const { mistakes, action } = readAction(content);

  it('is what GitHub accepts', () => {
    expect(mistakes).toEqual([]);
    expect(
      readAction(content.replace('node24', 'node99').replace('branding:', 'brand:')).mistakes,
    ).not.toEqual([]);
  });

  it('runs the bundle on the Node that runners have', () => {
    const { main } = action?.runs.using === 'node24' ? action.runs : { main: '' };
    expect(join(repositoryRoot, file, '..', main)).toBe(join(repositoryRoot, program));
    expect(existsSync(join(repositoryRoot, program))).toBe(true);
  });

  it('describes the inputs that the program reads, with the defaults that the tests use', () => {
    const asked: string[] = [];
    readInputs((name) => (asked.push(name), name === 'token' ? 'x' : ''));
    expect((action?.inputs ?? []).map(({ id }) => id).sort()).toEqual(asked.sort());
    const described = (action?.inputs ?? []).map((input) => [
      input.id,
      input.default?.toDisplayString() ?? '',
    ]);
    expect(Object.fromEntries(described)).toEqual(defaults);
    for (const { description } of [...(action?.inputs ?? []), ...(action?.outputs ?? [])]) {
      expect(description).toMatch(/\.$/u);
    }
  });

  it('names the outputs', () => {
    expect((action?.outputs ?? []).map(({ id }) => id)).toEqual(outputs);
  });
});

describe('.pre-commit-hooks.yaml', async () => {
  const hooks: unknown = parse(await readFile(join(repositoryRoot, '.pre-commit-hooks.yaml'), 'utf8'));
  const files = Array.isArray(hooks) ? hooks.map((hook: { files?: string }) => hook.files).find(Boolean) : '';
  // Python's inline flag is the flag of a regular expression here.
  const pattern = new RegExp((files ?? '').replace('(?i)', ''), 'iu');

  it.each([
    'holdout.yml',
    'data/holdout.yaml',
    'a.csv',
    'Main/train.txt',
    'x.PNG',
    'y.jpeg',
    'z.tif',
    'v.nii.gz',
  ])('runs on %s', (path) => expect(path).toMatch(pattern));

  it.each(['README.md', 'train.py', 'threshold.yml', 'a.csv.lock'])('does not run on %s', (path) =>
    expect(path).not.toMatch(pattern),
  );
});
