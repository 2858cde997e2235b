import type { ImageFeatures, ImageFingerprint } from '../../model/fingerprint.ts';
import { formatGreyLevels, formatShare } from '../../model/number-words.ts';

/** Of several features that tell the same, a sentence names one. */
export type FeatureGroup =
  | 'brightness'
  | 'contrast'
  | 'clipping'
  | 'noise'
  | 'texture'
  | 'sharpness'
  | 'compression'
  | 'colour'
  | 'size'
  | 'padding';

/** One figure of an image that two sides may differ in. */
export interface Feature {
  readonly key: string;
  /** What it is called where it is shown. */
  readonly name: string;
  readonly group: FeatureGroup;
  /** Of the figure as it is shown; empty where it has none. */
  readonly unit: '' | 'grey levels' | 'grey levels a pixel' | 'pixels' | 'share';
  /** Whether it is compared as its logarithm to the base of 2, since its differences are ratios. */
  readonly isRatio: boolean;
  /**
   * The least difference, as it is compared, that is worth a word: one grey level, half a per cent of the pixels, a
   * factor of 1.05. With many subjects that hardly differ, a smaller one may be as large as any in standard deviations.
   */
  readonly least: number;
  /** The figure as it is compared; finite. */
  readonly read: (image: ImageFingerprint) => number;
  /** How the second side differs from the first, from the means of both as they are compared: `is 38 grey levels brighter`. */
  readonly say: (first: number, second: number) => string;
}

const perceptibleFactor = Math.log2(1.05);
/** Fainter structures, in grey levels, are all alike: rounding to whole levels alone makes noise of 0.29. */
const faintest = 0.5;
const greyLevels = 'grey levels';

/** All that is compared. Padding and size stand apart, and levels are those within the field of view alone. */
export const features: readonly Feature[] = [
  levels('mean', 'brightness', 'brightness', ({ mean }) => mean, 'is {} brighter', 'is {} darker'),
  levels(
    'low',
    'shadows',
    'brightness',
    ({ low }) => low,
    'has shadows {} brighter',
    'has shadows {} darker',
  ),
  levels(
    'high',
    'highlights',
    'brightness',
    ({ high }) => high,
    'has highlights {} brighter',
    'has highlights {} darker',
  ),
  ratio(
    'deviation',
    'contrast',
    greyLevels,
    'contrast',
    faintest,
    (of) => of.deviation,
    'has {} × the contrast',
  ),
  share(
    'blackShare',
    'black pixels',
    'clipping',
    ({ blackShare }) => blackShare,
    'of its field of view black',
  ),
  share(
    'saturatedShare',
    'saturated pixels',
    'clipping',
    ({ saturatedShare }) => saturatedShare,
    'of its field of view saturated',
  ),
  ratio('noise', 'noise', greyLevels, 'noise', faintest, ({ noise }) => noise, 'has {} × the noise'),
  ratio('speckle', 'speckle', '', 'noise', 0.005, ({ speckle }) => speckle, 'has {} × the speckle'),
  detail(1, '1 pixel'),
  detail(2, '2 pixels'),
  detail(4, '4 pixels'),
  detail(8, '8 pixels'),
  ratio(
    'gradient',
    'steepness of edges',
    'grey levels a pixel',
    'sharpness',
    faintest,
    ({ gradient }) => gradient,
    'has edges {} × as steep',
  ),
  plain(
    'correlation1',
    'correlation of neighbours',
    0.01,
    ({ correlation }) => correlation[0],
    'has neighbours correlated',
  ),
  plain(
    'correlation2',
    'correlation of next neighbours',
    0.01,
    ({ correlation }) => correlation[1],
    'has next neighbours correlated',
  ),
  plain(
    'spectralSlope',
    'exponent of the spectrum',
    0.05,
    ({ spectralSlope }) => spectralSlope,
    'has a spectrum of exponent',
  ),
  ratio(
    'blocking',
    'steps on the grid of JPEG',
    '',
    'compression',
    0.1,
    ({ blocking }) => blocking,
    'has {} × the steps on the grid of JPEG',
  ),
  levels(
    'colorfulness',
    'colourfulness',
    'colour',
    ({ colorfulness }) => colorfulness,
    'is {} more colourful',
    'is {} less colourful',
  ),
  levels('redness', 'redness', 'colour', ({ redness }) => redness, 'is {} redder', 'is {} greener'),
  levels(
    'yellowness',
    'yellowness',
    'colour',
    ({ yellowness }) => yellowness,
    'is {} yellower',
    'is {} bluer',
  ),
  size('width', 'width', 'pixels', ({ width }) => width, 'is {} × as wide in pixels'),
  size('height', 'height', 'pixels', ({ height }) => height, 'is {} × as high in pixels'),
  size(
    'aspect',
    'width to height',
    '',
    ({ width, height }) => width / height,
    'is {} × as wide for its height',
  ),
  share('padding', 'padding', 'padding', ({ fieldShare }) => 1 - fieldShare, 'of its pixels padding'),
  ratio(
    'fieldAspect',
    'width to height of the field of view',
    '',
    'padding',
    0.01,
    ({ fieldWidth, fieldHeight }) => fieldWidth / Math.max(1, fieldHeight),
    'has a field of view {} × as wide for its height',
  ),
];

type Read = (features: ImageFeatures) => number;

function levels(
  key: string,
  name: string,
  group: FeatureGroup,
  read: Read,
  more: string,
  less: string,
): Feature {
  return {
    key,
    name,
    group,
    unit: greyLevels,
    isRatio: false,
    least: 1,
    read: (image) => read(image.features),
    say: (first, second) => fill(second > first ? more : less, formatGreyLevels(second - first)),
  };
}

/** @param least smaller figures count as this: nothing has a ratio to nothing */
function ratio(
  key: string,
  name: string,
  unit: Feature['unit'],
  group: FeatureGroup,
  least: number,
  read: Read,
  words: string,
): Feature {
  return {
    key,
    name,
    group,
    unit,
    isRatio: true,
    least: perceptibleFactor,
    read: (image) => Math.log2(Math.max(least, read(image.features))),
    say: (first, second) => fill(words, formatFactor(2 ** (second - first))),
  };
}

/** What is lost when pixels are averaged, of structures of so many. */
function detail(pixels: 1 | 2 | 4 | 8, words: string): Feature {
  const place = Math.log2(pixels);
  return ratio(
    `detail${pixels}`,
    `detail of ${words}`,
    greyLevels,
    'texture',
    faintest,
    (of) => of.detail[place] ?? 0,
    `has {} × the detail of ${words}`,
  );
}

function share(key: string, name: string, group: FeatureGroup, read: Read, words: string): Feature {
  const format = (part: number): string => formatShare(Math.max(0, part), 1) ?? '';
  return {
    key,
    name,
    group,
    unit: 'share',
    isRatio: false,
    least: 0.005,
    read: (image) => read(image.features),
    say: (first, second) => `has ${format(second)} ${words}, not ${format(first)}`,
  };
}

function plain(key: string, name: string, least: number, read: Read, words: string): Feature {
  return {
    key,
    name,
    group: 'sharpness',
    unit: '',
    isRatio: false,
    least,
    read: (image) => read(image.features),
    say: (first, second) => `${words} ${second.toFixed(2)}, not ${first.toFixed(2)}`,
  };
}

function size(
  key: string,
  name: string,
  unit: Feature['unit'],
  read: (image: ImageFingerprint) => number,
  words: string,
): Feature {
  return {
    key,
    name,
    group: 'size',
    unit,
    isRatio: true,
    least: Math.log2(1.01),
    read: (image) => Math.log2(read(image)),
    say: (first, second) => fill(words, formatFactor(2 ** (second - first))),
  };
}

function fill(words: string, figure: string): string {
  return words.replace('{}', figure);
}

/** `2.1`, `0.64`, `12`. */
function formatFactor(factor: number): string {
  return String(Number(factor.toPrecision(factor < 1.2 && factor > 0.1 ? 3 : 2)));
}
