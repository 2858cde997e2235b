import type { IntensityPage } from '../intensity.ts';
import { fitSize, resample, type GreyGrid } from './grey-grid.ts';
import { findKeypoints } from './keypoints.ts';
import { trimBorders, type Frame } from './trim-borders.ts';
import { hashPatch, patchSize, readPatch, transformPatch } from './patch-hash.ts';

/** What is kept of a picture to find its copies: a small grey picture and words for its patches. */
export interface PictureDescription {
  /** Pixels of the picture itself. */
  readonly sourceWidth: number;
  readonly sourceHeight: number;
  /** The part of the picture that is described: blank borders are left out. */
  readonly frame: Frame;
  readonly width: number;
  readonly height: number;
  /** Box-averaged picture, stretched to 0–255; longest side 96. */
  readonly levels: Uint8Array;
  /** Levels of the picture that 0–255 stand for: the contrast that is left to judge. */
  readonly range: number;
  /** Two 32-bit halves a word. */
  readonly words: Uint32Array;
  /** Four values a word: x and y in half pixels of `levels`, scale (eighths of an octave), orientation. */
  readonly places: Uint8Array;
}

export const thumbnailSide = 96;
const maxKeypoints = 48;
/** Responses under this, of 255, are noise. */
const minStrength = 1.2;

/** Describes a picture, about 8 KB. */
export function describePicture(page: IntensityPage): PictureDescription {
  const frame = trimBorders(page, levelRange(page));
  const size = fitSize(frame.right - frame.left, frame.bottom - frame.top, thumbnailSide);
  const { stretched, range } = stretch(resample(page, ...size, frame));
  const patch = new Float32Array(patchSize * patchSize);
  const terms = new Float32Array(64);
  const words: number[] = [];
  const places: number[] = [];
  let kept = 0;
  for (const keypoint of findKeypoints(stretched, minStrength)) {
    if (!readPatch(keypoint, patch)) continue;
    transformPatch(patch, terms);
    for (const { high, low, orientation } of hashPatch(terms)) {
      words.push(high, low);
      places.push(
        Math.round(keypoint.x * 2),
        Math.round(keypoint.y * 2),
        Math.round(Math.log2(keypoint.sigma) * 8),
        orientation,
      );
    }
    if (++kept === maxKeypoints) break;
  }
  return {
    sourceWidth: page.width,
    sourceHeight: page.height,
    frame,
    width: stretched.width,
    height: stretched.height,
    levels: Uint8Array.from(stretched.levels, Math.round),
    range,
    words: Uint32Array.from(words),
    places: Uint8Array.from(places),
  };
}

function levelRange({ levels }: IntensityPage): number {
  let low = Infinity;
  let high = -Infinity;
  // A sample is enough to tell blank from structure.
  const step = Math.max(1, Math.floor(levels.length / 4096));
  for (let at = 0; at < levels.length; at += step) {
    const level = levels[at] ?? 0;
    if (level < low) low = level;
    if (level > high) high = level;
  }
  return Math.max(0, high - low);
}

/** Stretches between the lowest and the highest level but a few; what lies outside is clipped. */
function stretch({ width, height, levels }: GreyGrid): { stretched: GreyGrid; range: number } {
  const sorted = levels.slice().sort();
  const low = sorted[Math.floor(sorted.length * 0.002)] ?? 0;
  const high = sorted[Math.ceil(sorted.length * 0.998) - 1] ?? 0;
  const range = high - low;
  const factor = range > 0 ? 255 / range : 0;
  return {
    stretched: {
      width,
      height,
      levels: levels.map((level) => Math.max(0, Math.min(255, (level - low) * factor))),
    },
    range,
  };
}
