import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  bandBytes,
  binTables,
  bytesOf,
  cellBounds,
  countKeptChannels,
  fitThumbnail,
  gridSize,
  hasAlphaChannel,
  layout,
  loadSimdModule,
  maskPeriodBytes,
  maxHeight,
  maxKeypoints,
  maxWidth,
  patchNumbers,
  reservePage,
  sumPatchesPlainly
} from "./chunk-XHCPKLOD.js";

// src/fingerprint/find-edge.ts
function findEdgePlainly({ width, levels }, origin, direction, step, darkest) {
  const isSeen = (place) => (levels[origin + direction * place] ?? 0) > darkest;
  for (let place = 0; place < width; place += step) {
    if (!isSeen(place) || !isSeen(Math.min(width - 1, place + step))) continue;
    const least = Math.max(0, place - step + 1);
    while (place > least && isSeen(place - 1)) place--;
    return place;
  }
  return void 0;
}

// src/fingerprint/near-duplicates/description/stretch-levels.ts
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

// src/fingerprint/near-duplicates/description/keypoints.ts
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

// src/fingerprint/near-duplicates/description/patch-hash.ts
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

// src/fingerprint/near-duplicates/description/scale-space.ts
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

// src/fingerprint/near-duplicates/description/axis-taps.ts
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

// src/fingerprint/near-duplicates/description/shrink-page.ts
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

// src/fingerprint/near-duplicates/description/trim-borders.ts
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

// src/fingerprint/near-duplicates/description/describe-plainly.ts
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
  findEdge: findEdgePlainly,
  sumPatches: sumPatchesPlainly,
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
  const isLoaded8 = ({ levels }) => levels.buffer === simd.memory.buffer && levels instanceof Uint8Array;
  const findEdge = (page, origin, direction, step, darkest) => {
    if (!isLoaded8(page)) return plainKernels.findEdge(page, origin, direction, step, darkest);
    const { width, levels } = page;
    const found = simd.findEdge8(levels.byteOffset + origin, direction, width, step, darkest);
    return found < width ? found : void 0;
  };
  const sumPatches = (page, corners, darkest) => {
    if (!isLoaded8(page)) return plainKernels.sumPatches(page, corners, darkest);
    const { width, levels } = page;
    const record = new Float64Array(simd.memory.buffer, layout.patchRecord, patchNumbers);
    const records = new Float64Array(corners.length * patchNumbers);
    for (const [index, { left, top }] of corners.entries()) {
      simd.sumPatch8(levels.byteOffset + top * width + left, width, darkest, layout.patchRecord);
      records.set(record, index * patchNumbers);
    }
    return records;
  };
  return {
    hasEqualColors: hasEqualColors2,
    isOpaque: isOpaque2,
    readPage: readPage2,
    describePicture: (page) => describeWithSimd(simd, page),
    findEdge,
    sumPatches,
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
  kernels
};
