import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { Json } from '../../model/json.ts';
import { groupBy } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';
import { halfIntervalOfMean } from '../../statistics/mean-interval.ts';
import { widestHalfInterval } from '../../statistics/proportion-interval.ts';
import { findClassPresence } from '../classes/class-presence.ts';
import { spreadOverSplits } from '../leakage/split-spread.ts';
import { ofTarget, labelledWord, usableSamples, usableTargetSamples } from '../population.ts';
import { measurePrecision } from './score-precision.ts';
import { countSubjects, measureCounts } from './subject-counts.ts';
import { measureLikeness } from './subject-likeness.ts';
import { tabulateSubjects } from './subject-table.ts';

export const count = defineCheck({
  id: 'subjects/count',
  summary: 'Are there enough subjects in the target domain and in each split?',
  description: `Images of one subject are not independent: sixty frames of four patients are closer to four samples than
to sixty. Counted are subjects with labelled samples (all samples, where no labels are declared) of the target domain.
The effective number of subjects is Kish's (Σn)² / Σn² over the samples per subject: it falls below the count when a
few subjects give most of the samples.

How alike images of one subject are is measured by the intra-class correlation, ICC(1) from the analysis of variance
(Donner 1986, doi:10.2307/1403259), of their mean intensity and of each class's part of the label. The design effect,
1 + (Σn²/Σn − 1) ρ with the highest ρ of these, says how many such images tell as much as one of a new subject: at ρ = 1
the samples are worth no more than the effective number of subjects.

What a test set can show depends on its subjects. The mean of a score over n test subjects is known to
± t · s / √n at 95 % (Student's t of n − 1 degrees of freedom). The deviation s of the score between subjects is not known
before a model is trained; the default of 0.1 is that of Dice scores of organs and lesions, whose 95 % intervals over 20
samples were found to be about 0.08 wide (El Jurdi and Colliot 2023, arXiv:2210.14677): 0.12 for five subjects, 0.07 for
ten. A rate, such as the share of subjects classified rightly, is known at best to half of Wilson's interval at one half:
0.33 for five subjects, 0.26 for ten. Other test subjects would have given another score: over all choices of n among the
N subjects there are, its deviation is s · √((1 − n/N) / n).

Coverage counts usable samples: those whose subject is known, and the others.`,
  defaultSeverity: 'warning',
  needs: ['images', 'masks', 'annotations'],
  options: {
    minSubjects: {
      type: 'integer',
      default: 10,
      minimum: 0,
      unit: 'subjects',
      description: 'Fewest subjects of the target domain over all splits.',
    },
    minPerSplit: {
      type: 'integer',
      default: 5,
      minimum: 0,
      unit: 'subjects',
      description: 'Fewest subjects of the target domain in each split.',
    },
    maxShare: {
      type: 'number',
      default: 0.5,
      minimum: 0,
      maximum: 1,
      unit: 'share (0–1)',
      description: 'Largest share of the samples that one subject may give.',
    },
    betweenSubjectDeviation: {
      type: 'number',
      default: 0.1,
      minimum: 0,
      maximum: 0.5,
      unit: 'score (0–1)',
      description:
        'Standard deviation of the score between subjects, from which the precision of its mean is computed.',
    },
    wantedHalfInterval: {
      type: 'number',
      default: 0.05,
      minimum: 0.001,
      maximum: 0.5,
      unit: 'score (0–1)',
      description:
        'Half width of the 95 % interval of the mean score for which the test subjects needed are computed.',
    },
  },
  messages: {
    few: {
      text: 'only {subjects} {labelled}{subjects:subject|subjects}{target} ({samples|sample|samples}, effective number {effective})',
      fix: 'Label samples of more subjects; more samples of the same subjects help little.',
    },
    'few-in-split': {
      text: '{split} holds {subjects} {labelled}{subjects:subject|subjects}{target}, fewer than {minimum}',
      fix: 'Move whole subjects into {split}, or label more of them.',
    },
    dominant: {
      text: 'subject {subject} gives {share%} of the {labelled}samples{target}',
      fix: 'Label samples of other subjects, or sample fewer of {subject}.',
    },
    result: {
      text: '{subjects} {labelled}{subjects:subject|subjects}{target}, effective number {effective}, from {samples|sample|samples}',
    },
    'result-tested': {
      text: '{subjects} {labelled}{subjects:subject|subjects}{target}, effective number {effective}, from {samples|sample|samples}; a mean score over {tested|test subject|test subjects} is known to ±{half}',
    },
    'no-subjects': { text: 'no {labelled}sample{target} names its subject' },
  },
  run(dataset, options) {
    const usable = usableSamples(dataset);
    const inTarget = usableTargetSamples(dataset);
    const known = inTarget.filter((sample) => sample.subject !== undefined);
    const coverage = { evaluated: known.length, unavailable: inTarget.length - known.length };
    const words = { labelled: labelledWord(dataset), target: ofTarget(dataset) };
    if (known.length === 0) return { skipped: { messageId: 'no-subjects', data: words }, coverage };

    const all = countSubjects(known);
    const splits = new Map(
      [...spreadOverSplits(dataset.samples).keys()].map((split) => [
        split,
        countSubjects(known.filter((sample) => sample.splits.includes(split))),
      ]),
    );
    const findings: RawFinding[] = [];
    const total = {
      ...words,
      subjects: all.subjects,
      samples: all.samples,
      effective: all.effective,
      missing: Math.max(
        0,
        options.minSubjects - all.subjects,
        splits.size * options.minPerSplit - all.subjects,
      ),
    };
    const tested = splits.get('test')?.subjects;
    const half = halfIntervalOfMean(tested ?? 0, options.betweenSubjectDeviation);
    if (all.subjects < options.minSubjects) {
      findings.push({
        key: 'all',
        messageId: 'few',
        data: total,
        samples: [],
        subjects: all.largest.map(([id]) => id),
        evidence: { samplesPerSubject: Object.fromEntries(all.largest), minimum: options.minSubjects },
      });
    }
    for (const [split, { subjects, largest }] of splits) {
      if (subjects >= options.minPerSplit) continue;
      findings.push({
        key: `split:${split}`,
        messageId: 'few-in-split',
        data: {
          ...words,
          split,
          subjects,
          minimum: options.minPerSplit,
          missing: options.minPerSplit - subjects,
        },
        samples: [],
        subjects: largest.map(([id]) => id),
        evidence: {
          samplesPerSubject: Object.fromEntries(largest),
          meanScoreHalfInterval: halfIntervalOfMean(subjects, options.betweenSubjectDeviation) ?? null,
          rateHalfInterval: widestHalfInterval(subjects),
        },
      });
    }
    const [dominant] = all.largest;
    if (dominant && all.subjects > 1 && dominant[1] / all.samples > options.maxShare) {
      findings.push({
        key: `subject:${dominant[0]}`,
        messageId: 'dominant',
        data: { ...words, subject: dominant[0], share: dominant[1] / all.samples },
        samples: [],
        subjects: [dominant[0]],
        evidence: { samples: dominant[1], of: all.samples },
      });
    }
    const presence = findClassPresence(dataset);
    const likeness = measureLikeness(known, dataset, presence);
    const table = tabulateSubjects(usable, presence);
    return {
      coverage,
      measurements: {
        target: measureCounts(all),
        splits: Object.fromEntries([...splits].map(([split, counts]) => [split, measureCounts(counts)])),
        domains: countByDomain(usable),
        bySplitDomainAndClass: table.slice(0, maxRows),
        rowsLeftOut: Math.max(0, table.length - maxRows),
        ...(likeness && { likeness }),
        precision: measurePrecision(tested, all.subjects, options),
      },
      findings,
      summary:
        half === undefined
          ? { messageId: 'result', data: total }
          : { messageId: 'result-tested', data: { ...total, tested: tested ?? 0, half } },
    };
  },
});

const maxRows = 500;

function countByDomain(samples: readonly Sample[]): Record<string, Json> {
  return Object.fromEntries(
    [...groupBy(samples, (sample) => sample.domain)].map(([domain, members]) => {
      const { subjects, effective, samples: known } = countSubjects(members);
      return [domain, { subjects, effectiveSubjects: effective, samples: known }];
    }),
  );
}
