import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateFiles } from '../../scripts/generate.ts';
import { renderCheckIndex } from '../../scripts/generate/check-index.ts';
import { renderCheckPage } from '../../scripts/generate/check-page.ts';
import type { DocumentedCheck } from '../../scripts/generate/check-page.ts';
import { writeGeneratedFiles } from '../../scripts/generate/write-files.ts';

const check: DocumentedCheck = {
  id: 'topic/name',
  summary: 'Is a < b?',
  description: 'Why it matters.\n\nHow it is answered.',
  defaultSeverity: 'warning',
  needs: ['images', 'masks'],
  options: {
    least: { type: 'integer', description: 'Fewest a|b.', unit: 'samples', default: 5, minimum: 1 },
    share: {
      type: 'number',
      description: 'Share.',
      unit: 'share (0–1)',
      default: 0.5,
      minimum: 0,
      maximum: 1,
    },
    strict: { type: 'boolean', description: 'Whether.', unit: 'yes or no', default: false },
  },
  messages: {
    low: { text: '{count} of {name_of}', fix: 'Add *more*.' },
    summary: { text: 'All {count} are well' },
  },
};

describe('renderCheckPage', () => {
  const page = renderCheckPage(check);

  it('shows the metadata', () => {
    expect(page).toContain('\n# topic/name\n\nIs a &lt; b?\n');
    expect(page).toContain('| warning | every image, decoded once; every mask, decoded once |');
    expect(page).toContain('\nWhy it matters.\n\nHow it is answered.\n');
  });

  it('shows options with unit, default and range', () => {
    expect(page).toContain('| `least` | Fewest a\\|b. | samples | 5 | whole numbers of at least 1 |');
    expect(page).toContain('| `share` | Share. | share (0–1) | 0.5 | numbers from 0 to 1 |');
    expect(page).toContain('| `strict` | Whether. | yes or no | false | `true` or `false` |');
    expect(page).toContain('  topic/name: [warning, { least: 5 }]');
  });

  it('tells findings, with what to do, from results', () => {
    expect(page).toContain(
      '## Findings\n\n**`low`**: {count} of {name\\_of}\n\nWhat to do: Add \\*more\\*.\n\n## Results\n\n**`summary`**: All {count} are well\n',
    );
  });

  it('says so where there are neither options nor findings', () => {
    const bare = renderCheckPage({ ...check, needs: [], options: {}, messages: {} });
    expect(bare).toContain('## Options\n\nNone.\n');
    expect(bare).toContain('None: this check only measures.');
    expect(bare).toContain('no pixels');
    expect(bare).not.toContain('Options stand beside');
  });
});

it('lists checks by id', () => {
  const rows = renderCheckIndex([check, { ...check, id: 'a/b' }])
    .split('\n')
    .slice(-3);
  expect(rows).toEqual([
    '| [a/b](a/b.md) | Is a &lt; b? | warning |',
    '| [topic/name](topic/name.md) | Is a &lt; b? | warning |',
    '',
  ]);
});

describe('writeGeneratedFiles', () => {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'holdout-generate-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  it('writes what is made and removes what no longer is, there alone', async () => {
    for (const path of [
      'docs/checks/old/gone.md',
      'docs/checks/README.md',
      'schemas/old.json',
      'docs/guide.md',
    ]) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), 'old');
    }
    const removed = await writeGeneratedFiles(
      root,
      new Map([
        ['docs/checks/README.md', 'new'],
        ['docs/checks/topic/name.md', 'page'],
      ]),
    );
    expect(removed).toEqual(['docs/checks/old/gone.md', 'schemas/old.json']);
    const read = (path: string) => readFile(join(root, path), 'utf8');
    expect(await read('docs/checks/README.md')).toBe('new');
    expect(await read('docs/checks/topic/name.md')).toBe('page');
    expect(await read('docs/guide.md')).toBe('old');
    await expect(read('schemas/old.json')).rejects.toThrow('ENOENT');
  });
});

describe('generateFiles', { timeout: 180_000 }, () => {
  it('makes the same bytes each time, and those that are committed', async () => {
    const files = await generateFiles();
    expect([...(await generateFiles())]).toEqual([...files]);
    const root = fileURLToPath(new URL('../..', import.meta.url));
    for (const [path, content] of files)
      expect((await readFile(join(root, path))).equals(Buffer.from(content)), path).toBe(true);
  });

  it('formats schemas by two spaces', async () => {
    const text = (await generateFiles()).get('schemas/holdout.schema.json')?.toString() ?? '';
    expect(text.startsWith('{\n  "$schema": "http://json-schema.org/draft-07/schema#",\n')).toBe(true);
    expect(text.endsWith('}\n')).toBe(true);
  });
});
