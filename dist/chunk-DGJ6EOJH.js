import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  kernels
} from "./chunk-ASYCUOJO.js";

// src/fingerprint/mask-runs.ts
var firstCapacity = 4096;
var maxRuns = 2097152;
var RunList = class {
  count = 0;
  /** Whether there were more runs than are kept: then those that are kept are not the page. */
  isCut = false;
  /** First pixel of each run. */
  starts = new Uint32Array(firstCapacity);
  keys = new Int32Array(firstCapacity);
  #next = 0;
  add(key, pixels) {
    const { count } = this;
    if (count > 0 && this.keys[count - 1] === key) {
      this.#next += pixels;
      return;
    }
    if (count === this.starts.length && !this.#grow()) return;
    this.starts[count] = this.#next;
    this.keys[count] = key;
    this.count = count + 1;
    this.#next += pixels;
  }
  #grow() {
    if (this.count >= maxRuns) {
      this.isCut = true;
      return false;
    }
    const { starts, keys } = this;
    this.starts = new Uint32Array(2 * starts.length);
    this.keys = new Int32Array(2 * keys.length);
    this.starts.set(starts);
    this.keys.set(keys);
    return true;
  }
};
function placeRuns({ starts, keys, count }, { width, height }, placeOf) {
  const ends = new Uint32Array(count + 1);
  ends.set(starts.subarray(0, count));
  ends[count] = width * height;
  const places = new Int16Array(count);
  let [lastKey, lastPlace, olderKey, olderPlace] = [-1, -1, -1, -1];
  for (let run = 0; run < count; run++) {
    const key = keys[run] ?? 0;
    if (key !== lastKey) {
      const place = key === olderKey ? olderPlace : placeOf(key);
      [olderKey, olderPlace] = [lastKey, lastPlace];
      [lastKey, lastPlace] = [key, place];
    }
    places[run] = lastPlace;
  }
  return { width, height, count, starts: ends, places };
}

// src/fingerprint/mask-values.ts
var colorKeyOffset = 16777216;
var blendTolerance = 1;
var nearColor = 32;
var nearIndex = 8;
var DeclaredValues = class {
  /** By place. */
  keys;
  #palette;
  #places;
  constructor(palette) {
    this.#palette = palette;
    this.keys = palette.kind === "color" ? palette.colors.map(colorKey) : palette.indices;
    this.#places = new Map(this.keys.map((key, place) => [key, place]));
  }
  /** Place of exactly this value. */
  placeOf(key) {
    return this.#places.get(key);
  }
  /** Place that pixels of the value count for: of the nearest colour, or of no index but itself. */
  readAs(key) {
    const exact = this.placeOf(key);
    return exact ?? (this.#palette.kind === "color" ? nearestColor(key, this.#palette.colors) : void 0);
  }
  /** Place of the value nearest to this one; an index's, too. */
  nearestPlace(key) {
    const palette = this.#palette;
    if (palette.kind === "color") return this.readAs(key) ?? -1;
    let nearest = -1;
    for (const [place, index] of palette.indices.entries()) {
      const distance = Math.abs(index - key);
      if (nearest < 0 || distance < Math.abs((palette.indices[nearest] ?? 0) - key)) nearest = place;
    }
    return nearest;
  }
  isNear(key) {
    if (this.#palette.kind === "index")
      return key < colorKeyOffset && this.keys.some((index) => Math.abs(index - key) <= nearIndex);
    const place = this.readAs(key);
    const color = place === void 0 ? void 0 : this.#palette.colors[place];
    return color !== void 0 && squaredDistance(color, splitKey(key)) <= nearColor ** 2;
  }
  /** Whether the value lies between two of the declared values that `places` names, within rounding. */
  isBlend(key, places) {
    const palette = this.#palette;
    if (palette.kind === "index") {
      const indices = places.map((place) => palette.indices[place] ?? 0);
      return key < colorKeyOffset && Math.min(...indices) < key && key < Math.max(...indices);
    }
    const colors = palette.colors.filter((_, place) => places.includes(place));
    const color = splitKey(key);
    return colors.some((from, at) => colors.slice(at + 1).some((to) => liesBetween(color, from, to)));
  }
};
function liesBetween(color, from, to) {
  const [a, b, c] = color;
  const [u, v, w] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  const along = (a - from[0]) * u + (b - from[1]) * v + (c - from[2]) * w;
  const squaredLength = u * u + v * v + w * w;
  if (squaredLength === 0 || along < 0 || along > squaredLength) return false;
  const t = along / squaredLength;
  return Math.abs(from[0] + t * u - a) <= blendTolerance && Math.abs(from[1] + t * v - b) <= blendTolerance && Math.abs(from[2] + t * w - c) <= blendTolerance;
}
function nearestColor(key, colors) {
  const color = splitKey(key);
  let nearest;
  let least = Infinity;
  for (const [index, declared] of colors.entries()) {
    const distance = squaredDistance(color, declared);
    if (distance < least) {
      least = distance;
      nearest = index;
    }
  }
  return nearest;
}
function colorKey([red, green, blue]) {
  return red * 65536 + green * 256 + blue;
}
function swapKey(key) {
  return (key & 255) << 16 | key & 65280 | key >> 16 & 255;
}
function nameKey(key, kind) {
  if (kind === "index" && key < colorKeyOffset) return String(key);
  return `#${(key % colorKeyOffset).toString(16).padStart(6, "0")}`;
}
function splitKey(key) {
  return [key >> 16 & 255, key >> 8 & 255, key & 255];
}
function squaredDistance(a, b) {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}

// src/fingerprint/value-tally.ts
var maxDistinct = 65536;
var maxStrays = 32;
var maxComparedStrays = 4096;
var recentSlots = 256;
var ValueTally = class {
  #kind;
  #declared;
  #pixelsByKey = /* @__PURE__ */ new Map();
  /** Pixels of keys that came when the map was full, by declared value. */
  #overflow;
  #recentKeys = new Float64Array(recentSlots).fill(-1);
  #recentPixels = new Float64Array(recentSlots);
  #pixels = 0;
  constructor(kind, declared) {
    this.#kind = kind;
    this.#declared = declared;
    this.#overflow = new Assignment(declared);
  }
  /** @returns the page's runs of equal keys */
  add(page) {
    const { isGrey, keyAt } = readKeys(page, this.#kind);
    const runs = new RunList();
    this.#pixels += page.width * page.height;
    kernels.forEachRun(page, isGrey, (at, pixels) => {
      const key = keyAt(at);
      runs.add(key, pixels);
      this.#record(key, pixels);
    });
    this.#flushRecent();
    return runs;
  }
  summarize({ scale, greyPalette }) {
    const declared = this.#declared;
    const assigned = new Assignment(declared, this.#overflow);
    const strays = [];
    let [swapped, throughPalette] = [0, 0];
    for (const [scaledKey, pixels] of this.#pixelsByKey) {
      const key = unscale(scaledKey, scale);
      if (!assigned.add(key, pixels)) strays.push({ key, pixels });
      if (declared.placeOf(swapKey(key)) === void 0) swapped += pixels;
      if (declared.placeOf(greyPalette[key] ?? -1) !== void 0) throughPalette += pixels;
    }
    const { counts, offPalette } = assigned;
    strays.sort((a, b) => b.pixels - a.pixels || a.key - b.key);
    return {
      pixels: this.#pixels,
      counts,
      offPalette,
      distinct: this.#pixelsByKey.size,
      strays: strays.slice(0, maxStrays).map(({ key, pixels }) => ({ value: nameKey(key, this.#kind), pixels })),
      ...greyPalette.length > 0 && { throughPalette },
      ...offPalette > 0 && { deviations: { swapped, ...compareStrays(strays, counts, declared) } }
    };
  }
  #record(key, pixels) {
    const slot = Math.imul(key, 2654435761) >>> 24;
    if (this.#recentKeys[slot] !== key) {
      this.#settle(slot);
      this.#recentKeys[slot] = key;
    }
    this.#recentPixels[slot] = (this.#recentPixels[slot] ?? 0) + pixels;
  }
  #flushRecent() {
    for (let slot = 0; slot < recentSlots; slot++) this.#settle(slot);
  }
  /** Moves what a slot counted to the map. */
  #settle(slot) {
    const pixels = this.#recentPixels[slot] ?? 0;
    if (pixels === 0) return;
    this.#recentPixels[slot] = 0;
    const key = this.#recentKeys[slot] ?? 0;
    const seen = this.#pixelsByKey.get(key);
    if (seen !== void 0 || this.#pixelsByKey.size < maxDistinct) {
      this.#pixelsByKey.set(key, (seen ?? 0) + pixels);
    } else {
      this.#overflow.add(key, pixels);
    }
  }
};
function readKeys(page, kind) {
  const { channels, samples } = page;
  const isGrey = channels <= 2 || kind === "index" && kernels.hasEqualColors(page);
  const shift = samples instanceof Uint16Array && kind === "color" ? 8 : 0;
  const offset = kind === "index" ? colorKeyOffset : 0;
  const keyAt = (at) => {
    const red = (samples[at] ?? 0) >> shift;
    if (isGrey) return kind === "color" ? red * 65793 : red;
    const green = (samples[at + 1] ?? 0) >> shift;
    const blue = (samples[at + 2] ?? 0) >> shift;
    return offset + red * 65536 + green * 256 + blue;
  };
  return { isGrey, keyAt };
}
function unscale(key, scale) {
  return key < colorKeyOffset ? Math.round(key / scale) : key;
}
function compareStrays(strays, counts, declared) {
  const present = counts.flatMap((pixels, place) => pixels > 0 ? [place] : []);
  let [near, blended] = [0, 0];
  for (const { key, pixels } of strays.slice(0, maxComparedStrays)) {
    if (declared.isNear(key)) near += pixels;
    if (declared.isBlend(key, present)) blended += pixels;
  }
  return { near, blended };
}
var Assignment = class {
  counts;
  offPalette;
  #declared;
  constructor(declared, { counts, offPalette } = {}) {
    this.#declared = declared;
    this.counts = counts?.slice() ?? new Array(declared.keys.length).fill(0);
    this.offPalette = offPalette ?? 0;
  }
  /** @returns whether the value is a declared one */
  add(key, pixels) {
    const isDeclared = this.#declared.placeOf(key) !== void 0;
    const place = this.#declared.readAs(key);
    if (place !== void 0) this.counts[place] = (this.counts[place] ?? 0) + pixels;
    if (!isDeclared) this.offPalette += pixels;
    return isDeclared;
  }
};

export {
  placeRuns,
  DeclaredValues,
  ValueTally,
  readKeys,
  unscale
};
