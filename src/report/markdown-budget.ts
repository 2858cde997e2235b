import { formatCount, formatQuantity } from '../model/number-words.ts';
import type { Section } from './markdown-section.ts';
import { fillMarkdown } from './markup.ts';

/** Room for a text. */
export interface Budget {
  /** UTF-16 code units, of which no character that GitHub counts has less than one. */
  readonly characters: number;
  /** Of UTF-8. */
  readonly bytes: number;
}

interface Packed {
  readonly text: string;
  readonly size: number;
}

const separator = '\n\n';
/** Kept free for the closing sentence, which names each kind of section once. */
const noteBytes = 600;

/**
 * The sections in their order within the budget, with a newline at the end. Room is given by priority. A section that
 * does not fit is left out and named in a closing sentence, which also counts the findings that are not shown.
 */
export function packSections(sections: readonly Section[], budget: Budget): string {
  const packed = new Map<Section, Packed>();
  let left: Budget = { characters: budget.characters - noteBytes, bytes: budget.bytes - noteBytes };
  for (const equals of groupByPriority(sections)) {
    equals.forEach((section, index) => {
      const fitting = findFitting(section, divide(left, equals.length - index));
      if (!fitting) return;
      packed.set(section, fitting);
      left = subtract(left, measure(fitting.text));
    });
  }
  const texts = sections.flatMap((section) => packed.get(section)?.text ?? []);
  return `${[...texts, ...describeLeftOut(sections, packed)].join(separator)}\n`;
}

function groupByPriority(sections: readonly Section[]): Section[][] {
  const numbers = [...new Set(sections.map(({ priority }) => priority))].sort((a, b) => a - b);
  return numbers.map((number) => sections.filter(({ priority }) => priority === number));
}

function findFitting({ sizes = [0], render }: Section, room: Budget): Packed | undefined {
  for (const size of sizes) {
    const { text } = render(size);
    const need = measure(text);
    if (need.bytes <= room.bytes && need.characters <= room.characters) return { text, size };
  }
  return undefined;
}

function describeLeftOut(
  sections: readonly Section[],
  packed: ReadonlyMap<Section, { readonly size: number }>,
): string[] {
  const names = sections.filter((section) => !packed.has(section)).map(({ name }) => name);
  const listed = [...new Set(names)].map((name) => {
    const count = names.filter((other) => other === name).length;
    return count === 1 ? name : `${name} (${formatCount(count)} times)`;
  });
  const total = sections.reduce((sum, { findings = 0 }) => sum + findings, 0);
  const shown = sections.reduce((sum, section) => {
    return sum + Math.min(section.findings ?? 0, packed.get(section)?.size ?? 0);
  }, 0);
  const hidden = total - shown;
  if (listed.length === 0 && hidden === 0) return [];
  const parts = [
    ...(hidden > 0 ? [`${formatCount(hidden)} of ${formatQuantity(total, 'finding')}`] : []),
    ...listed,
  ];
  return [
    fillMarkdown`<sub>Left out to keep within the size that GitHub shows: ${parts.join(', ')}. The JSON report holds everything.</sub>`
      .text,
  ];
}

function measure(text: string): Budget {
  return {
    characters: text.length + separator.length,
    bytes: new TextEncoder().encode(text).length + separator.length,
  };
}

function divide({ characters, bytes }: Budget, parts: number): Budget {
  return { characters: characters / parts, bytes: bytes / parts };
}

function subtract(from: Budget, part: Budget): Budget {
  return { characters: from.characters - part.characters, bytes: from.bytes - part.bytes };
}
