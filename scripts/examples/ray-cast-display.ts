import { blurField, type Echoes } from './echo.ts';
import { commonDepthCm, sampleCount } from './probe.ts';
import type { Random } from './random.ts';

/** Settings of a renderer that casts rays through a segmented volume. */
export interface RayCastDisplay {
  /** Level in dB that is shown as black, and the dB from there to white. */
  readonly blackDb: number;
  readonly rangeDb: number;
  readonly falloffDbPerCm: number;
  /** Grey levels per dB by which a border that meets the beam at right angles outshines what lies around it. */
  readonly borderGain: number;
}

export function drawRayCastDisplay(random: Random): RayCastDisplay {
  return {
    blackDb: random.uniform(-16, -12),
    rangeDb: random.uniform(64, 76),
    falloffDbPerCm: random.uniform(0.3, 0.6),
    borderGain: random.uniform(8, 12),
  };
}

/**
 * Shows echoes as a ray caster does, 0–255: the mean echo of the tissue, smooth and dark, with bright borders
 * where the echo changes along the ray, and no interference, hence no speckle.
 */
export function displayRayCast({ levelDb }: Echoes, settings: RayCastDisplay): Float32Array {
  const smooth = levelDb.slice();
  blurField(smooth, 2, 3);
  return smooth.map((level, at) => {
    const sample = at % sampleCount;
    const above = sample === 0 ? level : (smooth[at - 1] ?? level);
    const depthLossDb = settings.falloffDbPerCm * commonDepthCm * (sample / sampleCount);
    const body = ((level - depthLossDb - settings.blackDb) / settings.rangeDb) * 255;
    const border = settings.borderGain * Math.min(12, Math.abs(level - above));
    return Math.min(255, Math.max(0, body) + border);
  });
}
