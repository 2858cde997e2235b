import { buildSampleGraph } from '../checks/leakage/sample-graph.ts';
import { isLabelled, type Dataset } from '../model/dataset.ts';
import { compareText } from '../model/order.ts';
import { soleSplit, type Sample } from '../model/sample.ts';
import { tallyComponents, type SplitSample } from '../split/component.ts';
import type { SplitProposal } from '../split/proposal.ts';
import { proposeSplit, type SplitRequest } from '../split/propose-split.ts';

/** A proposal with the split of each sample. */
export interface DatasetSplit {
  readonly proposal: SplitProposal;
  /** By id of the sample, sorted. */
  readonly splitOf: ReadonlyMap<string, string>;
}

/**
 * Proposes a split of a dataset: samples that any strong evidence ties together stay together.
 * @throws HoldoutError where the request is not possible
 */
export function splitDataset(dataset: Dataset, request: SplitRequest): DatasetSplit {
  const componentOf = nameComponents(dataset);
  const proposal = proposeSplit(
    tallyComponents(
      dataset.samples.map((sample) => describeSample(sample, componentOf.get(sample) ?? '', dataset)),
    ),
    request,
  );
  const splitOf = dataset.samples
    .map(({ id }, index): [string, string] => {
      const sample = dataset.samples[index];
      const component = sample === undefined ? '' : (componentOf.get(sample) ?? '');
      return [id, proposal.assignment.get(component) ?? ''];
    })
    .sort(([a], [b]) => compareText(a, b));
  return { proposal, splitOf: new Map(splitOf) };
}

/**
 * The component of every sample: what strong evidence ties together, and no split may divide. It is called by its subject where it has one alone, otherwise by its first sample. */
export function nameComponents(dataset: Dataset): Map<Sample, string> {
  const names = new Map<Sample, string>(dataset.samples.map((sample) => [sample, `image ${sample.id}`]));
  for (const component of buildSampleGraph(dataset).components) {
    const subjects = new Set(
      component.map(({ subject }) => subject).filter((subject) => subject !== undefined),
    );
    const [subject] = subjects;
    const name = subjects.size === 1 && subject !== undefined ? subject : `image ${component[0]?.id ?? ''}`;
    for (const sample of component) names.set(sample, name);
  }
  return names;
}

function describeSample(sample: Sample, component: string, dataset: Dataset): SplitSample {
  const split = soleSplit(sample);
  const { subject, domain } = sample;
  const classes = listClasses(sample, dataset);
  const isUsed = isLabelled(sample, dataset.labels);
  return {
    component,
    ...(subject !== undefined && { subject }),
    ...(split !== undefined && { split }),
    strata: new Map<string, readonly string[]>([
      ['class', classes],
      ['domain', domain === undefined ? [] : [domain]],
      // Labels of the target domain are what a split must share out; those of another domain do not stand in for them.
      ['labelled', isUsed ? [domain ?? 'yes'] : []],
    ]),
  };
}

/** The classes of the row, and those that the mask shows. */
function listClasses({ classes, label }: Sample, { masks, maskClasses }: Dataset): string[] {
  const mask = label === undefined ? undefined : masks.get(label);
  const shown =
    mask?.kind === 'mask'
      ? maskClasses.filter((name, index) => name !== undefined && (mask.counts[index] ?? 0) > 0)
      : [];
  return [...new Set([...classes, ...shown.filter((name) => name !== undefined)])];
}
