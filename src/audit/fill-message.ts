import type { Json, JsonObject } from '../model/json.ts';
import { formatCount, formatNumber, formatQuantity, formatShare } from '../model/number-words.ts';
import { shortenMiddle } from '../model/shorten-text.ts';

const placeholder = /\{(?<name>[A-Za-z]+)(?:(?<share>%)|(?<form>[|:])(?<one>[^{}|]*)\|(?<many>[^{}|]*))?\}/g;
const shownItems = 6;
/** Code points of one value in a message; evidence holds more of it. */
const maxValueLength = 200;

/**
 * The text with its placeholders filled: `{name}` is the value, a list of values as `a, b and c`; `{name%}` a share
 * as per cent; `{count|image|images}` a number with its noun, and `{count:image|images}` the noun alone.
 * @throws Error for a placeholder that `data` has no value for: a fault of whoever wrote the text
 */
export function fillMessage(text: string, data: JsonObject): string {
  return text.replace(placeholder, (whole, ...rest) => {
    const { name, share, form, one, many } = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    const value = name !== undefined && Object.hasOwn(data, name) ? data[name] : undefined;
    if (value === undefined) throw new Error(`the message "${text}" has no value for ${whole}`);
    if (share === undefined && form === undefined) return formatValue(value);
    if (typeof value !== 'number') throw new Error(`the message "${text}" needs a number for ${whole}`);
    if (share !== undefined) return formatShare(value, 1) ?? '';
    if (form === '|') return formatQuantity(value, one ?? '', many ?? '');
    return (value === 1 ? one : many) ?? '';
  });
}

function formatValue(value: Json): string {
  if (typeof value === 'number') return formatMeasured(value);
  if (typeof value === 'string') return shortenMiddle(value, maxValueLength);
  if (isList(value)) return joinWithAnd(value);
  return shortenMiddle(JSON.stringify(value), maxValueLength);
}

/** A sentence says what a number amounts to, evidence how exactly: three significant digits. */
function formatMeasured(value: number): string {
  return Number.isInteger(value) ? formatCount(value) : formatNumber(Number(value.toPrecision(3)));
}

/** `a`, `a and b`, `a, b and c`, `a, b, c, d, e and 12 more`. */
function joinWithAnd(values: readonly Json[]): string {
  const isCut = values.length > shownItems;
  const shown = values.slice(0, isCut ? shownItems - 1 : shownItems).map(formatValue);
  if (isCut) shown.push(`${formatCount(values.length - shown.length)} more`);
  const last = shown.pop();
  if (last === undefined) return 'none';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

/** `Array.isArray` does not narrow a readonly array. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
