import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageArea, chooseByArea, fitInSquare } from '../../../src/fingerprint/thumbnails/resample.ts';

const length = fc.integer({ min: 1, max: 9 });
const size = fc.record({ width: length, height: length });

/** The original pixel under the middle of each of the cells that both grids divide into. */
function* fineCells(from: { width: number; height: number }, to: { width: number; height: number }) {
  for (let y = 0; y < from.height * to.height; y++)
    for (let x = 0; x < from.width * to.width; x++)
      yield {
        source: Math.floor(y / to.height) * from.width + Math.floor(x / to.width),
        target: Math.floor(y / from.height) * to.width + Math.floor(x / from.width),
      };
}

describe('fitInSquare', () => {
  it.each([
    [{ width: 640, height: 480 }, 208, { width: 208, height: 156 }],
    [{ width: 3, height: 6 }, 208, { width: 104, height: 208 }],
    [{ width: 10_000, height: 1 }, 208, { width: 208, height: 1 }],
  ])('%o in %i', (from, edge, to) => expect(fitInSquare(from, edge)).toEqual(to));
});

describe('averageArea', () => {
  it('is the mean over the area, as on a grid so fine that no pixel is cut', () => {
    fc.assert(
      fc.property(
        size,
        size,
        fc.constantFrom(1, 2, 3),
        fc.infiniteStream(fc.nat({ max: 65_535 })),
        (from, to, channels, stream) => {
          const stride = channels + 1;
          const samples = Uint16Array.from({ length: from.width * from.height * stride }, () =>
            Number(stream.next().value),
          );
          const sums = new Float64Array(to.width * to.height * channels);
          for (const { source, target } of fineCells(from, to))
            for (let channel = 0; channel < channels; channel++)
              sums[target * channels + channel] =
                (sums[target * channels + channel] ?? 0) + (samples[source * stride + channel] ?? 0);
          const means = averageArea(samples, from, { stride, channels }, to);
          expect(means).toHaveLength(sums.length);
          means.forEach((mean, at) =>
            expect(mean).toBeCloseTo((sums[at] ?? 0) / (from.width * from.height), 6),
          );
        },
      ),
    );
  });
});

describe('chooseByArea', () => {
  it('takes the place of the largest area, the background by half', () => {
    fc.assert(
      fc.property(size, size, fc.infiniteStream(fc.integer({ min: -1, max: 3 })), (from, to, stream) => {
        const places = Int16Array.from({ length: from.width * from.height }, () =>
          Number(stream.next().value),
        );
        const cells = Array.from({ length: to.width * to.height }, () => new Map<number, number>());
        for (const { source, target } of fineCells(from, to)) {
          const place = places[source] ?? -1;
          const cell = cells[target];
          cell?.set(place, (cell.get(place) ?? 0) + (place === 0 ? 0.5 : 1));
        }
        const chosen = chooseByArea(places, from, 4, to);
        cells.forEach((cell, at) => {
          const largest = Math.max(...cell.values());
          // Where two are equal, rounding may decide.
          expect(cell.get(chosen[at] ?? NaN) ?? 0).toBeCloseTo(largest, 6);
        });
      }),
    );
  });
});
