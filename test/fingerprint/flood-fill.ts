/** What the shapes of a mask are by the plainest means: every part filled from its first pixel. */
export function floodFill({ width, places }: { readonly width: number; readonly places: readonly number[] }) {
  const height = places.length / width;
  const parts = listParts(width, height, places);
  const holes = parts.filter(({ place }) => place === 0).map(({ pixels }) => surroundedBy(pixels));
  return [...new Set(places)]
    .filter((place) => place > 0)
    .sort((a, b) => a - b)
    .map((place) => {
      const own = parts.filter((part) => part.place === place).map(({ pixels }) => pixels);
      const all = own.flat();
      const ownHoles = holes.filter((hole) => hole.place === place).map(({ size }) => size);
      const [columns, rows] = [all.map((at) => at % width), all.map((at) => Math.floor(at / width))];
      return {
        place,
        parts: own.length,
        largest: [...own]
          .sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
          .slice(0, 2)
          .map((pixels) => [
            pixels.length,
            (mean(pixels.map((at) => (at % width) + 0.5)) / width).toFixed(9),
            (mean(pixels.map((at) => Math.floor(at / width) + 0.5)) / height).toFixed(9),
          ]),
        smallest: smallest(own.map(({ length }) => length)),
        holes: ownHoles.length,
        smallestHoles: smallest(ownHoles),
        borderPixels: all.filter((at) => isOnBorder(at)).length,
        between: 0,
        isolated: 0,
        box: {
          left: Math.min(...columns),
          top: Math.min(...rows),
          right: Math.max(...columns),
          bottom: Math.max(...rows),
        },
      };
    });

  function surroundedBy(pixels: readonly number[]): { place: number; size: number } {
    const around = pixels.flatMap((at) => neighbours(at, false)).filter((at) => places[at] !== 0);
    const values = new Set(around.map((at) => places[at]));
    const [place = -1] = values;
    const isHole = values.size === 1 && !pixels.some((at) => isOnBorder(at));
    return { place: isHole ? place : -1, size: pixels.length };
  }

  function isOnBorder(at: number): boolean {
    const [x, y] = [at % width, Math.floor(at / width)];
    return x === 0 || y === 0 || x === width - 1 || y === height - 1;
  }

  function neighbours(at: number, withCorners: boolean): number[] {
    const [x, y] = [at % width, Math.floor(at / width)];
    const steps = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => [dx, dy] as const));
    return steps
      .filter(([dx, dy]) => (withCorners ? dx !== 0 || dy !== 0 : Math.abs(dx) + Math.abs(dy) === 1))
      .map(([dx, dy]) => [x + dx, y + dy] as const)
      .filter(([toX, toY]) => toX >= 0 && toY >= 0 && toX < width && toY < height)
      .map(([toX, toY]) => toY * width + toX);
  }

  function listParts(columns: number, rows: number, values: readonly number[]) {
    const seen = new Set<number>();
    const found: { place: number; pixels: number[] }[] = [];
    for (let start = 0; start < columns * rows; start++) {
      if (seen.has(start)) continue;
      const place = values[start] ?? 0;
      const pixels = [start];
      seen.add(start);
      for (const at of pixels) {
        for (const next of neighbours(at, place > 0)) {
          if (values[next] !== place || seen.has(next)) continue;
          seen.add(next);
          pixels.push(next);
        }
      }
      found.push({ place, pixels: pixels.sort((a, b) => a - b) });
    }
    return found;
  }
}

function smallest(sizes: readonly number[]): number[] {
  return [...sizes].sort((a, b) => a - b).slice(0, 16);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
