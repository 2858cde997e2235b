import type { Json, JsonObject } from '../model/json.ts';
import { compareSplits, compareText } from '../model/order.ts';
import { formatCount, formatNumber, formatQuantity, formatShare } from '../model/number-words.ts';
import type { DatasetSummary } from '../model/report.ts';
import { shortenMiddle } from '../model/shorten-text.ts';

/** Counts and evidence as words, before any escaping: the same in every output. */

const shownEntries = 8;
const shownItems = 6;
const shownDepth = 3;
const maxValueLength = 160;

export interface NamedCount {
  readonly name: string;
  readonly count: number;
}

/** Splits in the order of their use, then others by name. */
export function listSplits({ counts }: DatasetSummary): NamedCount[] {
  return listCounts(counts.splits).sort((a, b) => compareSplits(a.name, b.name));
}

/** Domains, the largest first. */
export function listDomains({ counts }: DatasetSummary): NamedCount[] {
  return listCounts(counts.domains).sort((a, b) => b.count - a.count || compareText(a.name, b.name));
}

export interface EvidenceEntry {
  /** The key as words. */
  readonly label: string;
  readonly value: string;
}

/**
 * Evidence or measurements as lines of a table, sorted by key. Keys of the top level are written by checks and
 * shown as words (`labelledShare` → `labelled share`), and a number from 0 to 1 under a key that ends in `share`
 * in percent. So are keys of the items of a list; other deeper keys may be names out of the dataset and stay as they are:
 * `test: a.png, b.png; train: c.png`.
 * Long lists, deep nesting and long texts are cut, saying how much.
 */
export function formatEvidence(evidence: JsonObject): EvidenceEntry[] {
  return Object.entries(evidence)
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, value]) => ({
      label: shortenMiddle(splitWords(key), 60),
      value: formatIfShare(key, value) ?? formatValue(value, 0),
    }));
}

function formatIfShare(key: string, value: Json): string | undefined {
  const isShare = /share$/i.test(key) && typeof value === 'number' && value >= 0 && value <= 1;
  return isShare ? formatShare(value, 1) : undefined;
}

function formatValue(value: Json, depth: number): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'string') return value === '' ? '(empty)' : shortenMiddle(value, maxValueLength);
  const size = isArray(value) ? value.length : Object.keys(value).length;
  if (size === 0) return 'none';
  if (depth === shownDepth)
    return isArray(value)
      ? `(${formatQuantity(size, 'item', 'items')})`
      : `(${formatQuantity(size, 'entry', 'entries')})`;
  return isArray(value) ? formatList(value, depth) : formatEntries(value, depth);
}

function formatList(list: readonly Json[], depth: number): string {
  const { shown, more } = cut(list, shownItems);
  const items = shown.map((item) => {
    if (isArray(item)) return enclose(item, depth);
    return isEntries(item) && depth + 1 < shownDepth
      ? formatEntries(item, depth + 1, splitWords)
      : formatValue(item, depth + 1);
  });
  return [...items, ...more].join(depth === 0 && shown.some(hasParts) ? '; ' : ', ');
}

/**
 * A list stands bare behind its name where a semicolon ends it; all else that has parts is in brackets.
 * @param nameOf the key as it is shown
 */
function formatEntries(entries: JsonObject, depth: number, nameOf = (key: string) => key): string {
  const { shown, more } = cut(Object.keys(entries).sort(compareText), shownEntries);
  const items = shown.map((key) => {
    const [name, value] = [shortenMiddle(nameOf(key), 60), entries[key] ?? null];
    const isBare = !hasParts(value) || (isArray(value) && depth === 0);
    return isBare ? `${name}: ${formatValue(value, depth + 1)}` : `${name} ${enclose(value, depth)}`;
  });
  const isDivided = depth === 0 && shown.some((key) => isArray(entries[key] ?? null));
  return [...items, ...more].join(isDivided ? '; ' : ', ');
}

/** The first of them, and how many more there are. */
function cut<T>(
  items: readonly T[],
  most: number,
): { readonly shown: readonly T[]; readonly more: string[] } {
  const shown = items.length > most ? items.slice(0, most - 1) : items;
  const hidden = items.length - shown.length;
  return { shown, more: hidden > 0 ? [`… ${formatCount(hidden)} more`] : [] };
}

function enclose(value: Json, depth: number): string {
  const text = formatValue(value, depth + 1);
  return hasParts(value) && depth + 1 < shownDepth ? `(${text})` : text;
}

/** Whether its words would run into those beside it. */
function hasParts(value: Json): boolean {
  return isArray(value) ? value.length > 1 : isEntries(value);
}

function isEntries(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !isArray(value) && Object.keys(value).length > 0;
}

function listCounts(counts: Readonly<Record<string, number>>): NamedCount[] {
  return Object.entries(counts).map(([name, count]) => ({ name, count }));
}

function splitWords(key: string): string {
  return /^[a-z][a-zA-Z0-9]*$/.test(key)
    ? key.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    : key;
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
