import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSampleGraph, findPath } from '../../../src/checks/leakage/sample-graph.ts';
import type { Dataset } from '../../../src/model/dataset.ts';
import { buildDataset, cluster, image, pair, sample } from '../build-dataset.ts';

/** Whether two samples share strong evidence, by the definition. */
function areTied({ images, nearDuplicates }: Dataset, a: Dataset['samples'][number], b: typeof a): boolean {
  const isSameGroup = (kind: string): boolean =>
    a.groups[kind] !== undefined && a.groups[kind] === b.groups[kind] && a.subject === b.subject;
  const pixels = [a, b].map(({ id }) => {
    const outcome = images.get(id);
    return outcome?.kind === 'image' ? outcome.pixelsHash : id;
  });
  const pairs = nearDuplicates?.clusters.flatMap(({ tree }) => tree) ?? [];
  return (
    (a.subject !== undefined && a.subject === b.subject) ||
    isSameGroup('study') ||
    pixels[0] === pixels[1] ||
    pairs.some((one) => [one.a, one.b].sort().join() === [a.id, b.id].sort().join())
  );
}

const letter = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const arbitraryDataset = fc
  .record({
    rows: fc.array(
      fc.record({
        subject: fc.option(letter, { nil: undefined }),
        study: fc.option(letter, { nil: undefined }),
        pixels: fc.option(letter, { nil: undefined }),
      }),
      { minLength: 2, maxLength: 14 },
    ),
    pairs: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 4 }),
  })
  .map(({ rows, pairs }) => {
    const name = (index: number): string => `${String(index).padStart(2, '0')}.png`;
    const trees = pairs
      .filter(([a, b]) => a < b && b < rows.length)
      .map(([a, b]) => cluster(pair(name(a), name(b))));
    return buildDataset({
      samples: rows.map(({ subject, study }, index) =>
        sample(name(index), {
          ...(subject !== undefined && { subject }),
          groups: study === undefined ? {} : { study },
        }),
      ),
      images: Object.fromEntries(
        rows.map(({ pixels }, index) => [name(index), image(pixels ?? `own ${index}`)] as const),
      ),
      clusters: trees,
    });
  });

describe('buildSampleGraph', () => {
  it('joins what the closure of all ties joins, and nothing else', () =>
    fc.assert(
      fc.property(arbitraryDataset, (dataset) => {
        const reached = dataset.samples.map((one) =>
          dataset.samples.map((other) => areTied(dataset, one, other)),
        );
        for (let via = 0; via < reached.length; via++)
          for (const row of reached)
            if (row[via]) reached[via]?.forEach((isReached, index) => (row[index] ||= isReached));
        const { components } = buildSampleGraph(dataset);
        const componentOf = new Map(
          components.flatMap((one, index) => one.map(({ id }) => [id, index] as const)),
        );
        dataset.samples.forEach((one, i) => {
          dataset.samples.forEach((other, j) => {
            if (i === j) return;
            const together = componentOf.has(one.id) && componentOf.get(one.id) === componentOf.get(other.id);
            expect(together, `${one.id} ${other.id}`).toBe(reached[i]?.[j]);
          });
        });
      }),
    ));

  it('has no more links than samples times kinds of evidence', () => {
    const many = Array.from({ length: 3000 }, (_, index) => sample(`${index}.png`, { subject: 'P1' }));
    const { linksOf } = buildSampleGraph(buildDataset({ samples: many }));
    expect([...linksOf.values()].reduce((sum, { length }) => sum + length, 0)).toBe(2 * (many.length - 1));
  });

  it('nests groups in their subject', () => {
    const samples = [
      sample('a.png', { subject: 'P1', groups: { study: '1' } }),
      sample('b.png', { subject: 'P2', groups: { study: '1' } }),
      sample('c.png', { groups: { study: '1' } }),
    ];
    expect(buildSampleGraph(buildDataset({ samples })).components).toEqual([]);
  });
});

describe('findPath', () => {
  it('goes the shortest way', () => {
    const samples = ['a', 'b', 'c', 'd'].map((name) => sample(`${name}.png`));
    const dataset = buildDataset({
      samples,
      clusters: [
        cluster(pair('a.png', 'b.png')),
        cluster(pair('b.png', 'c.png')),
        cluster(pair('c.png', 'd.png')),
        cluster(pair('a.png', 'd.png')),
      ],
    });
    const graph = buildSampleGraph(dataset);
    const [first] = dataset.samples;
    const walk = (target: string) =>
      findPath(graph, first ? [first] : [], ({ id }) => id === target)?.map(
        ({ from, to }) => from.id + to.id,
      );
    expect(walk('d.png')).toEqual(['a.pngd.png']);
    expect(walk('c.png')).toHaveLength(2);
    expect(walk('z.png')).toBeUndefined();
  });
});
