import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { MaskFingerprint } from '../../model/fingerprint.ts';
import type { JsonObject } from '../../model/json.ts';
import { distanceBetween, formatColor, parseColor, type Rgb } from './color.ts';
import { listMasks, type DecodedMask } from './decoded-masks.ts';
import { findDeviationCause } from './deviation-cause.ts';
import { showsImage } from './picture.ts';
import { namePlace } from './place-names.ts';

export const palette = defineCheck({
  id: 'labels/palette',
  summary: 'Do masks hold the declared colours and no others?',
  description: `A training script looks colours up: a pixel whose colour is only nearly that of a class becomes
background, or an error. What is off the palette tells how it came to be, and each cause is mended elsewhere:

- red and blue exchanged: read the other way round, the pixels have declared colours. A palette that is the same both
  ways (red with blue, yellow with cyan) hides this; \`swapIsVisible\` says whether yours does;
- resampled: blends of two declared colours, along the boundaries of classes;
- lossy compression: many small deviations from declared colours, up to a block away from any boundary, starting in
  columns that are multiples of 8;
- another palette: areas of few other colours, often the same in many masks; the greys of the declared colours; or class
  indices instead of colours;
- the label in the alpha channel; transparent pixels that are read as a class;
- a picture in place of a mask.

The undeclared colours with most pixels are shown, at most eight, each with the declared colour at the least Euclidean
distance in RGB (0–441; of two at one distance the first declared).

Coverage counts masks: those that were decoded, and the others.`,
  defaultSeverity: 'error',
  needs: ['images', 'masks'],
  options: {
    maxOffPalette: {
      type: 'number',
      default: 0,
      minimum: 0,
      maximum: 1,
      unit: 'share (0–1)',
      description: "Largest share of a mask's pixels that may have an undeclared colour.",
    },
  },
  messages: {
    swapped: {
      text: '{mask}: {share%} of the pixels are off the palette, {swappedShare%} with red and blue exchanged',
      fix: 'Write the mask as RGB; OpenCV writes what it is given as BGR.',
    },
    lossy: {
      text: '{mask}: {share%} of the pixels are off the palette, since {format} changes colours',
      fix: 'Export the mask again from its source, as PNG.',
    },
    'was-lossy': {
      text: '{mask}: {share%} of the pixels deviate a little from declared colours, as after JPEG or lossy WebP ({distinct|colour|colours})',
      fix: 'The mask was compressed before it became what it is: export it again from its source, as PNG from the first step on.',
    },
    resampled: {
      text: '{mask}: {share%} of the pixels have blends of two declared colours, along boundaries: it was resized with interpolation, or drawn with soft edges',
      fix: 'Resize masks with nearest-neighbour interpolation only, and export them without anti-aliasing.',
    },
    unknown: {
      text: '{mask}: {share%} of the pixels have {colors}, which no class has, as in {alike|other mask|other masks}',
      fix: 'Declare a class for each of these colours under `labels.classes`, add them to `labels.ignore`, or export the masks with the declared palette.',
    },
    indices: {
      text: '{mask} holds {indices} as greys: class indices, but classes are declared by colour',
      fix: 'Declare each class by `index` in place of `color`, or export the mask in colours.',
    },
    greyed: {
      text: '{mask} holds greys, those of the declared colours: it was turned to grey',
      fix: 'Export the mask in colours: two classes may have one grey.',
    },
    alpha: {
      text: '{mask} has one colour and {levels|alpha value|alpha values}: the label is in the alpha channel',
      fix: 'Write the label as colours, without alpha; most programs drop alpha when they read a mask.',
    },
    transparent: {
      text: '{mask}: {transparent%} of the pixels are transparent, and their colour is read as something else than background',
      fix: 'Flatten the mask onto the background colour and save it without alpha.',
    },
    picture: {
      text: '{mask} holds {distinct|colour|colours}, as a picture does, not a mask',
      fix: 'Put the mask there: this may be the image itself, or the mask drawn over it.',
    },
    'off-palette': {
      text: '{mask}: {share%} of the pixels have none of the declared colours ({distinct|colour|colours} in the mask)',
      fix: 'Declare the colours under `labels.classes`, or export the mask again without anti-aliasing and resize it with nearest-neighbour interpolation only.',
    },
    clean: { text: '{masks|mask|masks}, all of declared colours' },
    strays: { text: '{failing} of {masks|mask|masks} with undeclared colours' },
    'no-colors': { text: 'labels are no masks of colours' },
    'no-masks': { text: 'no mask could be decoded' },
  },
  run(dataset, options) {
    if (dataset.maskPalette?.kind !== 'color') return { skipped: { messageId: 'no-colors', data: {} } };
    const colors = nameColors(dataset, dataset.maskPalette.colors);
    const { decoded, unavailable } = listMasks(dataset);
    const coverage = { evaluated: decoded.length, unavailable };
    if (decoded.length === 0) return { skipped: { messageId: 'no-masks', data: {} }, coverage };
    const masksByColors = countAlike(decoded);
    const findings = decoded.flatMap((one): RawFinding[] => {
      const fault = findFault(one, dataset, colors, options.maxOffPalette);
      if (fault === undefined) return [];
      const { path, mask, samples } = one;
      const location = samples.find((sample) => sample.location)?.location;
      const share = mask.offPalette / mask.pixels;
      const values = mask.strays.map(({ value }) => value).sort();
      return [
        {
          key: path,
          messageId: fault,
          data: {
            mask: path,
            share,
            distinct: mask.distinct,
            ...describeFault(mask, values),
            alike: (masksByColors.get(values.join()) ?? 1) - 1,
          },
          samples: samples.map((sample) => sample.id),
          ...(location && { location }),
          evidence: {
            share,
            offPalettePixels: mask.offPalette,
            distinctColors: mask.distinct,
            strays: describeStrays(mask, colors),
            ...(mask.deviations && { deviations: { ...mask.deviations } }),
            ...(mask.alpha && { alpha: { ...mask.alpha } }),
          },
        },
      ];
    });
    const pixels = decoded.reduce((sum, { mask }) => sum + mask.pixels, 0);
    const strayPixels = decoded.reduce((sum, { mask }) => sum + mask.offPalette, 0);
    return {
      coverage,
      measurements: {
        masks: decoded.length,
        failing: findings.length,
        offPaletteShare: pixels === 0 ? 0 : strayPixels / pixels,
        swapIsVisible: colors.some(
          ({ color }) => !colors.some((other) => other.color === exchangeRedAndBlue(color)),
        ),
        unusedColors: colors
          .filter((_, place) => decoded.every(({ mask }) => (mask.counts[place] ?? 0) === 0))
          .map(({ color }) => color),
      },
      findings,
      summary: {
        messageId: findings.length > 0 ? 'strays' : 'clean',
        data: { masks: decoded.length, failing: findings.length },
      },
    };
  },
});

/** The other reading must explain nine tenths of what the declared one does not. */
const maxLeftWhenSwapped = 0.1;
/** Share of the pixels within a short distance of the palette above which many colours are no picture's. */
const nearOfMasks = 0.7;
/** More undeclared colours than this come from something else than a palette. */
const maxPaletteColors = 32;
const straysShown = 8;

type Fault =
  | ('swapped' | 'lossy' | 'was-lossy' | 'resampled' | 'unknown' | 'indices' | 'greyed' | 'off-palette')
  | ('alpha' | 'transparent' | 'picture');

function findFault(
  { mask, samples }: DecodedMask,
  dataset: Dataset,
  colors: readonly NamedColor[],
  maxOffPalette: number,
): Fault | undefined {
  const { alpha, offPalette, pixels, deviations, strays, isLossy, picture } = mask;
  if (alpha && alpha.distinct > 1 && mask.distinct === 1) return 'alpha';
  if (alpha && alpha.transparentLabelled > 0 && offPalette <= alpha.transparentLabelled) return 'transparent';
  if (offPalette === 0 || offPalette / pixels <= maxOffPalette) return undefined;
  if (deviations && deviations.swapped <= maxLeftWhenSwapped * offPalette) return 'swapped';
  if (samples.some(({ id }) => showsImage(mask, dataset.images.get(id)))) return 'picture';
  if (isLossy) return 'lossy';
  if (picture && offPalette > pixels / 2 && (deviations?.near ?? 0) < nearOfMasks * offPalette)
    return 'picture';
  const cause = findDeviationCause(mask);
  if (cause === 'lossy') return 'was-lossy';
  if (cause === 'resampled') return 'resampled';
  return cause === 'other-values' && strays.length < maxPaletteColors
    ? nameOtherPalette(mask, colors)
    : 'off-palette';
}

function nameOtherPalette({ strays }: MaskFingerprint, colors: readonly NamedColor[]): Fault {
  const greys = strays.map(({ value }) => greyOf(value));
  if (greys.every((grey) => grey !== undefined && grey < colors.length)) return 'indices';
  const isGreyed = strays.length <= colors.length && greys.every((grey) => isGreyOf(grey, colors));
  return isGreyed ? 'greyed' : 'unknown';
}

function describeFault(mask: MaskFingerprint, values: readonly string[]): JsonObject {
  const { alpha, deviations, pixels, format } = mask;
  return {
    swappedShare: (deviations?.swapped ?? mask.offPalette) / pixels,
    format: format === 'webp' ? 'lossy WebP' : format.toUpperCase(),
    colors: values,
    indices: values.map((value) => greyOf(value) ?? value),
    levels: alpha?.distinct ?? 1,
    transparent: (alpha?.transparentLabelled ?? 0) / pixels,
  };
}

/** Masks by the undeclared colours they hold. */
function countAlike(masks: readonly DecodedMask[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { mask } of masks) {
    const name = mask.strays
      .map(({ value }) => value)
      .sort()
      .join();
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

interface NamedColor {
  /** Class, `background` or `ignored`. */
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string;
  readonly rgb: Rgb;
}

function nameColors(dataset: Dataset, colors: readonly Rgb[]): NamedColor[] {
  return colors.map((rgb, place) => ({ name: namePlace(dataset, place), color: formatColor(rgb), rgb }));
}

function describeStrays({ strays }: MaskFingerprint, colors: readonly NamedColor[]) {
  return strays.slice(0, straysShown).map(({ value, pixels }) => {
    const rgb = parseColor(value);
    const [nearest] = colors
      .map(({ name, color, rgb: declared }) => ({ name, color, distance: distanceBetween(rgb, declared) }))
      .sort((a, b) => a.distance - b.distance);
    return { value, pixels, ...(nearest && { nearest: { ...nearest } }) };
  });
}

function exchangeRedAndBlue(color: string): string {
  return `#${color.slice(5, 7)}${color.slice(3, 5)}${color.slice(1, 3)}`;
}

/** 0–255, undefined for a colour. */
function greyOf(color: string): number | undefined {
  const [red, green, blue] = parseColor(color);
  return red === green && red === blue ? red : undefined;
}

/** Luma of ITU-R BT.601, which Pillow and OpenCV make of colours, give or take their rounding. */
function isGreyOf(grey: number | undefined, colors: readonly NamedColor[]): boolean {
  return (
    grey !== undefined &&
    colors.some(
      ({ rgb: [red, green, blue] }) => Math.abs(0.299 * red + 0.587 * green + 0.114 * blue - grey) <= 1,
    )
  );
}
