import { compareText } from '../model/order.ts';
import type { Report } from '../model/report.ts';

/**
 * Digits that numbers of a report keep. More would tie the bytes to the order of additions; fewer would lose
 * what distances between histograms differ by.
 */
export const significantDigits = 6;

/** The number as a report holds it: integers exact, others to `significantDigits`, no negative zero. */
export function roundNumber(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`A report holds finite numbers only, not ${value}.`);
  if (value === 0) return 0;
  return Number.isInteger(value) ? value : Number(value.toPrecision(significantDigits));
}

/**
 * The report as canonical JSON: keys in code-unit order, numbers rounded, two spaces of indent, a newline at the
 * end. Equal reports give equal bytes.
 * @throws RangeError for a number that is not finite, TypeError for a value that JSON cannot hold.
 */
export function serializeReport(report: Report): string {
  return `${writeValue(report, '$', '')}\n`;
}

/** Written by hand: an object of JavaScript puts keys like `10` first, whatever order they were added in. */
function writeValue(value: unknown, path: string, indent: string): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeText(value);
  if (typeof value === 'number') return writeNumber(value, path);
  if (typeof value !== 'object') throw new TypeError(`${path} is ${typeof value}, which JSON cannot hold.`);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item, index) => `${inner}${writeValue(item, `${path}[${index}]`, inner)}`);
    return items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, entry]) => `${inner}${writeText(key)}: ${writeValue(entry, `${path}.${key}`, inner)}`);
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`;
}

/** `##[` would be a command where the report is printed to a runner's log; an escape means the same to JSON. */
function writeText(text: string): string {
  return JSON.stringify(text).replaceAll('##[', '#\\u0023[');
}

function writeNumber(value: number, path: string): string {
  try {
    return String(roundNumber(value));
  } catch (cause) {
    throw new RangeError(`${path} is ${value}; a report holds finite numbers only.`, { cause });
  }
}
