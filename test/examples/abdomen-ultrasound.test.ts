import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { effectiveNumber } from '../../src/statistics/effective-number.ts';
import { decodeColours, decodeGrey, listDataset, readExample, readRows, type Row } from './committed.ts';
import { measureTissue } from './tissue-statistics.ts';

const dataset = 'abdomen-ultrasound';
const rows = readRows(dataset);

/** Colours of the data set that the example follows, as its publisher lists them. */
const colourOf = {
  background: '000000',
  liver: '640064',
  bones: 'ffffff',
  gallbladder: '00ff00',
  kidney: 'ffff00',
  pancreas: '0000ff',
  vessels: 'ff0000',
  spleen: 'ff00ff',
  adrenals: '00ffff',
};

function countBy(members: readonly Row[], keyOf: (row: Row) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of members) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + 1;
  return counts;
}

const labelledReal = rows.filter(({ mask, domain }) => mask !== '' && domain === 'real');

describe('the manifest', () => {
  it('lists 926 labelled synthetic, 60 labelled real and 557 unlabelled real images', () => {
    expect(
      countBy(rows, ({ mask, domain }) => `${mask === '' ? 'unlabelled' : 'labelled'} ${domain}`),
    ).toEqual({
      'labelled synthetic': 926,
      'labelled real': 60,
      'unlabelled real': 557,
    });
    expect(new Set(rows.map(({ file }) => file)).size).toBe(1543);
  });

  it('has labelled real frames of four subjects only', () => {
    const frames = countBy(labelledReal, ({ subject }) => subject);
    expect(frames).toEqual({ h: 26, a: 16, g: 10, b: 8 });
    expect(effectiveNumber(Object.values(frames))).toBeCloseTo(3.28, 2);
  });

  it('has 16 other real subjects and 12 synthetic ones', () => {
    const subjectsOf = (members: Row[]): Set<string> => new Set(members.map(({ subject }) => subject));
    const unlabelled = subjectsOf(rows.filter(({ mask }) => mask === ''));
    expect(unlabelled.size).toBe(16);
    expect(labelledReal.filter(({ subject }) => unlabelled.has(subject))).toEqual([]);
    expect(subjectsOf(rows.filter(({ domain }) => domain === 'synthetic')).size).toBe(12);
  });

  it('leaks no subject and no clip, and has both domains labelled in every split', () => {
    for (const key of ['subject', 'clip'] as const) {
      const pairs = new Set(rows.map((row) => `${row[key]} ${row.split}`));
      expect(pairs.size).toBe(new Set(rows.map((row) => row[key])).size);
    }
    expect(countBy(labelledReal, ({ split }) => split)).toEqual({ train: 42, val: 10, test: 8 });
    const synthetic = rows.filter(({ domain, mask }) => domain === 'synthetic' && mask !== '');
    expect(Object.keys(countBy(synthetic, ({ split }) => split)).sort()).toEqual(['test', 'train', 'val']);
  });
});

describe('the pictures', () => {
  interface Seen {
    readonly row: Row;
    readonly hash: string;
    readonly mean: number;
    readonly liverDeviation?: number;
  }
  const seen: Seen[] = [];
  const masksWith: Record<string, number> = {};
  const sizes = new Set<string>();

  beforeAll(async () => {
    for (const row of rows) {
      const image = await decodeGrey(readExample(dataset, row.file));
      sizes.add(`${image.width} × ${image.height}`);
      const hash = createHash('sha256').update(image.data).digest('hex');
      const mean = image.data.reduce((sum, level) => sum + level, 0) / image.data.length;
      if (row.mask === '') {
        seen.push({ row, hash, mean });
        continue;
      }
      const mask = await decodeColours(readExample(dataset, row.mask));
      sizes.add(`${mask.width} × ${mask.height}`);
      for (const colour of new Set(mask.colours)) masksWith[colour] = (masksWith[colour] ?? 0) + 1;
      const isLiver = mask.colours.map((colour) => colour === colourOf.liver);
      const liver = measureTissue(image, isLiver);
      seen.push({ row, hash, mean, ...(liver && { liverDeviation: liver.deviation }) });
    }
  }, 120_000);

  it('take 8 MB at most', () => {
    const bytes = listDataset(dataset).reduce((sum, path) => sum + readExample(dataset, path).length, 0);
    expect(bytes).toBeLessThan(8_000_000);
  });

  it('have one size, masks included', () => {
    expect([...sizes]).toEqual(['176 × 128']);
  });

  it('differ, every one from every other', () => {
    expect(new Set(seen.map(({ hash }) => hash)).size).toBe(1543);
  });

  it('have masks in exactly the nine colours, each organ in more than a tenth of them', () => {
    expect(Object.keys(masksWith).sort()).toEqual(Object.values(colourOf).sort());
    for (const [organ, colour] of Object.entries(colourOf))
      expect(masksWith[colour], organ).toBeGreaterThan(98);
  });

  it('show speckle in real livers and none in synthetic ones', () => {
    const deviationsOf = (domain: string): number[] =>
      seen.flatMap(({ row, liverDeviation }) =>
        row.domain === domain && liverDeviation !== undefined ? [liverDeviation] : [],
      );
    const real = deviationsOf('real');
    const synthetic = deviationsOf('synthetic');
    expect(real.length).toBeGreaterThan(40);
    expect(synthetic.length).toBeGreaterThan(600);
    // Two looks averaged and shown over 50 to 58 dB have 14 to 18 grey levels of speckle; none is left of ten.
    expect(Math.min(...real)).toBeGreaterThan(10);
    expect(Math.max(...synthetic)).toBeLessThan(5);
  });

  it('are darker where synthetic', () => {
    const meansOf = (domain: string): number[] =>
      seen.filter(({ row }) => row.domain === domain).map(({ mean }) => mean);
    expect(Math.max(...meansOf('synthetic'))).toBeLessThan(Math.min(...meansOf('real')));
  });
});
