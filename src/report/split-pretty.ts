import picocolors from 'picocolors';
import { formatCount, formatQuantity, formatShare } from '../model/number-words.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import type { SplitProposal } from '../split/proposal.ts';
import { escapeTerminal } from './escape.ts';
import { escapeTexts } from './escape-texts.ts';
import { measureWidth, padText, wrapText } from './wrap.ts';

const maxMovesShown = 20;
const maxStrataShown = 30;
const textWidth = 100;

/** A proposed split for a terminal: sizes, what moves and what it costs, how classes and domains are shared out. */
export function renderSplit(whole: SplitProposal, { color }: { readonly color: boolean }): string {
  const { bold, dim, yellow } = picocolors.createColors(color);
  // From here on no text is seen as it came.
  const { splits, strata, moves, limits, cost, isProven } = escapeTexts(
    { ...whole, assignment: undefined },
    escapeTerminal,
  );
  const sizes = renderTable(
    ['split', 'samples', 'share', 'wanted', 'subjects'],
    splits.map(({ name, samples, share, wanted, subjects }) => [
      escapeTerminal(name, 40),
      formatCount(samples),
      formatShare(share, 1) ?? '',
      formatShare(wanted, 1) ?? '',
      formatCount(subjects),
    ]),
  );
  const [sizeHead = '', ...sizeRows] = sizes;
  const shownStrata = strata.slice(0, maxStrataShown);
  const [strataHead = '', ...strataRows] = renderTable(
    ['', 'all', ...splits.map(({ name }) => escapeTerminal(name, 20))],
    shownStrata.map(({ dimension, stratum, samples, splits: places }) => [
      escapeTerminal(`${dimension} ${stratum}`, 40),
      formatCount(samples),
      ...places.map((place) => `${formatCount(place.samples)} (${formatShare(place.share, 1) ?? ''})`),
    ]),
  );
  const moved = moves.reduce((sum, { samples }) => sum + samples, 0);
  const moveLines = moves
    .slice(0, maxMovesShown)
    .map(
      ({ component, from, to, samples }) =>
        `  ${escapeTerminal(`${shortenMiddle(component, 60)}: ${formatQuantity(samples, 'sample')} from ${shortenMiddle(from, 40)} to ${shortenMiddle(to, 40)}`)}`,
    );
  const before = cost.before === undefined ? '' : ` (today ${cost.before.total.toFixed(3)})`;
  const sections = [
    [bold(sizeHead), ...sizeRows],
    strataRows.length === 0
      ? []
      : [
          bold(strataHead),
          ...strataRows,
          ...more(strata.length - shownStrata.length, 'stratum', 'strata', dim),
        ],
    moves.length === 0
      ? [dim('nothing leaves the split that it stands in')]
      : [
          bold(formatQuantity(moved, 'sample moves', 'samples move')),
          ...moveLines,
          ...more(moves.length - moveLines.length, 'move', 'moves', dim),
        ],
    limits.flatMap(({ message }) =>
      wrapText(escapeTerminal(message, 400), textWidth - 2).map((line, index) =>
        index === 0 ? `${yellow('⚠')} ${line}` : `  ${line}`,
      ),
    ),
    [
      dim(
        `cost ${cost.after.total.toFixed(3)}${before}, ${isProven ? 'the best there is' : 'the best of those looked at'}`,
      ),
    ],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function more(hidden: number, one: string, many: string, dim: (text: string) => string): string[] {
  return hidden > 0 ? [dim(`  … ${formatQuantity(hidden, `more ${one}`, `more ${many}`)}`)] : [];
}

/** Columns as wide as their widest cell, the first to the left, numbers to the right; the header first. */
function renderTable(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const table = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...table.map((row) => measureWidth(row[column] ?? ''))));
  return table.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? padText(cell, width) : ' '.repeat(width - measureWidth(cell)) + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}
