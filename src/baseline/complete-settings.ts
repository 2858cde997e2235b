import type { BaselineSettings } from '../model/baseline.ts';
import type { BaselineConfig } from '../model/config.ts';

/** Bytes that the images and masks of one split may take in memory, four a pixel. */
const maxBytesOfSplit = 1_500_000_000;
const mostImages = 20_000;

/** What a run is made of: what the config says, and what follows from it. */
export function completeSettings({ seed, imageSize, batchSize, steps }: BaselineConfig): BaselineSettings {
  return {
    seed,
    imageSize,
    batchSize,
    steps,
    // Enough to learn a batch by heart, and for shuffled labels to show whether they can be learned from images.
    overfitSteps: Math.max(20, Math.round(steps / 2)),
    shuffledSteps: Math.max(20, Math.round(steps / 2)),
    learningRate: 0.002,
    features: 16,
    threads: 2,
    maxImages: Math.min(mostImages, Math.floor(maxBytesOfSplit / (4 * imageSize ** 2))),
  };
}
