import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { maxResultBytes, readBaselineResult } from '../../src/baseline/read-result.ts';
import { readBoundedText } from '../../src/adapters/read-bounded-text.ts';
import { runBaseline } from '../../src/entry/baseline-run-command.ts';
import type { BaselineResult } from '../../src/model/baseline.ts';
import { dataSets, type BenchDataSet } from './data-sets.ts';
import { formatFigures } from './format-figures.ts';

// Trains the baseline on the examples and on copies that leak, on the processor, and writes the figures into
// docs/baseline.md. Names of datasets as parameters train those alone; the figures of the others are those of the
// last time here, or those that the page has.

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'node_modules/.cache/bench-baseline');
const page = join(root, 'docs/baseline.md');
const [begin, end] = ['<!-- figures: begin (made by `npm run bench:baseline`) -->', '<!-- figures: end -->'];

const chosen = process.argv.slice(2);
for (const dataSet of dataSets)
  if (chosen.length === 0 || chosen.includes(dataSet.name)) await trainOn(dataSet);

const text = await readFile(page, 'utf8');
const [before = '', shown = '', after = ''] = text.split(begin).flatMap((part) => part.split(end));
const sections = shown.split(/^(?=### )/mu);
const parts: string[] = [];
for (const { name, what } of dataSets) {
  const result = await readFinished(name);
  const section = sections.find((part) => part.startsWith(`### ${name}\n`));
  if (result) parts.push(formatFigures(name, what, result));
  else if (section !== undefined) parts.push(section.trim());
}
const filled = [before + begin, ...parts, end + after].join('\n\n');
await writeFile(page, await format(filled, { ...(await resolveConfig(page)), parser: 'markdown' }));

async function trainOn({ name, write }: BenchDataSet): Promise<void> {
  const place = join(folder, name);
  await rm(place, { recursive: true, force: true });
  await mkdir(join(place, 'data'), { recursive: true });
  await write(join(place, 'data'));
  const { stdout, stderr, env } = process;
  await runBaseline(
    join(place, 'data'),
    { output: join(place, 'out'), device: 'cpu' },
    { cwd: root, today: '2026-01-01', stdout, stderr, env },
  );
}

async function readFinished(name: string): Promise<BaselineResult | undefined> {
  const file = join(folder, name, 'out/result.json');
  try {
    const result = readBaselineResult(await readBoundedText(file, maxResultBytes), file);
    return result.status === 'finished' ? result : undefined;
  } catch {
    // Not trained here yet.
    return undefined;
  }
}
