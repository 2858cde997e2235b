import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { PublishedScore } from '../../model/config.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { JsonObject } from '../../model/json.ts';
import { groupBy, sortedUnique } from '../../model/order.ts';
import { spreadOverSplits } from '../leakage/split-spread.ts';
import { findLowestGood } from './low-score.ts';

export const published = defineCheck({
  id: 'baseline/published',
  summary: 'What did others reach on this dataset, and can it be compared?',
  description: `A published score is the cheapest experiment there is: it says what can be expected before a model is
trained. It can be compared with a score of one's own only where both are measured on the same split, domain and classes,
and where no subject stands in two splits. The config lists the scores under \`baseline.published\`; each is shown with
what keeps it from being compared.

A low score is a sign of the limits of the data, if other people have tried: below 0.7 by Dice (from which an overlap is
called good: Zijdenbos et al. 1994, doi:10.1109/42.363096), 0.538 by Jaccard's index (the same overlap), and 0.7 by the
area under the ROC curve (acceptable discrimination: Hosmer and Lemeshow 2000). Other metrics are not judged.

Coverage counts published scores.`,
  defaultSeverity: 'info',
  needs: [],
  options: {},
  messages: {
    low: {
      text: '{citation} reports {metric} {value}{on}, which is low: below {good}',
      fix: 'Find out what limited it there (labels, images, subjects) before tuning a model on the same data.',
    },
    'other-split': {
      text: '{citation} reports {metric} {value} on the split {split}, which is none of this dataset',
      fix: 'Score your model on the split of the publication too, or do not set the two scores side by side.',
    },
    'no-split': {
      text: '{citation} reports {metric} {value}, and it is not said on which split',
      fix: 'Write the split of the publication as `split`; where it names none, do not set the two scores side by side.',
    },
    'other-domain': {
      text: '{citation} reports {metric} {value}{on}, not on {domains}',
      fix: 'Do not set it beside a score on another domain.',
    },
    'other-classes': {
      text: '{citation} reports {metric} {value} over {classes}, not over the classes that are declared',
      fix: 'Compare a mean over the same classes.',
    },
    'leaking-split': {
      text: '{subjects|subject stands|subjects stand} in more than one split: a score on this split is too good to be set beside {metric} {value} ({citation})',
      fix: 'Put each subject into one split first; `leakage/subject` names them.',
    },
    result: { text: '{scores|published score|published scores}, {comparable} comparable; {best}' },
    'no-scores': { text: 'the config lists no published score' },
  },
  run(dataset) {
    const scores = dataset.publishedScores ?? [];
    if (scores.length === 0) return { skipped: { messageId: 'no-scores', data: {} } };
    const place = describePlace(dataset);
    const judged = scores.map((score) => ({ score, findings: judgeScore(score, place) }));
    // One score may be listed twice.
    const byKey = new Map(
      judged.flatMap(({ findings }) => findings).map((finding) => [finding.key, finding]),
    );
    const isComparable = (findings: readonly RawFinding[]): boolean =>
      findings.every(({ messageId }) => messageId === 'low');
    const comparable = judged.filter(({ findings }) => isComparable(findings));
    return {
      coverage: { evaluated: scores.length, unavailable: 0 },
      measurements: {
        published: judged.map(({ score, findings }) => ({
          ...toJson(score),
          isComparable: isComparable(findings),
          isLow: findings.some(({ messageId }) => messageId === 'low'),
        })),
      },
      findings: [...byKey.values()],
      summary: {
        messageId: 'result',
        data: {
          scores: scores.length,
          comparable: comparable.length,
          best: scores.slice(0, scoresShown).map(({ metric, value }) => `${metric} ${value}`),
        },
      },
    };
  },
});

const scoresShown = 3;

/** What a score has to be measured on to be compared. */
interface Place {
  readonly splits: readonly string[];
  /** The target domain, or all domains where none is declared. */
  readonly domains: readonly string[];
  readonly classes: readonly string[];
  readonly leakingSubjects: number;
}

function describePlace({ samples, labels, task }: Dataset): Place {
  const subjects = groupBy(samples, ({ subject }) => subject);
  return {
    splits: [...spreadOverSplits(samples).keys()],
    domains:
      task.targetDomain === undefined
        ? sortedUnique(samples.flatMap(({ domain }) => (domain === undefined ? [] : [domain])))
        : [task.targetDomain],
    classes: sortedUnique(labels.classes.map(({ name }) => name)),
    leakingSubjects: [...subjects.values()].filter((members) => spreadOverSplits(members).size > 1).length,
  };
}

function judgeScore(score: PublishedScore, place: Place): RawFinding[] {
  const { metric, value, on, split, classes, citation } = score;
  const good = findLowestGood(metric);
  const isOtherClasses =
    classes !== undefined &&
    place.classes.length > 0 &&
    sortedUnique(classes).join('\n') !== place.classes.join('\n');
  const reasons: (string | false)[] = [
    good !== undefined && value < good && 'low',
    split === undefined && 'no-split',
    split !== undefined && !place.splits.includes(split) && 'other-split',
    on !== undefined && place.domains.length > 0 && !place.domains.includes(on) && 'other-domain',
    isOtherClasses && 'other-classes',
    place.leakingSubjects > 0 && 'leaking-split',
  ];
  const data = {
    metric,
    value,
    citation,
    on: on === undefined ? '' : ` on ${on}`,
    split: split ?? '',
    classes: classes ?? [],
    domains: place.domains,
    good: good ?? 0,
    subjects: place.leakingSubjects,
  };
  return reasons
    .filter((reason) => reason !== false)
    .map((reason) => ({
      key: [reason, metric, on ?? '', split ?? '', citation].join(' | '),
      messageId: reason,
      data,
      samples: [],
      evidence: toJson(score),
    }));
}

function toJson({ classes, ...score }: PublishedScore): JsonObject {
  return { ...score, ...(classes && { classes: [...classes] }) };
}
