/** Where a bar is drawn: a terminal, such as standard error. */
export interface Terminal {
  /** 0 where the terminal does not know its width. */
  readonly columns?: number;
  write(text: string): unknown;
}

const redrawMs = 100;
const maxBarColumns = 40;

/**
 * Draws how many images are decoded on one line of a terminal, at most ten times a second, and takes the line away
 * at the end. Logs of CI get none: nobody looks at a bar that has passed.
 */
export function drawProgress(
  terminal: Terminal,
  now: () => number = Date.now,
): (done: number, total: number) => void {
  let drawnAt = -Infinity;
  return (done, total) => {
    if (done === total) {
      terminal.write('\r\u001b[K');
      return;
    }
    const time = now();
    if (time - drawnAt < redrawMs) return;
    drawnAt = time;
    const words = ` ${done} of ${total} files decoded`;
    const columns = Math.max(0, Math.min(maxBarColumns, widthOf(terminal, 80) - words.length - 1));
    const filled = Math.round((columns * done) / total);
    terminal.write(`\r\u001b[K${'█'.repeat(filled)}${'░'.repeat(columns - filled)}${words}`);
  };
}

/** Columns of a terminal, or `unknown` where it does not tell. */
export function widthOf({ columns = 0 }: Terminal, unknown: number): number {
  return columns > 0 ? columns : unknown;
}
