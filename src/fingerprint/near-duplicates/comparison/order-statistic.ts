/**
 * The value of a rank, counted from the least with 0, by Hoare's selection (1961, doi:10.1145/366622.366647): time grows
 * with the number of values. Reorders them.
 * @param values no NaN among them
 * @returns 0 where there is no such rank
 */
export function selectRank(values: Float32Array | Float64Array, rank: number): number {
  let left = 0;
  let right = values.length - 1;
  while (left < right) {
    const pivot = values[rank] ?? 0;
    let up = left;
    let down = right;
    while (up <= down) {
      while ((values[up] ?? 0) < pivot) up++;
      while ((values[down] ?? 0) > pivot) down--;
      if (up > down) break;
      const kept = values[up] ?? 0;
      values[up] = values[down] ?? 0;
      values[down] = kept;
      up++;
      down--;
    }
    if (down < rank) left = up;
    if (up > rank) right = down;
  }
  return values[rank] ?? 0;
}
