import type { Json, JsonObject } from '../model/json.ts';
import type { VerdictLevel } from '../model/report.ts';
import { fillMessage } from './fill-message.ts';

/** Sentences on when to stop training on a dataset; the one that fits stands in the report. */
export const stopSentences = {
  unsupported: 'Now. What is listed here is mended in the data, and no tuning of a model makes up for it.',
  measured:
    'Once a change gains less than {half}: a mean score over {subjects|test subject|test subjects} is not known any better (95 % interval; deviation {deviation} between subjects).',
  unmeasured:
    'Before comparing models: how well a score is known cannot be said with fewer than two test subjects.',
} as const;

/** When to stop, from the verdict and from what `subjects/count` measured of the test split. */
export function sayWhenToStop(
  level: VerdictLevel,
  checks: readonly { readonly id: string; readonly measurements: JsonObject }[],
): string {
  if (level === 'unsupported') return stopSentences.unsupported;
  const { precision = null } = checks.find(({ id }) => id === 'subjects/count')?.measurements ?? {};
  const half = readNumber(precision, 'meanScoreHalfInterval');
  const subjects = readNumber(precision, 'testSubjects');
  const deviation = readNumber(precision, 'betweenSubjectDeviation');
  if (half === undefined || subjects === undefined || deviation === undefined)
    return stopSentences.unmeasured;
  return fillMessage(stopSentences.measured, { half: Number(half.toPrecision(2)), subjects, deviation });
}

function readNumber(value: Json, key: string): number | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const found: unknown = Reflect.get(value, key);
  return typeof found === 'number' ? found : undefined;
}
