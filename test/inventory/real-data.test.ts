import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDataset } from '../../src/adapters/file-system.ts';
import { readInventory } from '../../src/inventory/read-inventory.ts';
import { DatasetError } from '../../src/model/errors.ts';
import type { Inventory } from '../../src/model/inventory.ts';
import { makeConfig } from './make-config.ts';

const data = resolve(import.meta.dirname, '../../../shared/data');
const isAbsent = !existsSync(data);
if (isAbsent) console.warn('skipped: ../shared/data is not there');

function countSplits({ samples }: Inventory): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { splits } of samples) {
    const name = splits.join('+');
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

describe.skipIf(isAbsent)('real datasets', () => {
  it('reads Pascal VOC lists of bare stems', async () => {
    const config = makeConfig(
      {
        lists: ['train', 'val', 'test'].map((split) => ({ path: `ImageSets/Main/${split}.txt`, split })),
        root: 'JPEGImages',
        labelRoot: 'Annotations',
        labelTemplate: '{stem}.xml',
      },
      'boxes',
      'detection',
    );
    const inventory = await readInventory(config, openDataset(`${data}/bccd`));
    expect(countSplits(inventory)).toEqual({ train: 205, val: 87, test: 72 });
    expect(inventory.problems).toEqual([]);
    expect(inventory.rowsRead).toBe(364);
    expect(inventory.samples[0]).toEqual({
      id: 'JPEGImages/BloodImage_00000.jpg',
      label: 'Annotations/BloodImage_00000.xml',
      groups: {},
      splits: ['val'],
      classes: [],
      location: { file: 'ImageSets/Main/val.txt', line: 1 },
    });
    expect(inventory.samples.filter(({ label }) => label === undefined)).toEqual([]);
  });

  it('reads a CSV for each split with several rows a picture', async () => {
    const config = makeConfig(
      {
        manifests: [
          { path: 'train_labels.csv', split: 'train' },
          { path: 'test_labels.csv', split: 'test' },
        ],
        root: 'images',
        columns: { image: 'filename', class: 'class', groups: {} },
      },
      'boxes',
      'detection',
    );
    const inventory = await readInventory(config, openDataset(`${data}/raccoon`));
    expect(countSplits(inventory)).toEqual({ train: 160, test: 40 });
    expect(inventory.problems).toEqual([]);
    expect(new Set(inventory.samples.flatMap(({ classes }) => classes))).toEqual(new Set(['raccoon']));
  });

  it('reads pairs of image and label whose listed name is neither file', async () => {
    const config = makeConfig(
      {
        lists: [
          { path: 'trainval.txt', split: 'train' },
          { path: 'test.txt', split: 'test' },
        ],
        imageTemplate: '{dir}/{stem}_test.jpg',
        patterns: { subject: '^(?<subject>group\\d+)/' },
      },
      'boxes',
      'detection',
    );
    const inventory = await readInventory(config, openDataset(`${data}/deeppcb`));
    expect(countSplits(inventory)).toEqual({ train: 150, test: 71 });
    const bySubject = Object.fromEntries(
      ['group44000', 'group77000', 'group12000'].map((subject) => [
        subject,
        countSplits({
          ...inventory,
          samples: inventory.samples.filter((sample) => sample.subject === subject),
        }),
      ]),
    );
    expect(bySubject).toEqual({
      group44000: { train: 50, test: 50 },
      group77000: { train: 100, test: 7 },
      group12000: { test: 14 },
    });
    expect(inventory.samples.every(({ label }) => label?.endsWith('.txt'))).toBe(true);
    // The template pictures that each board is compared with are named by no list.
    expect(inventory.problems).toHaveLength(221);
    expect(inventory.problems.every((problem) => problem.kind === 'unlisted')).toBe(true);
  });

  it.each(isAbsent ? [] : readdirSync(`${data}/hostile/csv`))('answers %s', async (name) => {
    const files = openDataset(`${data}/hostile/csv`);
    for (const image of ['a', 'first', 'Cities']) {
      const config = makeConfig({ manifests: [{ path: name }], columns: { image, groups: {} } });
      const answer: unknown = await readInventory(config, files).catch((error: unknown) => error);
      if (answer instanceof Error) {
        expect(answer).toBeInstanceOf(DatasetError);
        expect(answer.message).toMatch(/there is no column/);
      } else expect((answer as Inventory).problems.length).toBe((answer as Inventory).rowsRead);
    }
  });
});
