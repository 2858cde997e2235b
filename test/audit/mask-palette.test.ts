import { expect, it } from 'vitest';
import { readMasksBy } from '../../src/audit/mask-palette.ts';

const background = { color: '#000000', index: 0 };

it('reads colours: background, classes, ignored', () =>
  expect(
    readMasksBy({
      kind: 'mask',
      classes: [
        { name: 'liver', color: '#640064' },
        { name: 'bones', color: '#ffffff' },
      ],
      background,
      ignore: ['#010203'],
    }),
  ).toEqual({
    palette: {
      kind: 'color',
      colors: [
        [0, 0, 0],
        [100, 0, 100],
        [255, 255, 255],
        [1, 2, 3],
      ],
    },
    classes: [undefined, 'liver', 'bones', undefined],
  }));

it('reads indices', () =>
  expect(
    readMasksBy({ kind: 'mask', classes: [{ name: 'liver', index: 3 }], background, ignore: [255] }),
  ).toEqual({
    palette: { kind: 'index', indices: [0, 3, 255] },
    classes: [undefined, 'liver', undefined],
  }));

it('reads nothing where labels are no masks', () =>
  expect(readMasksBy({ kind: 'class', classes: [{ name: 'a' }], background, ignore: [] })).toBeUndefined());
