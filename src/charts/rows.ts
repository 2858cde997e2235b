import type { Json, JsonObject } from '../model/json.ts';
import { shortenMiddle } from '../model/shorten-text.ts';

/** What a column of a chart's data holds; `number?` may be missing. */
export type ColumnType = 'text' | 'number' | 'number?' | 'flag';

export type Row<C extends Readonly<Record<string, ColumnType>>> = {
  readonly [K in keyof C]: C[K] extends 'text'
    ? string
    : C[K] extends 'number'
      ? number
      : C[K] extends 'flag'
        ? boolean
        : number | null;
};

/** Rows that a chart draws; no eye tells more apart. */
export const maxRows = 5000;
const maxNameLength = 40;

/**
 * The rows of a chart's data, as far as they are of the columns' types. A report may come from a job that nobody
 * trusts: what is something else is left out, and so are rows beyond `maxRows`.
 */
export function readRows<C extends Readonly<Record<string, ColumnType>>>(values: Json, columns: C): Row<C>[] {
  if (!Array.isArray(values)) return [];
  const list: readonly Json[] = values;
  return list.slice(0, maxRows).flatMap((value) => {
    if (!isObject(value)) return [];
    const cells = Object.entries(columns).map(([name, type]): [string, Json | undefined] => [
      name,
      readCell(Object.hasOwn(value, name) ? value[name] : undefined, type),
    ]);
    // Each cell is of its column's type, as `readCell` says.
    return cells.some(([, cell]) => cell === undefined) ? [] : [Object.fromEntries(cells) as Row<C>];
  });
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A text that a chart shows. Vega looks some texts up in objects of its own, where `constructor` and its like are
 * always found; with a blank behind it, none is.
 */
export function asShown(text: string): string {
  return text in {} ? `${text} ` : text;
}

function readCell(value: Json | undefined, type: ColumnType): Json | undefined {
  switch (type) {
    case 'text':
      return typeof value === 'string' ? asShown(shortenMiddle(value, maxNameLength)) : undefined;
    case 'number':
      return typeof value === 'number' ? value : undefined;
    case 'number?':
      return typeof value === 'number' ? value : null;
    case 'flag':
      return value === true;
  }
}
