import type { Config } from '../model/config.ts';
import { isLabelled } from '../model/dataset.ts';
import { compareText } from '../model/order.ts';
import { reportBounds, type DatasetSummary } from '../model/report.ts';
import type { Sample } from '../model/sample.ts';
import { shortenMiddle } from '../model/shorten-text.ts';

/** What the dataset is called and how many of what it holds. */
export function summarizeDataset(
  { file, dataset, labels, task }: Pick<Config, 'file' | 'dataset' | 'labels' | 'task'>,
  samples: readonly Sample[],
): DatasetSummary {
  const { name, description } = dataset;
  return {
    name: shortenMiddle(name, reportBounds.nameLength),
    configFile: shortenMiddle(file, reportBounds.pathLength),
    ...(description !== undefined && { description: shortenMiddle(description, reportBounds.textLength) }),
    ...(task.targetDomain !== undefined && {
      targetDomain: shortenMiddle(task.targetDomain, reportBounds.nameLength),
    }),
    counts: {
      samples: samples.length,
      labelled: samples.filter((sample) => isLabelled(sample, labels)).length,
      subjects: new Set(samples.flatMap(({ subject }) => (subject === undefined ? [] : [subject]))).size,
      splits: countNames(samples.flatMap(({ splits }) => splits)),
      domains: countNames(samples.flatMap(({ domain }) => (domain === undefined ? [] : [domain]))),
    },
  };
}

/** Occurrences by name; the rarest are left out where there are more names than a report holds. */
function countNames(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) {
    const shown = shortenMiddle(name, reportBounds.nameLength);
    counts.set(shown, (counts.get(shown) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b));
  return Object.fromEntries(sorted.slice(0, reportBounds.names));
}
