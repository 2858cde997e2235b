import type { BaselineFact, BaselineResult, BaselineStages, ScoreRow } from '../../model/baseline.ts';
import { defineCheck, type OptionValues, type RawFinding, type Said } from '../../model/check.ts';
import type { Json } from '../../model/json.ts';
import { measureBaseline } from './measure-baseline.ts';

const options = {
  maxOverfitLoss: {
    type: 'number',
    default: 0.1,
    minimum: 0,
    maximum: 1,
    unit: 'share (0–1)',
    description: 'Largest loss on the batch that was learned by heart, as a share of its first loss.',
  },
  maxShuffledGain: {
    type: 'number',
    default: 0.05,
    minimum: 0,
    maximum: 1,
    unit: 'score (0–1)',
    description:
      'Most that a model trained with the labels of other images may score above the trivial predictor.',
  },
  maxLossShare: {
    type: 'number',
    default: 0.9,
    minimum: 0,
    maximum: 1,
    unit: 'share (0–1)',
    description: 'Largest loss at the end of training, as a share of that at its beginning.',
  },
  minGain: {
    type: 'number',
    default: 0.05,
    minimum: 0,
    maximum: 1,
    unit: 'score (0–1)',
    description: 'Least that the model has to score above the trivial predictor.',
  },
  maxDomainGap: {
    type: 'number',
    default: 0.1,
    minimum: 0,
    maximum: 1,
    unit: 'score (0–1)',
    description: 'Most that the score in the domain of training may be above that in the target domain.',
  },
  maxHalfInterval: {
    type: 'number',
    default: 0.1,
    minimum: 0,
    maximum: 1,
    unit: 'score (0–1)',
    description: 'Largest half width of the 95 % interval of the score, overall and in the target domain.',
  },
  maxInflation: {
    type: 'number',
    default: 0.05,
    minimum: 0,
    maximum: 1,
    unit: 'score (0–1)',
    description:
      'Most that leakage may add to the score: of the images that leak, or, where there is no model that has not seen what they belong to, of their split against a division without the leak.',
  },
} as const;

type Thresholds = OptionValues<typeof options>;

export const smoke = defineCheck({
  id: 'baseline/smoke',
  summary: 'Did a small standard model learn from the audited samples, and is its score to be believed?',
  description: `A model that does not learn may have a broken pipeline, useless labels or too little data; its score alone
does not say which. So \`holdout baseline run\` trains a small standard model (MONAI; or a trainer of your own) on
exactly the audited samples and splits, and this check judges what came of it, one question a stage:

1. **overfit**: can it learn a single batch by heart? If not, images, labels, loss and optimiser do not fit together.
2. **shuffled**: trained with the labels of other images, it must not score above the trivial predictor; where it does,
   the score measures something else than what the labels say of the image. With a dozen images it can do so by chance.
3. **learning**: does the loss fall, and does the model beat the best prediction that is the same for every image (the
   mean mask, the majority class)?
4. **score**: how well does it do on what was held out, as a mean over subjects with a 95 % interval over subjects
   (bootstrap; Student's for two to four subjects; one subject says nothing), and how much worse in the target domain
   than in the domain that it mostly learned from?
5. **leak**, where a subject, group or picture stands in two splits: how much better is the score of the images that
   leak than by models that have not seen what they belong to? That compares like with like, so it is judged. Where it
   cannot be had, the score on the split is judged against that on a division without the leak, which has other images.

Scores are Dice by image and class, averaged over the classes that label or prediction show; for a class an image that
is the share of hits. [The guide](../../baseline.md) tells how the trainer works and how to read its numbers.

Coverage counts the stages: those with a result, and the others. Without a result the check is skipped, "not run": that
is no pass. So it is with a result of another state of the dataset, whose digest is another.`,
  defaultSeverity: 'warning',
  needs: [],
  options,
  messages: {
    unfinished: {
      text: 'the run is {status}: {reason}',
      fix: 'Mend what it says and run the baseline again; stages that it did not come to are not judged.',
    },
    'not-overfit': {
      text: 'one batch of {images|image|images} is not learned by heart in {steps|step|steps}: its loss goes from {first} to {last}',
      fix: 'Look at images and labels as the model gets them: wrong palette, shifted or empty masks, constant images. More steps (`baseline.steps`) help where the loss is still falling.',
    },
    shuffled: {
      text: 'with the labels of other images the model scores {score}, the trivial predictor {trivial}',
      fix: 'Look for what makes the score without the label: copies of an image with other names, or a trainer that sees the held-out labels.',
    },
    flat: {
      text: 'the loss does not fall: from {first} to {last} in {steps|step|steps}',
      fix: 'Look at images and labels of training; train longer (`baseline.steps`) where one batch can be learned by heart.',
    },
    trivial: {
      text: 'on {split} the model scores {score}, the trivial predictor {trivial}',
      fix: 'The labels cannot be told from the images with this much data: check the labels, then label more subjects.',
    },
    gap: {
      text: 'the score is {high} in the domain {training} and {low} in {target}, {difference} less',
      fix: 'Label more subjects of {target}, or bring the images of the two domains closer together (see domain/shift).',
    },
    wide: {
      text: 'the score of {name} is {score}, 95 % interval {low} to {high}: {subjects|subject|subjects} cannot say more',
      fix: 'Hold out more subjects; more images of the same ones do not help.',
    },
    inflated: {
      text: 'leakage adds {inflation} (95 % interval {low} to {high}) to the score of {images|image|images} of {split}: {with} by a model that has seen what they belong to, {without} by one that has not',
      fix: 'Mend the split: `holdout split` proposes one.',
    },
    'inflated-split': {
      text: 'leakage adds {inflation} to the score on {split}: {with} with it, {without} on a division without',
      fix: 'Mend the split: `holdout split` proposes one.',
    },
    clean: {
      text: 'it learned: {score} on {images|held-out image|held-out images}, {trivial} by the trivial predictor',
    },
    judged: {
      text: '{findings|thing|things} wrong; it scores {score} on {images|held-out image|held-out images}',
    },
    'judged-early': { text: '{findings|thing|things} wrong; the run came to {stages|stage|stages}' },
    'clean-early': { text: 'nothing wrong in {stages|stage|stages}, and no score' },
    'not-run': { text: 'not run: no result of a baseline was given' },
    'no-stage': { text: 'the result has no stage that could be judged' },
    stale: {
      text: 'not run on this state of the dataset: the result is of {found}, the dataset is {expected}',
    },
  },
  run({ baseline, task }, thresholds) {
    if (!baseline) return { skipped: { messageId: 'not-run', data: {} } };
    if (!isOfThisState(baseline)) return { skipped: describeStale(baseline) };
    const { result } = baseline;
    const { stages } = result;
    const findings = [
      ...findUnfinished(result),
      ...findBrokenPipeline(stages, thresholds),
      ...findNothingLearned(stages, thresholds),
      ...findGap(stages, thresholds),
      ...findWideIntervals(stages, task.targetDomain, thresholds),
      ...findInflation(stages, thresholds),
    ];
    const evaluated = Object.keys(stages).length;
    if (evaluated === 0 && findings.length === 0) return { skipped: { messageId: 'no-stage', data: {} } };
    return {
      coverage: { evaluated, unavailable: Math.max(0, stagesOfEveryRun - countCommon(stages)) },
      measurements: measureBaseline(result),
      findings,
      summary: summarize(stages, evaluated, findings.length),
    };
  },
});

/** overfit, shuffled, learning, score. */
const stagesOfEveryRun = 4;

function countCommon({ overfit, shuffled, learning, score }: BaselineStages): number {
  return [overfit, shuffled, learning, score].filter((stage) => stage !== undefined).length;
}

/** A run that failed before it could read its input names none, and says nothing of any dataset. */
function isOfThisState({ result: { input, status, stages }, expectedDigest }: BaselineFact): boolean {
  if (input) return input.digest === expectedDigest;
  return status !== 'finished' && Object.keys(stages).length === 0;
}

const shownDigits = 12;

function describeStale({ result, expectedDigest }: BaselineFact): Said {
  const found = result.input?.digest.slice(0, shownDigits) ?? 'an unknown one';
  return { messageId: 'stale', data: { found, expected: expectedDigest.slice(0, shownDigits) } };
}

function summarize({ score, learning }: BaselineStages, stages: number, findings: number): Said {
  const overall = score?.overall;
  if (overall && typeof overall.score === 'number') {
    const shown = { score: overall.score, images: overall.images };
    if (findings > 0) return { messageId: 'judged', data: { findings, ...shown } };
    if (typeof learning?.trivialScore === 'number')
      return { messageId: 'clean', data: { ...shown, trivial: learning.trivialScore } };
  }
  return findings > 0
    ? { messageId: 'judged-early', data: { findings, stages } }
    : { messageId: 'clean-early', data: { stages } };
}

function findUnfinished({ status, reason }: BaselineResult): RawFinding[] {
  if (status === 'finished') return [];
  const code = reason?.code ?? status;
  const message = reason?.message ?? 'it was ended before it could say why';
  return [
    {
      key: 'unfinished',
      messageId: 'unfinished',
      data: { status: status === 'running' ? 'not at its end' : status, reason: message },
      samples: [],
      evidence: { status, code, message },
    },
  ];
}

function findBrokenPipeline({ overfit, shuffled }: BaselineStages, thresholds: Thresholds): RawFinding[] {
  const findings: RawFinding[] = [];
  const { maxOverfitLoss, maxShuffledGain } = thresholds;
  if (overfit && overfit.lastLoss > maxOverfitLoss * overfit.firstLoss) {
    const { images, steps, firstLoss: first, lastLoss: last } = overfit;
    findings.push(
      describeFinding('not-overfit', { images, steps, first, last }, { maximumShare: maxOverfitLoss }),
    );
  }
  const gain = subtract(shuffled?.score, shuffled?.trivialScore);
  if (shuffled && gain !== undefined && gain > maxShuffledGain) {
    const { score, trivialScore: trivial } = shuffled;
    findings.push(describeFinding('shuffled', { score, trivial }, { gain, maximumGain: maxShuffledGain }));
  }
  return findings;
}

function findNothingLearned({ learning }: BaselineStages, thresholds: Thresholds): RawFinding[] {
  if (!learning) return [];
  const findings: RawFinding[] = [];
  const { maxLossShare, minGain } = thresholds;
  const { steps, firstLoss: first, lastLoss: last, split, score, trivialScore: trivial } = learning;
  if (last > maxLossShare * first)
    findings.push(describeFinding('flat', { steps, first, last }, { maximumShare: maxLossShare }));
  const gain = subtract(score, trivial);
  if (gain !== undefined && gain < minGain)
    findings.push(describeFinding('trivial', { split, score, trivial }, { gain, minimumGain: minGain }));
  return findings;
}

function findGap({ score }: BaselineStages, { maxDomainGap }: Thresholds): RawFinding[] {
  const gap = score?.domainGap;
  if (!score || !gap || gap.difference <= maxDomainGap) return [];
  const { training, target, difference } = gap;
  const high = findScore(score.domains, training);
  const low = findScore(score.domains, target);
  if (high === undefined || low === undefined) return [];
  return [
    describeFinding('gap', { training, target, high, low, difference }, { maximumGap: maxDomainGap }, target),
  ];
}

/** Of the whole, and of the target domain where there is one beside others. */
function findWideIntervals(
  { score }: BaselineStages,
  targetDomain: string | undefined,
  { maxHalfInterval }: Thresholds,
): RawFinding[] {
  if (!score) return [];
  const target = score.domains.length > 1 ? score.domains.filter(({ name }) => name === targetDomain) : [];
  const rows = [
    { ...score.overall, name: 'all that was held out', key: 'overall' },
    ...target
      .slice(0, 1)
      .map((row) => ({ ...row, name: `the domain ${row.name}`, key: `domain ${row.name}` })),
  ];
  return rows.flatMap(({ key, name, score: value, subjects, images, interval }) => {
    if (!interval || value === null) return [];
    const { low, high, method } = interval;
    if ((high - low) / 2 <= maxHalfInterval) return [];
    const evidence = { images, method, halfWidth: (high - low) / 2, maximumHalfWidth: maxHalfInterval };
    return [describeFinding('wide', { name, score: value, low, high, subjects }, evidence, key)];
  });
}

/** On the same images; where that is not known, on the split against a division without the leak. */
function findInflation({ leak }: BaselineStages, { maxInflation }: Thresholds): RawFinding[] {
  if (!leak) return [];
  const { split, paired } = leak;
  const limits = { maximumInflation: maxInflation };
  if (typeof paired?.inflation === 'number') {
    const { inflation, images, seenScore, unseenScore, interval } = paired;
    if (inflation <= maxInflation) return [];
    const { low, high } = interval;
    const data = { split, inflation, low, high, images, with: seenScore, without: unseenScore };
    const { units, folds, trainingImages, unseenTrainingImages } = paired;
    const evidence = {
      ...limits,
      units,
      folds,
      trainingImages,
      unseenTrainingImages,
      method: interval.method,
    };
    return [describeFinding('inflated', data, evidence, 'same images')];
  }
  const { inflation, declaredScore, cleanScore = null } = leak;
  if (typeof inflation !== 'number' || inflation <= maxInflation) return [];
  const data = { split, inflation, with: declaredScore, without: cleanScore };
  return [describeFinding('inflated-split', data, limits, 'clean split')];
}

function findScore(rows: readonly ScoreRow[], wanted: string): number | undefined {
  return rows.find(({ name }) => name === wanted)?.score ?? undefined;
}

function subtract(a: number | null | undefined, b: number | null | undefined): number | undefined {
  return typeof a === 'number' && typeof b === 'number' ? a - b : undefined;
}

/** What is said of a finding is its evidence, too. */
function describeFinding(
  messageId: string,
  data: Readonly<Record<string, Json>>,
  limits: Readonly<Record<string, Json>>,
  about?: string,
): RawFinding {
  return {
    key: about === undefined ? messageId : `${messageId}: ${about}`,
    messageId,
    data,
    samples: [],
    evidence: { ...data, ...limits },
  };
}
