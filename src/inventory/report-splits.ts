import type { Sample, SourceLocation } from '../model/sample.ts';
import type { Statement } from './draft.ts';
import type { ProblemLog } from './problem-log.ts';
import { isKnownSplit, suggestSplit } from './split-names.ts';

/** Reports each split name that is none of the known ones, with the samples it concerns. */
export function reportUnknownSplits(
  samples: readonly Sample[],
  statements: readonly Statement[],
  problems: ProblemLog,
): void {
  const counts = new Map<string, number>();
  for (const { splits } of samples)
    for (const name of splits) if (!isKnownSplit(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const locations = new Map<string, SourceLocation>();
  for (const { splits, location } of statements)
    for (const name of splits) if (location && !locations.has(name)) locations.set(name, location);
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
