import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  fingerprintImage
} from "./chunk-D33Z7XQP.js";
import "./chunk-ZHL4I6TL.js";
import {
  DeclaredValues,
  ValueTally,
  placeRuns,
  readKeys,
  unscale
} from "./chunk-DGJ6EOJH.js";
import {
  kernels
} from "./chunk-ASYCUOJO.js";
import {
  decodeImage,
  decodeIndexMask
} from "./chunk-IOAAEW6H.js";
import "./chunk-KE2W6PSO.js";
import {
  hasAlphaChannel
} from "./chunk-XHCPKLOD.js";
import "./chunk-YNVOFIVM.js";
import "./chunk-QRAUKKSE.js";
import "./chunk-H6ZNR5XL.js";

// src/fingerprint/fingerprint-mask.ts
import { createHash } from "node:crypto";

// src/fingerprint/mask-alpha.ts
var AlphaTally = class {
  #levels = new Float64Array(256);
  #transparentLabelled = 0;
  #hasSeenTransparency = false;
  #opaquePixels = 0;
  /** @param isLabelled whether the pixel whose first sample is at the index is read as something but background */
  add(page, isLabelled) {
    if (!hasAlphaChannel(page) || kernels.isOpaque(page)) {
      this.#opaquePixels += page.width * page.height;
      return;
    }
    this.#hasSeenTransparency = true;
    const { channels, samples } = page;
    const shift = samples instanceof Uint16Array ? 8 : 0;
    for (let at = channels - 1; at < samples.length; at += channels) {
      const alpha = samples[at] ?? 0;
      const level = alpha >> shift;
      this.#levels[level] = (this.#levels[level] ?? 0) + 1;
      if (alpha === 0 && isLabelled(at - channels + 1)) this.#transparentLabelled++;
    }
  }
  /** Undefined where all pixels are opaque. */
  summarize() {
    if (!this.#hasSeenTransparency) return void 0;
    const levels = this.#levels.slice();
    levels[255] = (levels[255] ?? 0) + this.#opaquePixels;
    return {
      distinct: levels.filter((pixels) => pixels > 0).length,
      transparent: levels[0] ?? 0,
      transparentLabelled: this.#transparentLabelled
    };
  }
};

// src/fingerprint/mask-deviations.ts
var maxPlacedPixels = 16777216;
var boundaryReach = 2;
var blockSize = 8;
var noDeviations = { placed: 0, atBoundary: 0, flat: 0, edges: 0, edgesOnGrid: 0 };
function placeDeviations({ width, height, count, starts, places }, keys, isDeclared) {
  if (width * height > maxPlacedPixels) return noDeviations;
  const values = new Int32Array(width * height);
  const classes = new Int16Array(width * height);
  for (let run = 0; run < count; run++) {
    values.fill(keys[run] ?? 0, starts[run], starts[run + 1]);
    classes.fill(places[run] ?? -1, starts[run], starts[run + 1]);
  }
  let { placed, atBoundary, flat, edges, edgesOnGrid } = noDeviations;
  let wasDeclared = true;
  for (let run = 0; run < count; run++) {
    const isOn = isDeclared(keys[run] ?? 0);
    const column = (starts[run] ?? 0) % width;
    if (isOn !== wasDeclared && column > 0) {
      edges++;
      if (column % blockSize === 0) edgesOnGrid++;
    }
    wasDeclared = isOn;
    if (isOn) continue;
    const end = starts[run + 1] ?? 0;
    for (let at = starts[run] ?? 0; at < end; at++) {
      placed++;
      const around = lookAround(at % width, Math.floor(at / width));
      if (around.hasOther) atBoundary++;
      if (around.isFlat) flat++;
    }
  }
  return { placed, atBoundary, flat, edges, edgesOnGrid };
  function lookAround(x, y) {
    const at = y * width + x;
    const [own, value] = [classes[at], values[at]];
    let hasOther = false;
    let isFlat = true;
    for (let reach = 1; reach <= boundaryReach; reach++) {
      const [left, right] = [x >= reach ? at - reach : at, x + reach < width ? at + reach : at];
      const [up, down] = [y >= reach ? at - reach * width : at, y + reach < height ? at + reach * width : at];
      hasOther ||= classes[left] !== own || classes[right] !== own || classes[up] !== own || classes[down] !== own;
      if (reach === 1)
        isFlat = values[left] === value && values[right] === value && values[up] === value && values[down] === value;
    }
    return { hasOther, isFlat };
  }
}

// src/fingerprint/mask-png-palette.ts
var firstChunkAt = 8;
var chunkFrameBytes = 12;
function readGreyPalette(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = firstChunkAt; at + chunkFrameBytes <= bytes.length; ) {
    const length = view.getUint32(at);
    const name = Buffer.from(bytes.buffer, bytes.byteOffset + at + 4, 4).toString("latin1");
    if (name === "IDAT") break;
    if (name === "PLTE") return toGreys(bytes.subarray(at + 8, at + 8 + length));
    at += chunkFrameBytes + length;
  }
  return new Int16Array(0);
}
function toGreys(entries) {
  const greys = new Int16Array(Math.min(256, Math.floor(entries.length / 3)));
  for (let index = 0; index < greys.length; index++) {
    const [red = 0, green, blue] = entries.subarray(3 * index, 3 * index + 3);
    greys[index] = red === green && red === blue ? red : -1;
  }
  return greys;
}

// src/fingerprint/mask-shapes.ts
var gridSize = 32;
var maxSmallest = 16;
var maxThinPixels = 2;
var blockSize2 = 8;
var unseen = -3;
var several = -2;
function describeShapes(page, ranks) {
  const runs = cutAtRows(page);
  return { shapes: measureClasses(page, runs, ranks), grid: sampleGrid(page, runs), steps: countSteps(runs) };
}
function cutAtRows({ width, height, count, starts, places }) {
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
function connect({ width, height }, runs) {
  const { count, rows, lefts, rights, places, firsts } = runs;
  const parents = new Int32Array(count);
  const surroundings = new Int16Array(count).fill(unseen);
  const surround = (run, place) => {
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
function unite(parents, a, b) {
  const [rootA, rootB] = [findRoot(parents, a), findRoot(parents, b)];
  if (rootA < rootB) parents[rootB] = rootA;
  else parents[rootA] = rootB;
}
function findRoot(parents, run) {
  let at = run;
  for (; ; ) {
    const parent = parents[at] ?? at;
    if (parent === at) return at;
    const grandparent = parents[parent] ?? parent;
    parents[at] = grandparent;
    at = grandparent;
  }
}
var ShapeBuilder = class {
  parts = 0;
  holes = 0;
  borderPixels = 0;
  between = 0;
  isolated = 0;
  left = Infinity;
  top = Infinity;
  right = 0;
  bottom = 0;
  smallest = [];
  smallestHoles = [];
  /** Roots of the largest parts. */
  largest = [];
  addPart(root, pixels) {
    this.parts++;
    keepSmallest(this.smallest, pixels);
    const { largest } = this;
    largest.push({ root, pixels });
    largest.sort((a, b) => b.pixels - a.pixels || a.root - b.root);
    if (largest.length > 2) largest.pop();
  }
};
function measureClasses(page, runs, ranks) {
  const { width, height } = page;
  const { count, rows, lefts, rights, places } = runs;
  const { parents, surroundings } = connect(page, runs);
  const pixels = new Float64Array(count);
  const sumsX = new Float64Array(count);
  const sumsY = new Float64Array(count);
  const builders = /* @__PURE__ */ new Map();
  const builderOf = (place) => {
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
    const root = findRoot(parents, run);
    pixels[root] = (pixels[root] ?? 0) + length;
    if (place === 0) {
      if (root !== run) joinSurroundings(surroundings, root, run);
      continue;
    }
    sumsX[root] = (sumsX[root] ?? 0) + (left + right - 1) / 2 * length;
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
  return [...builders].sort(([a], [b]) => a - b).map(([place, { largest, left, top, right, bottom, parts, smallest, ...shape }]) => ({
    place,
    parts,
    largest: largest.map(({ root, pixels: area }) => ({
      pixels: area,
      x: ((sumsX[root] ?? 0) / area + 0.5) / width,
      y: ((sumsY[root] ?? 0) / area + 0.5) / height
    })),
    smallest,
    holes: shape.holes,
    smallestHoles: shape.smallestHoles,
    borderPixels: shape.borderPixels,
    between: shape.between,
    isolated: shape.isolated,
    box: { left, top, right, bottom }
  }));
}
function joinSurroundings(surroundings, root, run) {
  const [a, b] = [surroundings[root] ?? unseen, surroundings[run] ?? unseen];
  if (a !== b && b !== unseen) surroundings[root] = a === unseen ? b : several;
}
function isBetween(ranks, before, place, after) {
  const [low, rank, high] = [ranks[before], ranks[place], ranks[after]];
  if (low === void 0 || rank === void 0 || high === void 0) return false;
  return low < rank && rank < high || high < rank && rank < low;
}
function keepSmallest(smallest, pixels) {
  const last = smallest.at(-1) ?? 0;
  if (smallest.length >= maxSmallest && pixels >= last) return;
  smallest.push(pixels);
  smallest.sort((a, b) => a - b);
  if (smallest.length > maxSmallest) smallest.pop();
}
function countSteps({ count, lefts, places }) {
  const steps = { count: 0, onGrid: 0 };
  for (let run = 1; run < count; run++) {
    const left = lefts[run] ?? 0;
    if (left === 0 || places[run] === places[run - 1]) continue;
    steps.count++;
    if (left % blockSize2 === 0) steps.onGrid++;
  }
  return steps;
}
function sampleGrid({ width, height }, { firsts, rights, places }) {
  const grid = new Int16Array(gridSize * gridSize).fill(-1);
  for (let y = 0; y < gridSize; y++) {
    let run = firsts[Math.floor((y + 0.5) * height / gridSize)] ?? 0;
    for (let x = 0; x < gridSize; x++) {
      const column = Math.floor((x + 0.5) * width / gridSize);
      while ((rights[run] ?? Infinity) <= column) run++;
      grid[y * gridSize + x] = places[run] ?? -1;
    }
  }
  return grid;
}

// src/fingerprint/fingerprint-mask.ts
var maxMaskValues = 64;
async function fingerprintMask(bytes, palette, limits) {
  const declared = new DeclaredValues(palette);
  const tally = new ValueTally(palette.kind, declared);
  const alphaTally = new AlphaTally();
  let size = { width: 0, height: 0 };
  let firstRuns;
  const onPage = (page) => {
    const runs = tally.add(page);
    if (firstRuns === void 0) {
      size = { width: page.width, height: page.height };
      firstRuns = runs;
    }
    alphaTally.add(page, (at) => declared.readAs(readKeys(page, palette.kind).keyAt(at)) !== 0);
  };
  const { format, pages, orientation, bitDepth, valueScale } = palette.kind === "color" ? { ...await decodeImage(bytes, limits, onPage), valueScale: 1 } : await decodeIndexMask(bytes, limits, onPage);
  const greyPalette = palette.kind === "index" && format === "png" ? readGreyPalette(bytes) : new Int16Array(0);
  const { deviations, ...counts } = tally.summarize({ scale: valueScale, greyPalette });
  const alpha = alphaTally.summarize();
  const isPicture = counts.distinct > maxMaskValues && counts.offPalette > 0;
  const placed = firstRuns && !firstRuns.isCut && placeRuns(firstRuns, size, (key) => declared.readAs(unscale(key, valueScale)) ?? -1);
  return {
    kind: "mask",
    bytesHash: createHash("sha256").update(bytes).digest("hex"),
    format,
    ...size,
    pages,
    orientation,
    bitDepth,
    isLossy: isLossy(format, bytes),
    ...counts,
    ...placed && pages === 1 ? describePage(placed, palette) : { grid: new Int16Array(0), shapes: [], steps: { count: 0, onGrid: 0 } },
    ...deviations && {
      deviations: {
        ...deviations,
        ...firstRuns && !firstRuns.isCut ? placeDeviations(
          placeRuns(firstRuns, size, (key) => declared.nearestPlace(unscale(key, valueScale))),
          firstRuns.keys,
          (key) => declared.placeOf(unscale(key, valueScale)) !== void 0
        ) : noDeviations
      }
    },
    ...alpha && { alpha },
    ...isPicture && { picture: await describePicture(bytes, limits) }
  };
}
function describePage(placed, palette) {
  const ranks = palette.kind === "index" ? palette.indices : void 0;
  return { labelHash: hashLabels(placed), ...describeShapes(placed, ranks) };
}
function hashLabels({ width, height, starts, places }) {
  const hash = createHash("sha256").update(Uint32Array.of(width, height));
  return hash.update(starts).update(places).digest("hex");
}
async function describePicture(bytes, limits) {
  const { pixelsHash, perceptualHash } = await fingerprintImage(bytes, limits);
  return { pixelsHash, perceptualHash };
}
var chunkNameAt = 12;
function isLossy(format, bytes) {
  if (format === "jpeg") return true;
  if (format !== "webp") return false;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 65536));
  return head.indexOf("VP8 ", chunkNameAt, "latin1") >= 0 && head.indexOf("VP8L", chunkNameAt, "latin1") < 0;
}
export {
  fingerprintMask
};
