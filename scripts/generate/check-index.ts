import { compareText } from '../../src/model/order.ts';
import type { DocumentedCheck } from './check-page.ts';
import { escapeCell, escapeText } from './markdown.ts';

/** The table of all checks, by id. */
export function renderCheckIndex(checks: readonly DocumentedCheck[]): string {
  const rows = [...checks]
    .sort((a, b) => compareText(a.id, b.id))
    .map(
      ({ id, summary, defaultSeverity }) =>
        `| [${id}](${id}.md) | ${escapeCell(escapeText(summary))} | ${defaultSeverity} |`,
    );
  return `${[
    '<!-- Made by `npm run generate` from src/checks/: change it there. -->',
    '',
    '# Checks',
    '',
    'What holdout asks of a dataset. A check that finds nothing to judge is skipped and says why; it never passes.',
    '',
    '| Check | Asks | Default |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n')}\n`;
}
