import type { Json, JsonObject } from '../model/json.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import { asShown, isObject, readRows, type ColumnType, type Row } from './rows.ts';

const maxTitleLength = 80;

/** A way to draw. `Labels` are texts that the data carries beside its rows, such as the title of an axis. */
export interface Kind {
  /** Marks and encodings of Vega-Lite; undefined where the data holds nothing to draw. */
  toSpec(data: Json): JsonObject | undefined;
}

/** The data of a chart: rows under `values`, titles of axes beside them. */
export type ChartData<C extends Readonly<Record<string, ColumnType>>, T extends string> = {
  readonly [K in T]: string;
} & { readonly values: readonly Row<C>[] };

/**
 * Makes a kind of its columns and titles.
 * @param draw the spec, without data, size of the text and title; never called without rows
 */
export function defineKind<const C extends Readonly<Record<string, ColumnType>>, T extends string>(
  columns: C,
  titles: readonly T[],
  draw: (rows: readonly Row<C>[], titles: Readonly<Record<T, string>>) => JsonObject,
): Kind & { readonly dataOf: (data: ChartData<C, T>) => Json } {
  return {
    dataOf: (data) => data,
    toSpec: (data) => {
      if (!isObject(data)) return undefined;
      const rows = readRows(data['values'] ?? [], columns);
      if (rows.length === 0) return undefined;
      const read = Object.fromEntries(
        titles.map((title) => {
          const text = data[title];
          return [title, typeof text === 'string' ? asShown(shortenMiddle(text, maxTitleLength)) : ''];
        }),
      );
      return { ...draw(rows, read as Record<T, string>), data: { values: rows as unknown as Json } };
    },
  };
}
