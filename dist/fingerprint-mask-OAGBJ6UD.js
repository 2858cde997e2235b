import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  decodeImage,
  decodeIndexMask,
  kernels
} from "./chunk-UHNLHRCA.js";
import "./chunk-QRAUKKSE.js";
import "./chunk-KE2W6PSO.js";
import "./chunk-3IWAFZ6G.js";

// src/fingerprint/fingerprint-mask.ts
import { createHash } from "node:crypto";

// src/fingerprint/value-tally.ts
var maxDistinct = 65536;
var maxStrays = 8;
var colorKeyOffset = 16777216;
var recentSlots = 256;
var ValueTally = class {
  #palette;
  #pixelsByKey = /* @__PURE__ */ new Map();
  /** Pixels of keys that came when the map was full, by declared value. */
  #overflow;
  #recentKeys = new Float64Array(recentSlots).fill(-1);
  #recentPixels = new Float64Array(recentSlots);
  #pixels = 0;
  constructor(palette) {
    this.#palette = palette;
    this.#overflow = new Assignment(palette);
  }
  add(page) {
    const { kind } = this.#palette;
    const { channels, samples } = page;
    const isGrey = channels <= 2 || kind === "index" && kernels.hasEqualColors(page);
    const shift = samples instanceof Uint16Array && kind === "color" ? 8 : 0;
    const offset = kind === "index" ? colorKeyOffset : 0;
    this.#pixels += page.width * page.height;
    kernels.forEachRun(page, isGrey, (at, pixels) => {
      const red = (samples[at] ?? 0) >> shift;
      if (isGrey) {
        this.#record(kind === "color" ? red * 65793 : red, pixels);
      } else {
        const green = (samples[at + 1] ?? 0) >> shift;
        const blue = (samples[at + 2] ?? 0) >> shift;
        this.#record(offset + red * 65536 + green * 256 + blue, pixels);
      }
    });
    this.#flushRecent();
  }
  /** @param valueScale what index values were multiplied by when they were decoded */
  summarize(valueScale) {
    const assigned = new Assignment(this.#palette, this.#overflow);
    const strays = [];
    for (const [scaledKey, pixels] of this.#pixelsByKey) {
      const key = scaledKey < colorKeyOffset ? Math.round(scaledKey / valueScale) : scaledKey;
      if (!assigned.add(key, pixels)) strays.push([key, pixels]);
    }
    return {
      pixels: this.#pixels,
      counts: assigned.counts,
      offPalette: assigned.offPalette,
      distinct: this.#pixelsByKey.size,
      strays: strays.sort(([keyA, a], [keyB, b]) => b - a || keyA - keyB).slice(0, maxStrays).map(([key, pixels]) => ({ value: nameValue(key, this.#palette.kind), pixels }))
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
var Assignment = class {
  counts;
  offPalette;
  #palette;
  #places;
  constructor(palette, { counts, offPalette } = {}) {
    const declared = palette.kind === "color" ? palette.colors.map(colorKey) : palette.indices;
    this.#palette = palette;
    this.#places = new Map(declared.map((key, place) => [key, place]));
    this.counts = counts?.slice() ?? new Array(declared.length).fill(0);
    this.offPalette = offPalette ?? 0;
  }
  /** @returns whether the value is a declared one */
  add(key, pixels) {
    const exact = this.#places.get(key);
    const place = exact ?? (this.#palette.kind === "color" ? nearestColor(key, this.#palette.colors) : void 0);
    if (place !== void 0) this.counts[place] = (this.counts[place] ?? 0) + pixels;
    if (exact === void 0) this.offPalette += pixels;
    return exact !== void 0;
  }
};
function colorKey([red, green, blue]) {
  return red * 65536 + green * 256 + blue;
}
function nearestColor(key, colors) {
  const [red, green, blue] = [key >> 16 & 255, key >> 8 & 255, key & 255];
  let nearest;
  let least = Infinity;
  for (const [index, [r, g, b]] of colors.entries()) {
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) {
      least = distance;
      nearest = index;
    }
  }
  return nearest;
}
function nameValue(key, kind) {
  if (kind === "index" && key < colorKeyOffset) return String(key);
  return `#${(key % colorKeyOffset).toString(16).padStart(6, "0")}`;
}

// src/fingerprint/fingerprint-mask.ts
async function fingerprintMask(bytes, palette, limits) {
  const tally = new ValueTally(palette);
  let size = { width: 0, height: 0 };
  const onPage = (page) => {
    if (size.width === 0) size = { width: page.width, height: page.height };
    tally.add(page);
  };
  const { format, pages, orientation, valueScale } = palette.kind === "color" ? { ...await decodeImage(bytes, limits, onPage), valueScale: 1 } : await decodeIndexMask(bytes, limits, onPage);
  return {
    kind: "mask",
    bytesHash: createHash("sha256").update(bytes).digest("hex"),
    format,
    ...size,
    pages,
    orientation,
    ...tally.summarize(valueScale)
  };
}
export {
  fingerprintMask
};
