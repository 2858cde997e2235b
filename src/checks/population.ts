import { isInTargetDomain, isLabelled, type Dataset } from '../model/dataset.ts';
import type { Sample } from '../model/sample.ts';

/** The samples that a model can learn from: the labelled ones, or all of them where no labels are declared. */
export function usableSamples({ samples, labels }: Dataset): readonly Sample[] {
  return labels.kind === 'none' ? samples : samples.filter((sample) => isLabelled(sample, labels));
}

/** The usable samples of the domain that the model will meet. */
export function usableTargetSamples(dataset: Dataset): readonly Sample[] {
  return usableSamples(dataset).filter((sample) => isInTargetDomain(sample, dataset.task));
}

/** ` of the target domain real`, or nothing where no target domain is declared; for messages. */
export function ofTarget({ task }: Dataset): string {
  return task.targetDomain === undefined ? '' : ` of the target domain ${task.targetDomain}`;
}

/** `labelled `, or nothing where no labels are declared; for messages. */
export function labelledWord({ labels }: Dataset): string {
  return labels.kind === 'none' ? '' : 'labelled ';
}
