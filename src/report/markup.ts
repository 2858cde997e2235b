import { escapeHtml, escapeMarkdown, escapeMermaid, escapeXml } from './escape.ts';

/** Text that is already escaped for its output. Only the templates below make it out of foreign text. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Filling = string | number | Markup | readonly Markup[];

/** A template of HTML: the literal parts stand as written, strings between them are escaped. */
export const fillHtml = createTemplate(escapeHtml);

/** A template of GitHub's Markdown: the literal parts stand as written, strings between them are escaped. */
export const fillMarkdown = createTemplate(escapeMarkdown);

/** A template of XML: strings are escaped. */
export const fillXml = createTemplate(escapeXml);

/** A template of a Mermaid chart: strings stand in quoted labels and are escaped. */
export const fillMermaid = createTemplate(escapeMermaid);

export const emptyMarkup = new Markup('');

/** The parts in one, with a separator that stands as written. */
export function joinMarkup(parts: readonly Markup[], separator: string): Markup {
  return new Markup(parts.map(({ text }) => text).join(separator));
}

function createTemplate(escape: (text: string) => string) {
  return (literals: TemplateStringsArray, ...fillings: readonly Filling[]): Markup => {
    const parts = literals.map((literal, index) => {
      const filling = fillings[index];
      return filling === undefined ? literal : literal + fill(filling, escape);
    });
    return new Markup(parts.join(''));
  };
}

function fill(filling: Filling, escape: (text: string) => string): string {
  if (typeof filling === 'string') return escape(filling);
  if (typeof filling === 'number') return escape(String(filling));
  if (filling instanceof Markup) return filling.text;
  return filling.map(({ text }) => text).join('');
}
