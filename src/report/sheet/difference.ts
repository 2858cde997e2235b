import { orientations, type OrientationName } from '../../model/near-duplicates.ts';
import type { ImageThumbnail } from '../../model/thumbnail.ts';

type Picture = Pick<ImageThumbnail, 'width' | 'height' | 'colors'>;

/** A picture turned as the search for near-duplicates says: transposed first, then flipped left and right, then over. */
export function turnPicture({ width, height, colors }: Picture, orientation: OrientationName): Picture {
  const bits = orientations.indexOf(orientation);
  const isTransposed = (bits & 4) !== 0;
  const [newWidth, newHeight] = isTransposed ? [height, width] : [width, height];
  const turned = new Uint8Array(colors.length);
  for (let y = 0; y < newHeight; y++)
    for (let x = 0; x < newWidth; x++) {
      const column = (bits & 1) !== 0 ? newWidth - 1 - x : x;
      const row = (bits & 2) !== 0 ? newHeight - 1 - y : y;
      const from = isTransposed ? column * width + row : row * width + column;
      turned.set(colors.subarray(3 * from, 3 * from + 3), 3 * (y * newWidth + x));
    }
  return { width: newWidth, height: newHeight, colors: turned };
}

/**
 * How far two pictures are apart, pixel by pixel, the first stretched over the second: grey of 128 where they agree,
 * brighter where the first is, darker where the second is.
 * @returns red, green and blue, of the second picture's size
 */
export function subtractPictures(first: Picture, second: Picture): Picture {
  const { width, height } = second;
  const colors = new Uint8Array(second.colors.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const column = Math.floor(((x + 0.5) * first.width) / width);
      const row = Math.floor(((y + 0.5) * first.height) / height);
      const [from, at] = [3 * (row * first.width + column), 3 * (y * width + x)];
      for (let channel = 0; channel < 3; channel++) {
        const difference = (first.colors[from + channel] ?? 0) - (second.colors[at + channel] ?? 0);
        colors[at + channel] = 128 + Math.trunc(difference / 2);
      }
    }
  return { width, height, colors };
}
