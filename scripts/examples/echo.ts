import type { Anatomy } from './anatomy.ts';
import { beamAngle, beamCount, sampleCount, type Probe } from './probe.ts';

/** What comes back along the beams, line by line, before noise and display. */
export interface Echoes {
  /** Mean echo in dB against liver, damping on the way included. */
  readonly levelDb: Float32Array;
}

/** Below this, a shadow holds only what reverberates into it. */
const shadowFloorDb = -32;

/**
 * Follows every beam down and sums the damping of what it passes. Shadows behind bone and brightening behind
 * fluid need no rule of their own: time gain compensation expects soft tissue all the way, and they are what is
 * left where it is wrong.
 */
export function traceBeams(anatomy: Anatomy, probe: Probe): Echoes {
  const levelDb = new Float32Array(beamCount * sampleCount);
  for (let beam = 0; beam < beamCount; beam++) {
    const angle = beamAngle(probe, beam);
    const sine = Math.sin(angle);
    const cosine = Math.cos(angle);
    let remaining = 0;
    for (let sample = 0; sample < sampleCount; sample++) {
      const depth = (sample + 0.5) * probe.sampleMm;
      const reach = probe.radiusMm + depth;
      const { tissue, echoDb } = anatomy.findTissue(reach * sine, reach * cosine - probe.radiusMm, depth);
      levelDb[beam * sampleCount + sample] = echoDb + remaining;
      remaining = Math.max(shadowFloorDb, remaining - (tissue.excessDbPerCm * probe.sampleMm) / 10);
    }
  }
  return { levelDb };
}

/** Blurs `field` in place with binomial weights: `axial` times along the beams, `lateral` times across them. */
export function blurField(field: Float32Array, axial: number, lateral: number): void {
  const passes = [
    { step: 1, count: sampleCount, otherStep: sampleCount, otherCount: beamCount, times: axial },
    { step: sampleCount, count: beamCount, otherStep: 1, otherCount: sampleCount, times: lateral },
  ];
  for (const { step, count, otherStep, otherCount, times } of passes)
    for (let time = 0; time < times; time++)
      for (let other = 0; other < otherCount; other++) {
        let at = other * otherStep;
        let before = field[at] ?? 0;
        for (let index = 0; index < count; index++, at += step) {
          const here = field[at] ?? 0;
          const after = index + 1 < count ? (field[at + step] ?? 0) : here;
          field[at] = (before + 2 * here + after) / 4;
          before = here;
        }
      }
}
