/** What came of a run of the tests. */
export interface Tally {
  readonly passed: number;
  /** Tests, and files and errors outside of tests. */
  readonly failed: number;
  readonly skipped: readonly SkippedTest[];
}

export interface SkippedTest {
  /** `file › suite › test`. */
  readonly name: string;
  readonly reason: string;
}

/** Both together. */
export function addTallies(a: Tally, b: Tally): Tally {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: [...a.skipped, ...b.skipped],
  };
}

/** The last lines of `npm test`: a line a skipped test, then the count. */
export function renderTally({ passed, failed, skipped }: Tally): string {
  const lines = skipped.map(({ name, reason }) => `skipped: ${name} (${reason})`);
  return [...lines, `${passed} passed, ${failed} failed`].join('\n');
}

/** @throws SyntaxError for a text that `JSON.stringify` did not make of a tally */
export function parseTally(text: string): Tally {
  const tally: unknown = JSON.parse(text);
  if (!isTally(tally)) throw new SyntaxError('not a tally of tests');
  return tally;
}

function isTally(value: unknown): value is Tally {
  if (typeof value !== 'object' || value === null) return false;
  if (!('passed' in value && 'failed' in value && 'skipped' in value)) return false;
  return Number.isInteger(value.passed) && Number.isInteger(value.failed) && Array.isArray(value.skipped);
}
