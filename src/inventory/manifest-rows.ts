import type { BoxColumns, ColumnsConfig } from '../model/config.ts';
import type { ByteEncoding } from './byte-encoding.ts';
import type { ScannedRow } from './read-rows.ts';
import { findColumn } from './table-form.ts';
import {
  DistinctTexts,
  NumberList,
  RepeatedTexts,
  type HeldMemory,
  type TextColumn,
} from './text-columns.ts';

/** What one row says about one image, as written; an empty cell says nothing. */
export interface ManifestRow extends RowFields {
  /** Physical line where the row starts, from 1. */
  readonly line: number;
  readonly image: string;
  readonly label?: string;
}

/** What a row says besides paths. */
export interface RowFields {
  readonly subject?: string;
  readonly site?: string;
  readonly split?: string;
  readonly domain?: string;
  readonly class?: string;
  readonly box?: Readonly<Partial<Record<keyof BoxColumns, string>>>;
  readonly groups: Readonly<Record<string, string>>;
}

export const repeatedFields = ['subject', 'site', 'split', 'domain', 'class'] as const;
export type RepeatedField = (typeof repeatedFields)[number];

interface Column<Name extends string, Texts extends TextColumn> {
  readonly name: Name;
  /** Place in the row, from 0. */
  readonly index: number;
  readonly texts: Texts;
}

/** The rows of a manifest that name an image, column by column; rows are put together when they are asked for. */
export class ManifestRows {
  readonly #lines: NumberList;
  readonly #image: Column<'image', DistinctTexts>;
  readonly #label: Column<'label', DistinctTexts> | undefined;
  readonly #fields: readonly Column<RepeatedField, RepeatedTexts>[];
  readonly #groups: readonly Column<string, RepeatedTexts>[];
  readonly #box: readonly Column<keyof BoxColumns, DistinctTexts>[] | undefined;
  readonly #columns: readonly Column<string, TextColumn>[];

  /** @param header the names of the manifest's columns, among them all that `columns` names */
  constructor(header: readonly string[], columns: ColumnsConfig, encoding: ByteEncoding, held: HeldMemory) {
    const distinct = <Name extends string>(name: Name, column: string): Column<Name, DistinctTexts> => ({
      ...{ name, index: findColumn(header, column), texts: new DistinctTexts(encoding, held) },
    });
    const repeated = <Name extends string>(name: Name, column: string): Column<Name, RepeatedTexts> => ({
      ...{ name, index: findColumn(header, column), texts: new RepeatedTexts(encoding, held) },
    });
    const { image = '', label, groups, box } = columns;
    this.#lines = new NumberList(held);
    this.#image = distinct('image', image);
    this.#label = label === undefined ? undefined : distinct('label', label);
    this.#fields = repeatedFields.flatMap((field) => {
      const column = columns[field];
      return column === undefined ? [] : [repeated(field, column)];
    });
    this.#groups = Object.entries(groups).map(([kind, column]) => repeated(kind, column));
    this.#box = box && listEdges(box).map(([edge, column]) => distinct(edge, column));
    this.#columns = [
      ...[this.#image, ...(this.#label ? [this.#label] : [])],
      ...[...this.#fields, ...this.#groups, ...(this.#box ?? [])],
    ];
  }

  get length(): number {
    return this.#lines.length;
  }

  /**
   * Adds a row whose cells are clean.
   * @returns whether it names an image; other rows are not added
   */
  push({ scanner: { cellCount, starts, ends }, bytes, line }: ScannedRow): boolean {
    const { index: imageIndex } = this.#image;
    if (imageIndex >= cellCount || starts[imageIndex] === ends[imageIndex]) return false;
    for (const { index, texts } of this.#columns) {
      const isThere = index < cellCount;
      texts.push(bytes, isThere ? (starts[index] ?? 0) : 0, isThere ? (ends[index] ?? 0) : 0);
    }
    this.#lines.push(line);
    return true;
  }

  /** Physical line where a row starts, from 1; lines ascend. */
  line(row: number): number {
    return this.#lines.get(row);
  }

  image(row: number): string {
    return this.#image.texts.get(row);
  }

  label(row: number): string | undefined {
    const text = this.#label?.texts.get(row);
    return text === '' ? undefined : text;
  }

  fields(row: number): RowFields {
    const fields: { -readonly [Field in keyof RowFields]: RowFields[Field] } = {
      groups: this.#groups.length === 0 ? noGroups : pickTexts(this.#groups, row),
    };
    for (const { name, texts } of this.#fields) {
      const text = texts.get(row);
      if (text !== '') fields[name] = text;
    }
    if (this.#box) fields.box = pickTexts(this.#box, row);
    return fields;
  }

  /** The texts of a field, row by row; undefined where no column holds it. */
  texts(field: RepeatedField): RepeatedTexts | undefined {
    return this.#fields.find(({ name }) => name === field)?.texts;
  }

  /** All that a row says. */
  at(row: number): ManifestRow {
    const label = this.label(row);
    return {
      ...{ line: this.line(row), image: this.image(row) },
      ...(label !== undefined && { label }),
      ...this.fields(row),
    };
  }
}

/** One for all rows: most manifests have no groups. */
const noGroups: Readonly<Record<string, string>> = Object.freeze({});

function pickTexts(columns: readonly Column<string, TextColumn>[], row: number): Record<string, string> {
  const picked: [string, string][] = [];
  for (const { name, texts } of columns) {
    const text = texts.get(row);
    if (text !== '') picked.push([name, text]);
  }
  return Object.fromEntries(picked);
}

function listEdges(box: BoxColumns): [keyof BoxColumns, string][] {
  const edges: (keyof BoxColumns)[] = ['xmin', 'ymin', 'xmax', 'ymax', 'width', 'height'];
  return edges.flatMap((edge) => {
    const column = box[edge];
    return column === undefined ? [] : [[edge, column]];
  });
}
