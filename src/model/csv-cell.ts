/**
 * A cell of a table as its bytes are to be read back: in quotes where the delimiter, a quote, an end of a line or a
 * blank at either end would be lost. Nothing else is changed: a name that a spreadsheet takes for a formula is a name
 * of the user's own table, which a prefix would make another name; holdout adds none of its own.
 */
export function writeCsvCell(value: string, delimiter = ','): string {
  const needsQuotes = value.includes(delimiter) || /["\r\n]|^\s|\s$/u.test(value);
  return needsQuotes ? `"${value.replaceAll('"', '""')}"` : value;
}
