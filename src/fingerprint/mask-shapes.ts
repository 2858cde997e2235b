import type { ClassShape } from '../model/fingerprint.ts';
import type { PlacedRuns } from './mask-runs.ts';

/** Cells a side of `MaskFingerprint.grid`. */
const gridSize = 32;
const maxSmallest = 16;
const maxThinPixels = 2;
/** Pixels a side of the blocks of JPEG. */
const blockSize = 8;
/** What surrounds a part of the background beside a place: nothing seen yet; several places or the frame. */
const unseen = -3;
const several = -2;

/** Runs cut at the ends of rows, with what each belongs to. */
interface RowRuns {
  readonly count: number;
  readonly rows: Uint32Array;
  readonly lefts: Uint32Array;
  /** Column after the last. */
  readonly rights: Uint32Array;
  readonly places: Int16Array;
  /** Index of the first row run of each row, and after the last row the count. */
  readonly firsts: Uint32Array;
}

export interface MaskShapes {
  readonly shapes: readonly ClassShape[];
  readonly grid: Int16Array;
  readonly steps: { readonly count: number; readonly onGrid: number };
}

/**
 * Finds the connected parts of each class of a page by union–find over its runs: a run is joined to those of the
 * row above that it touches. Classes connect by sides and corners, the background by sides alone, so that a
 * diagonal line of a class parts it.
 * @param ranks the indices of the declared values; undefined for colours, which have no order
 */
export function describeShapes(page: PlacedRuns, ranks: readonly number[] | undefined): MaskShapes {
  const runs = cutAtRows(page);
  return { shapes: measureClasses(page, runs, ranks), grid: sampleGrid(page, runs), steps: countSteps(runs) };
}

function cutAtRows({ width, height, count, starts, places }: PlacedRuns): RowRuns {
  const most = count + height;
  const rows = new Uint32Array(most);
  const lefts = new Uint32Array(most);
  const rights = new Uint32Array(most);
  const rowPlaces = new Int16Array(most);
  const firsts = new Uint32Array(height + 1);
  let [at, row, column] = [0, 0, 0];
  for (let run = 0; run < count; run++) {
    let left = (starts[run + 1] ?? 0) - (starts[run] ?? 0);
    const place = places[run] ?? -1;
    while (left > 0) {
      if (column === 0) firsts[row] = at;
      const taken = Math.min(left, width - column);
      rows[at] = row;
      lefts[at] = column;
      rights[at] = column + taken;
      rowPlaces[at++] = place;
      left -= taken;
      column += taken;
      if (column === width) [row, column] = [row + 1, 0];
    }
  }
  firsts[height] = at;
  return { count: at, rows, lefts, rights, places: rowPlaces, firsts };
}

/** The set that each run belongs to, as a forest: a run points to an earlier one of its set, or to itself. */
function connect({ width, height }: PlacedRuns, runs: RowRuns) {
  const { count, rows, lefts, rights, places, firsts } = runs;
  const parents = new Int32Array(count);
  const surroundings = new Int16Array(count).fill(unseen);
  const surround = (run: number, place: number): void => {
    const seen = surroundings[run];
    if (seen !== place) surroundings[run] = seen === unseen ? place : several;
  };
  for (let run = 0; run < count; run++) {
    parents[run] = run;
    const row = rows[run] ?? 0;
    const left = lefts[run] ?? 0;
    const right = rights[run] ?? 0;
    const place = places[run] ?? -1;
    if (place === 0 && (row === 0 || row === height - 1 || left === 0 || right === width))
      surroundings[run] = several;
    if (left > 0) {
      const before = places[run - 1] ?? -1;
      if (before === place) unite(parents, run - 1, run);
      else if (place === 0) surround(run, before);
      else if (before === 0) surround(run - 1, place);
    }
  }
  for (let row = 1; row < height; row++) {
    let above = firsts[row - 1] ?? 0;
    const end = firsts[row] ?? 0;
    const next = firsts[row + 1] ?? count;
    for (let run = end; run < next; run++) {
      const left = lefts[run] ?? 0;
      const right = rights[run] ?? 0;
      const place = places[run] ?? -1;
      while (above < end && (rights[above] ?? 0) < left) above++;
      for (let other = above; other < end && (lefts[other] ?? 0) <= right; other++) {
        const shareSide = (lefts[other] ?? 0) < right && (rights[other] ?? 0) > left;
        const otherPlace = places[other] ?? -1;
        if (place === otherPlace) {
          if (shareSide || place > 0) unite(parents, other, run);
        } else if (shareSide) {
          if (place === 0) surround(run, otherPlace);
          else if (otherPlace === 0) surround(other, place);
        }
      }
    }
  }
  return { parents, surroundings };
}

function unite(parents: Int32Array, a: number, b: number): void {
  const [rootA, rootB] = [findRoot(parents, a), findRoot(parents, b)];
  if (rootA < rootB) parents[rootB] = rootA;
  else parents[rootA] = rootB;
}

function findRoot(parents: Int32Array, run: number): number {
  let at = run;
  for (;;) {
    const parent = parents[at] ?? at;
    if (parent === at) return at;
    // Halves the path for the next search (van Leeuwen and van der Weide 1977).
    const grandparent = parents[parent] ?? parent;
    parents[at] = grandparent;
    at = grandparent;
  }
}

/** A class while its runs are added up. */
class ShapeBuilder {
  parts = 0;
  holes = 0;
  borderPixels = 0;
  between = 0;
  isolated = 0;
  left = Infinity;
  top = Infinity;
  right = 0;
  bottom = 0;
  readonly smallest: number[] = [];
  readonly smallestHoles: number[] = [];
  /** Roots of the largest parts. */
  readonly largest: { readonly root: number; readonly pixels: number }[] = [];

  addPart(root: number, pixels: number): void {
    this.parts++;
    keepSmallest(this.smallest, pixels);
    const { largest } = this;
    largest.push({ root, pixels });
    // Of equal parts the upper one comes first.
    largest.sort((a, b) => b.pixels - a.pixels || a.root - b.root);
    if (largest.length > 2) largest.pop();
  }
}

function measureClasses(page: PlacedRuns, runs: RowRuns, ranks: readonly number[] | undefined): ClassShape[] {
  const { width, height } = page;
  const { count, rows, lefts, rights, places } = runs;
  const { parents, surroundings } = connect(page, runs);
  const pixels = new Float64Array(count);
  const sumsX = new Float64Array(count);
  const sumsY = new Float64Array(count);
  const builders = new Map<number, ShapeBuilder>();
  const builderOf = (place: number): ShapeBuilder => {
    const builder = builders.get(place) ?? new ShapeBuilder();
    builders.set(place, builder);
    return builder;
  };
  for (let run = 0; run < count; run++) {
    const place = places[run] ?? -1;
    if (place < 0) continue;
    const row = rows[run] ?? 0;
    const left = lefts[run] ?? 0;
    const right = rights[run] ?? 0;
    const length = right - left;
    // Roots come before the rest of their set, so that they know what surrounds them before they are read.
    const root = findRoot(parents, run);
    pixels[root] = (pixels[root] ?? 0) + length;
    if (place === 0) {
      if (root !== run) joinSurroundings(surroundings, root, run);
      continue;
    }
    sumsX[root] = (sumsX[root] ?? 0) + ((left + right - 1) / 2) * length;
    sumsY[root] = (sumsY[root] ?? 0) + row * length;
    const shape = builderOf(place);
    shape.left = Math.min(shape.left, left);
    shape.right = Math.max(shape.right, right - 1);
    shape.top = Math.min(shape.top, row);
    shape.bottom = Math.max(shape.bottom, row);
    const isOuterRow = row === 0 || row === height - 1;
    shape.borderPixels += isOuterRow ? length : Number(left === 0) + Number(right === width && width > 1);
    if (ranks && length <= maxThinPixels && left > 0 && right < width) {
      const [before, after] = [places[run - 1] ?? -1, places[run + 1] ?? -1];
      if (isBetween(ranks, before, place, after)) shape.between += length;
      else if (before === after) shape.isolated += length;
    }
  }
  for (let run = 0; run < count; run++) {
    if (parents[run] !== run) continue;
    const place = places[run] ?? -1;
    if (place > 0) builderOf(place).addPart(run, pixels[run] ?? 0);
    const surrounding = surroundings[run] ?? several;
    if (place === 0 && surrounding > 0) {
      const shape = builderOf(surrounding);
      shape.holes++;
      keepSmallest(shape.smallestHoles, pixels[run] ?? 0);
    }
  }
  return [...builders]
    .sort(([a], [b]) => a - b)
    .map(([place, { largest, left, top, right, bottom, parts, smallest, ...shape }]) => ({
      place,
      parts,
      largest: largest.map(({ root, pixels: area }) => ({
        pixels: area,
        x: ((sumsX[root] ?? 0) / area + 0.5) / width,
        y: ((sumsY[root] ?? 0) / area + 0.5) / height,
      })),
      smallest,
      holes: shape.holes,
      smallestHoles: shape.smallestHoles,
      borderPixels: shape.borderPixels,
      between: shape.between,
      isolated: shape.isolated,
      box: { left, top, right, bottom },
    }));
}

function joinSurroundings(surroundings: Int16Array, root: number, run: number): void {
  const [a, b] = [surroundings[root] ?? unseen, surroundings[run] ?? unseen];
  if (a !== b && b !== unseen) surroundings[root] = a === unseen ? b : several;
}

function isBetween(ranks: readonly number[], before: number, place: number, after: number): boolean {
  const [low, rank, high] = [ranks[before], ranks[place], ranks[after]];
  if (low === undefined || rank === undefined || high === undefined) return false;
  return (low < rank && rank < high) || (high < rank && rank < low);
}

function keepSmallest(smallest: number[], pixels: number): void {
  const last = smallest.at(-1) ?? 0;
  if (smallest.length >= maxSmallest && pixels >= last) return;
  smallest.push(pixels);
  smallest.sort((a, b) => a - b);
  if (smallest.length > maxSmallest) smallest.pop();
}

function countSteps({ count, lefts, places }: RowRuns): MaskShapes['steps'] {
  const steps = { count: 0, onGrid: 0 };
  for (let run = 1; run < count; run++) {
    const left = lefts[run] ?? 0;
    if (left === 0 || places[run] === places[run - 1]) continue;
    steps.count++;
    if (left % blockSize === 0) steps.onGrid++;
  }
  return steps;
}

function sampleGrid({ width, height }: PlacedRuns, { firsts, rights, places }: RowRuns): Int16Array {
  const grid = new Int16Array(gridSize * gridSize).fill(-1);
  for (let y = 0; y < gridSize; y++) {
    let run = firsts[Math.floor(((y + 0.5) * height) / gridSize)] ?? 0;
    for (let x = 0; x < gridSize; x++) {
      const column = Math.floor(((x + 0.5) * width) / gridSize);
      while ((rights[run] ?? Infinity) <= column) run++;
      grid[y * gridSize + x] = places[run] ?? -1;
    }
  }
  return grid;
}
