import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { Json } from '../../model/json.ts';
import type { Sample } from '../../model/sample.ts';
import { median } from '../../statistics/median.ts';
import { subjectsOf } from '../leakage/split-spread.ts';
import { findClassPresence, type ClassPresence } from './class-presence.ts';

export const balance = defineCheck({
  id: 'classes/balance',
  summary: 'How unequal are the classes in pixels or boxes, samples and subjects?',
  description: `A class that fills a thousandth of the pixels barely moves the loss. Measured are the pixels (with
masks) or boxes, the samples and the subjects that show each class, and weights to use in the loss: median frequency
balancing, the median of all class frequencies divided by the frequency of the class, where a frequency is the share
of the pixels (or boxes) of those images that show the class (Eigen and Fergus 2015, doi:10.1109/ICCV.2015.304).
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
    const tallies = tallyClasses(presence);
    const shown = tallies.filter(({ amount }) => amount > 0).sort((a, b) => b.amount - a.amount);
    const most = shown[0];
    const least = shown.at(-1);
    if (!most || !least) return { skipped: { messageId: 'no-classes', data: {} }, coverage };

    const { unit } = presence;
    const total = shown.reduce((sum, { amount }) => sum + amount, 0);
    const background = tallyBackground(presence);
    const all = unit === 'samples' ? presence.bySample.size : total + background.pixels;
    const frequencies = [...shown, background].map(({ frequency }) => frequency);
    const typical = median(frequencies.filter((frequency) => frequency > 0));
    const findings = shown.flatMap(({ name, amount, samples, subjects }): RawFinding[] => {
      const ratio = most.amount / amount;
      if (ratio <= options.maxRatio) return [];
      return [
        {
          key: name,
          messageId: 'rare',
          data: { name, most: most.name, ratio, share: amount / total, unit },
          samples: [],
          evidence: { [unit]: amount, samples, subjects, ratio, maximumRatio: options.maxRatio },
        },
      ];
    });
    return {
      coverage,
      measurements: {
        unit,
        classes: Object.fromEntries(
          tallies.map(({ name, amount, samples, subjects, frequency }): [string, Json] => [
            name,
            {
              ...(unit !== 'samples' && { [unit]: amount }),
              share: amount / total,
              samples,
              subjects,
              ...(frequency > 0 && { weight: typical / frequency }),
            },
          ]),
        ),
        ...(background.frequency > 0 && {
          background: {
            pixels: background.pixels,
            share: background.pixels / all,
            weight: typical / background.frequency,
          },
        }),
      },
      findings,
      summary:
        shown.length === 1
          ? { messageId: 'single', data: { name: most.name, share: most.amount / all, unit } }
          : { messageId: 'result', data: { classes: shown.length, ratio: most.amount / least.amount, unit } },
    };
  },
});

interface ClassTally {
  readonly name: string;
  /** In the unit of the presence. */
  readonly amount: number;
  readonly samples: number;
  readonly subjects: number;
  /** Share of the pixels or boxes of the samples that show the class, background included; otherwise of samples. */
  readonly frequency: number;
}

function tallyClasses({ classes, bySample, background, unit }: ClassPresence): ClassTally[] {
  return classes.map((name) => {
    const showing: Sample[] = [];
    let amount = 0;
    let around = 0;
    for (const [sample, shown] of bySample) {
      const part = shown.get(name);
      if (part === undefined) continue;
      showing.push(sample);
      amount += part;
      around += sumAmounts(shown) + (background.get(sample) ?? 0);
    }
    return {
      name,
      amount,
      samples: showing.length,
      subjects: subjectsOf(showing).length,
      frequency: amount === 0 ? 0 : amount / (unit === 'samples' ? bySample.size : around),
    };
  });
}

/** Pixels of background, and their share of all pixels of the samples that show it. */
function tallyBackground({ bySample, background }: ClassPresence): { pixels: number; frequency: number } {
  let total = 0;
  let around = 0;
  for (const [sample, pixels] of background) {
    if (pixels === 0) continue;
    total += pixels;
    around += pixels + sumAmounts(bySample.get(sample) ?? new Map());
  }
  return { pixels: total, frequency: total === 0 ? 0 : total / around };
}

function sumAmounts(shown: ReadonlyMap<string, number>): number {
  return [...shown.values()].reduce((sum, pixels) => sum + pixels, 0);
}
