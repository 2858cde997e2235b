import { expect, it } from 'vitest';
import { findIdenticalImages } from '../../../src/checks/duplicates/identical-images.ts';
import { buildDataset, failure, image, sample } from '../build-dataset.ts';

it('finds sets of equal pixels, sorted by their first id, and leaves blank pictures out', () => {
  const blank = image('0', { deviation: 0 });
  const images = {
    'a.png': image('z'),
    'b.png': image('y'),
    'c.png': image('y', { bytes: 'other' }),
    'd.png': image('z'),
    'e.png': image('x'),
    'f.png': blank,
    'g.png': blank,
    'h.png': failure('corrupt'),
  };
  const samples = [...Object.keys(images), 'i.png'].map((id) => sample(id));
  const { clusters, ...counts } = findIdenticalImages(buildDataset({ samples, images }));
  expect(clusters.map(({ samples: members, ...rest }) => [members.map(({ id }) => id), rest])).toEqual([
    [['a.png', 'd.png'], { haveSameBytes: true, pixelsHash: 'pixels z' }],
    [['b.png', 'c.png'], { haveSameBytes: false, pixelsHash: 'pixels y' }],
  ]);
  expect(counts).toEqual({ evaluated: 7, unavailable: 2, blank: 2 });
});
