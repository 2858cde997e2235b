import type { IntensityPage } from '../../intensity.ts';
import { listExtrema, locateKeypoint, placeOf } from './keypoints.ts';
import { hashPatch, transformPatch } from './patch-hash.ts';
import type { PictureDescription } from './picture-description.ts';
import { buildOctaves } from './scale-space.ts';
import { shrinkPage } from './shrink-page.ts';
import { levelUnit, stretchLevels } from './stretch-levels.ts';
import { fitThumbnail, maxKeypoints } from './thumbnail.ts';
import { measureSpans, trimBorders } from './trim-borders.ts';

/** As `describePicture`, in plain TypeScript. */
export function describePlainly(page: IntensityPage): PictureDescription {
  const frame = trimBorders(page, measureSpans(page));
  const [width, height] = fitThumbnail(frame);
  const { stretched, range } = stretchLevels(shrinkPage(page, frame, width, height));
  const octaves = buildOctaves({ width, height, values: stretched });
  const words: number[] = [];
  const places: number[] = [];
  let kept = 0;
  for (const packed of listExtrema(octaves).reverse()) {
    const keypoint = locateKeypoint(octaves, packed);
    const octave = octaves[keypoint.octave];
    const terms = octave && transformPatch(octave, keypoint);
    if (!terms) continue;
    for (const { high, low, orientation } of hashPatch(terms)) {
      words.push(high, low);
      places.push(...placeOf(keypoint), orientation);
    }
    if (++kept === maxKeypoints) break;
  }
  return {
    sourceWidth: page.width,
    sourceHeight: page.height,
    frame,
    width,
    height,
    levels: Uint8Array.from(stretched, (level) => (level + levelUnit / 2) / levelUnit),
    range: range / 257,
    words: Uint32Array.from(words),
    places: Uint8Array.from(places),
  };
}
