import { defineCheck, type RawFinding } from '../../model/check.ts';
import { isInTargetDomain, isLabelled } from '../../model/dataset.ts';
import type { Json } from '../../model/json.ts';
import { formatQuantity } from '../../model/number-words.ts';
import { groupBy } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';
import { spreadOverSplits, subjectsOf } from '../leakage/split-spread.ts';
import { ofTarget, usableTargetSamples } from '../population.ts';
import { tabulateLabels } from './label-table.ts';

export const labelled = defineCheck({
  id: 'composition/labelled',
  summary: 'Is enough of the target domain labelled?',
  description: `A dataset can be large and still hold little of what the model has to learn: labelled images from the
domain it will meet. Their share of all images is measured, and the labelled and unlabelled images of every domain and
split are counted. The default threshold of 5 % lies just above the case this check was made for: 60 labelled real
frames among 1,543, on which a model that did well on synthetic frames failed.

The number that matters most is that of labelled samples of the target domain, and of the subjects behind them, in each
split. The table counts labelled and unlabelled samples by split, domain and the class that the manifest gives;
\`subjects/count\` has the classes that masks and boxes show.

Coverage counts samples.`,
  defaultSeverity: 'warning',
  needs: [],
  options: {
    minTargetShare: {
      type: 'number',
      default: 0.05,
      minimum: 0,
      maximum: 1,
      unit: 'share (0–1)',
      description: 'Smallest share of all samples that is labelled and from the target domain.',
    },
  },
  messages: {
    none: {
      text: 'no sample{target} is labelled',
      fix: 'Label samples of the domain that the model will meet, or correct `labels` and `samples.columns.label`.',
    },
    few: {
      text: 'only {labelled|labelled image|labelled images}{target}{from}, {share%} of {samples|image|images}',
      fix: 'Label more samples of the domain that the model will meet before training longer.',
    },
    'unlabelled-split': {
      text: 'no sample{target} in {split} is labelled',
      fix: 'Label samples of {split}, or move whole labelled subjects into it.',
    },
    result: {
      text: '{labelled|labelled image|labelled images}{target}{from}, {share%} of {samples|image|images}',
    },
    'no-labels': { text: 'no labels are declared' },
    'no-samples': { text: 'the dataset holds no sample' },
  },
  run(dataset, options) {
    const { samples, labels, task } = dataset;
    if (labels.kind === 'none') return { skipped: { messageId: 'no-labels', data: {} } };
    if (samples.length === 0) return { skipped: { messageId: 'no-samples', data: {} } };
    const target = ofTarget(dataset);
    const usable = usableTargetSamples(dataset);
    const subjects = subjectsOf(usable).length;
    const data = {
      labelled: usable.length,
      samples: samples.length,
      share: usable.length / samples.length,
      target,
      from: subjects === 0 ? '' : ` from ${formatQuantity(subjects, 'subject')}`,
      missing: Math.max(0, Math.ceil(options.minTargetShare * samples.length) - usable.length),
    };
    const countLabels = (members: readonly Sample[]): Record<string, Json> => ({
      samples: members.length,
      labelled: members.filter((sample) => isLabelled(sample, labels)).length,
      labelledInTarget: members.filter(
        (sample) => isLabelled(sample, labels) && isInTargetDomain(sample, task),
      ).length,
    });
    const splits = spreadOverSplits(samples);
    const findings: RawFinding[] = [];
    if (usable.length === 0) {
      findings.push({
        key: 'none',
        messageId: 'none',
        data,
        samples: [],
        evidence: { samples: samples.length },
      });
    } else {
      if (data.share < options.minTargetShare) {
        const evidence = { labelled: usable.length, share: data.share, minimumShare: options.minTargetShare };
        findings.push({ key: 'target', messageId: 'few', data, samples: [], evidence });
      }
      for (const [split, members] of splits) {
        if (members.some((sample) => isLabelled(sample, labels) && isInTargetDomain(sample, task))) continue;
        const evidence = { samples: members.length };
        findings.push({
          key: `split:${split}`,
          messageId: 'unlabelled-split',
          data: { target, split },
          samples: [],
          evidence,
        });
      }
    }
    const table = tabulateLabels(dataset);
    return {
      coverage: { evaluated: samples.length, unavailable: 0 },
      measurements: {
        target: {
          labelled: usable.length,
          subjects,
          share: data.share,
          splits: mapValues(spreadOverSplits(usable), (members) => ({
            labelled: members.length,
            subjects: subjectsOf(members).length,
          })),
        },
        domains: mapValues(
          groupBy(samples, (sample) => sample.domain),
          countLabels,
        ),
        splits: mapValues(splits, countLabels),
        bySplitDomainAndClass: table.slice(0, maxRows),
        rowsLeftOut: Math.max(0, table.length - maxRows),
      },
      findings,
      summary: { messageId: usable.length === 0 ? 'none' : 'result', data },
    };
  },
});

const maxRows = 500;

function mapValues(
  groups: ReadonlyMap<string, Sample[]>,
  count: (members: readonly Sample[]) => Json,
): Record<string, Json> {
  return Object.fromEntries([...groups].map(([key, members]) => [key, count(members)]));
}
