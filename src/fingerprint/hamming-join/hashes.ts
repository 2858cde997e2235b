/** 64-bit hashes, one an index: their upper and their lower 32 bits. */
export interface Hashes {
  readonly high: Uint32Array;
  /** As long as `high`. */
  readonly low: Uint32Array;
}

/** Bits of a hash. */
export const hashBits = 64;
