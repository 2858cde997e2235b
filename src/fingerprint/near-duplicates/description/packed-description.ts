import type { PictureDescription } from './picture-description.ts';

/** A description whose arrays are one, which takes a third of the time to go from one process to another. */
export interface PackedDescription extends Omit<PictureDescription, 'levels' | 'words' | 'places'> {
  /** Words, their places, levels. */
  readonly packed: Uint8Array;
}

/** Bytes of a word and of its place. */
const wordBytes = 8;
const placeBytes = 4;

export function packDescription({ levels, words, places, ...rest }: PictureDescription): PackedDescription {
  const packed = new Uint8Array(words.byteLength + places.length + levels.length);
  packed.set(new Uint8Array(words.buffer, words.byteOffset, words.byteLength));
  packed.set(places, words.byteLength);
  packed.set(levels, words.byteLength + places.length);
  return { ...rest, packed };
}

export function unpackDescription({ packed, ...rest }: PackedDescription): PictureDescription {
  const count = (packed.length - rest.width * rest.height) / (wordBytes + placeBytes);
  const placesAt = count * wordBytes;
  const levelsAt = placesAt + count * placeBytes;
  return {
    ...rest,
    // Copies, since words must begin at a multiple of four bytes.
    words: new Uint32Array(Uint8Array.from(packed.subarray(0, placesAt)).buffer),
    places: Uint8Array.from(packed.subarray(placesAt, levelsAt)),
    levels: Uint8Array.from(packed.subarray(levelsAt)),
  };
}
