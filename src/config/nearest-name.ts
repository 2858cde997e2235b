import leven from 'leven';

/** Longer names are no slips of the keyboard, and comparing them costs time that a hostile file would take. */
const longestName = 80;

/**
 * The candidate that a person most likely meant by `name`: the one that ends in `/name`, else the nearest in
 * edits (insertions, deletions and replacements, case aside), if no more than 2 or 40 % of the name's length.
 */
export function findNearestName(name: string, candidates: readonly string[]): string | undefined {
  if (name.length > longestName) return undefined;
  const wanted = name.toLowerCase();
  const byLastPart = candidates.filter((candidate) => candidate.toLowerCase().endsWith(`/${wanted}`));
  if (byLastPart.length === 1) return byLastPart[0];
  let nearest: string | undefined;
  let shortest = Math.max(2, Math.floor(name.length * 0.4)) + 1;
  for (const candidate of candidates) {
    const distance = leven(wanted, candidate.toLowerCase());
    // A name of which nothing is left is no slip either: `ab` is not meant by `xy`.
    if (distance < shortest && distance < Math.max(name.length, candidate.length)) {
      shortest = distance;
      nearest = candidate;
    }
  }
  return nearest;
}
