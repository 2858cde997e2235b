/** How alike the values of one cluster are, against those of others. */
export interface ClusterVariance {
  /**
   * Intra-class correlation ICC(1): the share of the variance that lies between clusters. 1 where the values of a
   * cluster are equal, about 0 where clusters say nothing; below 0 by chance.
   */
  readonly correlation: number;
  readonly clusters: number;
  readonly values: number;
  /** Σn²/Σn: the size of the cluster that a value drawn at random stands in. */
  readonly meanSizePerValue: number;
}

/**
 * The one-way analysis-of-variance estimate of the intra-class correlation for clusters of unequal size,
 * (MSB − MSW) / (MSB + (n₀ − 1) MSW) with n₀ = (N − Σn²/N) / (k − 1) (Donner 1986, doi:10.2307/1403259; ICC(1,1) of
 * Shrout and Fleiss 1979, doi:10.1037/0033-2909.86.2.420, where all sizes are the same).
 * @param clusters the values of each cluster; empty ones do not count
 * @returns undefined where it cannot be told: fewer than two clusters, no cluster of two values, or one value throughout
 */
export function measureClusterVariance(clusters: Iterable<readonly number[]>): ClusterVariance | undefined {
  const filled = [...clusters].filter((cluster) => cluster.length > 0);
  const sizes = filled.map((cluster) => cluster.length);
  const total = sum(sizes);
  const squares = sum(sizes.map((size) => size * size));
  const betweenDegrees = filled.length - 1;
  const withinDegrees = total - filled.length;
  if (betweenDegrees < 1 || withinDegrees < 1) return undefined;

  const grandMean = sum(filled.map(sum)) / total;
  let between = 0;
  let within = 0;
  for (const cluster of filled) {
    const mean = sum(cluster) / cluster.length;
    between += cluster.length * (mean - grandMean) ** 2;
    for (const value of cluster) within += (value - mean) ** 2;
  }
  const meanBetween = between / betweenDegrees;
  const meanWithin = within / withinDegrees;
  const typicalSize = (total - squares / total) / betweenDegrees;
  const spread = meanBetween + (typicalSize - 1) * meanWithin;
  // What rounding leaves of a constant is no variance.
  if (spread <= 1e-24 * grandMean ** 2) return undefined;
  return {
    correlation: (meanBetween - meanWithin) / spread,
    clusters: filled.length,
    values: total,
    meanSizePerValue: squares / total,
  };
}

/**
 * How many times more values in clusters are needed for the precision of independent ones: 1 + (Σn²/Σn − 1) ρ (Kish
 * 1965, "Survey Sampling"; for clusters of unequal size Kerry and Bland 2001, Statistics in Medicine 20:377). A correlation below 0 counts as 0. At 1, the values divided by it are Kish's effective number of clusters.
 * @param correlation intra-class correlation, up to 1
 * @param meanSizePerValue Σn²/Σn, from 1
 */
export function designEffect(correlation: number, meanSizePerValue: number): number {
  return 1 + (meanSizePerValue - 1) * Math.max(0, correlation);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
