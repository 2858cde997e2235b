/**
 * Code-unit order of two strings. Not `localeCompare`: that depends on the machine's locale, and a report
 * must be the same bytes everywhere.
 */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The distinct texts of `values`, in code-unit order. */
export function sortedUnique(values: Iterable<string>): string[] {
  return [...new Set(values)].sort(compareText);
}

/** Groups `items` by the key that `keyOf` gives them, keys in code-unit order; items without a key are left out. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  const keys = [...groups.keys()].sort(compareText);
  return new Map(keys.map((key) => [key, groups.get(key) ?? []]));
}

const splitOrder = ['train', 'val', 'test'];

/** Splits in the order of their use, then others by name. */
export function compareSplits(a: string, b: string): number {
  return rankSplit(a) - rankSplit(b) || compareText(a, b);
}

function rankSplit(name: string): number {
  const rank = splitOrder.indexOf(name);
  return rank < 0 ? splitOrder.length : rank;
}
