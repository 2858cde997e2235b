import type { CheckFindings, FindingRow } from './finding-row.ts';

/** What the page's script is given, as JSON within the page. */
export interface PageData {
  readonly checks: readonly PackedCheck[];
}

export interface PackedCheck extends Omit<CheckFindings, 'rows'> {
  readonly rows: PackedRows;
}

/**
 * Findings in few bytes, so that a page can hold 200,000 of them. Findings of one kind are worded alike: a text is
 * written as how many of its first and last code units are those of the text in its place in the row before of the same
 * kind, and what stands between.
 */
export interface PackedRows {
  /** Ids of the rows, each of `idLength` characters, one after the other. */
  readonly ids: string;
  /** The kind of each row. */
  readonly kinds: readonly number[];
  /** One line a row, its texts divided by tabs; absent where no row has any. */
  readonly texts: Readonly<Partial<Record<PackedColumn, string>>>;
}

export const idLength = 12;

/** Code units that a row may share with the one before: what two digits of base 36 hold. */
const maxShared = 36 ** 2 - 1;
const emptyRow = '-';

type PackedColumn = keyof typeof readColumn;

/** A column as a list of texts, which hold neither line breaks nor tabs. */
const readColumn = {
  message: ({ message }: FindingRow) => [message],
  fix: ({ fix }: FindingRow) => [fix],
  key: ({ key }: FindingRow) => [key],
  place: ({ place }: FindingRow) => [place],
  subjects: ({ subjects }: FindingRow) => subjects,
  splits: ({ splits }: FindingRow) => splits,
  samples: ({ samples }: FindingRow) => samples,
  evidence: ({ evidence }: FindingRow) => evidence,
  totals: ({ subjectsTotal, samplesTotal }: FindingRow) => [String(subjectsTotal), String(samplesTotal)],
};
const packedColumns = [
  'message',
  'fix',
  'key',
  'place',
  'subjects',
  'splits',
  'samples',
  'evidence',
  'totals',
] as const;

/** @param kinds of each row, such as the place of its message among those of the check */
export function packRows(rows: readonly FindingRow[], kinds: readonly number[]): PackedRows {
  const texts = packedColumns.map((column) => {
    const before = new Map<number, readonly string[]>();
    const lines = rows.map((row, index) => {
      const kind = kinds[index] ?? 0;
      const values = readColumn[column](row);
      const line = writeLine(values, before.get(kind) ?? []);
      before.set(kind, values);
      return line;
    });
    return [column, lines.join('\n')] as const;
  });
  return {
    ids: rows.map(({ id }) => id).join(''),
    kinds,
    texts: Object.fromEntries(texts.filter(([, lines]) => /[^\n]/u.test(lines))),
  };
}

export function unpackRows({ ids, kinds, texts }: PackedRows): FindingRow[] {
  const columns = packedColumns.map((column) => {
    const before = new Map<number, readonly string[]>();
    const lines = texts[column]?.split('\n') ?? [];
    return kinds.map((kind, index) => {
      const values = readLine(lines[index] ?? '', before.get(kind) ?? []);
      before.set(kind, values);
      return values;
    });
  });
  return kinds.map((_, index) => {
    const [message, fix, key, place, subjects = [], splits = [], samples = [], evidence = [], totals] =
      columns.map((column) => column[index]);
    return {
      id: ids.slice(index * idLength, (index + 1) * idLength),
      message: message?.[0] ?? '',
      fix: fix?.[0] ?? '',
      key: key?.[0] ?? '',
      place: place?.[0] ?? '',
      subjects,
      subjectsTotal: Number(totals?.[0] ?? 0),
      splits,
      samples,
      samplesTotal: Number(totals?.[1] ?? 0),
      evidence,
    };
  });
}

/** Empty where the values are those before. */
function writeLine(values: readonly string[], before: readonly string[]): string {
  if (values.length === before.length && values.every((value, index) => value === before[index])) return '';
  if (values.length === 0) return emptyRow;
  return values.map((value, index) => writeText(value, before[index] ?? values[index - 1] ?? '')).join('\t');
}

function readLine(line: string, before: readonly string[]): readonly string[] {
  if (line === '') return before;
  if (line === emptyRow) return [];
  const values: string[] = [];
  for (const [index, text] of line.split('\t').entries())
    values.push(readText(text, before[index] ?? values.at(-1) ?? ''));
  return values;
}

function writeText(text: string, before: string): string {
  const most = Math.min(text.length, before.length);
  let start = 0;
  while (start < Math.min(most, maxShared) && text[start] === before[start]) start++;
  let end = 0;
  while (end < Math.min(most - start, maxShared) && text.at(-1 - end) === before.at(-1 - end)) end++;
  return `${writeShared(start)}${writeShared(end)}${text.slice(start, text.length - end)}`;
}

function readText(written: string, before: string): string {
  const start = parseInt(written.slice(0, 2), 36);
  const end = parseInt(written.slice(2, 4), 36);
  return before.slice(0, start) + written.slice(4) + before.slice(before.length - end);
}

function writeShared(count: number): string {
  return count.toString(36).padStart(2, '0');
}
