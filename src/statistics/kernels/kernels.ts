/**
 * Loops over the rows of drawn subjects, all draws of a round at once. Places are bytes of one memory: `weights` those of
 * `DrawnWeights`; figures, shares and sums are doubles, and a list of rows holds, as 32-bit integers, row × `lanes`.
 * Results are a double a lane.
 */
export interface Kernels {
  /** Writes the sum of `count` shares, each as often as its row is drawn. */
  readonly weighShares: (rows: number, shares: number, count: number, weights: number, sums: number) => void;
  /** Writes the sums of the figures of the rows [from, end), and of their squares, as often as they are drawn. */
  readonly weighMoments: (
    figures: number,
    weights: number,
    from: number,
    end: number,
    sums: number,
    squares: number,
  ) => void;
  /**
   * Writes, over the pairs of drawn values of the two sides, how often the second lies above, twice, and how often both
   * are equal. See `OrderedValues` for the lists.
   * @param seen room for a double of each value of the first side and lane, and one more, the first of them 0
   */
  readonly weighPairs: (
    firstRows: number,
    firstCount: number,
    secondRows: number,
    below: number,
    reached: number,
    secondCount: number,
    weights: number,
    seen: number,
    sums: number,
  ) => void;
  /** Writes the sum of the gaps, each times how far apart the sums of the parts of the drawn values up to it are. */
  readonly weighGaps: (
    rows: number,
    gaps: number,
    parts: number,
    count: number,
    weights: number,
    sums: number,
  ) => void;
}
