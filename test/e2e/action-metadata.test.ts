import { NoOperationTraceWriter } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { convertActionTemplate } from '@actions/workflow-parser/actions/action-template';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readActionInputs } from '../../src/entry/action-inputs.ts';
import { repositoryRoot } from './programs.ts';
import { inputDefaults } from './runner.ts';

function readAction(content: string) {
  const { context, value } = parseAction({ name: 'action.yml', content }, new NoOperationTraceWriter());
  const mistakes = context.errors.getErrors().map(({ message }) => message);
  return { mistakes, action: value === undefined ? undefined : convertActionTemplate(context, value) };
}

describe('action.yml', async () => {
  const content = await readFile(join(repositoryRoot, 'action.yml'), 'utf8');
  const { mistakes, action } = readAction(content);

  it('is what GitHub accepts', () => {
    expect(mistakes).toEqual([]);
    expect(
      readAction(content.replace('node24', 'node99').replace('branding:', 'brand:')).mistakes,
    ).not.toEqual([]);
  });

  it('runs the bundle on the Node that runners have', () => {
    expect(action?.runs).toMatchObject({ using: 'node24', main: 'dist/action.js' });
    expect(existsSync(join(repositoryRoot, 'dist/action.js'))).toBe(true);
  });

  it('describes the inputs that the program reads, with the defaults that the tests use', () => {
    const asked: string[] = [];
    readActionInputs((name) => (asked.push(name), ''), { workspace: '/', temporary: '/' });
    expect((action?.inputs ?? []).map(({ id }) => id).sort()).toEqual(asked.sort());
    const defaults = (action?.inputs ?? []).map((input) => [
      input.id,
      input.default?.toDisplayString() ?? '',
    ]);
    expect(Object.fromEntries(defaults)).toEqual(inputDefaults);
    for (const { description } of [...(action?.inputs ?? []), ...(action?.outputs ?? [])]) {
      expect(description).toMatch(/\.$/u);
    }
  });

  it('names the outputs', () => {
    const names = ['verdict', 'errors', 'warnings', 'report'];
    expect((action?.outputs ?? []).map(({ id }) => id)).toEqual(names);
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
