import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { Json } from '../../model/json.ts';
import type { Sample } from '../../model/sample.ts';
import { weighByEffectiveNumber, weighByInverse } from '../../statistics/class-weights.ts';
import { median } from '../../statistics/median.ts';
import { spreadOverSplits } from '../leakage/split-spread.ts';
import { findClassPresence, type ClassPresence } from './class-presence.ts';
import { sumAmounts, tallyClasses, type ClassTally } from './class-tally.ts';

export const balance = defineCheck({
  id: 'classes/balance',
  summary: 'How unequal are the classes in pixels or boxes, samples and subjects?',
  description: `A class that fills a thousandth of the pixels barely moves the loss. Measured are the pixels (with
masks) or boxes, the samples and the subjects that show each class, over all and in each split, and weights to use in
the loss, in the names of the config:

- \`inverseFrequency\`: the mean amount of a class (pixels, boxes or samples) over its own;
- \`medianFrequency\`: the median of all class frequencies over the frequency of the class, where a frequency is the
  share of the pixels (or boxes) of those images that show the class (Eigen and Fergus 2015,
  doi:10.1109/ICCV.2015.304): milder on what is rare but large where it is;
- \`effectiveNumber\`: (1 − β) / (1 − βⁿ) for n samples of the class (Cui et al. 2019, arXiv:1901.05555), scaled to a
  mean of 1: each further sample of a class adds less that is new.

Background gets a weight like a class, since the loss counts its pixels; ignored pixels count nowhere. Background is
not compared with the classes: it is the most of nearly every medical image. A ratio of more than 100 to 1 between
classes is commonly called high class imbalance (Leevy et al. 2018, doi:10.1186/s40537-018-0151-6).

Coverage counts labelled samples: those whose classes could be read, and the others.`,
  defaultSeverity: 'warning',
  needs: ['masks', 'annotations'],
  options: {
    maxRatio: {
      type: 'number',
      default: 100,
      minimum: 1,
      unit: 'ratio',
      description:
        'Largest ratio between the most and a less frequent class (in pixels or boxes, otherwise in samples).',
    },
    beta: {
      type: 'number',
      default: 0.999,
      minimum: 0,
      maximum: 0.999_999,
      unit: 'β (0 to below 1)',
      description:
        'β of the weights by the effective number of samples: 0 weighs all classes the same, close to 1 by inverse frequency.',
    },
  },
  messages: {
    rare: {
      text: '{name} is {ratio} times rarer than {most} ({share%} of the labelled {unit})',
      fix: 'Weight the loss by class, sample images with {name} more often, or label more of them.',
    },
    result: { text: '{classes|class|classes}, the most frequent {ratio} times the least ({unit})' },
    single: { text: 'one class only: {name}, {share%} of all {unit}' },
    'no-classes': { text: 'no label names a class that could be read' },
  },
  run(dataset, options) {
    const presence = findClassPresence(dataset);
    const coverage = { evaluated: presence.bySample.size, unavailable: presence.unavailable };
    const all = listTallies(presence, presence.bySample.keys());
    const shown = all.filter(({ amount }) => amount > 0).sort((a, b) => b.amount - a.amount);
    const most = shown[0];
    const least = shown.at(-1);
    if (!most || !least) return { skipped: { messageId: 'no-classes', data: {} }, coverage };

    const { unit } = presence;
    const total = shown.reduce((sum, { amount }) => sum + amount, 0);
    const background = tallyBackground(presence);
    const whole = unit === 'samples' ? presence.bySample.size : total + background.amount;
    const measure = (tallies: readonly NamedTally[]): Record<string, Json> => {
      const sum = tallies.reduce((amounts, { amount }) => amounts + amount, 0);
      return Object.fromEntries(
        tallies.map(({ name, amount, samples, subjects }): [string, Json] => [
          name,
          {
            ...(unit !== 'samples' && { [unit]: amount }),
            share: sum === 0 ? 0 : amount / sum,
            samples,
            subjects: subjects.length,
          },
        ]),
      );
    };
    const findings = shown.flatMap(({ name, amount, samples, subjects }): RawFinding[] => {
      const ratio = most.amount / amount;
      if (ratio <= options.maxRatio) return [];
      return [
        {
          key: name,
          messageId: 'rare',
          data: { name, most: most.name, ratio, share: amount / total, unit },
          samples: [],
          evidence: {
            [unit]: amount,
            samples,
            subjects: subjects.length,
            ratio,
            maximumRatio: options.maxRatio,
          },
        },
      ];
    });
    return {
      coverage,
      measurements: {
        unit,
        imbalanceRatio: most.amount / least.amount,
        classes: measure(all),
        ...(background.amount > 0 && {
          background: { pixels: background.amount, share: background.amount / whole },
        }),
        splits: Object.fromEntries(
          [...spreadOverSplits(presence.bySample.keys())].map(([split, members]) => [
            split,
            measure(listTallies(presence, members)),
          ]),
        ),
        weights: weighClasses([background, ...shown], presence, options.beta),
      },
      findings,
      summary:
        shown.length === 1
          ? { messageId: 'single', data: { name: most.name, share: most.amount / whole, unit } }
          : { messageId: 'result', data: { classes: shown.length, ratio: most.amount / least.amount, unit } },
    };
  },
});

interface NamedTally extends ClassTally {
  readonly name: string;
}

/** All classes in their order, those that no sample shows too. */
function listTallies(presence: ClassPresence, samples: Iterable<Sample>): NamedTally[] {
  const tallies = tallyClasses(samples, presence);
  const nothing: ClassTally = { amount: 0, samples: 0, subjects: [], around: 0 };
  return presence.classes.map((name) => ({ name, ...(tallies.get(name) ?? nothing) }));
}

/** The background of all masks, which counts in the loss like a class; nothing without masks. */
function tallyBackground({ bySample, background }: ClassPresence): NamedTally {
  const tally = { name: 'background', amount: 0, samples: 0, subjects: [], around: 0 };
  for (const [sample, pixels] of background) {
    if (pixels === 0) continue;
    tally.amount += pixels;
    tally.samples++;
    tally.around += pixels + sumAmounts(bySample.get(sample) ?? new Map());
  }
  return tally;
}

/** Weights by class; background first, unless a class is called so. */
function weighClasses(
  tallies: readonly NamedTally[],
  { bySample, unit }: ClassPresence,
  beta: number,
): Record<string, Json> {
  const shown = tallies.filter(({ amount }) => amount > 0);
  const by = (read: (tally: NamedTally) => number): Map<string, number> =>
    new Map(shown.map((tally) => [tally.name, read(tally)]));
  const frequencies = by(({ amount, around }) => amount / (unit === 'samples' ? bySample.size : around));
  const typical = median([...frequencies.values()]);
  return {
    inverseFrequency: weighByInverse(by(({ amount }) => amount)),
    medianFrequency: Object.fromEntries(
      [...frequencies].map(([name, frequency]) => [name, typical / frequency]),
    ),
    effectiveNumber: weighByEffectiveNumber(
      by(({ samples }) => samples),
      beta,
    ),
  };
}
