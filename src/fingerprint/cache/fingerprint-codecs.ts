import type {
  ClassShape,
  ImageFeatures,
  ImageFingerprint,
  ImageFormat,
  MaskAlpha,
  MaskDeviations,
  MaskFingerprint,
} from '../../model/fingerprint.ts';
import type { PictureDescription } from '../near-duplicates/description/picture-description.ts';
import { maxKeypoints, thumbnailSide } from '../near-duplicates/description/thumbnail.ts';
import type { Frame } from '../near-duplicates/description/trim-borders.ts';
import type { ImageAnswer } from '../protocol.ts';
import {
  arrayOf,
  boolean,
  hex,
  listOf,
  number,
  oneOf,
  optional,
  record,
  restrict,
  textLike,
  tuple,
  wholeNumber,
  type Codec,
} from './codec.ts';

/** A fingerprint without its kind and the hash of the bytes, which stand elsewhere. */
export interface StoredImage extends Pick<ImageAnswer, 'description'> {
  readonly image: Omit<ImageFingerprint, 'kind' | 'bytesHash'>;
}
export type StoredMask = Omit<MaskFingerprint, 'kind' | 'bytesHash'>;

const most = Number.MAX_SAFE_INTEGER;
const count = wholeNumber(0, most);
const positive = wholeNumber(1, most);
const sha256 = hex(64);
const format = oneOf<ImageFormat>(['png', 'jpeg', 'tiff', 'webp', 'gif', 'bmp']);
const orientation = wholeNumber(1, 8);
/** Values that a config may declare, and those beside them that a mask may hold. */
const maxPlaces = 65_536;
/** A blob has one word for each of its orientations, of which there are a few. */
const maxWords = 8 * maxKeypoints;

const features = record<ImageFeatures>({
  fieldShare: number,
  fieldWidth: count,
  fieldHeight: count,
  mean: number,
  deviation: number,
  low: number,
  median: number,
  high: number,
  blackShare: number,
  saturatedShare: number,
  noise: number,
  detail: tuple<[number, number, number, number]>(number, number, number, number),
  speckle: number,
  correlation: tuple<[number, number]>(number, number),
  gradient: number,
  spectralSlope: number,
  blocking: number,
  colorfulness: number,
  redness: number,
  yellowness: number,
});

const description: Codec<PictureDescription> = restrict(
  record<PictureDescription>({
    sourceWidth: positive,
    sourceHeight: positive,
    frame: record<Frame>({ left: count, top: count, right: positive, bottom: positive }),
    width: wholeNumber(1, thumbnailSide),
    height: wholeNumber(1, thumbnailSide),
    levels: arrayOf<Uint8Array>(Uint8Array, thumbnailSide * thumbnailSide),
    range: number,
    words: arrayOf<Uint32Array>(Uint32Array, 2 * maxWords),
    places: arrayOf<Uint8Array>(Uint8Array, 4 * maxWords),
  }),
  'a description whose parts agree',
  ({ sourceWidth, sourceHeight, frame, width, height, levels, words, places }) =>
    frame.left < frame.right &&
    frame.top < frame.bottom &&
    frame.right <= sourceWidth &&
    frame.bottom <= sourceHeight &&
    levels.length === width * height &&
    words.length % 2 === 0 &&
    places.length === 2 * words.length,
);

const image = record<StoredImage['image']>({
  pixelsHash: sha256,
  format,
  width: positive,
  height: positive,
  pages: positive,
  channels: wholeNumber(1, 1000),
  bitDepth: wholeNumber(1, 64),
  orientation,
  hasAlpha: boolean,
  mean: number,
  deviation: number,
  percentiles: restrict(listOf(number, 7), 'seven percentiles', ({ length }) => length === 7),
  histogram: restrict(
    arrayOf<Uint32Array>(Uint32Array, 256),
    'a histogram of 256 levels',
    ({ length }) => length === 256,
  ),
  sharpness: number,
  perceptualHash: hex(16),
  features,
});

export const storedImage: Codec<StoredImage> = record<StoredImage>({
  image,
  description: optional(description),
});

const partPixels = listOf(count, 16);

const shape = record<ClassShape>({
  place: wholeNumber(0, maxPlaces),
  parts: count,
  largest: listOf(record<ClassShape['largest'][number]>({ pixels: count, x: number, y: number }), 2),
  smallest: partPixels,
  holes: count,
  smallestHoles: partPixels,
  borderPixels: count,
  between: count,
  isolated: count,
  box: record<ClassShape['box']>({ left: count, top: count, right: count, bottom: count }),
});

export const storedMask: Codec<StoredMask> = record<StoredMask>({
  format,
  width: positive,
  height: positive,
  pages: positive,
  orientation,
  pixels: count,
  counts: listOf(count, maxPlaces),
  offPalette: count,
  distinct: count,
  strays: listOf(
    record<MaskFingerprint['strays'][number]>({
      value: textLike(/^(?:#[0-9a-f]{6}|\d{1,5})$/u),
      pixels: count,
    }),
    32,
  ),
  bitDepth: wholeNumber(1, 64),
  isLossy: boolean,
  labelHash: optional(sha256),
  grid: arrayOf<Int16Array>(Int16Array, 1024),
  steps: record<MaskFingerprint['steps']>({ count, onGrid: count }),
  shapes: listOf(shape, maxPlaces),
  deviations: optional(
    record<MaskDeviations>({
      swapped: count,
      near: count,
      blended: count,
      placed: count,
      atBoundary: count,
      flat: count,
      edges: count,
      edgesOnGrid: count,
    }),
  ),
  alpha: optional(record<MaskAlpha>({ distinct: count, transparent: count, transparentLabelled: count })),
  throughPalette: optional(count),
  picture: optional(
    record<NonNullable<MaskFingerprint['picture']>>({ pixelsHash: sha256, perceptualHash: hex(16) }),
  ),
});
