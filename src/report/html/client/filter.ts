import type { CheckFindings, FindingRow } from '../finding-row.ts';

/** What findings are chosen by; empty texts choose all. */
export interface Filter {
  readonly text: string;
  /** Place of the check in the report. */
  readonly check: string;
  readonly split: string;
  readonly subject: string;
  readonly severities: ReadonlySet<string>;
}

export function choosesCheck(
  { check, severities }: Filter,
  { place, severity }: Omit<CheckFindings, 'rows'>,
): boolean {
  return (check === '' || check === String(place)) && severities.has(severity);
}

/** Whether every finding of a chosen check is chosen. */
export function choosesAll({ text, split, subject }: Filter): boolean {
  return text === '' && split === '' && subject === '';
}

/**
 * The chosen rows. A text is looked for in all that a row shows, whatever the case; a subject is the one of exactly that
 * name where there is one, else each whose name holds the text.
 */
export function chooseRows(rows: readonly FindingRow[], { text, split, subject }: Filter): FindingRow[] {
  const words = text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const isNamed = subject !== '' && rows.some(({ subjects }) => subjects.includes(subject));
  const part = subject.toLowerCase();
  return rows.filter(
    (row) =>
      (split === '' || row.splits.includes(split)) &&
      (subject === '' ||
        (isNamed
          ? row.subjects.includes(subject)
          : row.subjects.some((name) => name.toLowerCase().includes(part)))) &&
      (words.length === 0 || holdsWords(row, words)),
  );
}

function holdsWords(row: FindingRow, words: readonly string[]): boolean {
  const shown = [
    row.message,
    row.key,
    row.place,
    ...row.subjects,
    ...row.splits,
    ...row.samples,
    ...row.evidence,
  ]
    .join('\n')
    .toLowerCase();
  return words.every((word) => shown.includes(word));
}
