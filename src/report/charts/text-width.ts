/** Widths of characters in ems, of a plain sans-serif face: what is not listed is as wide as a digit. */
const widths: readonly (readonly [characters: string, ems: number])[] = [
  ["ijl'|.,:;!", 0.25],
  ['ftrI()[]{}/\\-"* ', 0.33],
  ['JLck', 0.5],
  ['ABCDEFGHKNOPQRSTUVXYZ&<>=+~', 0.68],
  ['mwMW%@', 0.88],
];
const byCharacter = new Map(
  widths.flatMap(([characters, ems]) => Array.from(characters, (character) => [character, ems] as const)),
);
const digitEms = 0.56;

/**
 * About how wide a text is drawn, in the unit of `fontSize`, without a font: enough to make room for it. Han, kana,
 * Hangul and emoji fill a square.
 */
export function estimateWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text)
    ems += byCharacter.get(character) ?? ((character.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : digitEms);
  return ems * fontSize;
}
