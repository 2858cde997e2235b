import { describe, expect, it } from 'vitest';
import { splitDataset } from '../../src/entry/split-dataset.ts';
import { buildDataset, cluster, image, pair, sample } from '../checks/build-dataset.ts';

const samples = [
  sample('a1.png', { subject: 'A', split: 'train', domain: 'real', label: 'a1' }),
  sample('a2.png', { subject: 'A', split: 'test', domain: 'real' }),
  sample('b1.png', { subject: 'B', split: 'train' }),
  sample('c1.png', { subject: 'C', split: 'test' }),
  sample('d1.png', { split: 'train' }),
  sample('e1.png', { split: 'test' }),
];

describe('splitDataset', () => {
  it('puts what belongs together into one split, moving as little as it can', () => {
    const { splitOf, proposal } = splitDataset(buildDataset({ samples }), { mode: 'repair', seed: 1 });
    expect(splitOf.get('a1.png')).toBe(splitOf.get('a2.png'));
    expect([...splitOf.keys()]).toEqual(samples.map(({ id }) => id));
    expect(proposal.moves.map(({ component, samples: count }) => [component, count])).toEqual([['A', 1]]);
  });

  it('keeps copies together though their subjects differ', () => {
    const images = Object.fromEntries(samples.map(({ id }) => [id, image(id)]));
    const dataset = buildDataset({ samples, images, clusters: [cluster(pair('b1.png', 'c1.png'))] });
    const { splitOf } = splitDataset(dataset, { mode: 'repair', seed: 1 });
    expect(splitOf.get('b1.png')).toBe(splitOf.get('c1.png'));
  });

  it('shares out classes, domains and labels', () => {
    const { proposal } = splitDataset(buildDataset({ samples }), { mode: 'repair', seed: 1 });
    expect(
      proposal.strata.map(({ dimension, stratum, samples: count }) => [dimension, stratum, count]),
    ).toEqual([
      ['domain', 'real', 2],
      ['labelled', 'real', 1],
    ]);
  });
});
