import { shortenMiddle } from '../model/shorten-text.ts';
import { largestCoordinate, maxNameLength } from './bounds.ts';

/**
 * The number that a text writes in decimal, with an exponent or without. Undefined for anything else: `NaN`, `0x10`,
 * `1,5`, an empty text, and numbers too large for a coordinate.
 */
export function parseCoordinate(text: string): number | undefined {
  const trimmed = text.trim();
  return decimal.test(trimmed) ? boundCoordinate(Number(trimmed)) : undefined;
}

/** No two parts of it match one text in two ways: it takes time in proportion to the text. */
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** The number itself, if a coordinate can be it. */
export function boundCoordinate(value: unknown): number | undefined {
  return typeof value === 'number' && Math.abs(value) <= largestCoordinate ? value : undefined;
}

/** A class's name as it is kept; undefined for a blank one. */
export function cleanName(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : shortenMiddle(trimmed, maxNameLength);
}

const maxShown = 40;

/** A text from a file in quotes, bounded, with control characters escaped. */
export function quoteWritten(text: string): string {
  return JSON.stringify(shortenMiddle(text, maxShown));
}
