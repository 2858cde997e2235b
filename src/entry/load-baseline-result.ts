import { readBoundedText } from '../adapters/read-bounded-text.ts';
import { maxResultBytes, readBaselineResult } from '../baseline/read-result.ts';
import type { BaselineResult } from '../model/baseline.ts';

/**
 * What a trainer answered.
 * @param shown the file as messages show it
 * @throws HoldoutError where it cannot be read or is no result
 */
export async function loadBaselineResult(path: string, shown: string): Promise<BaselineResult> {
  return readBaselineResult(await readBoundedText(path, maxResultBytes), shown);
}
