/** A line of a list that names an image. */
export interface ListLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** A way to read a list's line: an image, and what follows it. */
export interface ListReading {
  readonly image: string;
  /** Everything after the image, trimmed; absent when nothing follows. */
  readonly rest?: string;
}

export interface SplitList {
  readonly lines: readonly ListLine[];
  /**
   * Whether the second column says that a class is present (`1`) or absent (`-1`), as in the class lists of
   * Pascal VOC, and so names neither a label nor a class.
   */
  readonly marksPresence: boolean;
}

/** Lines with content; blank lines and `#` comments are left out. */
export function readSplitList(text: string): SplitList {
  const lines = text
    .split('\n')
    .map((content, index) => ({ line: index + 1, text: content.trim() }))
    .filter((line) => line.text !== '' && !line.text.startsWith('#'));
  return { lines, marksPresence: lines.some((line) => /\s-1$/.test(line.text)) };
}

/** How many blanks of a line are tried as the end of the image's path. */
const maxBlanks = 8;

/** The ways to read a line, since paths may hold blanks: the whole line, then cut at each blank from the left. */
export function listReadings(text: string): ListReading[] {
  const readings: ListReading[] = [{ image: text }];
  for (const blank of text.matchAll(/\s+/g)) {
    if (readings.length > maxBlanks) break;
    readings.push({ image: text.slice(0, blank.index), rest: text.slice(blank.index + blank[0].length) });
  }
  return readings;
}
