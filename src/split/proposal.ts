import type { Cost } from './cost.ts';
import type { Limit } from './limits.ts';

/** A way to divide a dataset, with everything needed to judge it. */
export interface SplitProposal {
  /** Split of every component by its id, sorted by id. */
  readonly assignment: ReadonlyMap<string, string>;
  /** In the order in which they were asked for. */
  readonly splits: readonly SplitSize[];
  /** Sorted by dimension, then by stratum. */
  readonly strata: readonly StratumSpread[];
  /** What leaves a split that it stands in today, sorted by component, then by `from`; empty for folds. */
  readonly moves: readonly Move[];
  readonly cost: {
    readonly after: Cost;
    /** Of today's division; undefined where there is none, or one into other splits. */
    readonly before: Cost | undefined;
  };
  /** Whether all divisions were looked at, so that none is better; else this is the best of those looked at. */
  readonly isProven: boolean;
  /** Why the division is not as good as one would wish, the gravest first; empty where it is. */
  readonly limits: readonly Limit[];
}

export interface SplitSize {
  readonly name: string;
  /** Share of all samples that was asked for. */
  readonly wanted: number;
  readonly samples: number;
  /** Of all samples. */
  readonly share: number;
  readonly subjects: number;
  readonly components: number;
  /** How far the split's mix is from that of the whole, by dimension. */
  readonly mixes: readonly MixDistance[];
}

export interface MixDistance {
  readonly dimension: string;
  /**
   * Total variation distance between the shares of the strata in the split and in the whole, 0–1: the share of the
   * split's labels that would have to be others for the two to be the same. Undefined where the split has none.
   */
  readonly distance: number | undefined;
}

/** Where the samples of a stratum stand. */
export interface StratumSpread {
  readonly dimension: string;
  readonly stratum: string;
  readonly samples: number;
  /** Components that have such samples. */
  readonly components: number;
  /** Of all samples. */
  readonly share: number;
  readonly splits: readonly {
    readonly name: string;
    readonly samples: number;
    /** Of the split's samples; 0 of an empty split. */
    readonly share: number;
    readonly components: number;
  }[];
}

export interface Move {
  readonly component: string;
  readonly from: string;
  readonly to: string;
  readonly samples: number;
}
