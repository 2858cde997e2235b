import { compareText } from './order.ts';

/** Compact JSON that is the same for equal values: names are sorted, and maps and sets are lists in their order. */
export function writeSorted(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown): unknown => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    if (inner instanceof Map || inner instanceof Set) return [...(inner as Iterable<unknown>)];
    const entries = Object.entries(inner);
    return Object.fromEntries(entries.sort(([a], [b]) => compareText(a, b)));
  });
}
