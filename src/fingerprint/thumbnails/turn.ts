export interface Pixels<T> {
  readonly width: number;
  readonly height: number;
  /** `channels` values a pixel, rows from top to bottom. */
  readonly values: T;
}

/**
 * Turns stored pixels as an EXIF orientation says that they are shown. The values tell where the first row and column
 * of what is stored are seen (EXIF 2.32, tag 0x0112): 1 top and left, 2 top and right, 3 bottom and right, 4 bottom
 * and left, 5 left and top, 6 right and top, 7 right and bottom, 8 left and bottom.
 */
export function turnAsShown<T extends Uint8Array | Int16Array>(
  { width, height, values }: Pixels<T>,
  channels: number,
  orientation: number,
): Pixels<T> {
  if (orientation <= 1 || orientation > 8) return { width, height, values };
  const isTransposed = orientation >= 5;
  const shown = isTransposed ? { width: height, height: width } : { width, height };
  const isRowFromEnd = [3, 4, 6, 7].includes(orientation);
  const isColumnFromEnd = [2, 3, 7, 8].includes(orientation);
  const turned = values.slice() as T;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const down = isRowFromEnd ? height - 1 - row : row;
      const across = isColumnFromEnd ? width - 1 - column : column;
      const to = isTransposed ? across * shown.width + down : down * shown.width + across;
      const from = row * width + column;
      for (let channel = 0; channel < channels; channel++)
        turned[to * channels + channel] = values[from * channels + channel] ?? 0;
    }
  }
  return { ...shown, values: turned };
}
