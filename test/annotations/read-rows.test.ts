import { describe, expect, it } from 'vitest';
import { readRows } from '../../src/annotations/read-rows.ts';
import type { WrittenBox } from '../../src/model/sample.ts';

const row = (line: number, cells: WrittenBox['cells'], name = 'cell'): WrittenBox => ({
  class: name,
  cells,
  location: { file: 'm.csv', line },
});
const corners = { xmin: '1', ymin: '2.5', xmax: '30', ymax: '40' };

describe('readRows', () => {
  it('reads a box a row, at its line, and the size of the first row that has one', () => {
    const annotation = readRows(
      [row(2, { ...corners, width: '100', height: '80' }), row(3, { width: '100', height: '80' })],
      'm.csv',
    );
    expect(annotation).toEqual({
      kind: 'annotation',
      file: 'm.csv',
      format: 'rows',
      unit: 'pixel',
      size: { width: 100, height: 80, line: 2 },
      objects: [
        {
          className: 'cell',
          box: { xmin: 1, ymin: 2.5, xmax: 30, ymax: 40 },
          polygons: [],
          isCrowd: false,
          line: 2,
        },
      ],
      unusable: annotation.unusable,
    });
    expect(JSON.stringify(annotation.unusable)).not.toContain('row');
  });

  it.each([
    ['an edge that is no number', [row(2, { ...corners, xmax: 'NaN' })], 'xmax is'],
    ['an edge that is missing', [row(2, { xmin: '1', ymin: '2', xmax: '3' })], 'ymax is'],
    ['a box without a class', [row(2, corners, ' ')], 'a box without a class'],
    [
      'sizes that disagree',
      [row(2, { ...corners, width: '10', height: '10' }), row(3, { ...corners, width: '11', height: '10' })],
      'a row says 11 × 10, another 10 × 10',
    ],
  ])('tells %s', (_, rows, words) => {
    expect(JSON.stringify(readRows(rows, 'm.csv').unusable)).toContain(words);
  });
});
