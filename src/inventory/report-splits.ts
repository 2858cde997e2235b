import type { Sample, SourceLocation } from '../model/sample.ts';
import type { Drafts } from './draft.ts';
import type { ProblemLog } from './problem-log.ts';
import { noFile, type SettledFiles } from './settle-paths.ts';
import { isKnownSplit, suggestSplit } from './split-names.ts';

/** Reports each split name that is none of the known ones, with the samples it concerns. */
export function reportUnknownSplits(
  samples: readonly Sample[],
  drafts: Drafts,
  { images }: SettledFiles,
  problems: ProblemLog,
): void {
  const counts = new Map<string, number>();
  for (const { splits } of samples)
    for (const name of splits) if (!isKnownSplit(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const locations = new Map<string, SourceLocation>();
  for (let index = 0; index < drafts.length && locations.size < counts.size; index++) {
    if ((images[index] ?? noFile) < 0) continue;
    const { splits, location } = drafts.said(index);
    for (const name of splits)
      if (location && counts.has(name) && !locations.has(name)) locations.set(name, location);
  }
  for (const [name, count] of counts) {
    const suggestion = suggestSplit(name);
    const location = locations.get(name);
    problems.add({
      kind: 'unknown-split',
      name,
      samples: count,
      ...(suggestion === undefined ? {} : { suggestion }),
      ...(location === undefined ? {} : { location }),
    });
  }
}
