/** Text of a message or summary, so that Markdown shows it as it is written. */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/([*_[\]\\])/g, '\\$1');
}

/** Markdown for a cell of a table. */
export function escapeCell(markdown: string): string {
  return markdown.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
}
