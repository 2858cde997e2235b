/** Figures of the subjects of two sides, one row a subject, `width` figures a row. */
export interface SubjectTable {
  readonly width: number;
  /** Rows of the first side, then of the second; finite. */
  readonly values: Float64Array;
  readonly firstCount: number;
  readonly secondCount: number;
}

/** What each figure was centred by and divided by. */
export interface ColumnScales {
  readonly means: Float64Array;
  /** Square roots of the sums of squared deviations; 0 where a column does not vary. */
  readonly norms: Float64Array;
}

/** Columns with mean 0 and sum of squares 1 over both sides; all 0 where a column does not vary. */
export function standardizeColumns({
  width,
  values,
}: Pick<SubjectTable, 'width' | 'values'>): ColumnScales & {
  readonly scores: Float64Array;
} {
  const rows = values.length / width;
  const means = new Float64Array(width);
  const norms = new Float64Array(width);
  const scores = new Float64Array(values.length);
  for (let column = 0; column < width; column++) {
    let sum = 0;
    let greatest = 0;
    for (let at = column; at < values.length; at += width) {
      sum += values[at] ?? 0;
      greatest = Math.max(greatest, Math.abs(values[at] ?? 0));
    }
    const mean = rows > 0 ? sum / rows : 0;
    let squares = 0;
    for (let at = column; at < values.length; at += width) squares += ((values[at] ?? 0) - mean) ** 2;
    // The mean of equal values differs from them by rounding.
    const norm = squares > rows * (1e-12 * greatest) ** 2 ? Math.sqrt(squares) : 0;
    means[column] = mean;
    norms[column] = norm;
    if (norm > 0)
      for (let at = column; at < values.length; at += width) scores[at] = ((values[at] ?? 0) - mean) / norm;
  }
  return { means, norms, scores };
}

/** The figures of one column, by row. */
export function columnOf(
  { width, values }: Pick<SubjectTable, 'width' | 'values'>,
  column: number,
): Float64Array {
  return Float64Array.from({ length: values.length / width }, (_, row) => values[row * width + column] ?? 0);
}
