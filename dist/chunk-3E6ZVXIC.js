import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  fitThumbnail,
  maxKeypoints,
  thumbnailSide
} from "./chunk-ODHPVEOM.js";

// src/fingerprint/kernels/kernels.ts
var gridSize = 32;
function cellBounds(length) {
  const bounds = new Uint32Array(gridSize + 1);
  for (let cell = 0; cell <= gridSize; cell++) bounds[cell] = Math.floor(cell * length / gridSize);
  return bounds;
}
function hasAlphaChannel({ channels }) {
  return channels === 2 || channels === 4;
}
function countKeptChannels({ colors, alpha }) {
  return colors + (alpha ? 1 : 0);
}
function bytesOf(samples) {
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
}

// src/fingerprint/near-duplicates/stretch-levels.ts
var levelUnit = 64;
var highest = 255 * levelUnit;
var clippedShare = 2e-3;
function clippedRanks(cells) {
  return [Math.floor(cells * clippedShare), Math.max(0, Math.ceil(cells * (1 - clippedShare)) - 1)];
}
function stretchFactor(range) {
  return range > 0 ? Math.floor(highest * 65536 / range) : 0;
}
function stretchLevels(means) {
  const [lowRank, highRank] = clippedRanks(means.length);
  const sorted = means.slice().sort();
  const low = sorted[lowRank] ?? 0;
  const range = (sorted[highRank] ?? 0) - low;
  const factor = stretchFactor(range);
  const stretched = means.map(
    (mean) => (Math.max(0, Math.min(range, mean - low)) * factor + 32768) / 65536
  );
  return { stretched, range };
}

// src/fingerprint/near-duplicates/keypoints.ts
var minStrength = Math.ceil(1.2 * levelUnit);
var searchedLayers = [1, 2];
function listExtrema(octaves) {
  const packed = [];
  octaves.forEach(({ width, height, differences }, octave) => {
    for (const layer of searchedLayers) {
      const [below, here, above] = differences.slice(layer - 1, layer + 2);
      if (!below || !here || !above) continue;
      for (let y = 1; y < height - 1; y++) {
        for (let x = 1; x < width - 1; x++) {
          const at = y * width + x;
          const strength = Math.abs(here[at] ?? 0);
          if (strength < minStrength || !isExtremum(at, width, below, here, above)) continue;
          packed.push(strength << 17 | 2 * octave + layer - 1 << 14 | y << 7 | x);
        }
      }
    }
  });
  return Uint32Array.from(packed).sort();
}
function isExtremum(at, width, below, here, above) {
  const sign = (here[at] ?? 0) < 0 ? -1 : 1;
  const size = sign * (here[at] ?? 0);
  for (let row = -width; row <= width; row += width) {
    for (let near = at + row - 1; near <= at + row + 1; near++) {
      if (near !== at && sign * (here[near] ?? 0) >= size) return false;
      if (sign * (below[near] ?? 0) >= size || sign * (above[near] ?? 0) >= size) return false;
    }
  }
  return true;
}
function locateKeypoint(octaves, packed) {
  const octave = packed >> 15 & 3;
  const layer = (packed >> 14 & 1) + 1;
  const y = packed >> 7 & 127;
  const x = packed & 127;
  const { width = 0, differences = [] } = octaves[octave] ?? {};
  const [below, here, above] = differences.slice(layer - 1, layer + 2);
  const at = y * width + x;
  const value = here?.[at] ?? 0;
  return {
    octave,
    layer,
    x: x + vertex(here?.[at - 1] ?? 0, value, here?.[at + 1] ?? 0),
    y: y + vertex(here?.[at - width] ?? 0, value, here?.[at + width] ?? 0),
    scale: vertex(below?.[at] ?? 0, value, above?.[at] ?? 0)
  };
}
function vertex(before, at, after) {
  const curvature = before - 2 * at + after;
  if (curvature === 0) return 0;
  return Math.max(-0.5, Math.min(0.5, (before - after) / (2 * curvature)));
}
function placeOf({ octave, layer, x, y, scale: scale2 }) {
  const unit = 1 << octave;
  return [
    Math.round(((x + 0.5) * unit - 0.5) * 2),
    Math.round(((y + 0.5) * unit - 0.5) * 2),
    Math.round(8 * octave + 4 * layer + 4 * scale2)
  ];
}

// src/fingerprint/near-duplicates/patch-hash.ts
var patchSize = 16;
var termCount = 8;
var patchRadiusSigmas = 5.5;
var overhang = 0.08;
var ambiguity = 0.12;
var middle = 255 * levelUnit / 2;
var unity = 32768;
var cosines = Int16Array.from({ length: termCount * patchSize / 2 }, (_, index) => {
  const frequency = Math.floor(index / (patchSize / 2));
  const position = index % (patchSize / 2);
  const norm = Math.sqrt((frequency === 0 ? 1 : 2) / patchSize) / 2;
  return Math.round(unity * norm * Math.cos(Math.PI * frequency * (2 * position + 1) / (2 * patchSize)));
});
function patchRadius({ layer, scale: scale2 }) {
  const sigma = layer === 1 ? Math.SQRT2 : 2;
  const exponent = scale2 * (Math.LN2 / 2);
  const growth = 1 + exponent * (1 + exponent / 2 * (1 + exponent / 3 * (1 + exponent / 4)));
  return patchRadiusSigmas * sigma * growth;
}
function transformPatch(octave, keypoint) {
  const { width, height, levels } = octave;
  const radius = patchRadius(keypoint);
  const columns = placeSamples(keypoint.x, radius, width);
  const rows = placeSamples(keypoint.y, radius, height);
  const level = levels[keypoint.layer];
  if (!columns || !rows || !level) return void 0;
  const first = columns.befores[0] ?? 0;
  const count = (columns.befores[patchSize - 1] ?? 0) + 2 - first;
  const column = new Int16Array(patchSize);
  const transformed = Array.from({ length: count }, (_, x) => {
    for (let row = 0; row < patchSize; row++) {
      const at = (rows.befores[row] ?? 0) * width + first + x;
      const before = level[at] ?? 0;
      column[row] = before - middle + scale((level[at + width] ?? 0) - before, rows.shares[row] ?? 0);
    }
    return transformLine(column);
  });
  const line = new Int16Array(patchSize);
  const terms = new Int16Array(termCount * termCount);
  for (let vertical = 0; vertical < termCount; vertical++) {
    for (let sample = 0; sample < patchSize; sample++) {
      const x = (columns.befores[sample] ?? 0) - first;
      const before = transformed[x]?.[vertical] ?? 0;
      const after = transformed[x + 1]?.[vertical] ?? 0;
      line[sample] = before + scale(after - before, columns.shares[sample] ?? 0);
    }
    transformLine(line).forEach((term, horizontal) => terms[horizontal * termCount + vertical] = term);
  }
  return terms;
}
function placeSamples(center, radius, length) {
  const slack = overhang * 2 * radius;
  if (center - radius < -0.5 - slack || center + radius > length - 0.5 + slack) return void 0;
  const step = radius / (patchSize / 2);
  const places = Array.from(
    { length: patchSize },
    (_, sample) => Math.max(0, Math.min(length - 1, center - radius + (sample + 0.5) * step))
  );
  const befores = places.map((place) => Math.min(Math.trunc(place), length - 2));
  return {
    befores,
    shares: places.map(
      (place, sample) => Math.min(unity - 1, Math.trunc((place - (befores[sample] ?? 0)) * unity + 0.5))
    )
  };
}
function scale(value, share) {
  return value * share + unity / 2 >> 15;
}
function transformLine(samples) {
  const half = patchSize / 2;
  const terms = new Int16Array(termCount);
  for (let frequency = 0; frequency < termCount; frequency++) {
    const sign = frequency % 2 === 0 ? 1 : -1;
    let sum = 0;
    for (let position = 0; position < half; position++) {
      const joined = (samples[position] ?? 0) + sign * (samples[patchSize - 1 - position] ?? 0);
      sum += scale(joined, cosines[frequency * half + position] ?? 0);
    }
    terms[frequency] = sum;
  }
  return terms;
}
function hashPatch(terms) {
  const horizontal = terms[termCount] ?? 0;
  const vertical = terms[1] ?? 0;
  let energy = 0;
  for (let at = 1; at < terms.length; at++) energy += (terms[at] ?? 0) ** 2;
  const doubtful = ambiguity / 2 * Math.sqrt(energy);
  const isTurned = Math.abs(horizontal) < Math.abs(vertical);
  const first = poseOf(horizontal, vertical, isTurned);
  const poses = [first];
  const large = Math.max(Math.abs(horizontal), Math.abs(vertical));
  const small = Math.min(Math.abs(horizontal), Math.abs(vertical));
  if (small < doubtful) poses.push(first ^ 2);
  if (large - small < doubtful) poses.push(poseOf(horizontal, vertical, !isTurned));
  return poses.map((orientation) => ({ ...signs(terms, orientation), orientation }));
}
function poseOf(horizontal, vertical, isTurned) {
  const [x, y] = isTurned ? [vertical, horizontal] : [horizontal, vertical];
  return (isTurned ? 4 : 0) | (x < 0 ? 1 : 0) | (y < 0 ? 2 : 0);
}
function signs(terms, orientation) {
  let high = 0;
  let low = 0;
  for (let v = 0; v < termCount; v++) {
    for (let u = 0; u < termCount; u++) {
      if (u + v < 2) continue;
      const term = (orientation & 4 ? terms[v * termCount + u] : terms[u * termCount + v]) ?? 0;
      const flipped = ((orientation & 1) * u + (orientation >> 1 & 1) * v) % 2 === 1;
      if (flipped ? term < 0 : term > 0) {
        if (v < termCount / 2) high |= 1 << v * termCount + u;
        else low |= 1 << (v - termCount / 2) * termCount + u;
      }
    }
  }
  return { high: high >>> 0, low: low >>> 0 };
}

// src/fingerprint/near-duplicates/scale-space.ts
var maxOctaves = 3;
var minSide = 12;
var halvedLevel = 2;
var passesOfLevels = [[1, 1], [1, 1], [2], [2, 2], [4]];
function octaveSizes(width, height) {
  const sizes = [];
  for (let octave = 0; octave < maxOctaves && Math.min(width, height) >> octave >= minSide; octave++) {
    sizes.push([width >> octave, height >> octave]);
  }
  return sizes;
}
function buildOctaves(base) {
  const octaves = [];
  let first = base;
  for (const [width, height] of octaveSizes(base.width, base.height)) {
    const isFirst = octaves.length === 0;
    const levels = [];
    let plane = isFirst ? first : halve(first);
    passesOfLevels.forEach((distances, index) => {
      if (isFirst || index > 0) for (const distance of distances) plane = smooth(plane, distance);
      levels.push(plane);
    });
    first = levels[halvedLevel] ?? first;
    octaves.push({
      width,
      height,
      levels: levels.map(({ values }) => values),
      differences: levels.slice(1).map(({ values }, index) => subtract(values, levels[index]?.values ?? values))
    });
  }
  return octaves;
}
function smooth({ width, height, values }, distance) {
  const down = new Uint16Array(values.length);
  for (let y = 0, at = 0; y < height; y++) {
    const above = Math.max(0, y - distance) * width;
    const below = Math.min(height - 1, y + distance) * width;
    for (let x = 0; x < width; x++, at++) {
      down[at] = weigh(values[above + x] ?? 0, values[at] ?? 0, values[below + x] ?? 0);
    }
  }
  const both = new Uint16Array(values.length);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const left = down[at - Math.min(x, distance)] ?? 0;
      const right = down[at + Math.min(width - 1 - x, distance)] ?? 0;
      both[at] = weigh(left, down[at] ?? 0, right);
    }
  }
  return { width, height, values: both };
}
function weigh(before, here, after) {
  return (before + after + 1 >> 1) + here + 1 >> 1;
}
function halve({ width, height, values }) {
  const [narrow, low] = [width >> 1, height >> 1];
  const means = new Uint16Array(narrow * low);
  for (let y = 0, to = 0; y < low; y++) {
    for (let x = 0, at = 2 * y * width; x < narrow; x++, at += 2, to++) {
      const upper = (values[at] ?? 0) + (values[at + 1] ?? 0);
      const lower = (values[at + width] ?? 0) + (values[at + width + 1] ?? 0);
      means[to] = upper + lower + 2 >> 2;
    }
  }
  return { width: narrow, height: low, values: means };
}
function subtract(more, less) {
  return Int16Array.from(more, (value, at) => value - (less[at] ?? 0));
}

// src/fingerprint/near-duplicates/axis-taps.ts
function weighAxis(samples, cells) {
  const firsts = new Int32Array(cells);
  const offsets = new Int32Array(cells + 1);
  const weights = [];
  const unit = 2 * cells;
  for (let cell = 0; cell < cells; cell++) {
    offsets[cell] = weights.length;
    if (samples >= cells) {
      const from = cell * samples;
      const to = from + samples;
      const first = Math.floor(from / cells);
      firsts[cell] = first;
      for (let sample = first; sample * cells < to; sample++) {
        weights.push(Math.min((sample + 1) * cells, to) - Math.max(sample * cells, from));
      }
    } else {
      const center = Math.max(0, Math.min((samples - 1) * unit, (2 * cell + 1) * samples - cells));
      const first = Math.min(Math.floor(center / unit), Math.max(0, samples - 2));
      firsts[cell] = first;
      const share = center - first * unit;
      weights.push(unit - share);
      if (samples > 1) weights.push(share);
    }
  }
  offsets[cells] = weights.length;
  return { firsts, offsets, weights: Uint16Array.from(weights), total: samples >= cells ? samples : unit };
}

// src/fingerprint/near-duplicates/shrink-page.ts
function widenFactor({ levels }) {
  return levels instanceof Uint16Array ? 1 : 257;
}
function shrinkPage(page, frame, width, height) {
  const columns = weighAxis(frame.right - frame.left, width);
  const rows = weighAxis(frame.bottom - frame.top, height);
  const factor = widenFactor(page) / (columns.total * rows.total);
  const means = new Uint16Array(width * height);
  const sums = new Float64Array(frame.right - frame.left);
  for (let row = 0; row < height; row++) {
    sums.fill(0);
    const from = rows.offsets[row] ?? 0;
    for (let tap = from; tap < (rows.offsets[row + 1] ?? 0); tap++) {
      const start = (frame.top + (rows.firsts[row] ?? 0) + tap - from) * page.width + frame.left;
      const weight = rows.weights[tap] ?? 0;
      for (let x = 0; x < sums.length; x++) sums[x] = (sums[x] ?? 0) + weight * (page.levels[start + x] ?? 0);
    }
    for (let column = 0; column < width; column++) {
      const first = (columns.firsts[column] ?? 0) - (columns.offsets[column] ?? 0);
      let sum = 0;
      for (let tap = columns.offsets[column] ?? 0; tap < (columns.offsets[column + 1] ?? 0); tap++) {
        sum += (columns.weights[tap] ?? 0) * (sums[first + tap] ?? 0);
      }
      means[row * width + column] = Math.trunc(sum * factor + 0.5);
    }
  }
  return means;
}

// src/fingerprint/near-duplicates/trim-borders.ts
var blankShare = 0.06;
var keptShare = 0.3;
function trimBorders({ width, height }, spans) {
  const limit = blankShare * spans.ofPage();
  let [left, top, right, bottom] = [0, 0, width, height];
  const minWidth = Math.ceil(keptShare * width);
  const minHeight = Math.ceil(keptShare * height);
  while (bottom - top > minHeight && spans.ofRow(top) <= limit) top++;
  while (bottom - top > minHeight && spans.ofRow(bottom - 1) <= limit) bottom--;
  while (right - left > minWidth && spans.ofColumn(left, top, bottom) <= limit) left++;
  while (right - left > minWidth && spans.ofColumn(right - 1, top, bottom) <= limit) right--;
  return { left, top, right, bottom };
}
function measureSpans({ width, levels }) {
  const measure = (first, end, step) => {
    let low = 65535;
    let high = 0;
    for (let at = first; at < end; at += step) {
      const level = levels[at] ?? 0;
      if (level < low) low = level;
      if (level > high) high = level;
    }
    return high - low;
  };
  return {
    ofPage: () => measure(0, levels.length, 1),
    ofRow: (row) => measure(row * width, (row + 1) * width, 1),
    ofColumn: (column, top, bottom) => measure(top * width + column, bottom * width, width)
  };
}

// src/fingerprint/near-duplicates/describe-plainly.ts
function describePlainly(page) {
  const frame = trimBorders(page, measureSpans(page));
  const [width, height] = fitThumbnail(frame);
  const { stretched, range } = stretchLevels(shrinkPage(page, frame, width, height));
  const octaves = buildOctaves({ width, height, values: stretched });
  const words = [];
  const places = [];
  let kept = 0;
  for (const packed of listExtrema(octaves).reverse()) {
    const keypoint = locateKeypoint(octaves, packed);
    const octave = octaves[keypoint.octave];
    const terms = octave && transformPatch(octave, keypoint);
    if (!terms) continue;
    for (const { high, low, orientation } of hashPatch(terms)) {
      words.push(high, low);
      places.push(...placeOf(keypoint), orientation);
    }
    if (++kept === maxKeypoints) break;
  }
  return {
    sourceWidth: page.width,
    sourceHeight: page.height,
    frame,
    width,
    height,
    levels: Uint8Array.from(stretched, (level) => (level + levelUnit / 2) / levelUnit),
    range: range / 257,
    words: Uint32Array.from(words),
    places: Uint8Array.from(places)
  };
}

// src/fingerprint/kernels/plain-kernels.ts
var pixelsPerPiece = 65536;
var plainKernels = {
  hasEqualColors,
  isOpaque,
  readPage,
  describePicture: describePlainly,
  forEachRun
};
function hasEqualColors({ channels, samples }) {
  if (channels <= 2) return true;
  for (let at = 0; at < samples.length; at += channels) {
    const red = samples[at];
    if (red !== samples[at + 1] || red !== samples[at + 2]) return false;
  }
  return true;
}
function isOpaque(page) {
  if (!hasAlphaChannel(page)) return true;
  const { channels, samples } = page;
  const opaque = samples instanceof Uint16Array ? 65535 : 255;
  for (let at = channels - 1; at < samples.length; at += channels) {
    if (samples[at] !== opaque) return false;
  }
  return true;
}
function readPage(page, kept, onCanonical) {
  giveCanonical(page, kept, onCanonical);
  const levels = toLevels(page, kept.colors);
  const { width, height } = page;
  const sums = {
    width,
    height,
    levelScale: levels instanceof Uint16Array ? 257 : 1,
    histogram: countLevels(levels),
    ...sumLevels(levels),
    ...sumLaplacians(levels, width, height),
    cells: sumCells(levels, width, height)
  };
  return { sums, intensity: { width, height, levels } };
}
function giveCanonical(page, kept, onCanonical) {
  const { channels, samples } = page;
  const keptChannels = countKeptChannels(kept);
  if (keptChannels === channels) {
    onCanonical(bytesOf(samples));
    return;
  }
  const pixels = samples.length / channels;
  for (let first = 0; first < pixels; first += pixelsPerPiece) {
    const end = Math.min(pixels, first + pixelsPerPiece);
    const length = (end - first) * keptChannels;
    const piece = samples instanceof Uint16Array ? new Uint16Array(length) : new Uint8Array(length);
    for (let at = first * channels, to = 0; to < length; at += channels) {
      for (let color = 0; color < kept.colors; color++) piece[to++] = samples[at + color] ?? 0;
      if (kept.alpha) piece[to++] = samples[at + channels - 1] ?? 0;
    }
    onCanonical(bytesOf(piece));
  }
}
function toLevels({ channels, samples }, colors) {
  const pixels = samples.length / channels;
  const levels = samples instanceof Uint16Array ? new Uint16Array(pixels) : new Uint8Array(pixels);
  for (let pixel = 0, at = 0; pixel < pixels; pixel++, at += channels) {
    const red = samples[at] ?? 0;
    levels[pixel] = colors === 1 ? red : 9798 * red + 19235 * (samples[at + 1] ?? 0) + 3735 * (samples[at + 2] ?? 0) + 16384 >>> 15;
  }
  return levels;
}
function countLevels(levels) {
  const histogram = new Uint32Array(256);
  for (const level of levels) {
    const bin = levels instanceof Uint16Array ? Math.floor((level + 128) / 257) : level;
    histogram[bin] = (histogram[bin] ?? 0) + 1;
  }
  return histogram;
}
var pixelsPerSum = 65536;
function sumLevels(levels) {
  let total = 0n;
  let squaredTotal = 0n;
  for (let first = 0; first < levels.length; first += pixelsPerSum) {
    let sum = 0;
    let squares = 0;
    for (const level of levels.subarray(first, first + pixelsPerSum)) {
      sum += level;
      squares += level * level;
    }
    total += BigInt(sum);
    squaredTotal += BigInt(squares);
  }
  return { levels: total, squaredLevels: squaredTotal };
}
function sumLaplacians(levels, width, height) {
  let total = 0n;
  let squaredTotal = 0n;
  for (let row = 1; row < height - 1; row++) {
    const end = (row + 1) * width - 1;
    for (let first = row * width + 1; first < end; first += pixelsPerSum) {
      let sum = 0;
      let squares = 0;
      for (let at = first; at < Math.min(end, first + pixelsPerSum); at++) {
        const across = (levels[at - 1] ?? 0) + (levels[at + 1] ?? 0);
        const down = (levels[at - width] ?? 0) + (levels[at + width] ?? 0);
        const laplacian = across + down - 4 * (levels[at] ?? 0);
        sum += laplacian;
        squares += laplacian * laplacian;
      }
      total += BigInt(sum);
      squaredTotal += BigInt(squares);
    }
  }
  return { laplacians: total, squaredLaplacians: squaredTotal };
}
function sumCells(levels, width, height) {
  const cells = new Float64Array(gridSize * gridSize);
  const [columns, rows] = [cellBounds(width), cellBounds(height)];
  for (let cell = 0; cell < cells.length; cell++) {
    const [top, bottom] = cellRange(rows, Math.floor(cell / gridSize));
    const [left, right] = cellRange(columns, cell % gridSize);
    let sum = 0;
    for (let y = top; y < bottom; y++) {
      for (let at = y * width + left; at < y * width + right; at++) sum += levels[at] ?? 0;
    }
    cells[cell] = sum;
  }
  return cells;
}
function cellRange(bounds, cell) {
  const from = bounds[cell] ?? 0;
  return [from, Math.max(from + 1, bounds[cell + 1] ?? 0)];
}
function forEachRun({ channels, samples }, isGrey, onRun) {
  let first = 0;
  for (let at = channels; at < samples.length; at += channels) {
    if (samples[at] === samples[at - channels]) {
      if (isGrey) continue;
      if (samples[at + 1] === samples[at + 1 - channels] && samples[at + 2] === samples[at + 2 - channels])
        continue;
    }
    onRun(first, (at - first) / channels);
    first = at;
  }
  if (samples.length > 0) onRun(first, (samples.length - first) / channels);
}

// src/fingerprint/kernels/simd-binary.ts
var simdBinary = [
  "AGFzbQEAAAABrQESYAR/f39/AGADf39/AGAIf39/f39/f38AYAZ/f39/f38AYAN/f38Bf2ACf38Bf2ALf39/f39/f3x/f38AYAd/",
  "f39/f39/AGAFfHx/fH8Bf2AFf39/fH8AYAl/f39/f39/f38Bf2AGf39/f39/AX9gBH9/f38Bf2ABfwBgDX9/f39/fHx8fH9/f38B",
  "f2AFf39/f38AYAd/f39/f39/AX9gCn9/f39/f39/f38BfwMiIQcCAwgJCgAAAwsBAQAEDAABAAAADQ4PBAIFBQAABgYQEQUFAQEQ",
  "kBAH9QIbDWhhc0RpZmZlcmVuY2UADgZoYXNHYXAADQRwYWNrAAgObGV2ZWxzT2ZDb2xvcjgACxNsZXZlbHNPZkNvbG9yQWxwaGE4",
  "AAoPbGV2ZWxzT2ZDb2xvcjE2AAwMY291bnRMZXZlbHM4ABAHYWRkQmlucwAUDWNvdW50TGV2ZWxzMTYAEQ5zdW1MYXBsYWNpYW5z",
  "OAAGD3N1bUxhcGxhY2lhbnMxNgAHC2FkZENvbHVtbnM4ABIMYWRkQ29sdW1uczE2ABMLZm9sZENvbHVtbnMADwtsaXN0Q2hhbmdl",
  "cwAJC2xpc3RFeHRyZW1hACAHc3Bhbk9mOAAZCHNwYW5PZjE2ABoMc3BhbkNvbHVtbnM4ABsNc3BhbkNvbHVtbnMxNgAcCXdlaWdo",
  "QXhpcwAXB3NocmluazgAHQhzaHJpbmsxNgAeC3NlbGVjdFJhbmtzAB8Mc3RyZXRjaFBsYW5lABgKd3JpdGVXb3JkcwAVBm1lbW9y",
  "eQIACr1VIZUCAQd/IAYgAkEBdGohCCADQQFrIQkgBUEBdCEKA0AgAyAHSgRAIAAgBCAHbGohDCAAIAcgBWsiAkEAIAJBAE4bIARs",
  "aiENIAAgCSAFIAdqIgIgAiAJShsgBGxqIQtBACECA0AgAiAESQRAIAIgBmogAiANav0ABAAgAiALav0ABAD9mwEgAiAMav0ABAD9",
  "mwH9CwQAIAJBEGohAgwBCwsgBkEQayAGLwEA/RD9CwQAIAggCEECay8BAP0Q/QsEAEEAIQIDQCACIARJBEAgASACaiACIAZqIgsg",
  "Cmv9AAQAIAogC2r9AAQA/ZsBIAv9AAQA/ZsB/QsEACACQRBqIQIMAQsLIAdBAWohByABIARqIQEMAQsLCyIAIAAgASADIAQgBSAG",
  "IAcQACABIAIgAyAEIAUgBiAHEAALnAICAn8CewNAIAZBCEkEQCAFIAZBBHRqIgcgACABIAZsav0ABAAiCCAAQQ8gBmsgAWxq/QAE",
  "ACIJ/Y4B/QsEACAHIAggCf2RAf0LBIABIAZBAWohBgwBCwtBACEBA0AgAUEISQRAIAIgBSABQQFxQQd0aiIA/QAEACAE/QgBAP2C",
  "ASAA/QAEECAE/QgBAv2CAf2OASAA/QAEICAE/QgBBP2CAf2OASAA/QAEMCAE/QgBBv2CAf2OASAA/QAEQCAE/QgBCP2CAf2OASAA",
  "/QAEUCAE/QgBCv2CAf2OASAA/QAEYCAE/QgBDP2CAf2OASAA/QAEcCAE/QgBDv2CAf2OAf0LBAAgAUEBaiEBIAIgA2ohAiAEQRBq",
  "IQQMAQsLC90BAgN/AXwgACABoUQAAAAAAADgvyADIAOgIAGiIgOhYwR/QQEFIAAgAaAgArdEAAAAAAAA4L+gIAOgZAsEQEEADwsg",
  "AUQAAAAAAADAP6IhCANAIAVBEEgEQCAEIAJBAWu3IAAgAaEgBbdEAAAAAAAA4D+gIAiioKREAAAAAAAAAAClIgP8AiIGIAJBAmsi",
  "ByAGIAdIGyIGNgIAIARB//8BIAMgBrehRAAAAAAAAOBAokQAAAAAAADgP6D8AiIGIAZB//8BShs2AgQgBUEBaiEFIARBCGohBAwB",
  "CwtBAQuTAQIEfwF+IAEoAoADIQUDQCACIAZKBEAgASAGQQFqQQJ0aigCgAMhCCAAIAEgBkECdGooAgBBAnRqIQdCACEJA0AgBSAI",
  "SQRAIAkgBzUCACAFMwEAfnwhCSAFQQJqIQUgB0EEaiEHDAELCyAEIAm5IAOiRAAAAAAAAOA/oPwCOwEAIAZBAWohBiAEQQJqIQQM",
  "AQsLC8QGAg97CX8gBv0QIhf9gQEhFkEBISAgA0EBayEdA0AgHSAgSgRAQQFBCCAdICBrIgMgA0EISht0QQFrIRsgASAgQQF0aiID",
  "/QAEACEOIANBAmv9AAQAIgsgA/0ABAIiCf2YASEKIAsgCf2WASEMIAMgBWoiH/0ABAAhDSAfQQJr/QAEACIPIB/9AAQCIgv9mAEh",
  "CSAPIAv9lgEhC0EBIR4DQCAeIARBAWtIBEAgDiAK/ZgBIQogDiAM/ZYBIQwgDSIOIBf9NSAOIAogCSIK/ZgBIAUgH2oiH/0ABAAi",
  "DSAfQQJr/QAEACIRIB/9AAQCIhD9mAEiCf2YAf2YAf0x/U4iDyAOIBb9MyAOIAwgCyIM/ZYBIA0gESAQ/ZYBIgv9lgH9lgH9L/1O",
  "IhH9UP1TBEAgBSAebCAgQQF0aiIcIABqIhogBWshBiACIBxqIhkgBWshAyAPIA4gGkECa/0ABAAiECAa/QAEAiIP/ZgBIBr9AAQA",
  "IhX9mAEgBkECa/0ABAAgBv0ABAL9mAEgBv0ABAD9mAEgBSAaaiIYQQJr/QAEACAY/QAEAv2YASAY/QAEAP2YAf2YAf2YAf0x/U4g",
  "DiAZQQJr/QAEACIUIBn9AAQCIhP9mAEgGf0ABAAiEv2YASADQQJr/QAEACAD/QAEAv2YASAD/QAEAP2YASAFIBlqIgZBAmv9AAQA",
  "IAb9AAQC/ZgBIAb9AAQA/ZgB/ZgB/ZgB/TH9TiARIA4gECAP/ZYBIBX9lgEgGiAFayIDQQJr/QAEACAD/QAEAv2WASAD/QAEAP2W",
  "ASAYQQJr/QAEACAY/QAEAv2WASAY/QAEAP2WAf2WAf2WAf0v/U4gDiAUIBP9lgEgEv2WASAZIAVrIgNBAmv9AAQAIAP9AAQC/ZYB",
  "IAP9AAQA/ZYBIAZBAmv9AAQAIAb9AAQC/ZYBIAb9AAQA/ZYB/ZYB/ZYB/S/9Tv1Q/YQBIBtxIQMDQCADBEAgASAcaiADaCIZQQF0",
  "ai4BACIYQR91IQYgCCAZICBqIAYgGGogBnNBEXQgB0EOdHIgHkEHdHJyNgIAIAhBBGohCCADIANBAWtxIQMMAQsLCyAeQQFqIR4M",
  "AQsLICBBCGohIAwBCwsgCAuMAwMFfwN7An4DQCACIAdKBEAgAEEBaiEEIAAgAWpBAWshCANAIARBCGogCE0EQCAIIARBgEBrIgUg",
  "BSAISxshBv0MAAAAAAAAAAAAAAAAAAAAACEK/QwAAAAAAAAAAAAAAAAAAAAAIQkDQCAGIARBCGoiBU8EQCAKIARBAWv9AgAAIARB",
  "AWr9AgAA/Y4BIAQgAWv9AgAAIAEgBGr9AgAA/Y4B/Y4BIAT9AgAAQQL9iwH9kQEiC/1+/a4BIQogCSALIAv9ugH9rgEhCSAFIQQM",
  "AQsLIA0gCv3HASAK/cgB/c4BIgr9HQAgCv0dAXx8IQ0gDCAJ/ckBIAn9ygH9zgEiCf0dACAJ/R0BfHwhDAwBCwsDQCAEIAhJBEAg",
  "DSAEQQFrLQAAIAQtAAFqIAQgAWstAAAgASAEai0AAGpqIAQtAABBAnRrIgWsfCENIAwgBSAFbKx8IQwgBEEBaiEEDAELCyAHQQFq",
  "IQcgACABaiEADAELCyADIAMpAwAgDXw3AwAgAyADKQMIIAx8NwMIC6QBAgR/A34gAUEBdCEFA0AgAiAGSgRAIAAgBWpBAmshByAA",
  "QQJqIQEDQCABIAdJBEAgCSABQQJrLwEAIAFBAmoiBC8BAGogASAFay8BACABIAVqLwEAamogAS8BAEECdGusIgh8IQkgCiAIIAh+",
  "fCEKIAQhAQwBCwsgBkEBaiEGIAAgBWohAAwBCwsgAyADKQMAIAl8NwMAIAMgAykDCCAKfDcDCAtLAQF7IAX9AAQAIQZBECADbSEF",
  "A0AgAkEASgRAIAEgAP0ABAAgBv0O/QsEACAAIAMgBWxqIQAgASAEIAVsaiEBIAIgBWshAgwBCwsLyAECBn8CeyAD/QAEACEMQRAg",
  "Am4hCEEBIAJ0QQFrIQogBSEHA0AgASAGSwRAIAD9AAQAIAAgAmv9AAQA/VEgDP1OIg39UwRAIA39DAAAAAAAAAAAAAAAAAAAAAD9",
  "JP1kIQkgASAGIAhqIgMgASADSRshCyAGIQMDQCADIAtJBEAgCSAKcQRAIAUgAyAEajYCACAFQQRqIQULIANBAWohAyAJIAJ2IQkM",
  "AQsLCyAGIAhqIQYgACACIAhsaiEADAELCyAFIAdrQQJ2C5gEAQF7A0AgAkEASgRAIAEgAP0ABAAiA/0MAP8B/wT/Bf8I/wn/DP8N",
  "//0O/QxGJiNLRiYjS0YmI0tGJiNL/boBIAP9DAL///8G////Cv///w7////9Dv0Mlw4AAJcOAACXDgAAlw4AAP26Af2uAf0MAEAA",
  "AABAAAAAQAAAAEAAAP2uAUEP/a0BIAD9AAQQIgP9DAD/Af8E/wX/CP8J/wz/Df/9Dv0MRiYjS0YmI0tGJiNLRiYjS/26ASAD/QwC",
  "////Bv///wr///8O/////Q79DJcOAACXDgAAlw4AAJcOAAD9ugH9rgH9DABAAAAAQAAAAEAAAABAAAD9rgFBD/2tAf2GASAA/QAE",
  "ICID/QwA/wH/BP8F/wj/Cf8M/w3//Q79DEYmI0tGJiNLRiYjS0YmI0v9ugEgA/0MAv///wb///8K////Dv////0O/QyXDgAAlw4A",
  "AJcOAACXDgAA/boB/a4B/QwAQAAAAEAAAABAAAAAQAAA/a4BQQ/9rQEgAP0ABDAiA/0MAP8B/wT/Bf8I/wn/DP8N//0O/QxGJiNL",
  "RiYjS0YmI0tGJiNL/boBIAP9DAL///8G////Cv///w7////9Dv0Mlw4AAJcOAACXDgAAlw4AAP26Af2uAf0MAEAAAABAAAAAQAAA",
  "AEAAAP2uAUEP/a0B/YYB/Wb9CwQAIAJBEGshAiAAQUBrIQAgAUEQaiEBDAELCwuYBAEBewNAIAJBAEoEQCABIAD9AAQAIgP9DAD/",
  "Af8D/wT/Bv8H/wn/Cv/9Dv0MRiYjS0YmI0tGJiNLRiYjS/26ASAD/QwC////Bf///wj///8L/////Q79DJcOAACXDgAAlw4AAJcO",
  "AAD9ugH9rgH9DABAAAAAQAAAAEAAAABAAAD9rgFBD/2tASAA/QAEDCID/QwA/wH/A/8E/wb/B/8J/wr//Q79DEYmI0tGJiNLRiYj",
  "S0YmI0v9ugEgA/0MAv///wX///8I////C/////0O/QyXDgAAlw4AAJcOAACXDgAA/boB/a4B/QwAQAAAAEAAAABAAAAAQAAA/a4B",
  "QQ/9rQH9hgEgAP0ABBgiA/0MAP8B/wP/BP8G/wf/Cf8K//0O/QxGJiNLRiYjS0YmI0tGJiNL/boBIAP9DAL///8F////CP///wv/",
  "///9Dv0Mlw4AAJcOAACXDgAAlw4AAP26Af2uAf0MAEAAAABAAAAAQAAAAEAAAP2uAUEP/a0BIAD9AAQkIgP9DAD/Af8D/wT/Bv8H",
  "/wn/Cv/9Dv0MRiYjS0YmI0tGJiNLRiYjS/26ASAD/QwC////Bf///wj///8L/////Q79DJcOAACXDgAAlw4AAJcOAAD9ugH9rgH9",
  "DABAAAAAQAAAAEAAAABAAAD9rgFBD/2tAf2GAf1m/QsEACACQRBrIQIgAEEwaiEAIAFBEGohAQwBCwsLUwADQCACQQBKBEAgASAA",
  "LwEAQcbMAGwgAC8BAkGjlgFsaiAALwEEQZcdbGpBgIABakEPdjsBACACQQFrIQIgACADQQF0aiEAIAFBAmohAQwBCwsLdwIDfwF7",
  "IAL9AAQAIQYgACABQXBxaiEFIAAhAwNAIAMgBUkEQCAGIAP9AAQA/U/9UwRAQQEPCyADQRBqIQMMAQsLA0AgAyAEaiIFIAAgAWpJ",
  "BEAgAiAEai0AACAFLQAAQX9zcQRAQQEPCyAEQQFqIQQMAQsLQQALxQECBH8DeyAD/QAEACEIIAP9AAQQIQkgA/0ABCAhCiAAIAFB",
  "MG5BMGxqIQcgACEEA0AgBCAHSQRAIAT9AAQAIAIgBGoiBv0ABAD9USAI/U4gBP0ABBAgBv0ABBD9USAJ/U79UCAE/QAEICAG/QAE",
  "IP1RIAr9Tv1Q/VMEQEEBDwsgBEEwaiEEDAELCwNAIAQgBWoiBiAAIAFqSQRAIAMgBWotAAAgBi0AACACIAZqLQAAc3EEQEEBDwsg",
  "BUEBaiEFDAELC0EAC3ACA38BfiAAIAEoAgBBAnRqIQQDQCACIAVKBEAgACABQQRqIgEoAgBBAnRqIQZCACEHA0AgBCAGSQRAIAcg",
  "BDUCAHwhByAEQQA2AgAgBEEEaiEEDAELCyADIAVBA3RqIAe6OQMAIAVBAWohBQwBCwsLsQIBAn8gACABaiEDIAAgAUF4cWohAQNA",
  "IAAgAUkEQCACIAAtAABBAnRqIgQgBCgCAEEBajYCACACQYAIaiAALQABQQJ0aiIEIAQoAgBBAWo2AgAgAkGAEGogAC0AAkECdGoi",
  "BCAEKAIAQQFqNgIAIAJBgBhqIAAtAANBAnRqIgQgBCgCAEEBajYCACACQYAgaiAALQAEQQJ0aiIEIAQoAgBBAWo2AgAgAkGAKGog",
  "AC0ABUECdGoiBCAEKAIAQQFqNgIAIAJBgDBqIAAtAAZBAnRqIgQgBCgCAEEBajYCACACQYA4aiAALQAHQQJ0aiIEIAQoAgBBAWo2",
  "AgAgAEEIaiEADAELCwNAIAAgA0kEQCACIAAtAABBAnRqIgEgASgCAEEBajYCACAAQQFqIQAMAQsLC3QCA34CfyAAIAFBAXRqIQgD",
  "QCAAIAhJBEAgAiAALwEAIgdBgAFqQYECbkECdGoiASABKAIAQQFqNgIAIAUgB60iBHwhBSAGIAQgBH58IQYgAEECaiEADAELCyAD",
  "IAMpAwAgBXw3AwAgAyADKQMIIAZ8NwMIC90BAgN7A38DQCABIAdLBED9DAAAAAAAAAAAAAAAAAAAAAAhBP0MAAAAAAAAAAAAAAAA",
  "AAAAACEFIAAgB2ohCEEAIQkDQCACIAlKBEAgBCAI/QAEACIG/YkB/Y4BIQQgBSAG/YoB/Y4BIQUgCUEBaiEJIAEgCGohCAwBCwsg",
  "AyAD/QAEACAE/akB/a4B/QsEACADIAP9AAQQIAT9qgH9rgH9CwQQIAMgA/0ABCAgBf2pAf2uAf0LBCAgAyAD/QAEMCAF/aoB/a4B",
  "/QsEMCAHQRBqIQcgA0FAayEDDAELCwuLAQIDfwN7A0AgASAESwRAIAP9AAQAIQcgA/0ABBAhCCAAIARBAXRqIQVBACEGA0AgAiAG",
  "SgRAIAcgBf0ABAAiCf2pAf2uASEHIAggCf2qAf2uASEIIAZBAWohBiAFIAFBAXRqIQUMAQsLIAMgB/0LBAAgAyAI/QsEECAEQQhq",
  "IQQgA0EgaiEDDAELCwtgAgJ/AXsDQCABQYAISQRAIAAgAWr9AAQAIQNBgAghAgNAIAJBgMAASQRAIAMgACACaiABav0ABAD9rgEh",
  "AyACQYAIaiECDAELCyAAIAFqIAP9CwQAIAFBEGohAQwBCwsLkgwEDX8GfgF7BHwgCyENIAAgAUECdGohDgNAIAAgDkkgCkEASnEE",
  "QCACIA5BBGsiDigCACIRQQ92QQNxIhJBBnRqIhMoAggiFCARQQd2Qf8AcWwgEUH/AHEiD0EBdGoiFSATIBFBDnZBAXFBAWoiFkEC",
  "dGoiFygCIGoiGC4BACEBIA+4IBguAQIiDyAYQQJrLgEAIhAgAUEBdGtqIhkEfCAQIA9rtyAZt0QAAAAAAAAAQKKjRAAAAAAAAOA/",
  "pEQAAAAAAADgv6UFRAAAAAAAAAAAC6AhIyARQQd2Qf8AcbggFCAYai4BACIPIBggFGsuAQAiECABQQF0a2oiEQR8IBAgD2u3IBG3",
  "RAAAAAAAAABAoqNEAAAAAAAA4D+kRAAAAAAAAOC/pQVEAAAAAAAAAAALoCEhICMgBSAGIBZBAUYbIBcoAiQgFWouAQAiDyAXKAIc",
  "IBVqLgEAIhAgAUEBdGtqIgEEfCAQIA9rtyABt0QAAAAAAAAAQKKjRAAAAAAAAOA/pEQAAAAAAADgv6UFRAAAAAAAAAAACyIiRO85",
  "+v5CLtY/oiIkICREAAAAAAAA4D+iICREAAAAAAAACECjICREAAAAAAAA0D+iRAAAAAAAAPA/oKJEAAAAAAAA8D+gokQAAAAAAADw",
  "P6CiRAAAAAAAAPA/oKIiJCATKAIAIAcgBBADRQ0BICEgJCATKAIEIAcgBEGAAWoQA0UNASAKQQFrIQogEyAWQQJ0aigCDCAUIAMg",
  "BCAJEBYgBEGAEmoiDy4BECEQIA8uAQIhEUIAIRtCACEcQgAgDzIBACIaIBp+fSEaQQAhAQNAIAFBCEkEQCAbIA8gAUEEdGr9AAQA",
  "IiD9DAAAAAAAAAAAAAAAAAAAAAD9Mf2EAawgAUEDdK0iHYaEIRsgHCAg/YQBrCAdhoQhHCAaICAgIP26ASIg/ckBICD9ygH9zgEi",
  "IP0dACAg/R0BfHwhGiABQQFqIQEMAQsLIBsgGyAbQgeIhUKqgaiFoJWA1QCDIhsgG0IHhoWFIhsgG0IOiIVCzJmDgMCZM4MiHUIO",
  "hiAdhSAbhSIbIBtCHIiFQvDhw4cPgyIdQhyGIB2FIBuFIRsgHCAcIBxCB4iFQqqBqIWglYDVAIMiHCAcQgeGhYUiHCAcQg6IhULM",
  "mYOAwJkzgyIdQg6GIB2FIByFIhwgHEIciIVC8OHDhw+DIh1CHIYgHYUgHIUhHCAIRAAAAAAAAOA/oiAauZ+iISQgEEEfdSIBIAEg",
  "EGpzIgEgEUEfdSIPIA8gEWpzIg9IIRMgASAPIAEgD0obIRQgASAPIAEgD0gbIQ8gI0QAAAAAAADgP6BCASASrYa5IiOiRAAAAAAA",
  "AOC/oEQAAAAAAAAAQKJEAAAAAAAA4D+g/AMgIUQAAAAAAADgP6AgI6JEAAAAAAAA4L+gRAAAAAAAAABAokQAAAAAAADgP6D8A0EI",
  "dHIgErhEAAAAAAAAIECiIBa4RAAAAAAAABBAoqAgIkQAAAAAAAAQQKKgRAAAAAAAAOA/oPwDQRB0ciESQQAhAQNAIAFBA0gEQAJA",
  "IAFBAUYiFSAPtyAkY0VxDQAgAUECRiIWIBQgD2u3ICRjRXENAEKq1arVqtWq1ap/QgAgESAQIBNFIBMgFhsiFhtBAEhBBEEAIBYb",
  "ckECQQAgECARIBYbQQBIG3JBAkEAIBUbcyIVQQFxG0KA/oP4j+C/gH9CACAVQQJxG4UiGkJ/hSEdIAsgFUEEcUEARyIWBH4gG0IH",
  "iCAbhUKqgaiFoJWA1QCDIh4gHkIHhoUgG4UiHiAeQg6IhULMmYOAwJkzgyIfQg6GIB+FIB6FIh4gHkIciIVC8OHDhw+DIh9CHIYg",
  "H4UgHoUFIBsLIB2DIBYEfiAcQgeIIByFQqqBqIWglYDVAIMiHSAdQgeGhSAchSIdIB1CDoiFQsyZg4DAmTODIh5CDoYgHoUgHYUi",
  "HSAdQhyIhULw4cOHD4MiHkIchiAehSAdhQUgHAsgGoOEQvx9gzcDACAMIBIgFUEYdHI2AgAgC0EIaiELIAxBBGohDAsgAUEBaiEB",
  "DAELCwwBCwsgCyANa0EDdguDCAIOewZ/IAMoAnhBAmogAygCACIXa0EBdCEYIAT9ECEFIAAgF0EBdGohE0EAIQADQCAAQRBJBEAg",
  "EyADQYABaiAAQQN0aiIEKAIAIAFsaiEUIAT9CAEEIQYgA0GAAmogAEEGdGohFUEAIQQDQCAEIBhJBEAgBCAVaiAEIBRqIhb9AAQA",
  "IgcgASAWav0ABAAgB/2RASAG/YIB/Y4BIAX9kQH9CwQAIARBEGohBAwBCwsgAEEBaiEADAELC0EAIQADQCAAIBhJBEAgA0GAAmog",
  "AGpBwAAgA0GACmogAGoiAUHAACACIANBgBRqEAIgA0GADmogAEEDdGoiBCAB/QAEACIHIAFBQGv9AAQAIgj9DQABEBECAxITBAUU",
  "FQYHFhciCSAB/QAEgAEiCiAB/QAEwAEiC/0NAAEQEQIDEhMEBRQVBgcWFyIM/Q0AAQIDEBESEwQFBgcUFRYXIg0gAf0ABIACIg4g",
  "Af0ABMACIg/9DQABEBECAxITBAUUFQYHFhciECAB/QAEgAMiESAB/QAEwAMiBf0NAAEQEQIDEhMEBRQVBgcWFyIS/Q0AAQIDEBES",
  "EwQFBgcUFRYXIgb9DQABAgMEBQYHEBESExQVFhf9CwQAIAQgDSAG/Q0ICQoLDA0ODxgZGhscHR4f/QsEECAEIAkgDP0NCAkKCxgZ",
  "GhsMDQ4PHB0eHyIGIBAgEv0NCAkKCxgZGhsMDQ4PHB0eHyIJ/Q0AAQIDBAUGBxAREhMUFRYX/QsEICAEIAYgCf0NCAkKCwwNDg8Y",
  "GRobHB0eH/0LBDAgBEFAayIBIAcgCP0NCAkYGQoLGhsMDRwdDg8eHyIGIAogC/0NCAkYGQoLGhsMDRwdDg8eHyIH/Q0AAQIDEBES",
  "EwQFBgcUFRYXIgggDiAP/Q0ICRgZCgsaGwwNHB0ODx4fIgkgESAF/Q0ICRgZCgsaGwwNHB0ODx4fIgX9DQABAgMQERITBAUGBxQV",
  "FhciCv0NAAECAwQFBgcQERITFBUWF/0LBAAgASAIIAr9DQgJCgsMDQ4PGBkaGxwdHh/9CwQQIAEgBiAH/Q0ICQoLGBkaGwwNDg8c",
  "HR4fIgYgCSAF/Q0ICQoLGBkaGwwNDg8cHR4fIgX9DQABAgMEBQYHEBESExQVFhf9CwQgIAEgBiAF/Q0ICQoLDA0ODxgZGhscHR4f",
  "/QsEMCAAQRBqIQAMAQsLIANBgA5qIBdBBHRrIQFBACEAA0AgAEEQSQRAIANBgAJqIABBBHRqIAEgAyAAQQN0aiIEKAIAQQR0aiIT",
  "/QAEACIFIBP9AAQQIAX9kQEgBP0IAQT9ggH9jgH9CwQAIABBAWohAAwBCwsgA0GAAmpBECADQYASakEQIAIgA0GAFGoQAgulAgEH",
  "fyABQQF0IQggAkGQBmohBQNAIAEgB0oEQCACIAU2AoADIAAgAU4EQCAAIAdsIgkgAGohBiACIAkgAW0iAzYCACABIANsIQMDQCAD",
  "IAZIBEAgBSABIANqIgQgBiAEIAZIGyADIAkgAyAJShtrOwEAIAQhAyAFQQJqIQUMAQsLBSACIABBAWsgCGwiAyAHQQF0QQFqIABs",
  "IAFrIgQgAyAESBsiA0EAIANBAE4bIgMgCG0iBCAAQQJrIgZBACAGQQBOGyIGIAQgBkgbIgQ2AgAgBSAIIAMgBCAIbGsiA2s7AQAg",
  "BUECaiEFIABBAUoEQCAFIAM7AQAgBUECaiEFCwsgB0EBaiEHIAJBBGohAgwBCwsgAiAFNgKAAyAAIAggACABThsL6wECBHsBfyAE",
  "/RAhCSAF/RAhCiAG/REhCANAIAIgDEoEQEEAIQQDQCABIARLBEAgACAEQQF0aiIF/QAEACAJ/ZMBIAr9lwEiC/2pASAI/bUB/QwA",
  "gAAAAIAAAACAAAAAgAAA/a4BQRD9rQEgC/2qASAI/bUB/QwAgAAAAIAAAACAAAAAgAAA/a4BQRD9rQH9hgEhCyAFIAv9CwQAIAQg",
  "B2ogC/0MIAAgACAAIAAgACAAIAAgAP2OAUEG/Y0BIgsgC/1m/VsDAAAgBEEIaiEEDAELCyAMQQFqIQwgACADaiEAIAEgB2ohBwwB",
  "CwsLuwICA3sDf0H/ASEGIAAgAWohByABQRBPBED9DP////////////////////8hAgNAIABBEGoiASAHTQRAIAIgAP0ABAAiBP13",
  "IQIgAyAE/XkhAyABIQAMAQsLIAIgB0EQa/0ABAAiAv13IQQgAyAC/XkiAv2JASAC/YoB/ZkBIgL9qQEgAv2qAf25ASICIAIgAv0N",
  "CAkKCwwNDg8AAQIDBAUGB/25ASIC/RsAIgAgAv0bASIBIAAgAUsbIAT9iQEgBP2KAf2XASIC/akBIAL9qgH9twEiAiACIAL9DQgJ",
  "CgsMDQ4PAAECAwQFBgf9twEiAv0bACIAIAL9GwEiASAAIAFJG2sPCwNAIAAgB0kEQCAGIAAtAAAiASABIAZLGyEGIAUgASABIAVJ",
  "GyEFIABBAWohAAwBCwsgBSAGawupAgIDewN/Qf//AyEGIAAgAUEBdGohByABQQhPBED9DP////////////////////8hAgNAIABB",
  "EGoiASAHTQRAIAIgAP0ABAAiBP2XASECIAMgBP2ZASEDIAEhAAwBCwsgAiAHQRBr/QAEACIC/ZcBIQQgAyAC/ZkBIgL9qQEgAv2q",
  "Af25ASICIAIgAv0NCAkKCwwNDg8AAQIDBAUGB/25ASIC/RsAIgAgAv0bASIBIAAgAUsbIAT9qQEgBP2qAf23ASICIAIgAv0NCAkK",
  "CwwNDg8AAQIDBAUGB/23ASIC/RsAIgAgAv0bASIBIAAgAUkbaw8LA0AgACAHSQRAIAYgAC8BACIBIAEgBksbIQYgBSABIAEgBUkb",
  "IQUgAEECaiEADAELCyAFIAZrC2cCA3sBf/0M/////////////////////yEEA0AgAiAHSwRAIAQgAP0ABAAiBv13IQQgBSAG/Xkh",
  "BSAHQQFqIQcgACABaiEADAELCyADIAUgBP1xIgT9iQH9CwQAIAMgBP2KAf0LBBALkwECBnsBf/0M/////////////////////yEE",
  "/Qz/////////////////////IQUDQCACIApLBEAgBCAA/QAEACII/ZcBIQQgBSAA/QAEECIJ/ZcBIQUgBiAI/ZkBIQYgByAJ/ZkB",
  "IQcgCkEBaiEKIAAgAWohAAwBCwsgAyAGIAT9kQH9CwQAIAMgByAF/ZEB/QsEEAvfAgIGfwd7A0AgBCAMSgRAIAAgAyAMQQJ0aigC",
  "ACABbGohDyADIAxBAWpBAnRqKAKAAyEQQQAhDQNAIAIgDUsEQP0MAAAAAAAAAAAAAAAAAAAAACER/QwAAAAAAAAAAAAAAAAAAAAA",
  "IRL9DAAAAAAAAAAAAAAAAAAAAAAhE/0MAAAAAAAAAAAAAAAAAAAAACEUIA0gD2ohDiADIAxBAnRqKAKAAyELA0AgCyAQSQRAIBEg",
  "Dv0ABAAiFv2JASIXIAv9CAEAIhX9vgH9rgEhESASIBcgFf2/Af2uASESIBMgFv2KASIWIBX9vgH9rgEhEyAUIBYgFf2/Af2uASEU",
  "IAtBAmohCyABIA5qIQ4MAQsLIAggDUECdGoiCyAR/QsEACALIBL9CwQQIAsgE/0LBCAgCyAU/QsEMCANQRBqIQ0MAQsLIAggBSAG",
  "IAcgCRAEIAxBAWohDCAJIApqIQkMAQsLC4QCAgZ/BHsDQCAEIAxKBEAgACADIAxBAnRqKAIAIAFsaiEPIAMgDEEBakECdGooAoAD",
  "IRBBACENA0AgAiANSwRA/QwAAAAAAAAAAAAAAAAAAAAAIRH9DAAAAAAAAAAAAAAAAAAAAAAhEiAPIA1BAXRqIQ4gAyAMQQJ0aigC",
  "gAMhCwNAIAsgEEkEQCARIA79AAQAIhMgC/0IAQAiFP2+Af2uASERIBIgEyAU/b8B/a4BIRIgC0ECaiELIAEgDmohDgwBCwsgCCAN",
  "QQJ0aiILIBH9CwQAIAsgEv0LBBAgDUEIaiENDAELCyAIIAUgBiAHIAkQBCAMQQFqIQwgCSAKaiEJDAELCwvBAwEKfyAGQQBBgBj8",
  "CwAgACEHA0AgAiAJSgRAIAcgAUEBdGohDyAHIQgDQCAIIA9JBEAgBiAILQABQQJ0aiIQIBAoAgBBAWo2AgAgCEECaiEIDAELCyAJ",
  "QQFqIQkgAyAHaiEHDAELCyAGKAIAIQcDQCAEIAdOBEAgBCAHayEEIAYgCkEBaiIKQQJ0aigCACEHDAELCyAGKAIAIQcDQCAFIAdO",
  "BEAgBSAHayEFIAYgC0EBaiILQQJ0aigCACEHDAELCyAGQYAIaiEHIAZBgBBqIQgDQCACIAxKBEAgACABQQF0aiEJIAAhBgNAIAYg",
  "CUkEQCAGLQABIg8gCkYEQCAHIAYtAABBAnRqIhAgECgCAEEBajYCAAsgCyAPRgRAIAggBi0AAEECdGoiDyAPKAIAQQFqNgIACyAG",
  "QQJqIQYMAQsLIAxBAWohDCAAIANqIQAMAQsLIAcoAgAhAANAIAAgBEwEQCAEIABrIQQgByANQQFqIg1BAnRqKAIAIQAMAQsLIAgo",
  "AgAhAANAIAAgBUwEQCAFIABrIQUgCCAOQQFqIg5BAnRqKAIAIQAMAQsLIAtBGHQgDkEQdHIgCkEIdHIgDXIL9QUBEH8gAUEBdEEP",
  "akFwcSEKA0AgAyATSiABIAIgASACSBsgBE5xBEAgByILIAFBAXRBD2pBcHEiDCACbCIUQUBrIgdqIREgByAHIAcgByARaiINaiIP",
  "aiIVIAdqIhBqIQcgEwRAIAohDiALIQpBACEWA0AgAiAWSgRAIAAgDmohGEEAIRIDQCABIBJLBEAgGCASQQJ0IhlqIRcgCiASQQF0",
  "aiAAIBlqIhn9AAQA/X8gF/0ABAD9f/2uAf0MAgAAAAIAAAACAAAAAgAAAP2uAUEC/a0BIBn9AAQQ/X8gF/0ABBD9f/2uAf0MAgAA",
  "AAIAAAACAAAAAgAAAP2uAUEC/a0B/YYB/QsEACASQQhqIRIMAQsLIBZBAWohFiAAIA5BAXRqIQAgCiAMaiEKDAELCwUgACAQIAsg",
  "ASACIAxBASAIEAELIAsgECARIAEgAiAMQQEgCBABIBEgDSABIAIgDEECIAgQACANIBAgDyABIAIgDEECIAgQASAPIBUgASACIAxB",
  "BCAIEABBACEAA0AgACAUSQRAIAAgFWoiCiAK/QAEACAAIA9q/QAEAP2RAf0LBAAgAEEQaiEADAELC0EAIQADQCAAIBRJBEAgACAP",
  "aiIKIAr9AAQAIAAgDWr9AAQA/ZEB/QsEACAAQRBqIQAMAQsLQQAhAANAIAAgFEkEQCAAIBBqIAAgDWr9AAQAIAAgEWr9AAQA/ZEB",
  "/QsEACAAQRBqIQAMAQsLQQAhAANAIAAgFEkEQCAAIAtqIgogACARav0ABAAgCv0ABAD9kQH9CwQAIABBEGohAAwBCwsgECAPIBUg",
  "ASACIAwgBSATQQF0IgBBAWogCyAQIA8gASACIAwgBSAAIAkQBRAFIQkgBiABNgIAIAYgAjYCBCAGIAw2AgggBiARNgIQIAYgDTYC",
  "FCAGIAs2AiAgBiAQNgIkIAYgDzYCKCAGIBU2AiwgBkFAayEGIA0hACAMIQogAUEBdSEBIAJBAXUhAiATQQFqIRMMAQsLIAkL"
].join("");

// src/fingerprint/kernels/simd-module.ts
var maxWidth = 16384;
var maxHeight = 65536;
var bandBytes = 32768;
var maxRowBytes = maxWidth * 8;
var slackBytes = 64;
var maskPeriodBytes = 48;
var binTables = 8;
var planeBytes = 2 * thumbnailSide * thumbnailSide;
var tapsBytes = 4 * (thumbnailSide + 100);
var maxWords = 3 * maxKeypoints;
var scaleSpaceBytes = 8 * (planeBytes + 3 * slackBytes);
var layout = layOut(1024, {
  pattern: maskPeriodBytes,
  levelTotals: 16,
  laplacianTotals: 16,
  bounds: 4 * (gridSize + 1),
  bins: 4 * binTables * 256,
  cells: 8 * gridSize,
  columns: 4 * maxWidth,
  input: maxRowBytes,
  packed: maxRowBytes,
  changes: 4 * bandBytes,
  spans: 32,
  rowTaps: tapsBytes + 2 * (maxHeight + 2 * thumbnailSide),
  columnTaps: tapsBytes + 2 * (maxWidth + 2 * thumbnailSide),
  thumbnail: thumbnailSide * thumbnailSide,
  means: planeBytes,
  line: 2 * thumbnailSide + 32,
  scaleSpace: scaleSpaceBytes,
  octaves: 256,
  cosines: 128,
  scratch: 4096,
  extrema: 4 * 2 * thumbnailSide * thumbnailSide,
  words: 8 * maxWords,
  places: 4 * maxWords,
  page: 0
});
function layOut(start, sizes) {
  const places = { ...sizes };
  let at = start;
  for (const name of Object.keys(sizes)) {
    places[name] = at;
    at += Math.ceil((sizes[name] + slackBytes) / slackBytes) * slackBytes;
  }
  return places;
}
function loadSimdModule() {
  let module;
  try {
    module = new WebAssembly.Module(Buffer.from(simdBinary, "base64"));
  } catch {
    return void 0;
  }
  return new WebAssembly.Instance(module).exports;
}
var memoryPageBytes = 65536;
function reservePage({ memory }, levelBytes) {
  const missing = layout.page + levelBytes + slackBytes - memory.buffer.byteLength;
  if (missing <= 0) return true;
  try {
    memory.grow(Math.ceil(missing / memoryPageBytes));
    return true;
  } catch {
    return false;
  }
}

// src/fingerprint/kernels/simd-description.ts
var blockColumns = 16;
var vectorBytes = 16;
var radii = [1, 2].map((layer) => patchRadius({ layer, scale: 0 }));
function describeWithSimd(simd, page) {
  if (page.width > maxWidth || page.height > maxHeight || !loadPage(simd, page)) return describePlainly(page);
  const frame = trimBorders(page, measureSpans2(simd, page));
  const [width, height] = fitThumbnail(frame);
  const thumbnail = { width, height, stride: strideOf(width) };
  shrinkPage2(simd, page, frame, thumbnail);
  const range = stretchLevels2(simd, thumbnail);
  const words = writeWords(simd, listExtrema2(simd, thumbnail));
  const { buffer } = simd.memory;
  return {
    sourceWidth: page.width,
    sourceHeight: page.height,
    frame,
    width,
    height,
    levels: new Uint8Array(buffer, layout.thumbnail, width * height).slice(),
    range: range / 257,
    words: new Uint32Array(buffer, layout.words, 2 * words).slice(),
    places: new Uint8Array(buffer, layout.places, 4 * words).slice()
  };
}
function loadPage(simd, { levels }) {
  if (levels.buffer === simd.memory.buffer) return true;
  if (!reservePage(simd, levels.byteLength)) return false;
  new Uint8Array(simd.memory.buffer, layout.page).set(
    new Uint8Array(levels.buffer, levels.byteOffset, levels.byteLength)
  );
  return true;
}
function strideOf(width) {
  return Math.ceil(2 * width / vectorBytes) * vectorBytes;
}
function measureSpans2(simd, { width, levels }) {
  const sampleBytes = levels.BYTES_PER_ELEMENT;
  const [spanOf, spanColumns] = sampleBytes === 1 ? [simd.spanOf8, simd.spanColumns8] : [simd.spanOf16, simd.spanColumns16];
  const spans = new Uint16Array(simd.memory.buffer, layout.spans, blockColumns);
  let measured = { block: -1, top: 0, bottom: 0 };
  return {
    ofPage: () => spanOf(layout.page, levels.length),
    ofRow: (row) => spanOf(layout.page + row * width * sampleBytes, width),
    ofColumn: (column, top, bottom) => {
      const place = column % blockColumns;
      const block = column - place;
      if (block !== measured.block || top !== measured.top || bottom !== measured.bottom) {
        const at = layout.page + (top * width + block) * sampleBytes;
        spanColumns(at, width * sampleBytes, bottom - top, layout.spans);
        measured = { block, top, bottom };
      }
      return spans[place] ?? 0;
    }
  };
}
function shrinkPage2(simd, page, { left, top, right, bottom }, { width, height, stride }) {
  const sampleBytes = page.levels.BYTES_PER_ELEMENT;
  const total = simd.weighAxis(right - left, width, layout.columnTaps) * simd.weighAxis(bottom - top, height, layout.rowTaps);
  const shrink = sampleBytes === 1 ? simd.shrink8 : simd.shrink16;
  const at = layout.page + (top * page.width + left) * sampleBytes;
  const factor = widenFactor(page) / total;
  shrink(
    at,
    page.width * sampleBytes,
    right - left,
    layout.rowTaps,
    height,
    layout.columnTaps,
    width,
    factor,
    layout.columns,
    layout.means,
    stride
  );
}
function stretchLevels2(simd, { width, height, stride }) {
  const [lowRank, highRank] = clippedRanks(width * height);
  const both = simd.selectRanks(layout.means, width, height, stride, lowRank, highRank, layout.bins);
  const low = both & 65535;
  const high = both >>> 16;
  const range = high - low;
  simd.stretchPlane(layout.means, width, height, stride, low, range, stretchFactor(range), layout.thumbnail);
  return range;
}
function listExtrema2(simd, { width, height }) {
  const listEnd = simd.listExtrema(
    layout.means,
    width,
    height,
    maxOctaves,
    minSide,
    minStrength,
    layout.octaves,
    layout.scaleSpace,
    layout.line + vectorBytes,
    layout.extrema
  );
  const extrema = new Uint32Array(simd.memory.buffer, layout.extrema, (listEnd - layout.extrema) / 4);
  return extrema.sort().length;
}
function writeWords(simd, extrema) {
  new Int16Array(simd.memory.buffer, layout.cosines).set(cosines);
  const [first = 0, second = 0] = radii;
  return simd.writeWords(
    layout.extrema,
    extrema,
    layout.octaves,
    layout.cosines,
    layout.scratch,
    first,
    second,
    overhang,
    ambiguity,
    middle,
    maxKeypoints,
    layout.words,
    layout.places
  );
}

// src/fingerprint/kernels/simd-kernels.ts
var maxBandRows = 256;
function loadSimdKernels() {
  const simd = loadSimdModule();
  return simd && makeKernels(simd);
}
function makeKernels(simd) {
  const viewMemory = () => new Uint8Array(simd.memory.buffer);
  const setMask = (bytes, pixelBytes, isCompared) => {
    const memory = viewMemory();
    for (let at = 0; at < maskPeriodBytes; at++) {
      memory[layout.pattern + at] = at < bytes && isCompared(at % pixelBytes) ? 255 : 0;
    }
  };
  const findInBands = (page, isFound) => {
    const memory = viewMemory();
    const bytes = bytesOf(page.samples);
    const pixelBytes = page.channels * page.samples.BYTES_PER_ELEMENT;
    const step = Math.floor(bandBytes / pixelBytes) * pixelBytes;
    for (let at = 0; at < bytes.length; at += step) {
      const band = bytes.subarray(at, at + step);
      memory.set(band, layout.input);
      if (isFound(band.length)) return true;
    }
    return false;
  };
  const hasEqualColors2 = (page) => {
    if (page.channels <= 2) return true;
    const sampleBytes = page.samples.BYTES_PER_ELEMENT;
    setMask(maskPeriodBytes, page.channels * sampleBytes, (byte) => byte < 2 * sampleBytes);
    return !findInBands(
      page,
      (bytes) => simd.hasDifference(layout.input, bytes, sampleBytes, layout.pattern) !== 0
    );
  };
  const isOpaque2 = (page) => {
    if (!hasAlphaChannel(page)) return true;
    const sampleBytes = page.samples.BYTES_PER_ELEMENT;
    const pixelBytes = page.channels * sampleBytes;
    setMask(maskPeriodBytes, pixelBytes, (byte) => byte >= pixelBytes - sampleBytes);
    return !findInBands(page, (bytes) => simd.hasGap(layout.input, bytes, layout.pattern) !== 0);
  };
  const setPattern = (pixelBytes, sampleBytes, kept) => {
    const memory = viewMemory();
    const perStep = Math.floor(16 / pixelBytes);
    let to = layout.pattern;
    for (let pixel = 0; pixel < perStep; pixel++) {
      for (const sample of kept) {
        for (let byte = 0; byte < sampleBytes; byte++)
          memory[to++] = pixel * pixelBytes + sample * sampleBytes + byte;
      }
    }
  };
  const readPage2 = (page, kept, onCanonical) => {
    const { width, height, channels, samples } = page;
    const sampleBytes = samples.BYTES_PER_ELEMENT;
    const rowBytes = width * sampleBytes;
    const isFit = width >= gridSize && height >= gridSize && width <= maxWidth && height <= maxHeight;
    if (!isFit || !reservePage(simd, rowBytes * height)) {
      return plainKernels.readPage(page, kept, onCanonical);
    }
    const { buffer } = simd.memory;
    const memory = viewMemory();
    const bins = new Uint32Array(buffer, layout.bins, binTables * 256);
    const [levelTotals, laplacianTotals] = [
      viewTotals(layout.levelTotals),
      viewTotals(layout.laplacianTotals)
    ];
    const cellRow = new Float64Array(buffer, layout.cells, gridSize);
    const isWide = sampleBytes === 2;
    const keptChannels = countKeptChannels(kept);
    const isPacked = keptChannels < channels;
    const pixelBytes = channels * sampleBytes;
    const keptBytes = keptChannels * sampleBytes;
    const bytes = bytesOf(samples);
    const bandRows = Math.max(1, Math.min(maxBandRows, Math.floor(bandBytes / (width * pixelBytes))));
    const readBand = (top, rows, levelsAt) => {
      const pixels = rows * width;
      const band = bytes.subarray(top * width * pixelBytes, (top + rows) * width * pixelBytes);
      const canonical = keptChannels === 1 ? levelsAt : layout.packed;
      if (isPacked) {
        memory.set(band, layout.input);
        simd.pack(layout.input, canonical, pixels, pixelBytes, keptBytes, layout.pattern);
        onCanonical(memory.subarray(canonical, canonical + pixels * keptBytes));
      } else {
        memory.set(band, canonical);
      }
      if (keptChannels === 2) takeGrey(pixels, levelsAt);
      else if (keptChannels > 2 && isWide) simd.levelsOfColor16(canonical, levelsAt, pixels, keptChannels);
      else if (keptChannels === 3) simd.levelsOfColor8(canonical, levelsAt, pixels);
      else if (keptChannels === 4) simd.levelsOfColorAlpha8(canonical, levelsAt, pixels);
    };
    const takeGrey = (pixels, levelsAt) => {
      setPattern(keptBytes, sampleBytes, [0]);
      simd.pack(layout.packed, levelsAt, pixels, keptBytes, sampleBytes, layout.pattern);
      if (isPacked) setKeptPattern();
    };
    const setKeptPattern = () => {
      const colors = kept.colors === 1 ? [0] : [0, 1, 2];
      setPattern(pixelBytes, sampleBytes, kept.alpha ? [...colors, channels - 1] : colors);
    };
    if (isPacked) setKeptPattern();
    else onCanonical(bytes);
    bins.fill(0);
    memory.fill(0, layout.columns, layout.columns + 4 * (width + 16));
    new Uint32Array(buffer, layout.bounds).set(cellBounds(width));
    for (const { sum, squares } of [levelTotals, laplacianTotals]) {
      sum.fill(0n);
      squares.fill(0n);
    }
    const cells = new Float64Array(gridSize * gridSize);
    const cellRows = cellBounds(height);
    let cell = 0;
    for (let top = 0; top < height; top += bandRows) {
      const rows = Math.min(bandRows, height - top);
      const bandLevels = layout.page + top * rowBytes;
      readBand(top, rows, bandLevels);
      if (isWide) simd.countLevels16(bandLevels, rows * width, layout.bins, layout.levelTotals);
      else simd.countLevels8(bandLevels, rows * width, layout.bins);
      const firstInner = Math.max(1, top - 1);
      const endInner = top + rows - 1;
      if (endInner > firstInner) {
        const sumLaplacians2 = isWide ? simd.sumLaplacians16 : simd.sumLaplacians8;
        const at = bandLevels + (firstInner - top) * rowBytes;
        sumLaplacians2(at, width, endInner - firstInner, layout.laplacianTotals);
      }
      const addColumns = isWide ? simd.addColumns16 : simd.addColumns8;
      for (let row = top; row < top + rows; ) {
        const cellEnd = cellRows[cell + 1] ?? height;
        const end = Math.min(cellEnd, top + rows);
        addColumns(bandLevels + (row - top) * rowBytes, width, end - row, layout.columns);
        row = end;
        if (end < cellEnd) break;
        simd.foldColumns(layout.columns, layout.bounds, gridSize, layout.cells);
        cells.set(cellRow, cell * gridSize);
        cell++;
      }
    }
    simd.addBins(layout.bins);
    const histogram = bins.slice(0, 256);
    const sums = {
      width,
      height,
      levelScale: isWide ? 257 : 1,
      histogram,
      ...isWide ? { levels: levelTotals.sum[0] ?? 0n, squaredLevels: levelTotals.squares[0] ?? 0n } : sumHistogram(histogram),
      laplacians: laplacianTotals.sum[0] ?? 0n,
      squaredLaplacians: laplacianTotals.squares[0] ?? 0n,
      cells
    };
    const levels = isWide ? new Uint16Array(buffer, layout.page, width * height) : new Uint8Array(buffer, layout.page, width * height);
    return { sums, intensity: { width, height, levels } };
  };
  const viewTotals = (at) => ({
    sum: new BigInt64Array(simd.memory.buffer, at, 1),
    squares: new BigUint64Array(simd.memory.buffer, at + 8, 1)
  });
  const forEachRun2 = (page, isGrey, onRun) => {
    const { channels, samples } = page;
    const memory = viewMemory();
    const changes = new Uint32Array(simd.memory.buffer, layout.changes, bandBytes);
    const bytes = bytesOf(samples);
    const sampleBytes = samples.BYTES_PER_ELEMENT;
    const pixelBytes = channels * sampleBytes;
    const pixels = samples.length / channels;
    const bandPixels = Math.floor(bandBytes / pixelBytes) - 1;
    const comparedBytes = isGrey ? sampleBytes : 3 * sampleBytes;
    setMask(Math.floor(16 / pixelBytes) * pixelBytes, pixelBytes, (byte) => byte < comparedBytes);
    let runStart = 0;
    for (let first = 1; first < pixels; first += bandPixels) {
      const count = Math.min(bandPixels, pixels - first);
      memory.set(bytes.subarray((first - 1) * pixelBytes, (first + count) * pixelBytes), layout.input);
      const at = layout.input + pixelBytes;
      const found = simd.listChanges(at, count, pixelBytes, layout.pattern, first, layout.changes);
      for (let index = 0; index < found; index++) {
        const change = changes[index] ?? 0;
        onRun(runStart * channels, change - runStart);
        runStart = change;
      }
    }
    if (pixels > 0) onRun(runStart * channels, pixels - runStart);
  };
  return {
    hasEqualColors: hasEqualColors2,
    isOpaque: isOpaque2,
    readPage: readPage2,
    describePicture: (page) => describeWithSimd(simd, page),
    forEachRun: forEachRun2
  };
}
function sumHistogram(histogram) {
  let levels = 0;
  let squaredLevels = 0;
  for (let level = 0; level < histogram.length; level++) {
    const pixels = histogram[level] ?? 0;
    levels += pixels * level;
    squaredLevels += pixels * level * level;
  }
  return { levels: BigInt(levels), squaredLevels: BigInt(squaredLevels) };
}

// src/fingerprint/kernels/choose-kernels.ts
var kernels = loadSimdKernels() ?? plainKernels;

export {
  gridSize,
  cellBounds,
  hasAlphaChannel,
  countKeptChannels,
  kernels
};
