import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { Json } from '../../model/json.ts';
import { groupBy } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';
import { effectiveNumber } from '../../statistics/effective-number.ts';
import { widestHalfInterval } from '../../statistics/proportion-interval.ts';
import { spreadOverSplits } from '../leakage/split-spread.ts';
import { ofTarget, labelledWord, usableSamples, usableTargetSamples } from '../population.ts';

export const count = defineCheck({
  id: 'subjects/count',
  summary: 'Are there enough subjects in the target domain and in each split?',
  description: `Images of one subject are not independent: sixty frames of four patients are closer to four samples than
to sixty. Counted are subjects with labelled samples (all samples, where no labels are declared) of the target domain.
The effective number of subjects is Kish's (Σn)² / Σn² over the samples per subject: it falls below the count when a
few subjects give most of the samples. The half interval says how far a rate measured on the test subjects may lie from
the truth at 95 %: half the width of Wilson's interval at a rate of one half, 0.33 for five subjects, 0.26 for ten.

Coverage counts usable samples: those whose subject is known, and the others.`,
  defaultSeverity: 'warning',
  needs: [],
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
    'no-subjects': { text: 'no {labelled}sample{target} names its subject' },
  },
  run(dataset, options) {
    const usable = usableTargetSamples(dataset);
    const known = usable.filter((sample) => sample.subject !== undefined);
    const coverage = { evaluated: known.length, unavailable: usable.length - known.length };
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
    const total = { ...words, subjects: all.subjects, samples: all.samples, effective: all.effective };
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
        data: { ...words, split, subjects, minimum: options.minPerSplit },
        samples: [],
        subjects: largest.map(([id]) => id),
        evidence: {
          samplesPerSubject: Object.fromEntries(largest),
          halfInterval: widestHalfInterval(subjects),
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
    return {
      coverage,
      measurements: {
        target: measure(all),
        splits: Object.fromEntries([...splits].map(([split, counts]) => [split, measure(counts)])),
        domains: countByDomain(usableSamples(dataset)),
        ...(splits.has('test') && {
          testHalfInterval: widestHalfInterval(splits.get('test')?.subjects ?? 0),
        }),
      },
      findings,
      summary: { messageId: 'result', data: total },
    };
  },
});

interface SubjectCounts {
  readonly subjects: number;
  readonly samples: number;
  readonly effective: number;
  /** The subjects with most samples, at most twenty. */
  readonly largest: readonly (readonly [id: string, samples: number])[];
}

const largestShown = 20;

function countSubjects(samples: readonly Sample[]): SubjectCounts {
  const sizes = [...groupBy(samples, (sample) => sample.subject)].map(
    ([id, members]) => [id, members.length] as const,
  );
  return {
    subjects: sizes.length,
    samples: sizes.reduce((sum, [, size]) => sum + size, 0),
    effective: effectiveNumber(sizes.map(([, size]) => size)),
    largest: sizes.sort(([, a], [, b]) => b - a).slice(0, largestShown),
  };
}

function measure({ subjects, samples, effective, largest }: SubjectCounts): Record<string, Json> {
  return {
    subjects,
    samples,
    effectiveSubjects: effective,
    samplesPerSubject: Object.fromEntries(largest),
  };
}

function countByDomain(samples: readonly Sample[]): Record<string, Json> {
  return Object.fromEntries(
    [...groupBy(samples, (sample) => sample.domain)].map(([domain, members]) => {
      const { subjects, effective, samples: known } = countSubjects(members);
      return [domain, { subjects, effectiveSubjects: effective, samples: known }];
    }),
  );
}
