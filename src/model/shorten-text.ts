/** At most `maxLength` (from 1) code points: where the text is longer, `…` stands for its middle. */
export function shortenMiddle(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const characters = Array.from(text);
  if (characters.length <= maxLength) return text;
  const tailLength = Math.floor((maxLength - 1) / 2);
  const head = characters.slice(0, maxLength - 1 - tailLength);
  return [...head, '…', ...characters.slice(characters.length - tailLength)].join('');
}
