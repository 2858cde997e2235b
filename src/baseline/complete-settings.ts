import type { BaselineSettings } from '../model/baseline.ts';
import type { BaselineConfig } from '../model/config.ts';

/** Bytes that the images and masks of one split may take in memory, four a pixel. */
const maxBytesOfSplit = 1_500_000_000;
const mostImages = 20_000;

/** Eight frames of the example with eight organs are learned by heart in 100. */
const overfitSteps = 120;

/** What a run is made of: what the config says, and what follows from it. */
export function completeSettings(config: BaselineConfig): BaselineSettings {
  const { seed, imageSize, batchSize, steps, leakSeeds } = config;
  return {
    seed,
    imageSize,
    batchSize,
    steps,
    overfitSteps,
    // Half of the training shows whether labels of other images can be learned.
    shuffledSteps: Math.ceil(steps / 2),
    leakSeeds,
    learningRate: 0.005,
    features: 16,
    threads: 2,
    maxImages: Math.min(mostImages, Math.floor(maxBytesOfSplit / (4 * imageSize ** 2))),
  };
}
