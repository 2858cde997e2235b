import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { MaskFingerprint } from '../../model/fingerprint.ts';
import { distanceBetween, formatColor, parseColor, type Rgb } from './color.ts';
import { listMasks } from './decoded-masks.ts';

export const palette = defineCheck({
  id: 'labels/palette',
  summary: 'Do masks hold the declared colours and no others?',
  description: `A training script looks colours up: a pixel whose colour is only nearly that of a class becomes
background, or an error. A mask saved as JPEG, resized with interpolation or drawn with anti-aliased brushes holds
hundreds of such colours along every edge; one written with red and blue exchanged holds none of the declared ones.
The undeclared colours with most pixels are shown, at most eight, each with the declared colour at the least Euclidean
distance in RGB (0–441).

Coverage counts masks: those that were decoded, and the others.`,
  defaultSeverity: 'error',
  needs: ['masks'],
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
      text: '{mask}: {share%} of the pixels have a declared colour with red and blue exchanged',
      fix: 'Write the mask as RGB; OpenCV writes what it is given as BGR.',
    },
    lossy: {
      text: '{mask}: {share%} of the pixels are off the palette, since JPEG changes colours',
      fix: 'Export the mask again from its source, as PNG.',
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
    const findings = decoded.flatMap(({ path, mask, samples }): RawFinding[] => {
      const share = mask.offPalette / mask.pixels;
      if (mask.offPalette === 0 || share <= options.maxOffPalette) return [];
      const location = samples.find((sample) => sample.location)?.location;
      const isSwapped = mask.strays.every(({ value }) =>
        colors.some(({ color }) => color === exchangeRedAndBlue(value)),
      );
      return [
        {
          key: path,
          messageId: isSwapped ? 'swapped' : mask.format === 'jpeg' ? 'lossy' : 'off-palette',
          data: { mask: path, share, distinct: mask.distinct },
          samples: samples.map((sample) => sample.id),
          ...(location && { location }),
          evidence: {
            share,
            offPalettePixels: mask.offPalette,
            distinctColors: mask.distinct,
            strays: describeStrays(mask, colors),
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
      },
      findings,
      summary: {
        messageId: findings.length > 0 ? 'strays' : 'clean',
        data: { masks: decoded.length, failing: findings.length },
      },
    };
  },
});

interface NamedColor {
  /** Class, `background` or `ignored`. */
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string;
  readonly rgb: Rgb;
}

function nameColors({ labels, maskClasses }: Dataset, colors: readonly Rgb[]): NamedColor[] {
  return colors.map((rgb, index) => {
    const color = formatColor(rgb);
    const isBackground = color === labels.background.color.toLowerCase();
    return { name: maskClasses[index] ?? (isBackground ? 'background' : 'ignored'), color, rgb };
  });
}

function describeStrays({ strays }: MaskFingerprint, colors: readonly NamedColor[]) {
  return strays.map(({ value, pixels }) => {
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
