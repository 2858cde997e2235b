import { lanes } from './drawn-weights.ts';

/** Shares of the images of each subject over the bins of each figure, without the empty ones. */
export interface SubjectHistograms {
  /** Of each figure. */
  readonly bins: number;
  /** Entries of the subject in row r are those from `starts[r]` up to `starts[r + 1]`. */
  readonly starts: Uint32Array;
  /** Figure × `bins` + bin. */
  readonly cells: Uint32Array;
  /** 0–1; those of one subject and figure sum to 1. */
  readonly shares: Float64Array;
}

/** The entries of one cell and side, by row. */
export interface CellShares {
  /** Where the weights of their rows start. */
  readonly places: Int32Array;
  readonly shares: Float64Array;
}

/** Both sides of each cell, figure after figure. */
export function listCellShares(
  { starts, cells, shares }: SubjectHistograms,
  cellCount: number,
  firstCount: number,
): (readonly [CellShares, CellShares])[] {
  const counts = [new Uint32Array(cellCount), new Uint32Array(cellCount)] as const;
  const border = starts[firstCount] ?? 0;
  cells.forEach((cell, entry) => {
    const count = counts[entry < border ? 0 : 1];
    count[cell] = (count[cell] ?? 0) + 1;
  });
  const room = (count = 0): CellShares => ({
    places: new Int32Array(count),
    shares: new Float64Array(count),
  });
  const listed = Array.from(
    { length: cellCount },
    (_, cell) => [room(counts[0][cell]), room(counts[1][cell])] as const,
  );
  counts[0].fill(0);
  counts[1].fill(0);
  for (let row = 0; row + 1 < starts.length; row++) {
    const side = row < firstCount ? 0 : 1;
    for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry++) {
      const cell = cells[entry] ?? 0;
      const into = listed[cell]?.[side];
      if (!into) continue;
      const at = counts[side][cell] ?? 0;
      counts[side][cell] = at + 1;
      into.places[at] = row * lanes;
      into.shares[at] = shares[entry] ?? 0;
    }
  }
  return listed;
}
