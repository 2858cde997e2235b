import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { MaskFingerprint } from '../../model/fingerprint.ts';
import type { JsonObject } from '../../model/json.ts';
import { listMasks, type DecodedMask } from './decoded-masks.ts';
import { findDeviationCause, findRings } from './deviation-cause.ts';
import { divide, findFactor, findShift, listValues } from './index-reading.ts';
import { showsImage } from './picture.ts';
import { namePlace } from './place-names.ts';

export const values = defineCheck({
  id: 'labels/values',
  summary: 'Do masks hold the declared indices and no others?',
  description: `An index that no class has is an error inside the loss, or, worse, silently another class. How the
values came to be is told from all of them together:

- 0 and 255: made to be looked at; 255 is white on a screen, and no class;
- indices times a constant (0, 50, 100, … or spread over 0–255), or widened to 16 bits (times 256 or 257);
- all values one too large, with no background where the other masks have some; or one too small, where the background
  has become the largest value that there is;
- an indexed PNG whose palette holds the declared values, while the stored indices are others. holdout reads indices, as
  Pillow does; OpenCV reads the palette;
- one bit a pixel, which holds 0 and 1 alone;
- values in between, along boundaries: resized with interpolation. Where every value in between is an index of its own,
  a class that is mostly lines one or two pixels wide between a lower and a higher index gives it away;
- values around the declared ones: lossy compression;
- colours, or a picture in place of a mask.

The undeclared values with most pixels are shown, at most eight.

Coverage counts masks: those that were decoded, and the others.`,
  defaultSeverity: 'error',
  needs: ['images', 'masks'],
  options: {},
  messages: {
    binary: {
      text: '{mask} holds 0 and 255 instead of class indices',
      fix: 'Declare the class with index 255, or write its index in place of 255.',
    },
    scaled: {
      text: '{mask} holds {values}: class indices times {factor}',
      fix: 'Divide the values of the masks by {factor}; they were spread so that they can be seen.',
    },
    widened: {
      text: '{mask} has 16 bits and holds {values}: class indices times {factor}',
      fix: 'Save the masks with 8 bits a pixel, or divide their values by {factor}.',
    },
    shifted: {
      text: '{mask}: the values {values} are class indices, each too {tooWhat} by one',
      fix: 'Correct the indices under `labels.classes`, or the values of the masks: count from 0 in both, or from 1.',
    },
    'palette-values': {
      text: '{mask} is an indexed PNG: the greys of its palette are declared, its stored indices {values} are not',
      fix: 'Save the mask as grey PNG without a palette; an indexed one is read as indices by some programs, and as greys by others.',
    },
    'one-bit': {
      text: '{mask} has one bit a pixel and can hold 0 and 1 alone; 1 is not declared',
      fix: 'Declare the class with index 1, or save the masks with 8 bits a pixel.',
    },
    resampled: {
      text: '{mask}: {changed%} of the pixels hold values between two classes, along boundaries{lines}: it was resized with interpolation',
      fix: 'Resize masks with nearest-neighbour interpolation only.',
    },
    lossy: {
      text: '{mask} is stored as {format}, which changes values',
      fix: 'Export the mask again from its source, as PNG.',
    },
    'was-lossy': {
      text: '{mask}: {changed%} of the pixels hold values around those of classes, as after JPEG or lossy WebP{lines}',
      fix: 'The mask was compressed before it became what it is: export it again from its source, as PNG from the first step on.',
    },
    picture: {
      text: '{mask} holds {distinct|value|values}, as a picture does, not a mask',
      fix: 'Put the mask there: this may be the image itself, or the mask drawn over it.',
    },
    colors: {
      text: '{mask} holds colours, but classes are declared by index',
      fix: 'Declare each class by its colour, or export masks with one channel.',
    },
    undeclared: {
      text: '{mask} holds {strays}, which no class has ({share%} of the pixels)',
      fix: 'Declare a class for each of them, or add them to `labels.ignore`.',
    },
    clean: { text: '{masks|mask|masks}, all of declared indices' },
    strays: { text: '{failing} of {masks|mask|masks} with undeclared or changed values' },
    'no-indices': { text: 'labels are no masks of indices' },
    'no-masks': { text: 'no mask could be decoded' },
  },
  run(dataset) {
    const { maskPalette } = dataset;
    if (maskPalette?.kind !== 'index') return { skipped: { messageId: 'no-indices', data: {} } };
    const { decoded, unavailable } = listMasks(dataset);
    const coverage = { evaluated: decoded.length, unavailable };
    if (decoded.length === 0) return { skipped: { messageId: 'no-masks', data: {} }, coverage };
    const reading = readMasks(decoded, maskPalette.indices);
    const findings = decoded.flatMap((one): RawFinding[] => {
      const fault = findFault(one, reading, dataset);
      if (fault === undefined) return [];
      const { path, mask, samples } = one;
      const location = samples.find((sample) => sample.location)?.location;
      const share = mask.offPalette / mask.pixels;
      const strays = mask.strays.map(({ value }) => value);
      return [
        {
          key: path,
          messageId: fault,
          data: { mask: path, share, strays, ...describeFault(fault, one, reading, dataset) },
          samples: samples.map((sample) => sample.id),
          ...(location && { location }),
          evidence: {
            share,
            undeclaredPixels: mask.offPalette,
            distinctValues: mask.distinct,
            strays: mask.strays.slice(0, straysShown).map(({ value, pixels }) => ({ value, pixels })),
            ...(mask.deviations && { deviations: { ...mask.deviations } }),
          },
        },
      ];
    });
    const counts = { masks: decoded.length, failing: findings.length };
    return {
      coverage,
      measurements: counts,
      findings,
      summary: { messageId: findings.length > 0 ? 'strays' : 'clean', data: counts },
    };
  },
});

const straysShown = 8;
/** Share of the pixels close to a class's index above which many values are no picture's. */
const nearOfMasks = 0.7;
/** Share of the outermost pixels that a background usually has, and a class does not. */
const minBorder = 0.5;

type Fault =
  | ('binary' | 'scaled' | 'widened' | 'shifted' | 'palette-values' | 'one-bit' | 'undeclared')
  | ('resampled' | 'lossy' | 'was-lossy' | 'picture' | 'colors');

/** What is told by all masks together. */
interface Reading {
  readonly indices: readonly number[];
  readonly valuesByPath: ReadonlyMap<string, readonly number[]>;
  readonly factor: number | undefined;
  /** Whether a mask without background is to be wondered at: one of a whole scene may have none. */
  readonly isShiftLikely: (mask: MaskFingerprint) => boolean;
}

function readMasks(decoded: readonly DecodedMask[], indices: readonly number[]): Reading {
  const valuesByPath = new Map<string, readonly number[]>();
  for (const { path, mask } of decoded) {
    const found = listValues(mask, { kind: 'index', indices });
    if (found) valuesByPath.set(path, found);
  }
  const failing = decoded.flatMap(({ path, mask }) => {
    const found = valuesByPath.get(path);
    return found && mask.offPalette > 0 && !mask.isLossy && findDeviationCause(mask) !== 'resampled'
      ? [found]
      : [];
  });
  const withBackground = decoded.filter(({ mask }) => (mask.counts[0] ?? 0) > 0).length;
  const isUsual = withBackground > decoded.length / 2;
  const isProven = decoded.some(({ path, mask }) => {
    const found = valuesByPath.get(path);
    return mask.offPalette > 0 && found !== undefined && findShift(mask, found, indices) === 1;
  });
  return {
    indices,
    valuesByPath,
    factor: findFactor(failing, indices),
    isShiftLikely: (mask) => isUsual && (isProven || fillsBorder(mask)),
  };
}

/** Whether one class stands where the background usually does. */
function fillsBorder({ shapes, width, height }: MaskFingerprint): boolean {
  const all = 2 * (width + height) - 4;
  return shapes.some(({ borderPixels }) => borderPixels > minBorder * all);
}

function findFault(
  { path, mask, samples }: DecodedMask,
  reading: Reading,
  dataset: Dataset,
): Fault | undefined {
  const { offPalette, pixels, strays, isLossy, picture, deviations, bitDepth } = mask;
  if (offPalette > 0 && samples.some(({ id }) => showsImage(mask, dataset.images.get(id)))) return 'picture';
  if (isLossy) return 'lossy';
  if (strays.some(({ value }) => value.startsWith('#'))) return picture ? 'picture' : 'colors';
  const found = reading.valuesByPath.get(path);
  if (offPalette === 0) {
    if (found && reading.isShiftLikely(mask) && findShift(mask, found, reading.indices) === 1)
      return 'shifted';
    return nameRings(mask);
  }
  if (mask.throughPalette === pixels) return 'palette-values';
  if (bitDepth === 1) return 'one-bit';
  if (isBinary(mask)) return 'binary';
  if (found) {
    const { factor, indices } = reading;
    const declared = new Set(indices);
    if (factor !== undefined && found.every((value) => divide(value, factor, declared) !== undefined))
      return factor === 256 || factor === 257 ? 'widened' : 'scaled';
    if (findShift(mask, found, indices) !== undefined) return 'shifted';
  }
  if (picture && offPalette > pixels / 2 && (deviations?.near ?? 0) < nearOfMasks * offPalette)
    return 'picture';
  const rings = findRings(mask);
  if (rings && rings.pixels > offPalette) return nameRings(mask);
  const cause = findDeviationCause(mask);
  return cause === 'lossy' ? 'was-lossy' : cause === 'resampled' ? 'resampled' : 'undeclared';
}

function nameRings(mask: MaskFingerprint): Fault | undefined {
  const rings = findRings(mask);
  return rings && (rings.cause === 'lossy' ? 'was-lossy' : 'resampled');
}

function describeFault(
  fault: Fault,
  { path, mask }: DecodedMask,
  { valuesByPath, factor = 1, indices }: Reading,
  dataset: Dataset,
): JsonObject {
  const found = valuesByPath.get(path) ?? [];
  switch (fault) {
    case 'scaled':
    case 'widened':
      return { values: found, factor };
    case 'palette-values':
      return { values: found };
    case 'shifted':
      return { values: found, tooWhat: findShift(mask, found, indices) === 1 ? 'large' : 'small' };
    case 'lossy':
      return { format: mask.format === 'webp' ? 'lossy WebP' : mask.format.toUpperCase() };
    case 'picture':
      return { distinct: mask.distinct };
    case 'resampled':
    case 'was-lossy': {
      const rings = findRings(mask);
      const names = rings?.places.map((place) => namePlace(dataset, place)) ?? [];
      return {
        changed: ((rings?.pixels ?? 0) + mask.offPalette) / mask.pixels,
        lines: names.length === 0 ? '' : ` (${names.slice(0, namesShown).join(', ')}: mostly thin lines)`,
      };
    }
    case 'binary':
    case 'colors':
    case 'one-bit':
    case 'undeclared':
      return {};
  }
}

const namesShown = 3;

/** Whether 255 is the one undeclared value, beside at most one other: 0, where that is declared. */
function isBinary({ strays, distinct }: MaskFingerprint): boolean {
  return strays.length === 1 && strays[0]?.value === '255' && distinct <= 2;
}
