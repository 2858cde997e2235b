import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { MaskFingerprint } from '../../model/fingerprint.ts';
import { listMasks } from './decoded-masks.ts';

export const empty = defineCheck({
  id: 'labels/empty',
  summary: 'Do masks show something?',
  description: `A mask with nothing in it says that its image shows none of the classes. That may be so; as often a
program saved it before anybody had drawn, and the image is trained as background. Where nearly all masks are empty,
one finding says so in place of one for each: either they were lost, or the classes are declared with other values. A
mask whose pixels are off the palette is not empty; \`labels/palette\` and \`labels/values\` tell of it.

Where empty masks are right, as in screening, raise \`maxShare\`: findings are made only above it. Its default is 0
since holdout cannot see which are meant.

Coverage counts masks: those that were decoded, and the others.`,
  defaultSeverity: 'warning',
  needs: ['masks'],
  options: {
    maxShare: {
      type: 'number',
      default: 0,
      minimum: 0,
      maximum: 1,
      unit: 'share (0–1)',
      description: 'Share of masks that may be empty without a finding.',
    },
    nearlyAll: {
      type: 'number',
      default: 0.9,
      minimum: 0,
      maximum: 1,
      unit: 'share (0–1)',
      description:
        'Share of empty masks from which one finding tells of all of them (and there are two at least).',
    },
  },
  messages: {
    empty: {
      text: '{mask} is empty: {holds}',
      fix: 'Draw what the image shows, or, where it shows nothing, say so by accepting the finding or by `maxShare`.',
    },
    'nearly-all': {
      text: '{empty} of {masks|mask|masks} ({share%}) are empty',
      fix: 'Look at one that should not be: the masks may have been lost on export, or the classes under `labels.classes` have other values.',
    },
    clean: { text: '{masks|mask|masks}, {empty} empty' },
    found: { text: '{empty} of {masks|mask|masks} empty' },
    'no-masks': { text: 'labels are no masks, or no mask could be decoded' },
  },
  run(dataset, { maxShare, nearlyAll }) {
    const { decoded, unavailable } = listMasks(dataset);
    if (dataset.maskPalette === undefined) return { skipped: { messageId: 'no-masks', data: {} } };
    const coverage = { evaluated: decoded.length, unavailable };
    if (decoded.length === 0) return { skipped: { messageId: 'no-masks', data: {} }, coverage };
    const found = decoded.filter(({ mask }) => isEmpty(mask, dataset.maskClasses));
    const share = found.length / decoded.length;
    const counts = { masks: decoded.length, empty: found.length };
    const samples = found.flatMap((one) => one.samples.map(({ id }) => id)).sort();
    const all: RawFinding = {
      key: 'nearly-all',
      messageId: 'nearly-all',
      data: { ...counts, share },
      samples,
      evidence: { ...counts, share },
    };
    const each = found.map(({ path, mask, samples: members }): RawFinding => {
      const location = members.find((sample) => sample.location)?.location;
      return {
        key: path,
        messageId: 'empty',
        data: {
          mask: path,
          holds: (mask.counts[0] ?? 0) < mask.pixels ? 'ignored pixels and background' : 'background alone',
        },
        samples: members.map(({ id }) => id),
        ...(location && { location }),
        evidence: { backgroundPixels: mask.counts[0] ?? 0, pixels: mask.pixels },
      };
    });
    const isMost = found.length > 1 && share >= nearlyAll;
    const findings = found.length === 0 || share <= maxShare ? [] : isMost ? [all] : each;
    return {
      coverage,
      measurements: { ...counts, share },
      findings,
      summary: { messageId: findings.length > 0 ? 'found' : 'clean', data: counts },
    };
  },
});

/** Whether every pixel is declared, and none is of a class. */
function isEmpty(
  { counts, offPalette, distinct, alpha }: MaskFingerprint,
  classes: readonly (string | undefined)[],
): boolean {
  // Then the label is in the alpha channel, which `labels/palette` tells.
  if (distinct === 1 && (alpha?.distinct ?? 1) > 1) return false;
  return offPalette === 0 && counts.every((pixels, place) => pixels === 0 || classes[place] === undefined);
}
