/**
 * `copy`: one picture was made from the other. `scene`: both show the same moment or field, such as neighbouring frames
 * of a clip or two photographs of one object.
 */
export type Likeness = 'copy' | 'scene';

/**
 * How one picture has to be turned to lie on the other, by the bits of the search: 4 transposes first, then 1 flips left
 * and right, 2 top and bottom. Quarter turns are clockwise.
 */
export const orientations = [
  'upright',
  'mirrored',
  'upside down and mirrored',
  'turned by 180°',
  'transposed',
  'turned by 90°',
  'turned by 270°',
  'transposed and turned by 180°',
] as const;
export type OrientationName = (typeof orientations)[number];

/** Two pictures that were found alike on their pixels. */
export interface LikePair {
  /** Ids of samples, `a` before `b` in code-unit order. */
  readonly a: string;
  readonly b: string;
  readonly likeness: Likeness;
  /** Correlation of the aligned pixels where there is structure, −1 to 1. */
  readonly correlation: number;
  /** Share of the smaller picture that the other covers, 0–1. */
  readonly overlap: number;
  /** How `a` is turned to lie on `b`. */
  readonly orientation: OrientationName;
}

/** Pictures that are alike, directly or through others of the cluster. */
export interface LikenessCluster {
  /** `copy` where copies alone hold it together. */
  readonly likeness: Likeness;
  /** Ids of samples, sorted; at least two. */
  readonly members: readonly string[];
  /** The strongest pairs that hold the members together: one fewer than members, a path between any two. */
  readonly tree: readonly LikePair[];
  /** Verified pairs in all. */
  readonly pairs: number;
}

/** What the search for near-duplicates found in a dataset. */
export interface NearDuplicates {
  /** Sorted by likeness, then by the first member. */
  readonly clusters: readonly LikenessCluster[];
  /** Ids of samples whose pictures show too little to be compared; sorted. */
  readonly featureless: readonly string[];
  /** Pairs that were compared on pixels. */
  readonly comparedPairs: number;
  /** Pairs of a large data set that were left out, as their pictures were known to be copies, or no copies, already. */
  readonly skippedPairs: number;
  /** Scores (a correlation less what is not covered) from which pairs count, as calibrated on this dataset. */
  readonly thresholds: { readonly betweenSubjects: number; readonly withinSubject: number };
  /** Share of pictures that may have a false alarm: the thresholds are set for it. */
  readonly falseAlarmRate: number;
}
