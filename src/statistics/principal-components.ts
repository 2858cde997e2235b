/** The directions in which rows vary most. */
export interface PrincipalComponents {
  /** Unit vectors, the one of most variance first; the entry of greatest size is positive. */
  readonly axes: readonly Float64Array[];
  /** Of the whole variance, 0–1 each; 0 where nothing varies. */
  readonly explained: readonly number[];
}

/** More sweeps than any symmetric matrix of this size needs; each squares what is left beside the diagonal. */
const maxSweeps = 50;

/**
 * Principal components of rows that are centred (Jolliffe 2002, "Principal Component Analysis", § 1.1), by Jacobi's
 * rotations of their covariance, in the same order on every machine.
 * @param scores rows of `width`, each column with mean 0
 * @param count axes wanted, at most `width`
 */
export function findPrincipalComponents(
  scores: Float64Array,
  width: number,
  count: number,
): PrincipalComponents {
  const covariance = multiplyTransposed(scores, width);
  const vectors = diagonalize(covariance, width);
  const variances = Float64Array.from({ length: width }, (_, at) => covariance[at * width + at] ?? 0);
  const total = variances.reduce((sum, variance) => sum + variance, 0);
  const falling = [...variances.keys()].sort((a, b) => (variances[b] ?? 0) - (variances[a] ?? 0) || a - b);
  const chosen = falling.slice(0, count);
  return {
    axes: chosen.map((axis) =>
      pointUp(Float64Array.from({ length: width }, (_, row) => vectors[row * width + axis] ?? 0)),
    ),
    explained: chosen.map((axis) => (total > 0 ? Math.max(0, variances[axis] ?? 0) / total : 0)),
  };
}

function multiplyTransposed(scores: Float64Array, width: number): Float64Array {
  const product = new Float64Array(width * width);
  for (let first = 0; first < scores.length; first += width) {
    for (let a = 0; a < width; a++) {
      const score = scores[first + a] ?? 0;
      for (let b = 0; b < width; b++)
        product[a * width + b] = (product[a * width + b] ?? 0) + score * (scores[first + b] ?? 0);
    }
  }
  return product;
}

/** Makes a symmetric matrix diagonal in place. @returns the eigenvectors, in columns */
function diagonalize(matrix: Float64Array, width: number): Float64Array {
  const at = (row: number, column: number): number => matrix[row * width + column] ?? 0;
  const vectors = new Float64Array(width * width);
  for (let axis = 0; axis < width; axis++) vectors[axis * width + axis] = 1;
  for (let sweep = 0; sweep < maxSweeps; sweep++) {
    let isDiagonal = true;
    for (let p = 0; p < width - 1; p++) {
      for (let q = p + 1; q < width; q++) {
        if (Math.abs(at(p, q)) <= Number.EPSILON * Math.sqrt(Math.abs(at(p, p) * at(q, q)))) continue;
        isDiagonal = false;
        const slope = (at(q, q) - at(p, p)) / (2 * at(p, q));
        const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.hypot(1, slope));
        const cosine = 1 / Math.hypot(1, tangent);
        const sine = tangent * cosine;
        rotateColumns(matrix, width, p, q, cosine, sine);
        rotateRows(matrix, width, p, q, cosine, sine);
        rotateColumns(vectors, width, p, q, cosine, sine);
      }
    }
    if (isDiagonal) break;
  }
  return vectors;
}

function rotateColumns(
  matrix: Float64Array,
  width: number,
  p: number,
  q: number,
  cosine: number,
  sine: number,
): void {
  for (let first = 0; first < matrix.length; first += width) {
    const [left, right] = [matrix[first + p] ?? 0, matrix[first + q] ?? 0];
    matrix[first + p] = cosine * left - sine * right;
    matrix[first + q] = sine * left + cosine * right;
  }
}

function rotateRows(
  matrix: Float64Array,
  width: number,
  p: number,
  q: number,
  cosine: number,
  sine: number,
): void {
  for (let column = 0; column < width; column++) {
    const [upper, lower] = [matrix[p * width + column] ?? 0, matrix[q * width + column] ?? 0];
    matrix[p * width + column] = cosine * upper - sine * lower;
    matrix[q * width + column] = sine * upper + cosine * lower;
  }
}

function pointUp(axis: Float64Array): Float64Array {
  let greatest = 0;
  for (const entry of axis) if (Math.abs(entry) > Math.abs(greatest) * (1 + 1e-9)) greatest = entry;
  return greatest < 0 ? axis.map((entry) => 0 - entry) : axis;
}
