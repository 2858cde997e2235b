import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { decodeColours, decodeGrey, listDataset, readExample, readRows } from './committed.ts';

const dataset = 'leaking-split';
const rows = readRows(dataset);

function splitsBy(key: 'subject' | 'clip'): Map<string, Set<string>> {
  const splits = new Map<string, Set<string>>();
  for (const row of rows) splits.set(row[key], (splits.get(row[key]) ?? new Set()).add(row.split));
  return splits;
}

it('holds 72 labelled images of 12 subjects within 0.6 MB', () => {
  expect(rows.length).toBe(72);
  expect(rows.filter(({ mask }) => mask === '')).toEqual([]);
  expect(splitsBy('subject').size).toBe(12);
  const bytes = listDataset(dataset).reduce((sum, path) => sum + readExample(dataset, path).length, 0);
  expect(bytes).toBeLessThan(600_000);
});

it('has one subject in two splits, and no clip', () => {
  const leaking = [...splitsBy('subject')].filter(([, splits]) => splits.size > 1);
  expect(leaking).toEqual([['p07', new Set(['train', 'test'])]]);
  expect([...splitsBy('clip').values()].filter((splits) => splits.size > 1)).toEqual([]);
});

it('says in its README on which lines the leak stands', () => {
  const readme = readExample(dataset, 'README.md').toString('utf8').replaceAll('\n', ' ');
  const [, subject, ...bounds] =
    /subject \*\*(\w+)\*\* stands in train \(lines (\d+)–(\d+) .*? in test \(lines (\d+)–(\d+)\)/.exec(
      readme,
    ) ?? [];
  const [trainFirst = 0, trainLast = 0, testFirst = 0, testLast = 0] = bounds.map(Number);
  const lines = readExample(dataset, 'manifest.csv').toString('utf8').split('\n');
  const found = lines.flatMap((line, index) => {
    const [, , rowSubject, split] = line.split(',');
    return rowSubject === subject ? [`${index + 1} ${split ?? ''}`] : [];
  });
  const told = (first: number, last: number, split: string): string[] =>
    Array.from({ length: last - first + 1 }, (_, index) => `${first + index} ${split}`);
  expect(found).toEqual([...told(trainFirst, trainLast, 'train'), ...told(testFirst, testLast, 'test')]);
});

it('has no picture twice, and every organ in every split', async () => {
  const hashes = new Set<string>();
  const coloursBySplit: Record<string, Set<string>> = {};
  for (const { file, mask, split } of rows) {
    const { data } = await decodeGrey(readExample(dataset, file));
    hashes.add(createHash('sha256').update(data).digest('hex'));
    const { colours } = await decodeColours(readExample(dataset, mask));
    const seen = (coloursBySplit[split] ??= new Set());
    for (const colour of new Set(colours)) seen.add(colour);
  }
  expect(hashes.size).toBe(72);
  for (const split of ['train', 'val', 'test']) expect(coloursBySplit[split]?.size, split).toBe(9);
});
