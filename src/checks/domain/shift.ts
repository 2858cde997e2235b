import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { Json } from '../../model/json.ts';
import {
  compareIntensity,
  measureIntensity,
  profileIntensity,
  type IntensityDifference,
  type IntensityProfile,
} from './intensity.ts';
import { choosePairs, type Pair } from './pairs.ts';
import type { Side } from './side.ts';

export const shift = defineCheck({
  id: 'domain/shift',
  summary: 'How far apart are the grey levels of two domains, and of training and test?',
  description: `A model learns the brightness and contrast of the images it is trained on, and can fail on images that
look different to it while a person sees the same organ. Compared are each domain with the target domain (all domains
with each other, where no target is declared; at most the 20 largest) and train with test and val, within each domain
where there are several. Every subject counts once, with the mean histogram of its images, so that one with hundreds of
frames does not stand for the rest; an image whose subject is unknown counts on its own.

The Wasserstein distance of two histograms is the number of grey levels by which the pixels of one have to be moved, on
average, to match the other. The shift is that distance in standard deviations of the pixels (both sides pooled): the
absolute value of Cohen's d where one histogram is the other, moved. The default threshold is Cohen's mark of a medium
effect, 0.5, which he chose to be visible to the naked eye of a careful observer (Cohen 1992,
doi:10.1037/0033-2909.112.1.155), and not that of a large one, 0.8: the pixels of a single image already differ by tens
of grey levels, anatomy against background, so that the unit is wide and 0.8 of it would let a plainly visible shift
pass. The measure sees neither texture nor where in the image the pixels are.

Few subjects differ by chance as much as two domains do. Among photographs of one kind drawn at random (200 of raccoons,
300 draws), the shift between two groups passes 0.5 in 56 % of draws with one picture on each side, 28 % with two, 8 %
with five and 1 % with ten; among microscope images of one device (364 of BCCD) in 5 % with one and none with two. So
where a side has fewer than \`minSubjects\`, by default ten, the distance describes the images that are there, and the
result says that they are too few to speak for others.

Coverage counts samples: those whose image stands in a comparison, and the others.`,
  defaultSeverity: 'warning',
  needs: ['images'],
  options: {
    maxShift: {
      type: 'number',
      default: 0.5,
      minimum: 0,
      unit: 'standard deviations',
      description:
        'Largest Wasserstein distance of the grey levels, in pooled standard deviations of the pixels.',
    },
    minSubjects: {
      type: 'integer',
      default: 10,
      minimum: 0,
      unit: 'subjects',
      description:
        'Fewest subjects on each side (images, where subjects are unknown); with fewer, the result says that they are too few to tell a shift from chance.',
    },
  },
  messages: {
    brighter: {
      text: '{bright} is {difference|grey level|grey levels} brighter than {dark} (Wasserstein distance {distance}, {shift} standard deviations)',
      fix: 'Look at images of {bright} and {dark} side by side. Bring gain, window and value range of both together, or vary brightness and contrast in training; judge the model on the domain it will meet.',
    },
    spread: {
      text: 'the grey levels of {first} and {second} are spread differently (Wasserstein distance {distance}, {shift} standard deviations)',
      fix: 'Look at images of {first} and {second} side by side. Bring contrast, window and background of both together, or vary contrast in training; judge the model on the domain it will meet.',
    },
    flat: {
      text: '{first} and {second} show a single grey level each, {distance|grey level|grey levels} apart',
      fix: 'Look at the images: they show nothing. Correct how they were exported.',
    },
    clean: {
      text: '{pairs|comparison|comparisons} within {limit} standard deviations, {first} and {second} the furthest apart (Wasserstein distance {distance})',
    },
    'clean-few': {
      text: '{pairs|comparison|comparisons} within {limit} standard deviations, {first} and {second} the furthest apart (Wasserstein distance {distance}); too few subjects to tell: {few}',
    },
    shifted: {
      text: '{shifted} of {pairs|comparison|comparisons} shifted, {first} and {second} the furthest apart (Wasserstein distance {distance})',
    },
    'shifted-few': {
      text: '{shifted} of {pairs|comparison|comparisons} shifted, {first} and {second} the furthest apart (Wasserstein distance {distance}); too few subjects to tell: {few}',
    },
    'no-images': { text: 'no image could be decoded' },
    'no-target': { text: 'no image of the target domain {target} could be decoded' },
    'no-pair': { text: 'there are fewer than two domains, and no train split beside test or val' },
  },
  run(dataset, options) {
    const { samples, images, task } = dataset;
    const decoded = samples.filter(({ id }) => images.get(id)?.kind === 'image');
    const nothing = { evaluated: 0, unavailable: samples.length };
    if (decoded.length === 0) return { skipped: { messageId: 'no-images', data: {} }, coverage: nothing };
    const target = task.targetDomain;
    if (target !== undefined && !decoded.some(({ domain }) => domain === target)) {
      return { skipped: { messageId: 'no-target', data: { target } }, coverage: nothing };
    }

    const { domains, splits, pairs, domainsLeftOut } = choosePairs(decoded, dataset);
    const profiles = new Map([...domains, ...splits].map((side) => [side, profileIntensity(side)]));
    const comparisons = comparePairs(pairs, profiles);
    const furthest = comparisons[0];
    if (!furthest) return { skipped: { messageId: 'no-pair', data: {} }, coverage: nothing };

    const compared = new Set(pairs.flatMap(({ first, second }) => [...first.samples, ...second.samples]));
    const few = [...new Set(pairs.flatMap((pair) => findFewSubjects(pair, options.minSubjects)))];
    const findings = comparisons
      .filter(({ difference }) => (difference.shift ?? Infinity) > options.maxShift)
      .map((comparison) => describeShift(comparison, options));
    const measureSides = (sides: readonly Side[]): Record<string, Json> =>
      Object.fromEntries(
        sides.map((side) => {
          const profile = profiles.get(side);
          return [side.name, { ...countUnits(side), ...(profile && measureIntensity(profile)) }];
        }),
      );
    return {
      coverage: { evaluated: compared.size, unavailable: samples.length - compared.size },
      measurements: {
        domains: measureSides(domains),
        splits: measureSides(splits),
        pairs: comparisons.map(({ pair, difference }) => ({
          first: pair.first.name,
          second: pair.second.name,
          ...measureDifference(difference),
          tooFewSubjects: findFewSubjects(pair, options.minSubjects),
        })),
        domainsLeftOut,
      },
      findings,
      summary: {
        messageId: `${findings.length > 0 ? 'shifted' : 'clean'}${few.length > 0 ? '-few' : ''}`,
        data: {
          shifted: findings.length,
          pairs: pairs.length,
          limit: options.maxShift,
          first: furthest.pair.first.name,
          second: furthest.pair.second.name,
          distance: roundTo(1, furthest.difference.distance),
          few,
        },
      },
    };
  },
});

interface Comparison {
  readonly pair: Pair;
  readonly first: IntensityProfile;
  readonly second: IntensityProfile;
  readonly difference: IntensityDifference;
}

/** The largest shift first; equal ones keep the order of the pairs. */
function comparePairs(pairs: readonly Pair[], profiles: ReadonlyMap<Side, IntensityProfile>): Comparison[] {
  const rank = ({ difference }: Comparison): number => difference.shift ?? Number.MAX_VALUE;
  return pairs
    .flatMap((pair): Comparison[] => {
      const first = profiles.get(pair.first);
      const second = profiles.get(pair.second);
      return first && second ? [{ pair, first, second, difference: compareIntensity(first, second) }] : [];
    })
    .sort((a, b) => rank(b) - rank(a));
}

interface Limits {
  readonly maxShift: number;
  readonly minSubjects: number;
}

function describeShift({ pair, first, second, difference }: Comparison, limits: Limits): RawFinding {
  const names = { first: pair.first.name, second: pair.second.name };
  const isFirstBrighter = difference.meanDifference > 0;
  const brightness = Math.abs(difference.meanDifference);
  // The distance is at least the difference of the means; where that is the smaller part of it, the shape differs.
  const isBrighter = brightness >= difference.distance / 2;
  const both = <T extends Json>(a: T, b: T): Json => ({ [names.first]: a, [names.second]: b });
  return {
    key: pair.key,
    messageId: difference.shift === undefined ? 'flat' : isBrighter ? 'brighter' : 'spread',
    data: {
      ...names,
      bright: isFirstBrighter ? names.first : names.second,
      dark: isFirstBrighter ? names.second : names.first,
      difference: roundTo(1, brightness),
      distance: roundTo(1, difference.distance),
      shift: difference.shift === undefined ? null : roundTo(2, difference.shift),
    },
    samples: [],
    evidence: {
      ...measureDifference(difference),
      maximumShift: limits.maxShift,
      means: both(first.mean, second.mean),
      deviations: both(first.deviation, second.deviation),
      counts: both(countUnits(pair.first), countUnits(pair.second)),
      tooFewSubjects: findFewSubjects(pair, limits.minSubjects),
    },
  };
}

function measureDifference(difference: IntensityDifference): Record<string, Json> {
  return {
    wassersteinDistance: difference.distance,
    standardizedShift: difference.shift ?? null,
    meanDifference: difference.meanDifference,
    deviationDifference: difference.deviationDifference,
    sharpnessRatio: difference.sharpnessRatio ?? null,
  };
}

function countUnits({ samples, subjects }: Side): Record<string, Json> {
  return { images: samples.length, subjects };
}

/** The sides that are too few to tell a shift from chance. */
function findFewSubjects({ first, second }: Pair, minSubjects: number): string[] {
  return [first, second].filter(({ units }) => units.length < minSubjects).map(({ name }) => name);
}

function roundTo(decimals: number, value: number): number {
  return Number(value.toFixed(decimals));
}
