/** Numbers as words of a message or a report, before any escaping: the same in every output. */

/** A count with a comma every three digits: `1,543`. */
export function formatCount(count: number): string {
  return groupDigits(String(count));
}

/** `1 subject`, `1,543 samples`. */
export function formatQuantity(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

/**
 * A measured number: four significant digits, whole from 1,000 on. Commas only from 10,000 on, since smaller
 * integers of evidence may be years, lines or ids. Integers stay exact.
 */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (!Number.isInteger(value) && size < 1000) return String(Number(value.toPrecision(4)));
  const whole = Number.isInteger(value) ? value : Math.round(value);
  return size < 10_000 ? String(whole) : groupDigits(String(whole));
}

/** A difference of grey levels, in two digits and without its sign: `43 grey levels`. */
export function formatGreyLevels(difference: number): string {
  const size = Number(Math.abs(difference).toPrecision(2));
  return `${formatNumber(size)} grey ${size === 1 ? 'level' : 'levels'}`;
}

/**
 * `part` of `whole` in percent with one decimal. Only nothing is `0 %` and only all is `100 %`: a remainder too
 * small for the decimal is not rounded away. Undefined where there is no whole.
 */
export function formatShare(part: number, whole: number): string | undefined {
  if (whole <= 0) return undefined;
  const percent = (100 * part) / whole;
  if (part === 0 || part === whole) return `${percent} %`;
  return `${Math.min(99.9, Math.max(0.1, percent)).toFixed(1)} %`;
}

function groupDigits(digits: string): string {
  return /^-?\d+$/.test(digits) ? digits.replace(/\B(?=(?:\d{3})+$)/g, ',') : digits;
}
