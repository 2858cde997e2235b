import type { Claim } from '../model/inventory.ts';
import { compareText } from '../model/order.ts';

const maxClaims = 10;

/** One claim for each distinct value, the first made, sorted by value and at most ten. */
export function distinctClaims(claims: readonly Claim[]): Claim[] {
  const byValue = new Map<string, Claim>();
  for (const claim of claims) if (!byValue.has(claim.value)) byValue.set(claim.value, claim);
  return [...byValue.entries()]
    .sort(([a], [b]) => compareText(a, b))
    .slice(0, maxClaims)
    .map(([, claim]) => claim);
}
