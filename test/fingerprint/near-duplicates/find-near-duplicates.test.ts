import { describe, expect, it } from 'vitest';
import type { IntensityPage } from '../../../src/fingerprint/intensity.ts';
import {
  findNearDuplicates,
  type DescribedPicture,
} from '../../../src/fingerprint/near-duplicates/find-near-duplicates.ts';
import { describePicture } from '../../../src/fingerprint/near-duplicates/description/picture-description.ts';
import { drawPicture, mapLevels, remap, seedRandom } from './draw-picture.ts';

function toPicture(id: string, page: IntensityPage, subject?: string): DescribedPicture {
  return { id, bytesHash: id, description: describePicture(page), ...(subject !== undefined && { subject }) };
}

const clean = Array.from({ length: 24 }, (_, seed) => toPicture(`clean-${seed}`, drawPicture(seed + 1)));
const original = drawPicture(1);
const { width, height } = original;

const copies: Record<string, IntensityPage> = {
  'the same pixels': original,
  'half the size': remap(original, width / 2, height / 2, (x, y) => [2 * x, 2 * y]),
  'twice the size': remap(original, 2 * width, 2 * height, (x, y) => [Math.floor(x / 2), Math.floor(y / 2)]),
  'cropped by 15 % a side': remap(original, width * 0.7, height * 0.7, (x, y) => [
    x + 0.15 * width,
    y + 0.15 * height,
  ]),
  flipped: remap(original, width, height, (x, y) => [width - 1 - x, y]),
  'turned by 90°': remap(original, height, width, (x, y) => [y, height - 1 - x]),
  'turned by 180°': remap(original, width, height, (x, y) => [width - 1 - x, height - 1 - y]),
  'turned by 270°': remap(original, height, width, (x, y) => [width - 1 - y, x]),
  transposed: remap(original, height, width, (x, y) => [y, x]),
  'brighter by gamma 0.6': mapLevels(original, (level) => 255 * (level / 255) ** 0.6),
  'half the contrast': mapLevels(original, (level) => level / 2 + 20),
};

describe('findNearDuplicates', () => {
  it.each(Object.entries(copies))('finds a copy that is %s', (_, page) => {
    const { clusters } = findNearDuplicates([...clean, toPicture('copy', page)]);
    expect(clusters.map(({ likeness, members }) => ({ likeness, members }))).toEqual([
      { likeness: 'copy', members: ['clean-0', 'copy'] },
    ]);
  });

  it('finds a copy with noise and a black box over it', () => {
    const random = seedRandom(5);
    const noisy = mapLevels(original, (level) => level + 30 * (random() - 0.5));
    const levels = noisy.levels.slice();
    for (let y = 20; y < 50; y++) levels.fill(0, y * width + 30, y * width + 80);
    const { clusters } = findNearDuplicates([...clean, toPicture('copy', { width, height, levels })]);
    expect(clusters[0]).toMatchObject({ likeness: 'copy', members: ['clean-0', 'copy'] });
  });

  it('says nothing of different pictures', () => {
    expect(findNearDuplicates(clean).clusters).toEqual([]);
  });

  it('tells a scene in which something moved from a copy', () => {
    const moved = remap(original, width, height, (x, y) => [
      Math.min(width - 1, Math.max(0, x + 4 * Math.sin(y / 20))),
      Math.min(height - 1, Math.max(0, y + 4 * Math.sin(x / 25))),
    ]);
    const { clusters } = findNearDuplicates([...clean, toPicture('next', moved)]);
    expect(clusters.map(({ likeness, members }) => ({ likeness, members }))).toEqual([
      { likeness: 'scene', members: ['clean-0', 'next'] },
    ]);
  });

  it('sets a picture that shows nothing apart', () => {
    const blank = mapLevels(original, () => 90);
    const { clusters, featureless } = findNearDuplicates([
      ...clean,
      toPicture('blank-1', blank),
      toPicture('blank-2', blank),
    ]);
    expect(clusters).toEqual([]);
    expect(featureless).toEqual(['blank-1', 'blank-2']);
  });

  it('leaves out what all pictures of a source share', () => {
    // A panel with a pattern of its own that covers all but a strip of every picture: without the layout, pictures of
    // different subjects would agree in nearly all they show.
    const panel = drawPicture(500, width, height);
    const panelled = Array.from({ length: 16 }, (_, seed) => {
      const levels = drawPicture(seed + 100).levels.slice();
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < 0.8 * width; x++) levels[y * width + x] = panel.levels[y * width + x] ?? 0;
      }
      return toPicture(`panelled-${seed}`, { width, height, levels }, `subject-${seed}`);
    });
    const few = findNearDuplicates(panelled.slice(0, 6));
    // Six pictures are too few for a layout: the control that the panel makes them alike.
    expect(new Set(few.clusters.flatMap(({ members }) => members)).size).toBeGreaterThanOrEqual(5);
    expect(findNearDuplicates(panelled).clusters).toEqual([]);
  });

  it('gives the same report whatever the order', () => {
    const pictures = [...clean, ...Object.entries(copies).map(([id, page]) => toPicture(id, page))];
    const report = findNearDuplicates(pictures);
    expect(findNearDuplicates([...pictures].reverse())).toEqual(report);
    // So many likes of one picture raise the threshold for copies: some are of its scene then.
    const all = report.clusters.find(({ members }) => members.length === 1 + Object.keys(copies).length);
    expect(all?.tree).toHaveLength((all?.members.length ?? 0) - 1);
    expect(all?.pairs).toBeGreaterThanOrEqual(all?.tree.length ?? Infinity);
  });

  it('finds in a large data set what it finds in a small one, and compares fewer pairs', () => {
    const random = seedRandom(9);
    const families = [1, 2, 3].flatMap((seed) =>
      Array.from({ length: 12 }, (_, copy) => {
        const page = mapLevels(drawPicture(seed), (level) => level + 8 * (random() - 0.5));
        return toPicture(`family-${seed}-${copy}`, page, `subject-${seed}-${copy}`);
      }),
    );
    const pictures = [...clean.slice(3), ...families];
    const small = findNearDuplicates(pictures);
    const large = findNearDuplicates(pictures, { sampledPictures: 4 });
    const list = ({ clusters }: typeof small) =>
      clusters.map(({ likeness, members }) => ({ likeness, members }));
    expect(list(small).map(({ members }) => members.length)).toEqual([12, 12, 12]);
    expect(list(large)).toEqual(list(small));
    expect(small.skippedPairs).toBe(0);
    expect(large.comparedPairs + large.skippedPairs).toBe(small.comparedPairs);
    // Eleven pairs hold a family together; those of the sample are compared, too.
    expect(large.comparedPairs).toBeLessThan(3 * 11 + 4 * 11 + 1);
    expect(findNearDuplicates([...pictures].reverse(), { sampledPictures: 4 })).toEqual(large);
  });

  it('needs at most 12 KB a picture', () => {
    for (const { description } of clean) {
      const { levels, words, places } = description;
      expect(levels.byteLength + words.byteLength + places.byteLength).toBeLessThan(12_000);
    }
  });
});
