import { formatCount } from '../model/number-words.ts';
import type { Markup } from './markup.ts';
import { fillMarkdown } from './markup.ts';

/** A part of a text that is shown whole or not at all. */
export interface Section {
  /** What is missing when it is left out, as the closing sentence puts it: the renderer's own short words. */
  readonly name: string;
  /** The same part told at shrinking length; the first that fits is taken. */
  readonly variants: readonly (() => Markup)[];
  /**
   * Shared sections come after all others and take at most an even part of what is left, so that the first
   * does not starve the rest.
   */
  readonly isShared?: boolean;
}

const separator = '\n\n';
/** Bytes kept free for the closing sentence, which names each kind of section once. */
const noteBytes = 600;

/**
 * The sections in their order, in at most `maxBytes` bytes of UTF-8 with a newline at the end. A section of which
 * no variant fits is left out and named in a closing sentence.
 */
export function packSections(sections: readonly Section[], maxBytes: number): string {
  const texts = new Map<Section, string>();
  let bytesLeft = maxBytes - noteBytes;
  const take = (section: Section, bytes: number) => {
    const text = findFitting(section, bytes);
    if (text === undefined) return;
    texts.set(section, text);
    bytesLeft -= countBytes(text);
  };
  for (const section of sections.filter(({ isShared }) => isShared !== true)) take(section, bytesLeft);
  const shared = sections.filter(({ isShared }) => isShared === true);
  shared.forEach((section, index) => take(section, bytesLeft / (shared.length - index)));
  const leftOut = sections.filter((section) => !texts.has(section)).map(({ name }) => name);
  const shown = sections.flatMap((section) => texts.get(section) ?? []);
  return `${[...shown, ...(leftOut.length > 0 ? [describeLeftOut(leftOut)] : [])].join(separator)}\n`;
}

function findFitting({ variants }: Section, bytes: number): string | undefined {
  for (const render of variants) {
    const { text } = render();
    if (countBytes(text) <= bytes) return text;
  }
  return undefined;
}

function describeLeftOut(names: readonly string[]): string {
  const listed = [...new Set(names)].map((name) => {
    const count = names.filter((other) => other === name).length;
    return count === 1 ? name : `${name} (${formatCount(count)} times)`;
  });
  return fillMarkdown`<sub>Left out to keep within the size that GitHub shows: ${listed.join(', ')}. The JSON report holds everything.</sub>`
    .text;
}

function countBytes(text: string): number {
  return new TextEncoder().encode(text).length + separator.length;
}
