import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { generateFiles } from '../../scripts/generate.ts';
import { checks } from '../../src/checks/index.ts';
import { parseConfig } from '../../src/config/parse.ts';
import type { Check } from '../../src/model/check.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const all: readonly Check[] = Object.values(checks);
const generated = await generateFiles();
const findingIds = await listFindingIds();

/** `{name}`, `{name%}`, `{count|one|many}` and `{count:one|many}`, as the audit fills them. */
const placeholder = /\{[A-Za-z]+(?:%|[|:][^{}|:]+\|[^{}|:]+)?\}/g;

describe.each(all.map((check) => [check.id, check] as const))('%s', (id, check) => {
  it('stands in the map and in a file of its own under its id', () => {
    expect(checks[id]).toBe(check);
    expect(id).toMatch(/^[a-z]+\/[a-z]+(-[a-z]+)*$/);
    expect(existsSync(join(root, `src/checks/${id}.ts`))).toBe(true);
  });

  it('has the page that its metadata make', async () => {
    expect(await readFile(join(root, `docs/checks/${id}.md`), 'utf8')).toBe(
      generated.get(`docs/checks/${id}.md`),
    );
  });

  it('says what it asks and why', () => {
    expect(check.summary).toMatch(/^[A-Z].*[.?]$/);
    expect(check.description.trim()).not.toBe('');
  });

  it('documents its options, with units and defaults within their range', () => {
    for (const [name, option] of Object.entries(check.options)) {
      expect(name).toMatch(/^[a-z][A-Za-z]*$/);
      expect(option.description.trim(), name).not.toBe('');
      expect(option.unit.trim(), name).not.toBe('');
      const setting = JSON.stringify({ [name]: option.default });
      expect(() => configure(id, setting), `default of ${name}`).not.toThrow();
    }
  });

  it('refuses an option that it does not have, with the one that was meant', () => {
    expect(() => configure(id, '{"zzzzzzzz": 1}')).toThrow(`unknown option "zzzzzzzz" of "${id}"`);
    for (const name of Object.keys(check.options))
      expect(() => configure(id, `{"${name}x": 1}`)).toThrow(`did you mean "${name}"?`);
  });

  it('has words for all that it says, and what to do about each finding', () => {
    const messages = Object.entries(check.messages);
    expect(messages.length).toBeGreaterThan(0);
    for (const [messageId, { text, fix }] of messages) {
      expect(text.trim(), messageId).not.toBe('');
      for (const words of [text, fix ?? '']) {
        const outside = words.replaceAll(placeholder, '');
        expect(outside, `placeholders of ${messageId}`).not.toMatch(/[{}]/);
      }
      if (findingIds.has(messageId)) expect(fix?.trim() ?? '', `fix of ${messageId}`).not.toBe('');
    }
  });
});

describe('the checks', () => {
  it('are there, each with a finding', () => {
    expect(all.length).toBeGreaterThan(0);
    expect(findingIds.size).toBeGreaterThan(0);
  });

  it('have no page of a check that is gone', async () => {
    const pages = await readdir(join(root, 'docs/checks'), { recursive: true, withFileTypes: true });
    const paths = pages
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'));
    expect(paths.sort()).toEqual(
      [...generated.keys()].filter((path) => path.startsWith('docs/checks/')).sort(),
    );
  });
});

function configure(id: string, options: string) {
  const text = `{"dataset": {"name": "x"}, "samples": {"files": "*"}, "checks": {"${id}": ["info", ${options}]}}`;
  return parseConfig(text, 'holdout.yml', all);
}

/** Message ids that the sources give to findings: objects that have a key, samples and evidence beside it. */
async function listFindingIds(): Promise<Set<string>> {
  const ids = new Set<string>();
  const folder = join(root, 'src/checks');
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8');
    collectFindingIds(ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true), ids);
  }
  return ids;
}

function collectFindingIds(node: ts.Node, ids: Set<string>): void {
  if (ts.isObjectLiteralExpression(node)) {
    const properties = new Map(node.properties.map((property) => [property.name?.getText() ?? '', property]));
    const said = properties.get('messageId');
    if (said && properties.has('key') && properties.has('evidence') && ts.isPropertyAssignment(said))
      collectTexts(said.initializer, ids);
  }
  ts.forEachChild(node, (child) => collectFindingIds(child, ids));
}

/** The literals that an expression may come to: itself, or either side of a condition. */
function collectTexts(node: ts.Expression, texts: Set<string>): void {
  if (ts.isStringLiteral(node)) texts.add(node.text);
  else if (ts.isConditionalExpression(node)) {
    collectTexts(node.whenTrue, texts);
    collectTexts(node.whenFalse, texts);
  }
}
