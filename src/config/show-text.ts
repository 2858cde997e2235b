const longestShown = 60;

/**
 * Characters that a terminal obeys, that nobody sees, or that turn the reading direction: a message that
 * repeats a stranger's text must show them rather than send them on. Lone surrogates are among `\p{C}`.
 */
const invisible = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** `text` with control and invisible characters written as escapes. */
export function makeVisible(text: string): string {
  return text.replaceAll(invisible, (character) => {
    const short = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[character];
    return short ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
}

/** The first 60 characters of `text`, visible, with `…` where there are more. */
export function shorten(text: string): string {
  const head = Array.from(text.slice(0, 2 * longestShown + 2));
  return makeVisible(head.slice(0, longestShown).join('')) + (head.length > longestShown ? '…' : '');
}

export function quote(text: string): string {
  return `"${shorten(text)}"`;
}

/** `a`, `a or b`, `a, b or c`. */
export function joinWithOr(parts: readonly string[]): string {
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} or ${parts.slice(-1).join('')}`;
}
