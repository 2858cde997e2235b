import { DatasetError } from '../model/errors.ts';

/** A list of one split, as `samples.splits` names it. */
export interface SplitListFile {
  readonly path: string;
  readonly split: string;
  readonly bytes: Uint8Array;
}

/**
 * The lists with every line in the list of its split, as it was written: lines that stay keep their order, lines that
 * come follow at the end, in the order of the lists they come from.
 * @param splitOf the split of the image that a line (from 1) of a list names; undefined leaves the line where it is
 * @throws DatasetError where a line goes to a split that has no list
 */
export function rewriteSplitLists(
  lists: readonly SplitListFile[],
  splitOf: (path: string, line: number) => string | undefined,
): Map<string, Uint8Array> {
  const kept = new Map<SplitListFile, string[]>(lists.map((list) => [list, []]));
  const moved = new Map<SplitListFile, string[]>(lists.map((list) => [list, []]));
  const ends = new Map(lists.map((list) => [list, readLines(list.bytes)]));
  for (const [list, { lines }] of ends)
    lines.forEach((text, index) => {
      const split = splitOf(list.path, index + 1);
      if (split === undefined || split === list.split) {
        kept.get(list)?.push(text);
        return;
      }
      const target = lists.find((other) => other.split === split);
      if (!target)
        throw new DatasetError(`there is no list of the split ${JSON.stringify(split)}`, {
          hint: 'add one under samples.splits, or write the splits to a file of their own with --output',
        });
      moved.get(target)?.push(text);
    });
  return new Map(
    lists.map((list) => {
      const end = ends.get(list)?.end ?? '\n';
      const all = [...(kept.get(list) ?? []), ...(moved.get(list) ?? [])];
      return [list.path, Buffer.from(all.map((line) => line + end).join(''), 'latin1')];
    }),
  );
}

/** Lines as they are written, one character a byte, without their ends. */
function readLines(bytes: Uint8Array): { lines: string[]; end: string } {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const lines = text.split(/\r\n|\n|\r/u);
  if (lines.at(-1) === '') lines.pop();
  return { lines, end: /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n' };
}
