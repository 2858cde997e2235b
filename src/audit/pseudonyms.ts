import { createHash, createHmac } from 'node:crypto';

const fewestDigits = 10;
const mostDigits = 64;

/**
 * A pseudonym for each id: the kind and the first digits of HMAC-SHA-256 of the id, as many as tell all ids apart, from
 * ten. Whoever lacks the key cannot compute them from ids; whoever has it can. Without a key, one is made of all the ids
 * together, so that pseudonyms can be found out only by those who know every id, and change when an id is added.
 * @param kind what the ids name, such as `subject`
 */
export function makePseudonyms(
  kind: string,
  ids: readonly string[],
  key: string | undefined,
): ReadonlyMap<string, string> {
  const distinct = [...new Set(ids)].sort();
  const used = key ?? createHash('sha256').update(JSON.stringify(distinct)).digest('hex');
  const digests = distinct.map((id) =>
    createHmac('sha256', used)
      .update(JSON.stringify([kind, id]))
      .digest('hex'),
  );
  let digits = fewestDigits;
  while (digits < mostDigits && countDistinct(digests, digits) < digests.length) digits++;
  return new Map(distinct.map((id, at) => [id, `${kind}-${digests[at]?.slice(0, digits) ?? ''}`]));
}

function countDistinct(digests: readonly string[], digits: number): number {
  return new Set(digests.map((digest) => digest.slice(0, digits))).size;
}
