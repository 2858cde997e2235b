import type { IntensityPage } from '../../intensity.ts';
import { kernels } from '../../kernels/choose-kernels.ts';
import type { Frame } from './trim-borders.ts';

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

/** Describes a picture, about 8 KB. */
export function describePicture(page: IntensityPage): PictureDescription {
  return kernels.describePicture(page);
}
