import type { ImageThumbnail, MaskThumbnail } from '../../model/thumbnail.ts';
import type { Rgb } from '../drawing/color-vision.ts';

/** How places of the palette are painted: `undefined` for what lies behind the classes. */
export type PlaceColors = readonly (Rgb | undefined)[];

export const backgroundColor: Rgb = [22, 24, 28];
export const ignoredColor: Rgb = [120, 124, 130];
export const undeclaredColor: Rgb = [255, 255, 255];

const fillShare = 0.35;

/** The decoded mask: classes in their colours; what belongs to no class, and what no class declares, in greys. */
export function paintMask({ places }: MaskThumbnail, colors: PlaceColors): Uint8Array {
  const painted = new Uint8Array(3 * places.length);
  places.forEach((place, pixel) => painted.set(colorOf(place, colors) ?? greyOf(place), 3 * pixel));
  return painted;
}

/**
 * The image with every class over it: its colour shines through at 35 %, and the pixels of the class that touch
 * something else are painted whole. A mask of another size is stretched over the image.
 * @returns red, green and blue, of the image's size
 */
export function paintOverlay(image: ImageThumbnail, mask: MaskThumbnail, colors: PlaceColors): Uint8Array {
  const { width, height } = image;
  const painted = image.colors.slice();
  const placeAt = (x: number, y: number): number => {
    const column = Math.floor(((x + 0.5) * mask.width) / width);
    const row = Math.floor(((y + 0.5) * mask.height) / height);
    return mask.places[row * mask.width + column] ?? -1;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const place = placeAt(x, y);
      const color = place === -1 ? undeclaredColor : colorOf(place, colors);
      if (!color) continue;
      const share = touchesOther(x, y, place) ? 1 : fillShare;
      const at = 3 * (y * width + x);
      for (let channel = 0; channel < 3; channel++)
        painted[at + channel] = Math.round(
          share * (color[channel] ?? 0) + (1 - share) * (image.colors[at + channel] ?? 0),
        );
    }
  }
  return painted;

  function touchesOther(x: number, y: number, place: number): boolean {
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++)
        if (placeAt(column, row) !== place) return true;
    return false;
  }
}

function colorOf(place: number, colors: PlaceColors): Rgb | undefined {
  return place === -1 ? undefined : colors[place];
}

function greyOf(place: number): Rgb {
  return place === -1 ? undeclaredColor : place === 0 ? backgroundColor : ignoredColor;
}
