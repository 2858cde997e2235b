import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  percentileRanks
} from "./chunk-YNVOFIVM.js";
import {
  cellBounds,
  countKeptChannels,
  decodeImage,
  gridSize,
  hasAlphaChannel,
  kernels
} from "./chunk-UHNLHRCA.js";
import {
  DecodeError
} from "./chunk-QRAUKKSE.js";
import "./chunk-KE2W6PSO.js";
import "./chunk-3IWAFZ6G.js";

// src/fingerprint/fingerprint-image.ts
import { createHash } from "node:crypto";

// src/fingerprint/intensity.ts
var IntensityTally = class {
  #histogram = new Uint32Array(256);
  #pixels = 0n;
  #levels = 0n;
  #squaredLevels = 0n;
  #levelScale = 1;
  /** @param page of the same depth as the others */
  add(page) {
    this.#pixels += BigInt(page.width * page.height);
    this.#levels += page.levels;
    this.#squaredLevels += page.squaredLevels;
    this.#levelScale = page.levelScale;
    for (let bin = 0; bin < this.#histogram.length; bin++) {
      this.#histogram[bin] = (this.#histogram[bin] ?? 0) + (page.histogram[bin] ?? 0);
    }
  }
  summarize() {
    const pixels = Number(this.#pixels);
    const variance = varianceOf(this.#pixels, this.#levels, this.#squaredLevels);
    return {
      mean: Number(this.#levels) / pixels / this.#levelScale,
      deviation: Math.sqrt(variance) / this.#levelScale,
      histogram: this.#histogram,
      percentiles: percentileRanks.map((rank) => percentileOf(this.#histogram, pixels, rank))
    };
  }
};
function measureSharpness(page) {
  const { width, height, laplacians, squaredLaplacians, levelScale } = page;
  if (width < 3 || height < 3) return 0;
  const pixels = BigInt((width - 2) * (height - 2));
  return varianceOf(pixels, laplacians, squaredLaplacians) / levelScale ** 2;
}
function varianceOf(count, sum, squares) {
  return Number(count * squares - sum * sum) / Number(count) ** 2;
}
function percentileOf(histogram, count, rank) {
  const wanted = Math.max(1, Math.ceil(count * rank / 100));
  let seen = 0;
  for (let level = 0; level < histogram.length; level++) {
    seen += histogram[level] ?? 0;
    if (seen >= wanted) return level;
  }
  return histogram.length - 1;
}

// src/fingerprint/perceptual-hash.ts
var hashSize = 8;
var half = gridSize / 2;
var cosines = Float64Array.from({ length: hashSize * half }, (_, index) => {
  const frequency = Math.floor(index / half);
  const position = index % half;
  return Math.cos(Math.PI * frequency * (2 * position + 1) / (2 * gridSize));
});
var leastDifference = 1e-6;
function hashPerceptually(page) {
  const terms = transform(averageCells(page));
  const threshold = medianOf(terms) + leastDifference;
  let hash = "";
  for (let digit = 0; digit < terms.length; digit += 4) {
    let value = 0;
    for (let bit = 0; bit < 4; bit++) value = value * 2 + ((terms[digit + bit] ?? 0) > threshold ? 1 : 0);
    hash += value.toString(16);
  }
  return hash;
}
function averageCells({ width, height, levelScale, cells }) {
  const columns = cellLengths(width);
  const rows = cellLengths(height);
  return cells.map((sum, cell) => {
    const pixels = (columns[cell % gridSize] ?? 1) * (rows[Math.floor(cell / gridSize)] ?? 1);
    return sum / pixels / levelScale;
  });
}
function cellLengths(length) {
  const bounds = cellBounds(length);
  return bounds.subarray(0, gridSize).map((from, cell) => Math.max(1, (bounds[cell + 1] ?? 0) - from));
}
function transform(cells) {
  const rows = new Float64Array(gridSize * hashSize);
  for (let y = 0; y < gridSize; y++) transformLine(cells, y * gridSize, 1, rows, y * hashSize, 1);
  const terms = new Float64Array(hashSize * hashSize);
  for (let u = 0; u < hashSize; u++) transformLine(rows, u, hashSize, terms, u, hashSize);
  return terms;
}
function transformLine(samples, at, step, terms, termsAt, termsStep) {
  const end = at + (gridSize - 1) * step;
  for (let frequency = 0; frequency < hashSize; frequency++) {
    const sign = frequency % 2 === 0 ? 1 : -1;
    let sum = 0;
    for (let position = 0, offset = 0; position < half; position++, offset += step) {
      const joined = (samples[at + offset] ?? 0) + sign * (samples[end - offset] ?? 0);
      sum += joined * (cosines[frequency * half + position] ?? 0);
    }
    terms[termsAt + frequency * termsStep] = sum;
  }
}
function medianOf(values) {
  const sorted = values.slice().sort();
  const middle = sorted.length / 2;
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

// src/fingerprint/fingerprint-image.ts
async function fingerprintImage(bytes, limits) {
  const pixelsHash = createHash("sha256");
  const intensity = new IntensityTally();
  let first;
  const { format, pages, bitDepth, channels, hasAlpha, orientation } = await decodeImage(
    bytes,
    limits,
    (page) => {
      const kept = findKeptChannels(page);
      const { width, height, samples } = page;
      pixelsHash.update(`${width} ${height} ${countKeptChannels(kept)} ${samples.BYTES_PER_ELEMENT}
`);
      const sums = kernels.sumPage(page, kept, (canonical) => pixelsHash.update(canonical));
      intensity.add(sums);
      first ??= sums;
    }
  );
  if (!first) throw new DecodeError("corrupt", "the file holds no page");
  return {
    kind: "image",
    bytesHash: createHash("sha256").update(bytes).digest("hex"),
    pixelsHash: pixelsHash.digest("hex"),
    format,
    width: first.width,
    height: first.height,
    pages,
    channels,
    bitDepth,
    orientation,
    hasAlpha,
    ...intensity.summarize(),
    sharpness: measureSharpness(first),
    perceptualHash: hashPerceptually(first)
  };
}
function findKeptChannels(page) {
  return {
    colors: kernels.hasEqualColors(page) ? 1 : 3,
    alpha: hasAlphaChannel(page) && !kernels.isOpaque(page)
  };
}
export {
  fingerprintImage
};
