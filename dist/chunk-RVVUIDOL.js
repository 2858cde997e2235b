import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);

// src/entry/progress.ts
var redrawMs = 100;
var maxBarColumns = 40;
function drawProgress(terminal, now = Date.now) {
  let drawnAt = -Infinity;
  return (done, total) => {
    if (done === total) {
      terminal.write("\r\x1B[K");
      return;
    }
    const time = now();
    if (time - drawnAt < redrawMs) return;
    drawnAt = time;
    const words = ` ${done} of ${total} files decoded`;
    const columns = Math.max(0, Math.min(maxBarColumns, widthOf(terminal, 80) - words.length - 1));
    const filled = Math.round(columns * done / total);
    terminal.write(`\r\x1B[K${"█".repeat(filled)}${"░".repeat(columns - filled)}${words}`);
  };
}
function widthOf({ columns = 0 }, unknown) {
  return columns > 0 ? columns : unknown;
}

export {
  drawProgress,
  widthOf
};
