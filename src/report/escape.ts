import { shortenMiddle } from '../model/shorten-text.ts';

/**
 * One escaper per output. Names, ids, paths, cells and the messages built from them come from strangers'
 * pull requests; nothing of them may act on a terminal, a page, a comment or the runner.
 */

const invisible = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/**
 * The text with every character that acts or hides made visible as its code point, such as `⟨U+202E⟩`: C0 and C1
 * controls, newlines, bidirectional overrides and isolates, zero-width characters, lone surrogates. Shown rather
 * than dropped: `P07` and `P07⟨U+200B⟩` are two subjects to a program, and the reader must see why.
 */
export function revealInvisible(text: string): string {
  return text.replace(invisible, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}

/**
 * Text for a terminal: one line, without control characters. The log of a GitHub runner is a terminal that also
 * obeys: a line that starts with `::`, or holds `##[` anywhere, can be a command. Wrapping may put any word at
 * the start of a line, so both are broken with a visible `\` wherever they stand; a zero-width character would
 * not do, since the runner's culture-aware comparison passes over those.
 */
export function escapeTerminal(text: string, maxLength = Infinity): string {
  return shortenMiddle(revealInvisible(text), maxLength)
    .replace(/:(?=:)/g, ':\\')
    .replaceAll('##[', '##\\[');
}

const markdownActive =
  /[&<>"`*_~|[\]!#\\@$]|:(?! |$)|(?<=\bwww)\.|(?<=\bgh)-(?=\d)|^(?:[-+=\s]|\d(?=\d{0,8}[.)](?: |$)))/giu;
const watchedByFilters = /[@#$:.-]/;

/**
 * Inline text or a table cell of GitHub's Markdown; one line, safe at the start of a line too.
 *
 * - Every character that Markdown reads as structure becomes a numeric character reference. CommonMark never
 *   takes a reference for structure (a backslash it does: `\|` is split in tables, `\` may end a line).
 * - References do not stop GitHub's own filters (`@name`, `#12`, `GH-12`, `owner/repo#12`, `$math$`, `:emoji:`,
 *   e-mail addresses), which look at the text nodes of the finished HTML. These characters therefore stand in a
 *   `<span>` of their own: no text node holds the whole pattern. That also stops the autolinks of `://` and
 *   `www.`. Zero-width characters would do the same, but travel along when somebody copies a path or a colour.
 *
 * A colon before a space, and so every colon of plain prose, is left alone. Bare commit ids can still become
 * links to the commit of the same repository; they notify nobody.
 */
export function escapeMarkdown(text: string, maxLength = Infinity): string {
  return shortenMiddle(revealInvisible(text), maxLength).replace(markdownActive, (character) => {
    const reference = `&#${character.charCodeAt(0)};`;
    return watchedByFilters.test(character) ? `<span>${reference}</span>` : reference;
  });
}

const strangeToMermaid = /%(?=%)|[^\p{L}\p{N} ,.!()%+=_\/…–-]/gu;

/**
 * A quoted label of a Mermaid chart in a fenced block. Mermaid has no escape that all of its charts know, and looks
 * for directives (`%%{`), entities (`#…;`), Markdown, formulas and markup in labels too; so whatever is neither a
 * letter, a digit nor harmless punctuation is shown as `▯`. The table beside a chart has the text itself.
 */
export function escapeMermaid(text: string, maxLength = Infinity): string {
  return shortenMiddle(text.replace(invisible, '▯'), maxLength).replace(strangeToMermaid, '▯');
}

/**
 * Text or the value of a quoted attribute of HTML. `##[` is broken too, so that a page printed to a runner's log
 * commands nothing.
 */
export function escapeHtml(text: string, maxLength = Infinity): string {
  return shortenMiddle(revealInvisible(text), maxLength)
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll('##[', '##&#91;');
}

/**
 * Text or the value of a quoted attribute of XML 1.0, in which the last two code points of each plane do not occur, or
 * may not.
 */
export function escapeXml(text: string, maxLength = Infinity): string {
  return escapeHtml(text.replace(nonCharacters, '\ufffd'), maxLength);
}

const nonCharacters = /\p{Noncharacter_Code_Point}/gu;

/**
 * Text of a SARIF message: brackets would make links (OASIS, 3.11.6) and braces placeholders (3.11.5). A link is
 * escaped by `\`, a placeholder by a second brace.
 */
export function escapeSarif(text: string): string {
  return text.replace(/[\\[\]]/g, (character) => `\\${character}`).replace(/[{}]/g, (brace) => brace + brace);
}

/** The message of a workflow command, by the mapping that the runner undoes (`ActionCommand` of actions/runner). */
export function escapeCommandData(text: string): string {
  return text.replace(/[%\r\n]/g, encodePercent);
}

/** The value of a workflow command's property, by the mapping that the runner undoes. */
export function escapeCommandProperty(text: string): string {
  return text.replace(/[%\r\n:,]/g, encodePercent);
}

function encodePercent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
