import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { MaskFingerprint } from '../../model/fingerprint.ts';
import { listMasks } from './decoded-masks.ts';

export const values = defineCheck({
  id: 'labels/values',
  summary: 'Do masks hold the declared indices and no others?',
  description: `An index that no class has is an error inside the loss, or, worse, silently another class. Masks of 0 and
255 were made to be looked at: 255 is white on a screen, and no class. Masks that hold colours are declared as if they
held indices. The undeclared values with most pixels are shown, at most eight.

Coverage counts masks: those that were decoded, and the others.`,
  defaultSeverity: 'error',
  needs: ['masks'],
  options: {},
  messages: {
    binary: {
      text: '{mask} holds 0 and 255 instead of class indices',
      fix: 'Declare the class with index 255, or write its index in place of 255.',
    },
    colors: {
      text: '{mask} holds colours, but classes are declared by index',
      fix: 'Declare each class by its colour, or export masks with one channel.',
    },
    undeclared: {
      text: '{mask} holds {strays}, which no class has ({share%} of the pixels)',
      fix: 'Declare a class for each of them or add them to `labels.ignore`; values between two indices come from interpolation: resize masks with nearest neighbour.',
    },
    clean: { text: '{masks|mask|masks}, all of declared indices' },
    strays: { text: '{failing} of {masks|mask|masks} with undeclared values' },
    'no-indices': { text: 'labels are no masks of indices' },
    'no-masks': { text: 'no mask could be decoded' },
  },
  run(dataset) {
    if (dataset.maskPalette?.kind !== 'index') return { skipped: { messageId: 'no-indices', data: {} } };
    const { decoded, unavailable } = listMasks(dataset);
    const coverage = { evaluated: decoded.length, unavailable };
    if (decoded.length === 0) return { skipped: { messageId: 'no-masks', data: {} }, coverage };
    const findings = decoded.flatMap(({ path, mask, samples }): RawFinding[] => {
      if (mask.offPalette === 0) return [];
      const location = samples.find((sample) => sample.location)?.location;
      const share = mask.offPalette / mask.pixels;
      return [
        {
          key: path,
          messageId: isBinary(mask) ? 'binary' : holdsColors(mask) ? 'colors' : 'undeclared',
          data: { mask: path, strays: mask.strays.map(({ value }) => value), share },
          samples: samples.map((sample) => sample.id),
          ...(location && { location }),
          evidence: {
            share,
            undeclaredPixels: mask.offPalette,
            distinctValues: mask.distinct,
            strays: mask.strays.map(({ value, pixels }) => ({ value, pixels })),
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

/** Whether 255 is the one undeclared value, beside at most one other: 0, where that is declared. */
function isBinary({ strays, distinct }: MaskFingerprint): boolean {
  return strays.length === 1 && strays[0]?.value === '255' && distinct <= 2;
}

function holdsColors({ strays }: MaskFingerprint): boolean {
  return strays.some(({ value }) => value.startsWith('#'));
}
