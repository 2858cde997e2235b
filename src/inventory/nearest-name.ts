import leven from 'leven';

/** Names longer than this are not compared: edit distance takes time in proportion to both lengths. */
const maxLength = 64;

/**
 * The name that `written` was probably meant to be: the nearest one by edit distance, ignoring case, at most
 * one edit away for up to four characters, two for up to eight, three for longer ones. The first among equals.
 */
export function findNearestName(written: string, names: Iterable<string>): string | undefined {
  if (written.length > maxLength) return undefined;
  const folded = written.toLowerCase();
  const limit = written.length <= 4 ? 1 : written.length <= 8 ? 2 : 3;
  let nearest: string | undefined;
  let nearestEdits = limit + 1;
  for (const name of names) {
    if (name.length > maxLength) continue;
    const edits = leven(folded, name.toLowerCase(), { maxDistance: nearestEdits });
    if (edits >= nearestEdits) continue;
    nearest = name;
    nearestEdits = edits;
  }
  return nearest;
}

/** A name from a dataset in quotes, bounded, with control characters escaped. */
export function quoteName(name: string): string {
  return JSON.stringify(name.length > maxLength ? `${name.slice(0, maxLength)}…` : name);
}
