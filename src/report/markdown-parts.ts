import { shortenMiddle } from '../model/shorten-text.ts';
import { splitAdvice } from './advice.ts';
import { fillMarkdown, joinMarkup, Markup } from './markup.ts';
import type { Tone } from './outcome.ts';

/** Sentences out of a report are cut to this many characters. */
export const maxSentence = 600;

/** Written here, not out of the dataset: the selector that makes a symbol an emoji must pass. */
export const icons: Readonly<Record<Tone, Markup>> = {
  error: new Markup('❌'),
  warning: new Markup('⚠️'),
  info: new Markup('ℹ️'),
  passed: new Markup('✅'),
  skipped: new Markup('⚪'),
};

/** Blank lines around the body: GitHub reads Markdown inside HTML only after one. */
export function fold(title: Markup, body: Markup, isOpen = false): Markup {
  const tag = isOpen ? fillMarkdown`<details open>` : fillMarkdown`<details>`;
  return fillMarkdown`${tag}\n<summary>${title}</summary>\n\n${body}\n\n</details>`;
}

/** What to do, with commands as code. */
export function renderAdvice(advice: string, maxLength: number): Markup {
  const parts = splitAdvice(shortenMiddle(advice, maxLength));
  return joinMarkup(
    parts.map(({ text, isCommand }) =>
      isCommand ? fillMarkdown`<code>${text}</code>` : fillMarkdown`${text}`,
    ),
    '',
  );
}

export interface Column {
  readonly title: Markup;
  readonly align: 'left' | 'right' | 'center';
}

const rules = {
  left: fillMarkdown`:--`,
  right: fillMarkdown`--:`,
  center: fillMarkdown`:-:`,
} as const;

/** A table; every row has a cell for each column. A column in which nothing stands is left out. */
export function tabulate(columns: readonly Column[], rows: readonly (readonly Markup[])[]): Markup {
  const isUsed = columns.map((_, at) => rows.some((cells) => (cells[at]?.text ?? '') !== ''));
  const keepUsed = <T>(all: readonly T[]): T[] => all.filter((_, at) => isUsed[at]);
  const line = (cells: readonly Markup[]) => fillMarkdown`| ${joinMarkup(cells, ' | ')} |`;
  const rule = columns.map(({ align }) => rules[align]);
  const lines = [columns.map(({ title }) => title), rule, ...rows];
  return joinMarkup(
    lines.map((cells) => line(keepUsed(cells))),
    '\n',
  );
}

export function joinBlocks(blocks: readonly Markup[]): Markup {
  return joinMarkup(
    blocks.filter(({ text }) => text !== ''),
    '\n\n',
  );
}
