import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { Json } from '../../model/json.ts';
import { formatCount, formatQuantity } from '../../model/number-words.ts';
import { effectNames } from '../../statistics/bootstrap-effects.ts';
import type { Interval } from '../../statistics/interval.ts';
import {
  compareSides,
  nameShifts,
  shiftLevels,
  strongestShift,
  type Comparison,
  type ComparisonLimits,
  type FeatureShift,
} from './comparison.ts';
import { drawHistograms } from './feature-histograms.ts';
import { mapImages } from './image-map.ts';
import { measureIntensity, onlyLevel, profileIntensity, type IntensityProfile } from './intensity.ts';
import type { Feature } from './features.ts';
import { choosePairs, type Pair } from './pairs.ts';
import { averageFeature, readFeatures, type SideFeatures } from './side-features.ts';
import type { Side } from './side.ts';

export const shift = defineCheck({
  id: 'domain/shift',
  summary: 'How far apart are two domains, and training and test, beyond what their subjects explain?',
  description: `A model learns the brightness, contrast, noise and sharpness of the images it is trained on, and can fail on
images that look different to it while a person sees the same organ. Compared are each domain with the target domain (all
domains with each other, where no target is declared: the 7 largest; with one, the 20 largest) and train with test and
val, within each domain where there are several.

**Subjects, not images.** The frames of one patient are not independent: compared image by image, any two halves of one
hospital are "shifted". Here each subject counts once, with the mean of its images, and whole subjects are drawn and
dealt; an image whose subject is unknown counts as a subject of its own, so that intervals are too narrow where frames of
unnamed subjects hang together. Of more than 10,000 subjects a side, 10,000 are taken by chance.

**What is compared**: 25 features of each image, from the one decode. Brightness (mean, shadows, highlights), contrast, black and
saturated pixels within the field of view; noise (Immerkær 1996, doi:10.1006/cviu.1996.0060), speckle, detail of 1, 2, 4 and
8 pixels, steepness of edges, correlation of neighbours, exponent of the power spectrum; the grid of JPEG; colour; size and
aspect; padding. The field of view is what in each row lies between the first and the last pixel that is not black: a
black border is reported as padding and changes no other feature.

**How far**: the means of each feature differ by Hedges' g standard deviations between subjects (Hedges 1981,
doi:10.3102/10769986006002107), with Cliff's delta and the Wasserstein distance on the subjects' means, and the
Jensen–Shannon divergence and the population stability index on tenths of the images, each with a 95 % interval from
2,000 bootstrap draws of subjects. Levels are Cohen's marks: 0.2 small, 0.5 moderate, 0.8 large (Cohen 1988, "Statistical
Power Analysis for the Behavioral Sciences", § 2.2).

**Whether by chance**: subjects are dealt to the two sides anew, in all ways or in 2,000, and p-values are corrected for the
number of features by the step-down maximum of Westfall and Young (1993), which, unlike Holm's or Benjamini and Yekutieli's
correction, loses nothing to features that say the same, and multiplied by the number of comparisons. A feature is shifted where its effect has a level, its p-value is at
most 0.04, its interval leaves out 0, and the difference is one that a picture shows (one grey level, a factor of 1.05, half
a per cent of the pixels): no p-value decides alone. Two halves of one domain by chance are called shifted in 3 % of draws,
and on no data that was tried in more than 7 % (docs/benchmarks-shift.md).

**Too few to tell**: with n against n subjects, the arrangement seen and its mirror image are two of all, so that three
against three cannot have a p-value below 0.1; four against four can have 0.029, five against five 0.008. With fewer than these, for the number of comparisons, or than \`minSubjects\` on a side there
is no p-value and no finding, but the number of subjects that would be needed: for the greatest effect seen, or a moderate
one, in four cases of five, by the normal approximation. A dataset with nothing else to compare is skipped, not passed.

**Together**: a linear discriminant, regularised and scored on subjects that it has not seen, tells how well all features
separate the sides: the area under its ROC curve, with the interval of Newcombe (2006, doi:10.1002/sim.2324), and what it
goes by. It is measured and decides nothing.

Where one subject has images on both sides (two scanners, say), it counts on each; that makes shifts harder to find, not
easier. Coverage counts samples: those whose image stands in a comparison that could be judged, and the others.`,
  defaultSeverity: 'warning',
  needs: ['images'],
  options: {
    smallEffect: {
      type: 'number',
      default: 0.2,
      minimum: 0,
      unit: 'standard deviations',
      description: 'Least difference, in standard deviations between subjects, of a small shift.',
    },
    moderateEffect: {
      type: 'number',
      default: 0.5,
      minimum: 0,
      unit: 'standard deviations',
      description:
        'Least difference, in standard deviations between subjects, of a moderate shift, the least that is a finding.',
    },
    largeEffect: {
      type: 'number',
      default: 0.8,
      minimum: 0,
      unit: 'standard deviations',
      description: 'Least difference, in standard deviations between subjects, of a large shift.',
    },
    minSubjects: {
      type: 'integer',
      default: 4,
      minimum: 2,
      unit: 'subjects',
      description:
        'Fewest subjects on each side (images, where subjects are unknown) that a shift is told from. Sides of three and less are never told apart from chance, whatever this is.',
    },
  },
  messages: {
    shifted: {
      text: 'compared with {first}, {second} {says}: a {level} shift',
      fix: 'Look at images of {first} and {second} side by side. Bring what differs together, by how images are acquired, exported and normalised, or vary it in training; judge the model on the domain it will meet.',
    },
    flat: {
      text: '{first} and {second} show a single grey level each, {distance|grey level|grey levels} apart',
      fix: 'Look at the images: they show nothing. Correct how they were exported.',
    },
    clean: { text: 'no moderate or large shift in {judged|comparison|comparisons}' },
    'clean-few': {
      text: 'no moderate or large shift in {judged|comparison|comparisons}; too few subjects to tell of others: {few}',
    },
    found: {
      text: '{shifted} of {judged|comparison|comparisons} shifted; {first} and {second} are the furthest apart',
    },
    'found-few': {
      text: '{shifted} of {judged|comparison|comparisons} shifted; {first} and {second} are the furthest apart; too few subjects to tell of others: {few}',
    },
    'too-few': { text: 'too few subjects to tell a shift from chance: {few}' },
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
    if (pairs.length === 0) return { skipped: { messageId: 'no-pair', data: {} }, coverage: nothing };
    const sides = new Map([...domains, ...splits].map((side) => [side, describeSide(side)]));
    // A test set of one subject is never told apart, and takes nothing from the comparisons that can be.
    const comparisons = pairs.filter(
      ({ first, second }) => Math.min(first.units.length, second.units.length) >= options.minSubjects,
    ).length;
    const judgements = pairs
      .flatMap((pair) => {
        const [first, second] = [sides.get(pair.first), sides.get(pair.second)];
        return first && second ? [judgePair(pair, first, second, { ...options, comparisons })] : [];
      })
      .sort(compareJudgements);
    const judged = judgements.filter(isJudged);
    const few = listFew(judgements);
    const [furthest] = judged;
    if (!furthest) return { skipped: { messageId: 'too-few', data: { few } }, coverage: nothing };

    const findings = judged.flatMap(({ finding }) => (finding ? [finding] : []));
    const compared = new Set(
      judged.flatMap(({ comparison: { pair } }) => [...pair.first.samples, ...pair.second.samples]),
    );
    const measureSides = (chosen: readonly Side[]): Record<string, Json> =>
      Object.fromEntries(
        chosen.map((side) => {
          const described = sides.get(side);
          return [side.name, { ...countUnits(side), ...(described && measureSide(described)) }];
        }),
      );
    const mapped = domains.length > 1 ? domains : splits;
    return {
      coverage: { evaluated: compared.size, unavailable: samples.length - compared.size },
      measurements: {
        domains: measureSides(domains),
        splits: measureSides(splits),
        pairs: judgements.map(({ comparison }) => measureComparison(comparison)),
        map: mapImages(mapped.flatMap((side) => sides.get(side)?.features ?? [])),
        domainsLeftOut,
      },
      findings,
      summary: {
        messageId: `${findings.length > 0 ? 'found' : 'clean'}${few.length > 0 ? '-few' : ''}`,
        data: {
          shifted: findings.length,
          judged: judged.length,
          first: furthest.comparison.pair.first.name,
          second: furthest.comparison.pair.second.name,
          few,
        },
      },
    };
  },
});

interface DescribedSide {
  readonly features: SideFeatures;
  readonly intensity: IntensityProfile;
}

function describeSide(side: Side): DescribedSide {
  return { features: readFeatures(side), intensity: profileIntensity(side) };
}

/** The mean is that of the comparisons, of which a sentence tells. */
function measureSide({ features, intensity }: DescribedSide): Record<string, Json> {
  return { mean: averageFeature(features, 'mean'), ...measureIntensity(intensity) };
}

interface Judgement {
  readonly comparison: Comparison;
  readonly finding?: RawFinding;
}

function judgePair(
  pair: Pair,
  first: DescribedSide,
  second: DescribedSide,
  limits: ComparisonLimits,
): Judgement {
  const comparison = compareSides(pair, [first.features, second.features], limits);
  const flat = findFlat(pair, onlyLevel(first.intensity), onlyLevel(second.intensity));
  const finding = flat ?? describeShift(comparison);
  return { comparison, ...(finding && { finding }) };
}

/** Nothing but findings and what chance can be told from judges a dataset. */
function isJudged({ comparison: { level }, finding }: Judgement): boolean {
  return level !== undefined || finding !== undefined;
}

/** The highest level first, then what is told apart best; equal ones keep the order of the pairs. */
function compareJudgements(a: Judgement, b: Judgement): number {
  const rank = ({ comparison: { level } }: Judgement): number => (level ? shiftLevels.indexOf(level) : -1);
  const area = ({ comparison: { separability } }: Judgement): number => separability?.area ?? 0;
  return rank(b) - rank(a) || area(b) - area(a);
}

/** `real test (1 subject, at least 4 needed)`. */
function listFew(judgements: readonly Judgement[]): string[] {
  const needed = new Map<string, { subjects: number; needed: number }>();
  for (const { comparison } of judgements) {
    for (const { name, ...few } of comparison.few) {
      const other = needed.get(name);
      if (!other || other.needed < few.needed) needed.set(name, few);
    }
  }
  return [...needed].map(
    ([name, few]) =>
      `${name} (${formatQuantity(few.subjects, 'subject')}, at least ${formatCount(few.needed)} needed)`,
  );
}

function findFlat(
  { key, first, second }: Pair,
  firstLevel: number | undefined,
  secondLevel: number | undefined,
): RawFinding | undefined {
  if (firstLevel === undefined || secondLevel === undefined || firstLevel === secondLevel) return undefined;
  return {
    key,
    messageId: 'flat',
    data: {
      first: first.name,
      second: second.name,
      distance: Math.abs(firstLevel - secondLevel),
    },
    samples: [],
    evidence: { levels: { [first.name]: firstLevel, [second.name]: secondLevel } },
  };
}

function describeShift(comparison: Comparison): RawFinding | undefined {
  const { pair, level, separability } = comparison;
  if (level !== 'moderate' && level !== 'large') return undefined;
  const named = nameShifts(comparison, 'moderate');
  const names = { first: pair.first.name, second: pair.second.name };
  return {
    key: pair.key,
    messageId: 'shifted',
    data: {
      ...names,
      level,
      says: joinPhrases(named.map(({ feature, first, second }) => feature.say(first, second))),
    },
    samples: [],
    evidence: {
      features: named.map(describeEvidence),
      ...(separability && { area: { value: separability.area, ...separability.interval } }),
      counts: { [names.first]: countUnits(pair.first), [names.second]: countUnits(pair.second) },
    },
  };
}

/** What a side is, then what it has; the verb only where it changes. */
function joinPhrases(phrases: readonly string[]): string[] {
  return ['is ', 'has '].flatMap((verb) =>
    phrases
      .filter((phrase) => phrase.startsWith(verb))
      .map((phrase, place) => (place === 0 ? phrase : phrase.slice(verb.length))),
  );
}

function describeEvidence({ feature, effects, level, evidence }: FeatureShift): Json {
  return {
    feature: feature.name,
    level,
    effect: finite(effects.effect),
    ...(evidence && { ...finiteInterval(evidence.intervals.effect), pValue: evidence.pValue }),
  };
}

/** Least features whose histograms are drawn, of each pair. */
const drawnFeatures = 3;

function measureComparison(comparison: Comparison): Json {
  const { pair, shifts, level, detectable, separability, few } = comparison;
  const named = nameShifts(comparison, 'small');
  const strongest = strongestShift(comparison);
  const drawn = named.length > 0 ? named.slice(0, drawnFeatures) : strongest ? [strongest] : [];
  return {
    key: pair.key,
    first: pair.first.name,
    second: pair.second.name,
    level: level ?? null,
    /** Groups of features that are shifted, the clearest first. */
    named: named.map(({ feature }) => feature.key),
    detectableEffect: detectable,
    tooFewSubjects: few.map((side) => ({ ...side })),
    separability: separability
      ? {
          area: separability.area,
          ...separability.interval,
          uses: separability.uses.map((use) => ({ ...use })),
        }
      : null,
    features: shifts.map(measureShift),
    histograms: drawn.map((one) => drawHistograms(comparison, one)),
  };
}

function measureShift({ feature, first, second, effects, level, evidence }: FeatureShift): Json {
  return {
    feature: feature.key,
    name: feature.name,
    group: feature.group,
    unit: feature.unit,
    first: inMeasuredUnit(feature, first),
    second: inMeasuredUnit(feature, second),
    level,
    pValue: evidence?.pValue ?? null,
    ...Object.fromEntries(
      effectNames.map((name) => [
        name,
        { value: finite(effects[name]), ...(evidence && finiteInterval(evidence.intervals[name])) },
      ]),
    ),
  };
}

/** Means of logarithms as geometric means. */
function inMeasuredUnit({ isRatio }: Feature, value: number): number {
  return isRatio ? 2 ** value : value;
}

/** An effect without a bound, of sides that do not vary, is no number; there is no negative zero in JSON. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value + 0 : null;
}

function finiteInterval({ low, high }: Interval): { low: number | null; high: number | null } {
  return { low: finite(low), high: finite(high) };
}

function countUnits({ samples, subjects }: Side): Record<string, Json> {
  return { images: samples.length, subjects };
}
