import fc from 'fast-check';
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { joinNeighbours, readAt } from '../../../src/fingerprint/cache/read-together.ts';

const segments = [{ file: 7 }, { file: 3 }] as const;

/** Records that do not overlap, some of them longer than what is read at once, in two files. */
const records = fc
  .array(
    fc.record({
      segment: fc.constantFrom(...segments),
      gap: fc.oneof(fc.constant(0), fc.nat(40_000)),
      length: fc.oneof(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 2_000_000 })),
    }),
    { maxLength: 40 },
  )
  .map((drawn) => {
    const ends = new Map<object, number>();
    return drawn.map(({ segment, gap, length }) => {
      const start = (ends.get(segment) ?? 0) + gap;
      ends.set(segment, start + length);
      return { segment, start, length };
    });
  });

it('has each record once, in stretches that hold them, and are short and full', () => {
  fc.assert(
    fc.property(
      records.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all]))),
      ([all, asked]) => {
        const stretches = [...joinNeighbours(asked)];
        const found = stretches.flatMap((stretch) => stretch.records);
        const inPlace = [3, 7].flatMap((file) => all.filter(({ segment }) => segment.file === file));
        expect(found).toEqual(inPlace.filter((record) => asked.includes(record)));
        for (const { segment, start, length, records: held } of stretches) {
          expect(held.every((record) => record.segment === segment)).toBe(true);
          expect(start).toBe(held[0]?.start);
          expect(start + length).toBe(Math.max(...held.map((record) => record.start + record.length)));
          if (held.length > 1) expect(length).toBeLessThanOrEqual(1 << 20);
          const bytes = held.reduce((sum, record) => sum + record.length, 0);
          expect(length - bytes).toBeLessThanOrEqual((held.length - 1) * (16 << 10));
        }
      },
    ),
  );
});

it('reads what stands side by side at once', () => {
  const [segment] = segments;
  const rows = Array.from({ length: 300 }, (_, index) => ({ segment, start: index * 9000, length: 9000 }));
  expect([...joinNeighbours(rows)]).toHaveLength(3);
});

it('gives as much as a file has', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdout-read-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'file'), 'content');
  const file = openSync(join(folder, 'file'), 'r');
  onTestFinished(() => closeSync(file));
  expect(readAt(file, 3, Buffer.alloc(3)).toString()).toBe('ten');
  expect(readAt(file, 3, Buffer.alloc(9)).toString()).toBe('tent');
  expect(readAt(file, 9, Buffer.alloc(9))).toHaveLength(0);
});
