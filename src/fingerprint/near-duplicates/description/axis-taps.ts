/** How the samples of one axis fall into cells: sample `firsts[c] + i` of cell c weighs `weights[offsets[c] + i]`. */
export interface AxisTaps {
  readonly firsts: Int32Array;
  readonly offsets: Int32Array;
  /** Whole numbers. */
  readonly weights: Uint16Array;
  /** What the weights of each cell add up to. */
  readonly total: number;
}

/**
 * Divides an axis into equal cells. A sample that a cell's border cuts counts by its share, in units of 1 / `cells` of a
 * sample; where a cell is smaller than a sample, its two neighbours are interpolated in units of 1 / (2 `cells`).
 */
export function weighAxis(samples: number, cells: number): AxisTaps {
  const firsts = new Int32Array(cells);
  const offsets = new Int32Array(cells + 1);
  const weights: number[] = [];
  const unit = 2 * cells;
  for (let cell = 0; cell < cells; cell++) {
    offsets[cell] = weights.length;
    if (samples >= cells) {
      const from = cell * samples;
      const to = from + samples;
      const first = Math.floor(from / cells);
      firsts[cell] = first;
      for (let sample = first; sample * cells < to; sample++) {
        weights.push(Math.min((sample + 1) * cells, to) - Math.max(sample * cells, from));
      }
    } else {
      const center = Math.max(0, Math.min((samples - 1) * unit, (2 * cell + 1) * samples - cells));
      const first = Math.min(Math.floor(center / unit), Math.max(0, samples - 2));
      firsts[cell] = first;
      const share = center - first * unit;
      weights.push(unit - share);
      if (samples > 1) weights.push(share);
    }
  }
  offsets[cells] = weights.length;
  return { firsts, offsets, weights: Uint16Array.from(weights), total: samples >= cells ? samples : unit };
}
