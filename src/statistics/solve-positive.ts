/**
 * x of A x = b by Cholesky's decomposition, which takes the place of A.
 * @param matrix symmetric and positive definite, row by row; only its lower triangle is read
 */
export function solvePositive(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const at = (row: number, column: number): number => matrix[row * size + column] ?? 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = at(row, column);
      for (let inner = 0; inner < column; inner++) rest -= at(row, inner) * at(column, inner);
      matrix[row * size + column] = row === column ? Math.sqrt(rest) : rest / at(column, column);
    }
  }
  const solution = right.slice();
  for (let row = 0; row < size; row++) {
    let rest = solution[row] ?? 0;
    for (let inner = 0; inner < row; inner++) rest -= at(row, inner) * (solution[inner] ?? 0);
    solution[row] = rest / at(row, row);
  }
  for (let row = size - 1; row >= 0; row--) {
    let rest = solution[row] ?? 0;
    for (let inner = row + 1; inner < size; inner++) rest -= at(inner, row) * (solution[inner] ?? 0);
    solution[row] = rest / at(row, row);
  }
  return solution;
}
