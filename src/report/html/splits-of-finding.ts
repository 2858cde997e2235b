import { compareSplits } from '../../model/order.ts';
import type { Json } from '../../model/json.ts';
import type { Finding } from '../../model/report.ts';

const searchedDepth = 3;

/**
 * The splits that a finding is about, as far as it names them: in its key, as in `split:test` and `liver@test`, or in its
 * evidence, as a key of an object or as a text under `split` or `splits`.
 * @param known the splits of the dataset
 */
export function splitsOfFinding(
  { key, evidence }: Pick<Finding, 'key' | 'evidence'>,
  known: ReadonlySet<string>,
): string[] {
  const named = new Set(key.split(/[:@+|]/u).filter((part) => known.has(part)));
  collectSplits(evidence, false, searchedDepth, known, named);
  return [...named].sort(compareSplits);
}

function collectSplits(
  value: Json,
  isNamed: boolean,
  depth: number,
  known: ReadonlySet<string>,
  named: Set<string>,
): void {
  if (typeof value === 'string') {
    if (isNamed && known.has(value)) named.add(value);
    return;
  }
  if (typeof value !== 'object' || value === null || depth === 0) return;
  for (const [key, entry] of Object.entries(value)) {
    if (known.has(key)) named.add(key);
    // Lists of what is wrong are long; only those of splits are looked into.
    if (Array.isArray(entry) && !isSplitKey(key) && !isNamed) continue;
    collectSplits(entry as Json, isNamed || isSplitKey(key), depth - 1, known, named);
  }
}

function isSplitKey(key: string): boolean {
  return key === 'split' || key === 'splits';
}
