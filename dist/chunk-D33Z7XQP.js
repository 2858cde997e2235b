import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  describeSamples,
  findKeptChannels
} from "./chunk-ZHL4I6TL.js";
import {
  kernels
} from "./chunk-ASYCUOJO.js";
import {
  decodeImage
} from "./chunk-IOAAEW6H.js";
import {
  blockSide,
  cellBounds,
  gridSize,
  patchFields,
  patchNumbers,
  patchSide
} from "./chunk-XHCPKLOD.js";
import {
  percentileRanks
} from "./chunk-YNVOFIVM.js";
import {
  DecodeError
} from "./chunk-QRAUKKSE.js";

// src/fingerprint/fingerprint-image.ts
import { createHash } from "node:crypto";

// src/fingerprint/field-of-view.ts
var looks = 64;
function findFieldOfView(page, darkest) {
  const { width, height } = page;
  const rowStep = Math.ceil(height / looks);
  const columnStep = Math.ceil(width / looks);
  let [left, right, top, bottom] = [width, 0, height, 0];
  let [pixels2, rows] = [0, 0];
  for (let band = 0; band < height; band += rowStep) {
    rows++;
    const start = Math.min(height - 1, band + (rowStep >> 1)) * width;
    const from = kernels.findEdge(page, start, 1, columnStep, darkest);
    if (from === void 0) continue;
    const end = width - (kernels.findEdge(page, start + width - 1, -1, columnStep, darkest) ?? 0);
    left = Math.min(left, from);
    right = Math.max(right, end);
    top = Math.min(top, band);
    bottom = Math.min(height, band + rowStep);
    pixels2 += Math.max(0, end - from);
  }
  if (pixels2 === 0) return { left: 0, top: 0, right: 0, bottom: 0, share: 0 };
  return { left, top, right, bottom, share: pixels2 / (rows * width) };
}

// src/fingerprint/patch-texture.ts
var pixels = patchSide * patchSide;
var patchesPerAxis = 4;
var leastBlockMean = 16;
function measureTexture(page, field, darkest, levelScale) {
  const records = kernels.sumPatches(page, placePatches(field), darkest);
  const tally = newTally();
  for (let at = 0; at < records.length; at += patchNumbers) {
    if ((records[at + patchFields.dark] ?? 0) <= pixels / 2) addPatch(records, at, levelScale, tally);
  }
  return summarize(tally, levelScale);
}
function placePatches({ left, top, right, bottom }) {
  const columns = placeAlong(left, right);
  return placeAlong(top, bottom).flatMap((row) => columns.map((column) => ({ left: column, top: row })));
}
function placeAlong(from, end) {
  const first = Math.ceil(from / blockSide);
  const last = Math.floor((end - patchSide) / blockSide);
  const count = Math.min(patchesPerAxis, last - first + 1);
  if (count <= 0) return [];
  const step = count > 1 ? (last - first) / (count - 1) : 0;
  return Array.from({ length: count }, (_, place) => blockSide * Math.round(first + place * step));
}
function newTally() {
  return {
    patches: 0,
    neighbours: 0,
    across: 0,
    apart: 0,
    noise: 0,
    variance: 0,
    squares: 0,
    octaves: [0, 0, 0, 0],
    speckle: []
  };
}
function addPatch(records, at, levelScale, tally) {
  tally.patches++;
  tally.neighbours += records[at + patchFields.neighbours] ?? 0;
  tally.across += records[at + patchFields.across] ?? 0;
  tally.apart += records[at + patchFields.apart] ?? 0;
  tally.noise += records[at + patchFields.noise] ?? 0;
  let total = 0;
  let squares = 0;
  for (let index = 0; index < 4; index++) {
    tally.octaves[index] = (tally.octaves[index] ?? 0) + (records[at + patchFields.octaves + index] ?? 0);
    const sum = records[at + patchFields.blocks + index] ?? 0;
    const square = records[at + patchFields.blockSquares + index] ?? 0;
    total += sum;
    squares += square;
    const mean = sum / blockSide ** 2;
    const variance = square / blockSide ** 2 - mean ** 2;
    if (mean >= leastBlockMean * levelScale) tally.speckle.push(Math.sqrt(Math.max(0, variance)) / mean);
  }
  tally.squares += squares;
  tally.variance += Math.max(0, squares / pixels - (total / pixels) ** 2);
}
var neighboursAcross = 2 * patchSide;
var neighboursWithin = 2 * patchSide * (patchSide - 2);
var pairsApart = 2 * patchSide * (patchSide - 2);
var innerPixels = (patchSide - 2) ** 2;
function summarize(tally, levelScale) {
  const { patches, neighbours, across, apart, noise, variance, speckle } = tally;
  if (patches === 0)
    return {
      noise: 0,
      detail: [0, 0, 0, 0],
      speckle: 0,
      correlation: [1, 1],
      gradient: 0,
      spectralSlope: 0,
      blocking: 1
    };
  const within = neighbours - across;
  const meanNeighbours = neighbours / (neighboursWithin + neighboursAcross) / patches;
  const correlate = (meanSquares) => variance > 0 ? 1 - meanSquares / (2 * variance / patches) : 1;
  const power = lostPower(tally).map((lost) => lost / levelScale ** 2);
  const [one = 0, two = 0, four = 0, eight = 0] = power.map(Math.sqrt);
  const sorted = speckle.sort((a, b) => a - b);
  return {
    noise: Math.sqrt(Math.PI / 2) / 6 * (noise / patches / innerPixels) / levelScale,
    detail: [one, two, four, eight],
    speckle: sorted[Math.floor(sorted.length / 4)] ?? 0,
    correlation: [correlate(meanNeighbours), correlate(apart / pairsApart / patches)],
    gradient: Math.sqrt(meanNeighbours) / levelScale,
    spectralSlope: slopeOf(power),
    blocking: within > 0 ? Math.sqrt(across / neighboursAcross / (within / neighboursWithin)) : 1
  };
}
function lostPower({ patches, squares, octaves }) {
  let before = squares;
  return octaves.map((after, octave) => {
    const lost = 4 * before - after;
    before = after;
    return lost / (4 * pixels * 4 ** octave * patches);
  });
}
function slopeOf(power) {
  if (power.some((variance) => variance <= 0)) return 0;
  const [a = 0, b = 0, c = 0, d = 0] = power.map(Math.log2);
  return -(3 * (d - a) + (c - b)) / 10 - 2;
}

// src/fingerprint/tint.ts
var looks2 = 24;
function measureTint({ width, height, channels, samples }) {
  if (channels <= 2) return { colorfulness: 0, redness: 0, yellowness: 0 };
  const scale = samples instanceof Uint16Array ? 1 / 257 : 1;
  const [columnStep, rowStep] = [Math.ceil(width / looks2), Math.ceil(height / looks2)];
  let count = 0;
  let redness = 0;
  let yellowness = 0;
  let redSquares = 0;
  let yellowSquares = 0;
  for (let row = 0; row < height; row += rowStep) {
    for (let column = 0; column < width; column += columnStep) {
      const at = (row * width + column) * channels;
      const red = samples[at] ?? 0;
      const green = samples[at + 1] ?? 0;
      const blue = samples[at + 2] ?? 0;
      const redGreen = (red - green) * scale;
      const yellowBlue = ((red + green) / 2 - blue) * scale;
      count++;
      redness += redGreen;
      yellowness += yellowBlue;
      redSquares += redGreen * redGreen;
      yellowSquares += yellowBlue * yellowBlue;
    }
  }
  redness /= count;
  yellowness /= count;
  const variance = redSquares / count - redness ** 2 + (yellowSquares / count - yellowness ** 2);
  return {
    colorfulness: Math.sqrt(Math.max(0, variance)) + 0.3 * Math.hypot(redness, yellowness),
    redness,
    yellowness
  };
}

// src/fingerprint/image-features.ts
var blackest = 8;
var saturated = 250;
function measureFeatures(page, { sums, intensity }) {
  const { histogram, levelScale } = sums;
  const black = Math.min(blackest, quantileLevel(histogram, 0.99) / 8);
  const darkest = Math.floor(black * levelScale);
  const field = findFieldOfView(intensity, darkest);
  return {
    fieldShare: field.share,
    fieldWidth: field.right - field.left,
    fieldHeight: field.bottom - field.top,
    ...summarizeLevels(withoutPadding(histogram, field.share, black), black),
    ...measureTexture(intensity, field, darkest, levelScale),
    ...measureTint(page)
  };
}
function withoutPadding(histogram, fieldShare, black) {
  const pixels2 = sumBins(histogram, 0, histogram.length);
  const dark = sumBins(histogram, 0, Math.floor(black) + 1);
  const isPadded = fieldShare > 0 && dark > 0;
  const kept = isPadded ? Math.max(0, 1 - (1 - fieldShare) * pixels2 / dark) : 1;
  return Array.from(histogram, (count, level) => level <= black ? count * kept : count);
}
function summarizeLevels(histogram, black) {
  const pixels2 = sumBins(histogram, 0, histogram.length);
  let sum = 0;
  let squares = 0;
  for (let level = 0; level < histogram.length; level++) {
    const weighted = (histogram[level] ?? 0) * level;
    sum += weighted;
    squares += weighted * level;
  }
  const mean = sum / pixels2;
  return {
    mean,
    deviation: Math.sqrt(Math.max(0, squares / pixels2 - mean ** 2)),
    low: quantileLevel(histogram, 0.05),
    median: quantileLevel(histogram, 0.5),
    high: quantileLevel(histogram, 0.95),
    blackShare: sumBins(histogram, 0, Math.floor(black) + 1) / pixels2,
    saturatedShare: sumBins(histogram, saturated, histogram.length) / pixels2
  };
}
function quantileLevel(histogram, share) {
  const wanted = share * sumBins(histogram, 0, histogram.length);
  let seen = 0;
  for (let level = 0; level < histogram.length; level++) {
    seen += histogram[level] ?? 0;
    if (seen >= wanted) return level;
  }
  return histogram.length - 1;
}
function sumBins(histogram, from, end) {
  let sum = 0;
  for (let level = from; level < end; level++) sum += histogram[level] ?? 0;
  return sum;
}

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
    const pixels2 = Number(this.#pixels);
    const variance = varianceOf(this.#pixels, this.#levels, this.#squaredLevels);
    return {
      mean: Number(this.#levels) / pixels2 / this.#levelScale,
      deviation: Math.sqrt(variance) / this.#levelScale,
      histogram: this.#histogram,
      percentiles: percentileRanks.map((rank) => percentileOf(this.#histogram, pixels2, rank))
    };
  }
};
function measureSharpness(page) {
  const { width, height, laplacians, squaredLaplacians, levelScale } = page;
  if (width < 3 || height < 3) return 0;
  const pixels2 = BigInt((width - 2) * (height - 2));
  return varianceOf(pixels2, laplacians, squaredLaplacians) / levelScale ** 2;
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

// src/fingerprint/near-duplicates/description/picture-description.ts
function describePicture(page) {
  return kernels.describePicture(page);
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
  const means = new Float64Array(cells.length);
  for (let row = 0, cell = 0; row < gridSize; row++) {
    for (let column = 0; column < gridSize; column++, cell++) {
      means[cell] = (cells[cell] ?? 0) / ((columns[column] ?? 1) * (rows[row] ?? 1)) / levelScale;
    }
  }
  return means;
}
function cellLengths(length) {
  const bounds = cellBounds(length);
  for (let cell = 0; cell < gridSize; cell++) {
    bounds[cell] = Math.max(1, (bounds[cell + 1] ?? 0) - (bounds[cell] ?? 0));
  }
  return bounds;
}
function transform(cells) {
  const rows = new Float64Array(gridSize * hashSize);
  for (let y = 0; y < gridSize; y++) transformLine(cells, y * gridSize, 1, rows, y * hashSize, 1);
  const terms = new Float64Array(hashSize * hashSize);
  for (let u = 0; u < hashSize; u++) transformLine(rows, u, hashSize, terms, u, hashSize);
  return terms;
}
var joined = new Float64Array(gridSize);
function transformLine(samples, at, step, terms, termsAt, termsStep) {
  for (let position = 0, one = at, other = at + (gridSize - 1) * step; position < half; position++) {
    joined[position] = (samples[one] ?? 0) + (samples[other] ?? 0);
    joined[half + position] = (samples[one] ?? 0) - (samples[other] ?? 0);
    one += step;
    other -= step;
  }
  for (let frequency = 0; frequency < hashSize; frequency++) {
    const from = frequency % 2 === 0 ? 0 : half;
    const cosinesAt = frequency * half;
    let sum = 0;
    for (let position = 0; position < half; position++) {
      sum += (joined[from + position] ?? 0) * (cosines[cosinesAt + position] ?? 0);
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
async function fingerprintImage(bytes, limits, isDescribed = false) {
  const sumsHash = createHash("sha256");
  const intensity = new IntensityTally();
  let first;
  let features;
  let description;
  const { format, pages, bitDepth, channels, hasAlpha, orientation } = await decodeImage(
    bytes,
    limits,
    (page) => {
      const kept = findKeptChannels(page);
      const reading = kernels.readPage(page, kept, () => void 0);
      const { sums } = reading;
      sumsHash.update(describeSamples(page, kept)).update(sums.cells);
      sumsHash.update(`${sums.laplacians} ${sums.squaredLaplacians}
`);
      intensity.add(sums);
      if (isDescribed && !first) description = describePicture(reading.intensity);
      features ??= measureFeatures(page, reading);
      first ??= sums;
    }
  );
  if (!first || !features) throw new DecodeError("corrupt", "the file holds no page");
  return {
    kind: "image",
    bytesHash: createHash("sha256").update(bytes).digest("hex"),
    pixelsHash: sumsHash.digest("hex"),
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
    perceptualHash: hashPerceptually(first),
    features,
    ...description && { description }
  };
}

export {
  fingerprintImage
};
