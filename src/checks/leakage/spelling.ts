/**
 * A form of an id in which spellings of one name agree: compatibility characters, case, separators, spaces and
 * leading zeros are ignored, while the order of its words and numbers counts (`1-11` is not `11-1`). Empty where the id holds neither letter nor number.
 */
export function normalizeSpelling(id: string): string {
  const words =
    id
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+|\p{N}+/gu) ?? [];
  return words.map((word) => word.replace(/^0+(?=\d)/u, '')).join(' ');
}
