import type { CheckFindings, FindingRow } from './finding-row.ts';
import { expandRepeats, shortenRepeats } from './repeated-text.ts';

/** What the page's script is given, as JSON within the page. */
export interface PageData {
  readonly checks: readonly PackedCheck[];
}

export interface PackedCheck extends Omit<CheckFindings, 'rows'> {
  readonly rows: PackedRows;
}

/** Findings in few bytes, so that a page can hold 200,000 of them. */
export interface PackedRows {
  readonly count: number;
  /** Ids of the rows, each of `idLength` characters, one after the other. */
  readonly ids: string;
  /** The other columns, a line each, row after row, without what `expandRepeats` gives back. */
  readonly lines: string;
}

export const idLength = 12;

const linesOfRow = 10;

/** The rows' texts hold neither line breaks nor tabs. What is alike in a row stands close together. */
export function packRows(rows: readonly FindingRow[]): PackedRows {
  const lines = rows.flatMap((row) => [
    writeList(row.samples),
    row.key,
    row.message,
    row.fix,
    row.place,
    writeList(row.subjects),
    writeList(row.splits),
    writeList(row.evidence),
    String(row.subjectsTotal),
    String(row.samplesTotal),
  ]);
  return {
    count: rows.length,
    ids: rows.map(({ id }) => id).join(''),
    lines: shortenRepeats(lines.join('\n')),
  };
}

export function unpackRows({ count, ids, lines: packed }: PackedRows): FindingRow[] {
  const lines = expandRepeats(packed).split('\n');
  return Array.from({ length: count }, (_, index) => {
    const line = (place: number): string => lines[index * linesOfRow + place] ?? '';
    return {
      id: ids.slice(index * idLength, (index + 1) * idLength),
      samples: readList(line(0)),
      key: line(1),
      message: line(2),
      fix: line(3),
      place: line(4),
      subjects: readList(line(5)),
      splits: readList(line(6)),
      evidence: readList(line(7)),
      subjectsTotal: Number(line(8)),
      samplesTotal: Number(line(9)),
    };
  });
}

/** Each item ends with a tab, so that no item and an empty one are two things. */
function writeList(items: readonly string[]): string {
  return items.map((item) => `${item}\t`).join('');
}

function readList(line: string): string[] {
  return line.split('\t').slice(0, -1);
}
