import { createHash, createHmac } from 'node:crypto';
import type { Dataset } from '../model/dataset.ts';

const fewestDigits = 10;
const mostDigits = 64;

/**
 * A pseudonym for each id: the kind and the first digits of HMAC-SHA-256 of the id, as many as tell all ids apart, from
 * ten. Whoever lacks the key cannot compute them from ids; whoever has it can.
 * @param kind what the ids name, such as `subject`
 */
export function makePseudonyms(
  kind: string,
  ids: readonly string[],
  key: string,
): ReadonlyMap<string, string> {
  const distinct = [...new Set(ids)].sort();
  const digests = distinct.map((id) =>
    createHmac('sha256', key)
      .update(JSON.stringify([kind, id]))
      .digest('hex'),
  );
  let digits = fewestDigits;
  while (digits < mostDigits && countDistinct(digests, digits) < digests.length) digits++;
  return new Map(distinct.map((id, at) => [id, `${kind}-${digests[at]?.slice(0, digits) ?? ''}`]));
}

/**
 * A key of all ids of subjects and groups, where nobody gives one: only they can find out pseudonyms who know every id, and
 * pseudonyms change when an id is added. Of several datasets, an id has one pseudonym in all.
 */
export function deriveKey(datasets: readonly Pick<Dataset, 'samples'>[]): string {
  const ids = datasets.flatMap(({ samples }) =>
    samples.flatMap(({ subject, groups }) => [
      ...(subject === undefined ? [] : [subject]),
      ...Object.values(groups),
    ]),
  );
  const distinct = [...new Set(ids)].sort();
  return createHash('sha256').update(JSON.stringify(distinct)).digest('hex');
}

function countDistinct(digests: readonly string[], digits: number): number {
  return new Set(digests.map((digest) => digest.slice(0, digits))).size;
}
