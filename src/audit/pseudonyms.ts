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

type Named = Pick<Dataset, 'samples'>;

/**
 * A key of all ids of subjects and groups, where nobody gives one: only they can find out pseudonyms who know every id, and
 * pseudonyms change when an id is added.
 */
export function deriveKey(dataset: Named): string {
  return hashIds(listIds(dataset));
}

/**
 * The key that a dataset and an earlier state of it share: the earlier one's own, so that a subject has one pseudonym
 * wherever the two are reported; but of all ids where more are new than were there, which would guard them badly.
 */
export function deriveSharedKey(dataset: Named, earlier: Named): string {
  const known = listIds(earlier);
  const added = [...listIds(dataset)].filter((id) => !known.has(id));
  return hashIds(added.length > known.size ? new Set([...known, ...added]) : known);
}

function listIds({ samples }: Named): ReadonlySet<string> {
  return new Set(
    samples.flatMap(({ subject, groups }) => [
      ...(subject === undefined ? [] : [subject]),
      ...Object.values(groups),
    ]),
  );
}

function hashIds(ids: ReadonlySet<string>): string {
  return createHash('sha256')
    .update(JSON.stringify([...ids].sort()))
    .digest('hex');
}

function countDistinct(digests: readonly string[], digits: number): number {
  return new Set(digests.map((digest) => digest.slice(0, digits))).size;
}
