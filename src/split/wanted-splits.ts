import { HoldoutError } from '../model/errors.ts';
import { compareText } from '../model/order.ts';
import { shortenMiddle } from '../model/shorten-text.ts';

/** A split and how large it should be, in relation to the others: 0.7 and 0.3 say the same as 70 and 30. */
export interface WantedSplit {
  readonly name: string;
  /** Above 0; at least a millionth of the sum of all. */
  readonly ratio: number;
}

/**
 * Ratios as shares that add up to 1.
 * @throws HoldoutError where there are fewer than two splits, two of one name, or a ratio out of its range
 */
export function normalizeRatios(wanted: readonly WantedSplit[]): WantedSplit[] {
  if (wanted.length < 2)
    throw new HoldoutError('usage', 'a split needs at least two parts', {
      hint: 'name at least two, such as train and test',
    });
  const names = new Set<string>();
  for (const { name, ratio } of wanted) {
    if (names.has(name)) throw new HoldoutError('usage', `two splits are called ${quoteName(name)}`);
    names.add(name);
    if (!(ratio > 0 && ratio < Infinity))
      throw new HoldoutError('usage', `the ratio of ${quoteName(name)} is ${ratio}, not above 0`, {
        hint: 'leave out a split that nothing shall go into',
      });
  }
  // The largest ratio first: a sum in one order is the same number whatever the order the splits are named in.
  const sum = orderSplits(wanted).reduce((total, { ratio }) => total + ratio, 0);
  return wanted.map(({ name, ratio }) => {
    if (!(ratio / sum >= smallestShare))
      throw new HoldoutError('usage', `the ratio of ${quoteName(name)} is less than a millionth of all`);
    return { name, ratio: ratio / sum };
  });
}

const smallestShare = 1e-6;

/** The larger ratio first, then by name: the search must not depend on the order that a person names them in. */
export function orderSplits(wanted: readonly WantedSplit[]): WantedSplit[] {
  return [...wanted].sort((a, b) => b.ratio - a.ratio || compareText(a.name, b.name));
}

/**
 * `fold-1` to `fold-<count>`, all of one size.
 * @throws HoldoutError where `count` is not a whole number from 2 to 1,000
 */
export function nameFolds(count: number): WantedSplit[] {
  if (!(Number.isInteger(count) && count >= 2 && count <= 1000))
    throw new HoldoutError('usage', `${count} folds cannot be made: a whole number from 2 to 1,000 can`);
  const digits = String(count).length;
  return Array.from({ length: count }, (_, index) => ({
    name: `fold-${String(index + 1).padStart(digits, '0')}`,
    ratio: 1 / count,
  }));
}

/** A name as an error shows it: in quotes, without control characters, not longer than a line. */
export function quoteName(name: string): string {
  return JSON.stringify(shortenMiddle(name, 60));
}
