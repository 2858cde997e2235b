import type { ImageFeatures, ImageFingerprint } from '../../model/fingerprint.ts';
import { formatNumber, formatShare } from '../../model/number-words.ts';

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
  readonly group: FeatureGroup;
  /** Unit of the figure; `log2` of a figure whose differences are ratios. */
  readonly unit: 'grey levels' | 'share' | 'log2' | 'correlation' | 'exponent';
  /**
   * The least difference, in the unit, that is worth a word: one grey level, half a per cent of the pixels, a
   * factor of 1.05. With many subjects that hardly differ, a smaller one may be as large as any in standard deviations.
   */
  readonly least: number;
  /** Finite. */
  readonly read: (image: ImageFingerprint) => number;
  /** How the second side differs from the first, from the means of both, in the unit: `is 38 grey levels brighter`. */
  readonly say: (first: number, second: number) => string;
}

const perceptibleFactor = Math.log2(1.05);
/** Fainter structures, in grey levels, are all alike: rounding to whole levels alone makes noise of 0.29. */
const faintest = 0.5;

/** All that is compared. Padding and size stand apart, and levels are those within the field of view alone. */
export const features: readonly Feature[] = [
  levels('mean', 'brightness', ({ mean }) => mean, 'is {} brighter', 'is {} darker'),
  levels('low', 'brightness', ({ low }) => low, 'has shadows {} brighter', 'has shadows {} darker'),
  levels('high', 'brightness', ({ high }) => high, 'has highlights {} brighter', 'has highlights {} darker'),
  ratio('deviation', 'contrast', faintest, ({ deviation }) => deviation, 'has {} × the contrast'),
  share('blackShare', 'clipping', ({ blackShare }) => blackShare, 'of its field of view black'),
  share(
    'saturatedShare',
    'clipping',
    ({ saturatedShare }) => saturatedShare,
    'of its field of view saturated',
  ),
  ratio('noise', 'noise', faintest, ({ noise }) => noise, 'has {} × the noise'),
  ratio('speckle', 'noise', 0.005, ({ speckle }) => speckle, 'has {} × the speckle'),
  ratio('detail1', 'texture', faintest, ({ detail }) => detail[0], 'has {} × the detail of 1 pixel'),
  ratio('detail2', 'texture', faintest, ({ detail }) => detail[1], 'has {} × the detail of 2 pixels'),
  ratio('detail4', 'texture', faintest, ({ detail }) => detail[2], 'has {} × the detail of 4 pixels'),
  ratio('detail8', 'texture', faintest, ({ detail }) => detail[3], 'has {} × the detail of 8 pixels'),
  ratio('gradient', 'sharpness', faintest, ({ gradient }) => gradient, 'has edges {} × as steep'),
  plain('correlation1', 'correlation', ({ correlation }) => correlation[0], 'has neighbours correlated'),
  plain('correlation2', 'correlation', ({ correlation }) => correlation[1], 'has next neighbours correlated'),
  plain('spectralSlope', 'exponent', ({ spectralSlope }) => spectralSlope, 'has a spectrum of exponent'),
  ratio('blocking', 'compression', 0.1, ({ blocking }) => blocking, 'has {} × the steps on the grid of JPEG'),
  levels('colorfulness', 'colour', (of) => of.colorfulness, 'is {} more colourful', 'is {} less colourful'),
  levels('redness', 'colour', ({ redness }) => redness, 'is {} redder', 'is {} greener'),
  levels('yellowness', 'colour', ({ yellowness }) => yellowness, 'is {} yellower', 'is {} bluer'),
  size('width', ({ width }) => width, 'is {} × as wide in pixels'),
  size('height', ({ height }) => height, 'is {} × as high in pixels'),
  size('aspect', ({ width, height }) => width / height, 'is {} × as wide for its height'),
  {
    ...share('fieldShare', 'padding', ({ fieldShare }) => 1 - fieldShare, 'of its pixels padding'),
    key: 'padding',
  },
  ratio(
    'fieldAspect',
    'padding',
    0.01,
    ({ fieldWidth, fieldHeight }) => fieldWidth / Math.max(1, fieldHeight),
    'has a field of view {} × as wide for its height',
  ),
];

type Read = (features: ImageFeatures) => number;

function levels(key: string, group: FeatureGroup, read: Read, more: string, less: string): Feature {
  return {
    key,
    group,
    unit: 'grey levels',
    least: 1,
    read: (image) => read(image.features),
    say: (first, second) => {
      const size = Number(Math.abs(second - first).toPrecision(2));
      return fill(
        second > first ? more : less,
        `${formatNumber(size)} grey ${size === 1 ? 'level' : 'levels'}`,
      );
    },
  };
}

/** @param least smaller figures count as this: nothing has a ratio to nothing */
function ratio(key: string, group: FeatureGroup, least: number, read: Read, words: string): Feature {
  return {
    key,
    group,
    unit: 'log2',
    least: perceptibleFactor,
    read: (image) => Math.log2(Math.max(least, read(image.features))),
    say: (first, second) => fill(words, formatFactor(2 ** (second - first))),
  };
}

function share(key: string, group: FeatureGroup, read: Read, words: string): Feature {
  const format = (part: number): string => formatShare(Math.max(0, part), 1) ?? '';
  return {
    key,
    group,
    unit: 'share',
    least: 0.005,
    read: (image) => read(image.features),
    say: (first, second) => `has ${format(second)} ${words}, not ${format(first)}`,
  };
}

function plain(key: string, unit: 'correlation' | 'exponent', read: Read, words: string): Feature {
  return {
    key,
    group: 'sharpness',
    unit,
    least: unit === 'correlation' ? 0.01 : 0.05,
    read: (image) => read(image.features),
    say: (first, second) => `${words} ${second.toFixed(2)}, not ${first.toFixed(2)}`,
  };
}

function size(key: string, read: (image: ImageFingerprint) => number, words: string): Feature {
  return {
    key,
    group: 'size',
    unit: 'log2',
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
