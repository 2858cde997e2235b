import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);

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

// src/fingerprint/patch-sums.ts
var patchSide = 16;
var blockSide = 8;
var patchFields = {
  /** Pixels that are at most as bright as the darkest level that counts. */
  dark: 0,
  /** Squared differences of pixels beside each other, along rows and along columns. */
  neighbours: 1,
  /** Those of them that lie in different blocks. */
  across: 2,
  /** Squared differences of pixels two apart. */
  apart: 3,
  /** Absolute responses of Immerkær's mask over inner pixels. */
  noise: 4,
  /** Levels of the blocks, row by row: four. */
  blocks: 5,
  /** Their squares: four. */
  blockSquares: 9,
  /** Squares of the sums of 2 × 2, 4 × 4, 8 × 8 and 16 × 16 pixels: four. */
  octaves: 13
};
var patchNumbers = 17;
function sumPatchesPlainly({ width, levels }, corners, darkest) {
  const records = new Float64Array(corners.length * patchNumbers);
  const patch = new Float64Array(patchSide * patchSide);
  for (const [index, { left, top }] of corners.entries()) {
    for (let y = 0; y < patchSide; y++) {
      const at = (top + y) * width + left;
      patch.set(levels.subarray(at, at + patchSide), y * patchSide);
    }
    const record = records.subarray(index * patchNumbers, (index + 1) * patchNumbers);
    record[patchFields.dark] = patch.reduce((count, level) => count + (level <= darkest ? 1 : 0), 0);
    record[patchFields.neighbours] = sumSquaredDifferences(patch, 1, 1);
    record[patchFields.across] = sumSquaredDifferences(patch, 1, blockSide);
    record[patchFields.apart] = sumSquaredDifferences(patch, 2, 1);
    record[patchFields.noise] = sumNoise(patch);
    addBlocks(patch, record);
    addOctaves(patch, record);
  }
  return records;
}
function sumSquaredDifferences(patch, distance, period) {
  const first = Math.ceil(distance / period) * period;
  let sum = 0;
  for (let line = 0; line < patchSide; line++) {
    for (let place = first; place < patchSide; place += period) {
      const along = levelAt(patch, place, line) - levelAt(patch, place - distance, line);
      const down = levelAt(patch, line, place) - levelAt(patch, line, place - distance);
      sum += along * along + down * down;
    }
  }
  return sum;
}
function sumNoise(patch) {
  const bend = (x, y) => levelAt(patch, x, y - 1) - 2 * levelAt(patch, x, y) + levelAt(patch, x, y + 1);
  let sum = 0;
  for (let y = 1; y < patchSide - 1; y++) {
    for (let x = 1; x < patchSide - 1; x++) sum += Math.abs(bend(x - 1, y) - 2 * bend(x, y) + bend(x + 1, y));
  }
  return sum;
}
function addBlocks(patch, record) {
  for (let y = 0; y < patchSide; y++) {
    for (let x = 0; x < patchSide; x++) {
      const block = 2 * Math.floor(y / blockSide) + Math.floor(x / blockSide);
      const level = levelAt(patch, x, y);
      addTo(record, patchFields.blocks + block, level);
      addTo(record, patchFields.blockSquares + block, level * level);
    }
  }
}
function addOctaves(patch, record) {
  for (let octave = 0, size = 2; size <= patchSide; octave++, size *= 2) {
    for (let top = 0; top < patchSide; top += size) {
      for (let left = 0; left < patchSide; left += size) {
        let sum = 0;
        for (let y = top; y < top + size; y++) {
          for (let x = left; x < left + size; x++) sum += levelAt(patch, x, y);
        }
        addTo(record, patchFields.octaves + octave, sum * sum);
      }
    }
  }
}
function levelAt(patch, x, y) {
  return patch[y * patchSide + x] ?? 0;
}
function addTo(record, field, value) {
  record[field] = (record[field] ?? 0) + value;
}

// src/fingerprint/near-duplicates/description/dihedral.ts
var orientationCount = 8;
function matrixOf(orientation) {
  const x = orientation & 1 ? -1 : 1;
  const y = orientation & 2 ? -1 : 1;
  return orientation & 4 ? { xx: 0, xy: x, yx: y, yy: 0 } : { xx: x, xy: 0, yx: 0, yy: y };
}
function compose(outer, inner) {
  const flips = inner & 3;
  const passed = outer & 4 ? (flips & 1) << 1 | flips >> 1 : flips;
  return (outer ^ inner) & 4 | outer & 3 ^ passed;
}
function invert(orientation) {
  const flips = orientation & 3;
  return orientation & 4 ? 4 | (flips & 1) << 1 | flips >> 1 : orientation;
}

// src/fingerprint/near-duplicates/description/grey-grid.ts
function resample(page, width, height, frame = { left: 0, top: 0, right: page.width, bottom: page.height }) {
  const columns = axisWeights(frame.right - frame.left, width);
  const rows = axisWeights(frame.bottom - frame.top, height);
  const narrow = new Float32Array(width);
  const levels = new Float32Array(width * height);
  const rowSums = new Float32Array(frame.right - frame.left);
  for (let row = 0; row < height; row++) {
    rowSums.fill(0);
    const from = rows.offsets[row] ?? 0;
    const to = rows.offsets[row + 1] ?? 0;
    for (let tap = from; tap < to; tap++) {
      const start = (frame.top + (rows.first[row] ?? 0) + tap - from) * page.width + frame.left;
      addRow(rowSums, page.levels, start, rows.weights[tap] ?? 0);
    }
    mixColumns(narrow, rowSums, columns);
    levels.set(narrow, row * width);
  }
  return { width, height, levels };
}
function addRow(sums, levels, start, weight) {
  for (let x = 0, at = start; x < sums.length; x++, at++) {
    sums[x] = (sums[x] ?? 0) + weight * (levels[at] ?? 0);
  }
}
function mixColumns(cells, samples, { first, offsets, weights }) {
  for (let cell = 0; cell < cells.length; cell++) {
    const from = offsets[cell] ?? 0;
    const to = offsets[cell + 1] ?? 0;
    let at = first[cell] ?? 0;
    let sum = 0;
    for (let tap = from; tap < to; tap++, at++) sum += (weights[tap] ?? 0) * (samples[at] ?? 0);
    cells[cell] = sum;
  }
}
function axisWeights(samples, cells) {
  const first = new Int32Array(cells);
  const offsets = new Int32Array(cells + 1);
  const weights = [];
  const step = samples / cells;
  for (let cell = 0; cell < cells; cell++) {
    offsets[cell] = weights.length;
    if (step >= 1) {
      const from = cell * step;
      const to = from + step;
      const start = Math.floor(from);
      first[cell] = start;
      for (let at = start; at < Math.min(samples, Math.ceil(to - 1e-9)); at++) {
        weights.push((Math.min(at + 1, to) - Math.max(at, from)) / step);
      }
    } else {
      const center = Math.min(samples - 1, Math.max(0, (cell + 0.5) * step - 0.5));
      const start = Math.min(Math.floor(center), Math.max(0, samples - 2));
      first[cell] = start;
      if (samples === 1) weights.push(1);
      else weights.push(1 - (center - start), center - start);
    }
  }
  offsets[cells] = weights.length;
  return { first, offsets, weights: Float32Array.from(weights) };
}
function fitSize(width, height, longestSide) {
  const scale = longestSide / Math.max(width, height);
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}
function blur({ width, height, levels }, sigma) {
  const kernel = gaussian(sigma);
  const across = new Float32Array(levels.length);
  convolve(across, levels, kernel, width, height, 1, width);
  const both = new Float32Array(levels.length);
  convolve(both, across, kernel, height, width, width, 1);
  return { width, height, levels: both };
}
function gaussian(sigma) {
  const radius = Math.max(1, Math.ceil(2.5 * sigma));
  const half = Float32Array.from(
    { length: radius + 1 },
    (_, distance) => Math.exp(-distance * distance / (2 * sigma * sigma))
  );
  const sum = half.reduce((total, weight, distance) => total + (distance === 0 ? weight : 2 * weight), 0);
  return half.map((weight) => weight / sum);
}
function convolve(to, from, kernel, length, lines, step, lineStep) {
  const radius = kernel.length - 1;
  const padded = new Float32Array(length + 2 * radius);
  for (let line = 0, start = 0; line < lines; line++, start += lineStep) {
    for (let at = 0, source = start; at < length; at++, source += step)
      padded[at + radius] = from[source] ?? 0;
    padded.fill(padded[radius] ?? 0, 0, radius);
    padded.fill(padded[length + radius - 1] ?? 0, length + radius);
    for (let at = 0, target = start; at < length; at++, target += step) {
      const center = at + radius;
      let sum = (kernel[0] ?? 0) * (padded[center] ?? 0);
      for (let distance = 1; distance <= radius; distance++) {
        sum += (kernel[distance] ?? 0) * ((padded[center - distance] ?? 0) + (padded[center + distance] ?? 0));
      }
      to[target] = sum;
    }
  }
}
function orient(grid, orientation) {
  if (orientation === 0) return grid;
  const turned = (orientation & 4) !== 0;
  const width = turned ? grid.height : grid.width;
  const height = turned ? grid.width : grid.height;
  const { xx, xy, yx, yy } = matrixOf(orientation);
  const levels = new Float32Array(grid.levels.length);
  for (let y = 0, from = 0; y < grid.height; y++) {
    for (let x = 0; x < grid.width; x++, from++) {
      const toX = xx * x + xy * y + (xx + xy < 0 ? width - 1 : 0);
      const toY = yx * x + yy * y + (yx + yy < 0 ? height - 1 : 0);
      levels[toY * width + toX] = grid.levels[from] ?? 0;
    }
  }
  return { width, height, levels };
}
function boxMean({ width, height, levels }, radius) {
  const across = new Float32Array(levels.length);
  for (let start = 0; start < levels.length; start += width) slide(across, levels, start, 1, width, radius);
  const both = new Float32Array(levels.length);
  for (let start = 0; start < width; start++) slide(both, across, start, width, height, radius);
  return { width, height, levels: both };
}
function slide(to, from, start, step, length, radius) {
  let sum = 0;
  let count = 0;
  for (let ahead = 0; ahead < length + radius; ahead++) {
    if (ahead < length) {
      sum += from[start + ahead * step] ?? 0;
      count++;
    }
    if (ahead > 2 * radius) {
      sum -= from[start + (ahead - 2 * radius - 1) * step] ?? 0;
      count--;
    }
    const center = ahead - radius;
    if (center >= 0) to[start + center * step] = sum / count;
  }
}

// src/fingerprint/near-duplicates/description/thumbnail.ts
var thumbnailSide = 96;
var maxKeypoints = 48;
function fitThumbnail({ left, top, right, bottom }) {
  return fitSize(right - left, bottom - top, thumbnailSide);
}

// src/fingerprint/kernels/simd-binary.ts
var simdBinary = [
  "AGFzbQEAAAABtgETYAR/f39/AGADf39/AGAIf39/f39/f38AYAZ/f39/f38AYAN/f38Bf2AEf39/fwF/YAJ/fwF/YAt/f39/f39/",
  "fH9/fwBgB39/f39/f38AYAV8fH98fwF/YAV/f398fwBgCX9/f39/f39/fwF/YAZ/f39/f38Bf2ABfwBgDX9/f39/fHx8fH9/f38B",
  "f2AFf39/f38AYAd/f39/f39/AX9gCn9/f39/f39/f38Bf2AFf39/f38BfwMlJAgCAwkKCwAAAwwBAQAEBQABAAAADQ4PBAIGBgAA",
  "BwcQEQASBQUFAQEQkBAHmAMeDWhhc0RpZmZlcmVuY2UADgZoYXNHYXAADQRwYWNrAAgObGV2ZWxzT2ZDb2xvcjgACxNsZXZlbHNP",
  "ZkNvbG9yQWxwaGE4AAoPbGV2ZWxzT2ZDb2xvcjE2AAwMY291bnRMZXZlbHM4ABAHYWRkQmlucwAUDWNvdW50TGV2ZWxzMTYAEQ5z",
  "dW1MYXBsYWNpYW5zOAAGD3N1bUxhcGxhY2lhbnMxNgAHC2FkZENvbHVtbnM4ABIMYWRkQ29sdW1uczE2ABMLZm9sZENvbHVtbnMA",
  "DwtsaXN0Q2hhbmdlcwAJCGxpc3ROZWFyACMJZmluZEVkZ2U4ACIJc3VtUGF0Y2g4ACELbGlzdEV4dHJlbWEAIAdzcGFuT2Y4ABkI",
  "c3Bhbk9mMTYAGgxzcGFuQ29sdW1uczgAGw1zcGFuQ29sdW1uczE2ABwJd2VpZ2hBeGlzABcHc2hyaW5rOAAdCHNocmluazE2AB4L",
  "c2VsZWN0UmFua3MAHwxzdHJldGNoUGxhbmUAGAp3cml0ZVdvcmRzABUGbWVtb3J5AgAKz2AklQIBB38gBiACQQF0aiEIIANBAWsh",
  "CSAFQQF0IQoDQCADIAdKBEAgACAEIAdsaiEMIAAgByAFayICQQAgAkEAThsgBGxqIQ0gACAJIAUgB2oiAiACIAlKGyAEbGohC0EA",
  "IQIDQCACIARJBEAgAiAGaiACIA1q/QAEACACIAtq/QAEAP2bASACIAxq/QAEAP2bAf0LBAAgAkEQaiECDAELCyAGQRBrIAYvAQD9",
  "EP0LBAAgCCAIQQJrLwEA/RD9CwQAQQAhAgNAIAIgBEkEQCABIAJqIAIgBmoiCyAKa/0ABAAgCiALav0ABAD9mwEgC/0ABAD9mwH9",
  "CwQAIAJBEGohAgwBCwsgB0EBaiEHIAEgBGohAQwBCwsLIgAgACABIAMgBCAFIAYgBxAAIAEgAiADIAQgBSAGIAcQAAucAgICfwJ7",
  "A0AgBkEISQRAIAUgBkEEdGoiByAAIAEgBmxq/QAEACIIIABBDyAGayABbGr9AAQAIgn9jgH9CwQAIAcgCCAJ/ZEB/QsEgAEgBkEB",
  "aiEGDAELC0EAIQEDQCABQQhJBEAgAiAFIAFBAXFBB3RqIgD9AAQAIAT9CAEA/YIBIAD9AAQQIAT9CAEC/YIB/Y4BIAD9AAQgIAT9",
  "CAEE/YIB/Y4BIAD9AAQwIAT9CAEG/YIB/Y4BIAD9AARAIAT9CAEI/YIB/Y4BIAD9AARQIAT9CAEK/YIB/Y4BIAD9AARgIAT9CAEM",
  "/YIB/Y4BIAD9AARwIAT9CAEO/YIB/Y4B/QsEACABQQFqIQEgAiADaiECIARBEGohBAwBCwsL3QECA38BfCAAIAGhRAAAAAAAAOC/",
  "IAMgA6AgAaIiA6FjBH9BAQUgACABoCACt0QAAAAAAADgv6AgA6BkCwRAQQAPCyABRAAAAAAAAMA/oiEIA0AgBUEQSARAIAQgAkEB",
  "a7cgACABoSAFt0QAAAAAAADgP6AgCKKgpEQAAAAAAAAAAKUiA/wCIgYgAkECayIHIAYgB0gbIgY2AgAgBEH//wEgAyAGt6FEAAAA",
  "AAAA4ECiRAAAAAAAAOA/oPwCIgYgBkH//wFKGzYCBCAFQQFqIQUgBEEIaiEEDAELC0EBC5MBAgR/AX4gASgCgAMhBQNAIAIgBkoE",
  "QCABIAZBAWpBAnRqKAKAAyEIIAAgASAGQQJ0aigCAEECdGohB0IAIQkDQCAFIAhJBEAgCSAHNQIAIAUzAQB+fCEJIAVBAmohBSAH",
  "QQRqIQcMAQsLIAQgCbkgA6JEAAAAAAAA4D+g/AI7AQAgBkEBaiEGIARBAmohBAwBCwsLxAYCD3sJfyAG/RAiF/2BASEWQQEhICAD",
  "QQFrIR0DQCAdICBKBEBBAUEIIB0gIGsiAyADQQhKG3RBAWshGyABICBBAXRqIgP9AAQAIQ4gA0ECa/0ABAAiCyAD/QAEAiIJ/ZgB",
  "IQogCyAJ/ZYBIQwgAyAFaiIf/QAEACENIB9BAmv9AAQAIg8gH/0ABAIiC/2YASEJIA8gC/2WASELQQEhHgNAIB4gBEEBa0gEQCAO",
  "IAr9mAEhCiAOIAz9lgEhDCANIg4gF/01IA4gCiAJIgr9mAEgBSAfaiIf/QAEACINIB9BAmv9AAQAIhEgH/0ABAIiEP2YASIJ/ZgB",
  "/ZgB/TH9TiIPIA4gFv0zIA4gDCALIgz9lgEgDSARIBD9lgEiC/2WAf2WAf0v/U4iEf1Q/VMEQCAFIB5sICBBAXRqIhwgAGoiGiAF",
  "ayEGIAIgHGoiGSAFayEDIA8gDiAaQQJr/QAEACIQIBr9AAQCIg/9mAEgGv0ABAAiFf2YASAGQQJr/QAEACAG/QAEAv2YASAG/QAE",
  "AP2YASAFIBpqIhhBAmv9AAQAIBj9AAQC/ZgBIBj9AAQA/ZgB/ZgB/ZgB/TH9TiAOIBlBAmv9AAQAIhQgGf0ABAIiE/2YASAZ/QAE",
  "ACIS/ZgBIANBAmv9AAQAIAP9AAQC/ZgBIAP9AAQA/ZgBIAUgGWoiBkECa/0ABAAgBv0ABAL9mAEgBv0ABAD9mAH9mAH9mAH9Mf1O",
  "IBEgDiAQIA/9lgEgFf2WASAaIAVrIgNBAmv9AAQAIAP9AAQC/ZYBIAP9AAQA/ZYBIBhBAmv9AAQAIBj9AAQC/ZYBIBj9AAQA/ZYB",
  "/ZYB/ZYB/S/9TiAOIBQgE/2WASAS/ZYBIBkgBWsiA0ECa/0ABAAgA/0ABAL9lgEgA/0ABAD9lgEgBkECa/0ABAAgBv0ABAL9lgEg",
  "Bv0ABAD9lgH9lgH9lgH9L/1O/VD9hAEgG3EhAwNAIAMEQCABIBxqIANoIhlBAXRqLgEAIhhBH3UhBiAIIBkgIGogBiAYaiAGc0ER",
  "dCAHQQ50ciAeQQd0cnI2AgAgCEEEaiEIIAMgA0EBa3EhAwwBCwsLIB5BAWohHgwBCwsgIEEIaiEgDAELCyAIC4wDAwV/A3sCfgNA",
  "IAIgB0oEQCAAQQFqIQQgACABakEBayEIA0AgBEEIaiAITQRAIAggBEGAQGsiBSAFIAhLGyEG/QwAAAAAAAAAAAAAAAAAAAAAIQr9",
  "DAAAAAAAAAAAAAAAAAAAAAAhCQNAIAYgBEEIaiIFTwRAIAogBEEBa/0CAAAgBEEBav0CAAD9jgEgBCABa/0CAAAgASAEav0CAAD9",
  "jgH9jgEgBP0CAABBAv2LAf2RASIL/X79rgEhCiAJIAsgC/26Af2uASEJIAUhBAwBCwsgDSAK/ccBIAr9yAH9zgEiCv0dACAK/R0B",
  "fHwhDSAMIAn9yQEgCf3KAf3OASIJ/R0AIAn9HQF8fCEMDAELCwNAIAQgCEkEQCANIARBAWstAAAgBC0AAWogBCABay0AACABIARq",
  "LQAAamogBC0AAEECdGsiBax8IQ0gDCAFIAVsrHwhDCAEQQFqIQQMAQsLIAdBAWohByAAIAFqIQAMAQsLIAMgAykDACANfDcDACAD",
  "IAMpAwggDHw3AwgLpAECBH8DfiABQQF0IQUDQCACIAZKBEAgACAFakECayEHIABBAmohAQNAIAEgB0kEQCAJIAFBAmsvAQAgAUEC",
  "aiIELwEAaiABIAVrLwEAIAEgBWovAQBqaiABLwEAQQJ0a6wiCHwhCSAKIAggCH58IQogBCEBDAELCyAGQQFqIQYgACAFaiEADAEL",
  "CyADIAMpAwAgCXw3AwAgAyADKQMIIAp8NwMIC0sBAXsgBf0ABAAhBkEQIANtIQUDQCACQQBKBEAgASAA/QAEACAG/Q79CwQAIAAg",
  "AyAFbGohACABIAQgBWxqIQEgAiAFayECDAELCwvIAQIGfwJ7IAP9AAQAIQxBECACbiEIQQEgAnRBAWshCiAFIQcDQCABIAZLBEAg",
  "AP0ABAAgACACa/0ABAD9USAM/U4iDf1TBEAgDf0MAAAAAAAAAAAAAAAAAAAAAP0k/WQhCSABIAYgCGoiAyABIANJGyELIAYhAwNA",
  "IAMgC0kEQCAJIApxBEAgBSADIARqNgIAIAVBBGohBQsgA0EBaiEDIAkgAnYhCQwBCwsLIAYgCGohBiAAIAIgCGxqIQAMAQsLIAUg",
  "B2tBAnYLmAQBAXsDQCACQQBKBEAgASAA/QAEACID/QwA/wH/BP8F/wj/Cf8M/w3//Q79DEYmI0tGJiNLRiYjS0YmI0v9ugEgA/0M",
  "Av///wb///8K////Dv////0O/QyXDgAAlw4AAJcOAACXDgAA/boB/a4B/QwAQAAAAEAAAABAAAAAQAAA/a4BQQ/9rQEgAP0ABBAi",
  "A/0MAP8B/wT/Bf8I/wn/DP8N//0O/QxGJiNLRiYjS0YmI0tGJiNL/boBIAP9DAL///8G////Cv///w7////9Dv0Mlw4AAJcOAACX",
  "DgAAlw4AAP26Af2uAf0MAEAAAABAAAAAQAAAAEAAAP2uAUEP/a0B/YYBIAD9AAQgIgP9DAD/Af8E/wX/CP8J/wz/Df/9Dv0MRiYj",
  "S0YmI0tGJiNLRiYjS/26ASAD/QwC////Bv///wr///8O/////Q79DJcOAACXDgAAlw4AAJcOAAD9ugH9rgH9DABAAAAAQAAAAEAA",
  "AABAAAD9rgFBD/2tASAA/QAEMCID/QwA/wH/BP8F/wj/Cf8M/w3//Q79DEYmI0tGJiNLRiYjS0YmI0v9ugEgA/0MAv///wb///8K",
  "////Dv////0O/QyXDgAAlw4AAJcOAACXDgAA/boB/a4B/QwAQAAAAEAAAABAAAAAQAAA/a4BQQ/9rQH9hgH9Zv0LBAAgAkEQayEC",
  "IABBQGshACABQRBqIQEMAQsLC5gEAQF7A0AgAkEASgRAIAEgAP0ABAAiA/0MAP8B/wP/BP8G/wf/Cf8K//0O/QxGJiNLRiYjS0Ym",
  "I0tGJiNL/boBIAP9DAL///8F////CP///wv////9Dv0Mlw4AAJcOAACXDgAAlw4AAP26Af2uAf0MAEAAAABAAAAAQAAAAEAAAP2u",
  "AUEP/a0BIAD9AAQMIgP9DAD/Af8D/wT/Bv8H/wn/Cv/9Dv0MRiYjS0YmI0tGJiNLRiYjS/26ASAD/QwC////Bf///wj///8L////",
  "/Q79DJcOAACXDgAAlw4AAJcOAAD9ugH9rgH9DABAAAAAQAAAAEAAAABAAAD9rgFBD/2tAf2GASAA/QAEGCID/QwA/wH/A/8E/wb/",
  "B/8J/wr//Q79DEYmI0tGJiNLRiYjS0YmI0v9ugEgA/0MAv///wX///8I////C/////0O/QyXDgAAlw4AAJcOAACXDgAA/boB/a4B",
  "/QwAQAAAAEAAAABAAAAAQAAA/a4BQQ/9rQEgAP0ABCQiA/0MAP8B/wP/BP8G/wf/Cf8K//0O/QxGJiNLRiYjS0YmI0tGJiNL/boB",
  "IAP9DAL///8F////CP///wv////9Dv0Mlw4AAJcOAACXDgAAlw4AAP26Af2uAf0MAEAAAABAAAAAQAAAAEAAAP2uAUEP/a0B/YYB",
  "/Wb9CwQAIAJBEGshAiAAQTBqIQAgAUEQaiEBDAELCwtTAANAIAJBAEoEQCABIAAvAQBBxswAbCAALwECQaOWAWxqIAAvAQRBlx1s",
  "akGAgAFqQQ92OwEAIAJBAWshAiAAIANBAXRqIQAgAUECaiEBDAELCwt3AgN/AXsgAv0ABAAhBiAAIAFBcHFqIQUgACEDA0AgAyAF",
  "SQRAIAYgA/0ABAD9T/1TBEBBAQ8LIANBEGohAwwBCwsDQCADIARqIgUgACABakkEQCACIARqLQAAIAUtAABBf3NxBEBBAQ8LIARB",
  "AWohBAwBCwtBAAvFAQIEfwN7IAP9AAQAIQggA/0ABBAhCSAD/QAEICEKIAAgAUEwbkEwbGohByAAIQQDQCAEIAdJBEAgBP0ABAAg",
  "AiAEaiIG/QAEAP1RIAj9TiAE/QAEECAG/QAEEP1RIAn9Tv1QIAT9AAQgIAb9AAQg/VEgCv1O/VD9UwRAQQEPCyAEQTBqIQQMAQsL",
  "A0AgBCAFaiIGIAAgAWpJBEAgAyAFai0AACAGLQAAIAIgBmotAABzcQRAQQEPCyAFQQFqIQUMAQsLQQALcAIDfwF+IAAgASgCAEEC",
  "dGohBANAIAIgBUoEQCAAIAFBBGoiASgCAEECdGohBkIAIQcDQCAEIAZJBEAgByAENQIAfCEHIARBADYCACAEQQRqIQQMAQsLIAMg",
  "BUEDdGogB7o5AwAgBUEBaiEFDAELCwuxAgECfyAAIAFqIQMgACABQXhxaiEBA0AgACABSQRAIAIgAC0AAEECdGoiBCAEKAIAQQFq",
  "NgIAIAJBgAhqIAAtAAFBAnRqIgQgBCgCAEEBajYCACACQYAQaiAALQACQQJ0aiIEIAQoAgBBAWo2AgAgAkGAGGogAC0AA0ECdGoi",
  "BCAEKAIAQQFqNgIAIAJBgCBqIAAtAARBAnRqIgQgBCgCAEEBajYCACACQYAoaiAALQAFQQJ0aiIEIAQoAgBBAWo2AgAgAkGAMGog",
  "AC0ABkECdGoiBCAEKAIAQQFqNgIAIAJBgDhqIAAtAAdBAnRqIgQgBCgCAEEBajYCACAAQQhqIQAMAQsLA0AgACADSQRAIAIgAC0A",
  "AEECdGoiASABKAIAQQFqNgIAIABBAWohAAwBCwsLdAIDfgJ/IAAgAUEBdGohCANAIAAgCEkEQCACIAAvAQAiB0GAAWpBgQJuQQJ0",
  "aiIBIAEoAgBBAWo2AgAgBSAHrSIEfCEFIAYgBCAEfnwhBiAAQQJqIQAMAQsLIAMgAykDACAFfDcDACADIAMpAwggBnw3AwgL3QEC",
  "A3sDfwNAIAEgB0sEQP0MAAAAAAAAAAAAAAAAAAAAACEE/QwAAAAAAAAAAAAAAAAAAAAAIQUgACAHaiEIQQAhCQNAIAIgCUoEQCAE",
  "IAj9AAQAIgb9iQH9jgEhBCAFIAb9igH9jgEhBSAJQQFqIQkgASAIaiEIDAELCyADIAP9AAQAIAT9qQH9rgH9CwQAIAMgA/0ABBAg",
  "BP2qAf2uAf0LBBAgAyAD/QAEICAF/akB/a4B/QsEICADIAP9AAQwIAX9qgH9rgH9CwQwIAdBEGohByADQUBrIQMMAQsLC4sBAgN/",
  "A3sDQCABIARLBEAgA/0ABAAhByAD/QAEECEIIAAgBEEBdGohBUEAIQYDQCACIAZKBEAgByAF/QAEACIJ/akB/a4BIQcgCCAJ/aoB",
  "/a4BIQggBkEBaiEGIAUgAUEBdGohBQwBCwsgAyAH/QsEACADIAj9CwQQIARBCGohBCADQSBqIQMMAQsLC2ACAn8BewNAIAFBgAhJ",
  "BEAgACABav0ABAAhA0GACCECA0AgAkGAwABJBEAgAyAAIAJqIAFq/QAEAP2uASEDIAJBgAhqIQIMAQsLIAAgAWogA/0LBAAgAUEQ",
  "aiEBDAELCwuSDAQNfwZ+AXsEfCALIQ0gACABQQJ0aiEOA0AgACAOSSAKQQBKcQRAIAIgDkEEayIOKAIAIhFBD3ZBA3EiEkEGdGoi",
  "EygCCCIUIBFBB3ZB/wBxbCARQf8AcSIPQQF0aiIVIBMgEUEOdkEBcUEBaiIWQQJ0aiIXKAIgaiIYLgEAIQEgD7ggGC4BAiIPIBhB",
  "AmsuAQAiECABQQF0a2oiGQR8IBAgD2u3IBm3RAAAAAAAAABAoqNEAAAAAAAA4D+kRAAAAAAAAOC/pQVEAAAAAAAAAAALoCEjIBFB",
  "B3ZB/wBxuCAUIBhqLgEAIg8gGCAUay4BACIQIAFBAXRraiIRBHwgECAPa7cgEbdEAAAAAAAAAECio0QAAAAAAADgP6REAAAAAAAA",
  "4L+lBUQAAAAAAAAAAAugISEgIyAFIAYgFkEBRhsgFygCJCAVai4BACIPIBcoAhwgFWouAQAiECABQQF0a2oiAQR8IBAgD2u3IAG3",
  "RAAAAAAAAABAoqNEAAAAAAAA4D+kRAAAAAAAAOC/pQVEAAAAAAAAAAALIiJE7zn6/kIu1j+iIiQgJEQAAAAAAADgP6IgJEQAAAAA",
  "AAAIQKMgJEQAAAAAAADQP6JEAAAAAAAA8D+gokQAAAAAAADwP6CiRAAAAAAAAPA/oKJEAAAAAAAA8D+goiIkIBMoAgAgByAEEANF",
  "DQEgISAkIBMoAgQgByAEQYABahADRQ0BIApBAWshCiATIBZBAnRqKAIMIBQgAyAEIAkQFiAEQYASaiIPLgEQIRAgDy4BAiERQgAh",
  "G0IAIRxCACAPMgEAIhogGn59IRpBACEBA0AgAUEISQRAIBsgDyABQQR0av0ABAAiIP0MAAAAAAAAAAAAAAAAAAAAAP0x/YQBrCAB",
  "QQN0rSIdhoQhGyAcICD9hAGsIB2GhCEcIBogICAg/boBIiD9yQEgIP3KAf3OASIg/R0AICD9HQF8fCEaIAFBAWohAQwBCwsgGyAb",
  "IBtCB4iFQqqBqIWglYDVAIMiGyAbQgeGhYUiGyAbQg6IhULMmYOAwJkzgyIdQg6GIB2FIBuFIhsgG0IciIVC8OHDhw+DIh1CHIYg",
  "HYUgG4UhGyAcIBwgHEIHiIVCqoGohaCVgNUAgyIcIBxCB4aFhSIcIBxCDoiFQsyZg4DAmTODIh1CDoYgHYUgHIUiHCAcQhyIhULw",
  "4cOHD4MiHUIchiAdhSAchSEcIAhEAAAAAAAA4D+iIBq5n6IhJCAQQR91IgEgASAQanMiASARQR91Ig8gDyARanMiD0ghEyABIA8g",
  "ASAPShshFCABIA8gASAPSBshDyAjRAAAAAAAAOA/oEIBIBKthrkiI6JEAAAAAAAA4L+gRAAAAAAAAABAokQAAAAAAADgP6D8AyAh",
  "RAAAAAAAAOA/oCAjokQAAAAAAADgv6BEAAAAAAAAAECiRAAAAAAAAOA/oPwDQQh0ciASuEQAAAAAAAAgQKIgFrhEAAAAAAAAEECi",
  "oCAiRAAAAAAAABBAoqBEAAAAAAAA4D+g/ANBEHRyIRJBACEBA0AgAUEDSARAAkAgAUEBRiIVIA+3ICRjRXENACABQQJGIhYgFCAP",
  "a7cgJGNFcQ0AQqrVqtWq1arVqn9CACARIBAgE0UgEyAWGyIWG0EASEEEQQAgFhtyQQJBACAQIBEgFhtBAEgbckECQQAgFRtzIhVB",
  "AXEbQoD+g/iP4L+Af0IAIBVBAnEbhSIaQn+FIR0gCyAVQQRxQQBHIhYEfiAbQgeIIBuFQqqBqIWglYDVAIMiHiAeQgeGhSAbhSIe",
  "IB5CDoiFQsyZg4DAmTODIh9CDoYgH4UgHoUiHiAeQhyIhULw4cOHD4MiH0IchiAfhSAehQUgGwsgHYMgFgR+IBxCB4ggHIVCqoGo",
  "haCVgNUAgyIdIB1CB4aFIByFIh0gHUIOiIVCzJmDgMCZM4MiHkIOhiAehSAdhSIdIB1CHIiFQvDhw4cPgyIeQhyGIB6FIB2FBSAc",
  "CyAag4RC/H2DNwMAIAwgEiAVQRh0cjYCACALQQhqIQsgDEEEaiEMCyABQQFqIQEMAQsLDAELCyALIA1rQQN2C4MIAg57Bn8gAygC",
  "eEECaiADKAIAIhdrQQF0IRggBP0QIQUgACAXQQF0aiETQQAhAANAIABBEEkEQCATIANBgAFqIABBA3RqIgQoAgAgAWxqIRQgBP0I",
  "AQQhBiADQYACaiAAQQZ0aiEVQQAhBANAIAQgGEkEQCAEIBVqIAQgFGoiFv0ABAAiByABIBZq/QAEACAH/ZEBIAb9ggH9jgEgBf2R",
  "Af0LBAAgBEEQaiEEDAELCyAAQQFqIQAMAQsLQQAhAANAIAAgGEkEQCADQYACaiAAakHAACADQYAKaiAAaiIBQcAAIAIgA0GAFGoQ",
  "AiADQYAOaiAAQQN0aiIEIAH9AAQAIgcgAUFAa/0ABAAiCP0NAAEQEQIDEhMEBRQVBgcWFyIJIAH9AASAASIKIAH9AATAASIL/Q0A",
  "ARARAgMSEwQFFBUGBxYXIgz9DQABAgMQERITBAUGBxQVFhciDSAB/QAEgAIiDiAB/QAEwAIiD/0NAAEQEQIDEhMEBRQVBgcWFyIQ",
  "IAH9AASAAyIRIAH9AATAAyIF/Q0AARARAgMSEwQFFBUGBxYXIhL9DQABAgMQERITBAUGBxQVFhciBv0NAAECAwQFBgcQERITFBUW",
  "F/0LBAAgBCANIAb9DQgJCgsMDQ4PGBkaGxwdHh/9CwQQIAQgCSAM/Q0ICQoLGBkaGwwNDg8cHR4fIgYgECAS/Q0ICQoLGBkaGwwN",
  "Dg8cHR4fIgn9DQABAgMEBQYHEBESExQVFhf9CwQgIAQgBiAJ/Q0ICQoLDA0ODxgZGhscHR4f/QsEMCAEQUBrIgEgByAI/Q0ICRgZ",
  "CgsaGwwNHB0ODx4fIgYgCiAL/Q0ICRgZCgsaGwwNHB0ODx4fIgf9DQABAgMQERITBAUGBxQVFhciCCAOIA/9DQgJGBkKCxobDA0c",
  "HQ4PHh8iCSARIAX9DQgJGBkKCxobDA0cHQ4PHh8iBf0NAAECAxAREhMEBQYHFBUWFyIK/Q0AAQIDBAUGBxAREhMUFRYX/QsEACAB",
  "IAggCv0NCAkKCwwNDg8YGRobHB0eH/0LBBAgASAGIAf9DQgJCgsYGRobDA0ODxwdHh8iBiAJIAX9DQgJCgsYGRobDA0ODxwdHh8i",
  "Bf0NAAECAwQFBgcQERITFBUWF/0LBCAgASAGIAX9DQgJCgsMDQ4PGBkaGxwdHh/9CwQwIABBEGohAAwBCwsgA0GADmogF0EEdGsh",
  "AUEAIQADQCAAQRBJBEAgA0GAAmogAEEEdGogASADIABBA3RqIgQoAgBBBHRqIhP9AAQAIgUgE/0ABBAgBf2RASAE/QgBBP2CAf2O",
  "Af0LBAAgAEEBaiEADAELCyADQYACakEQIANBgBJqQRAgAiADQYAUahACC6UCAQd/IAFBAXQhCCACQZAGaiEFA0AgASAHSgRAIAIg",
  "BTYCgAMgACABTgRAIAAgB2wiCSAAaiEGIAIgCSABbSIDNgIAIAEgA2whAwNAIAMgBkgEQCAFIAEgA2oiBCAGIAQgBkgbIAMgCSAD",
  "IAlKG2s7AQAgBCEDIAVBAmohBQwBCwsFIAIgAEEBayAIbCIDIAdBAXRBAWogAGwgAWsiBCADIARIGyIDQQAgA0EAThsiAyAIbSIE",
  "IABBAmsiBkEAIAZBAE4bIgYgBCAGSBsiBDYCACAFIAggAyAEIAhsayIDazsBACAFQQJqIQUgAEEBSgRAIAUgAzsBACAFQQJqIQUL",
  "CyAHQQFqIQcgAkEEaiECDAELCyACIAU2AoADIAAgCCAAIAFOGwvrAQIEewF/IAT9ECEJIAX9ECEKIAb9ESEIA0AgAiAMSgRAQQAh",
  "BANAIAEgBEsEQCAAIARBAXRqIgX9AAQAIAn9kwEgCv2XASIL/akBIAj9tQH9DACAAAAAgAAAAIAAAACAAAD9rgFBEP2tASAL/aoB",
  "IAj9tQH9DACAAAAAgAAAAIAAAACAAAD9rgFBEP2tAf2GASELIAUgC/0LBAAgBCAHaiAL/QwgACAAIAAgACAAIAAgACAA/Y4BQQb9",
  "jQEiCyAL/Wb9WwMAACAEQQhqIQQMAQsLIAxBAWohDCAAIANqIQAgASAHaiEHDAELCwu7AgIDewN/Qf8BIQYgACABaiEHIAFBEE8E",
  "QP0M/////////////////////yECA0AgAEEQaiIBIAdNBEAgAiAA/QAEACIE/XchAiADIAT9eSEDIAEhAAwBCwsgAiAHQRBr/QAE",
  "ACIC/XchBCADIAL9eSIC/YkBIAL9igH9mQEiAv2pASAC/aoB/bkBIgIgAiAC/Q0ICQoLDA0ODwABAgMEBQYH/bkBIgL9GwAiACAC",
  "/RsBIgEgACABSxsgBP2JASAE/YoB/ZcBIgL9qQEgAv2qAf23ASICIAIgAv0NCAkKCwwNDg8AAQIDBAUGB/23ASIC/RsAIgAgAv0b",
  "ASIBIAAgAUkbaw8LA0AgACAHSQRAIAYgAC0AACIBIAEgBksbIQYgBSABIAEgBUkbIQUgAEEBaiEADAELCyAFIAZrC6kCAgN7A39B",
  "//8DIQYgACABQQF0aiEHIAFBCE8EQP0M/////////////////////yECA0AgAEEQaiIBIAdNBEAgAiAA/QAEACIE/ZcBIQIgAyAE",
  "/ZkBIQMgASEADAELCyACIAdBEGv9AAQAIgL9lwEhBCADIAL9mQEiAv2pASAC/aoB/bkBIgIgAiAC/Q0ICQoLDA0ODwABAgMEBQYH",
  "/bkBIgL9GwAiACAC/RsBIgEgACABSxsgBP2pASAE/aoB/bcBIgIgAiAC/Q0ICQoLDA0ODwABAgMEBQYH/bcBIgL9GwAiACAC/RsB",
  "IgEgACABSRtrDwsDQCAAIAdJBEAgBiAALwEAIgEgASAGSxshBiAFIAEgASAFSRshBSAAQQJqIQAMAQsLIAUgBmsLZwIDewF//Qz/",
  "////////////////////IQQDQCACIAdLBEAgBCAA/QAEACIG/XchBCAFIAb9eSEFIAdBAWohByAAIAFqIQAMAQsLIAMgBSAE/XEi",
  "BP2JAf0LBAAgAyAE/YoB/QsEEAuTAQIGewF//Qz/////////////////////IQT9DP////////////////////8hBQNAIAIgCksE",
  "QCAEIAD9AAQAIgj9lwEhBCAFIAD9AAQQIgn9lwEhBSAGIAj9mQEhBiAHIAn9mQEhByAKQQFqIQogACABaiEADAELCyADIAYgBP2R",
  "Af0LBAAgAyAHIAX9kQH9CwQQC98CAgZ/B3sDQCAEIAxKBEAgACADIAxBAnRqKAIAIAFsaiEPIAMgDEEBakECdGooAoADIRBBACEN",
  "A0AgAiANSwRA/QwAAAAAAAAAAAAAAAAAAAAAIRH9DAAAAAAAAAAAAAAAAAAAAAAhEv0MAAAAAAAAAAAAAAAAAAAAACET/QwAAAAA",
  "AAAAAAAAAAAAAAAAIRQgDSAPaiEOIAMgDEECdGooAoADIQsDQCALIBBJBEAgESAO/QAEACIW/YkBIhcgC/0IAQAiFf2+Af2uASER",
  "IBIgFyAV/b8B/a4BIRIgEyAW/YoBIhYgFf2+Af2uASETIBQgFiAV/b8B/a4BIRQgC0ECaiELIAEgDmohDgwBCwsgCCANQQJ0aiIL",
  "IBH9CwQAIAsgEv0LBBAgCyAT/QsEICALIBT9CwQwIA1BEGohDQwBCwsgCCAFIAYgByAJEAQgDEEBaiEMIAkgCmohCQwBCwsLhAIC",
  "Bn8EewNAIAQgDEoEQCAAIAMgDEECdGooAgAgAWxqIQ8gAyAMQQFqQQJ0aigCgAMhEEEAIQ0DQCACIA1LBED9DAAAAAAAAAAAAAAA",
  "AAAAAAAhEf0MAAAAAAAAAAAAAAAAAAAAACESIA8gDUEBdGohDiADIAxBAnRqKAKAAyELA0AgCyAQSQRAIBEgDv0ABAAiEyAL/QgB",
  "ACIU/b4B/a4BIREgEiATIBT9vwH9rgEhEiALQQJqIQsgASAOaiEODAELCyAIIA1BAnRqIgsgEf0LBAAgCyAS/QsEECANQQhqIQ0M",
  "AQsLIAggBSAGIAcgCRAEIAxBAWohDCAJIApqIQkMAQsLC8EDAQp/IAZBAEGAGPwLACAAIQcDQCACIAlKBEAgByABQQF0aiEPIAch",
  "CANAIAggD0kEQCAGIAgtAAFBAnRqIhAgECgCAEEBajYCACAIQQJqIQgMAQsLIAlBAWohCSADIAdqIQcMAQsLIAYoAgAhBwNAIAQg",
  "B04EQCAEIAdrIQQgBiAKQQFqIgpBAnRqKAIAIQcMAQsLIAYoAgAhBwNAIAUgB04EQCAFIAdrIQUgBiALQQFqIgtBAnRqKAIAIQcM",
  "AQsLIAZBgAhqIQcgBkGAEGohCANAIAIgDEoEQCAAIAFBAXRqIQkgACEGA0AgBiAJSQRAIAYtAAEiDyAKRgRAIAcgBi0AAEECdGoi",
  "ECAQKAIAQQFqNgIACyALIA9GBEAgCCAGLQAAQQJ0aiIPIA8oAgBBAWo2AgALIAZBAmohBgwBCwsgDEEBaiEMIAAgA2ohAAwBCwsg",
  "BygCACEAA0AgACAETARAIAQgAGshBCAHIA1BAWoiDUECdGooAgAhAAwBCwsgCCgCACEAA0AgACAFTARAIAUgAGshBSAIIA5BAWoi",
  "DkECdGooAgAhAAwBCwsgC0EYdCAOQRB0ciAKQQh0ciANcgv1BQEQfyABQQF0QQ9qQXBxIQoDQCADIBNKIAEgAiABIAJIGyAETnEE",
  "QCAHIgsgAUEBdEEPakFwcSIMIAJsIhRBQGsiB2ohESAHIAcgByAHIBFqIg1qIg9qIhUgB2oiEGohByATBEAgCiEOIAshCkEAIRYD",
  "QCACIBZKBEAgACAOaiEYQQAhEgNAIAEgEksEQCAYIBJBAnQiGWohFyAKIBJBAXRqIAAgGWoiGf0ABAD9fyAX/QAEAP1//a4B/QwC",
  "AAAAAgAAAAIAAAACAAAA/a4BQQL9rQEgGf0ABBD9fyAX/QAEEP1//a4B/QwCAAAAAgAAAAIAAAACAAAA/a4BQQL9rQH9hgH9CwQA",
  "IBJBCGohEgwBCwsgFkEBaiEWIAAgDkEBdGohACAKIAxqIQoMAQsLBSAAIBAgCyABIAIgDEEBIAgQAQsgCyAQIBEgASACIAxBASAI",
  "EAEgESANIAEgAiAMQQIgCBAAIA0gECAPIAEgAiAMQQIgCBABIA8gFSABIAIgDEEEIAgQAEEAIQADQCAAIBRJBEAgACAVaiIKIAr9",
  "AAQAIAAgD2r9AAQA/ZEB/QsEACAAQRBqIQAMAQsLQQAhAANAIAAgFEkEQCAAIA9qIgogCv0ABAAgACANav0ABAD9kQH9CwQAIABB",
  "EGohAAwBCwtBACEAA0AgACAUSQRAIAAgEGogACANav0ABAAgACARav0ABAD9kQH9CwQAIABBEGohAAwBCwtBACEAA0AgACAUSQRA",
  "IAAgC2oiCiAAIBFq/QAEACAK/QAEAP2RAf0LBAAgAEEQaiEADAELCyAQIA8gFSABIAIgDCAFIBNBAXQiAEEBaiALIBAgDyABIAIg",
  "DCAFIAAgCRAFEAUhCSAGIAE2AgAgBiACNgIEIAYgDDYCCCAGIBE2AhAgBiANNgIUIAYgCzYCICAGIBA2AiQgBiAPNgIoIAYgFTYC",
  "LCAGQUBrIQYgDSEAIAwhCiABQQF1IQEgAkEBdSECIBNBAWohEwwBCwsgCQuhCQMTewR/AXwgAv0PIRMgAP0ABAAiByEEA0AgF0EQ",
  "SARAIBggAP0ABAAiCCAT/Sr9ZGlqIRggDCAI/YkBIhQgCCAI/Q0AAAECAwQFBgcICQoLDA0OIgz9iQH9kQEiFSAV/boBIAj9igEi",
  "FSAM/YoB/ZEBIgwgDP26Af2uAf2uASEMIA0gFCAIIAj9DQABAAECAwQFBgcICQoLDA0iDf2JAf2RASIWIBb9ugEgFSAN/YoB/ZEB",
  "Ig0gDf26Af2uAf2uASENIAv9DAAAAAAAAAAAAAAAAAAAAAAgAC0ACCAALQAHayICIAJs/RwA/a4BIQsgF0EASgRAIAwgFCAE/YkB",
  "/ZEBIgwgDP26ASAVIAT9igH9kQEiDCAM/boB/a4BIhT9rgEhDCALIBT9rgEgCyAXQQhGGyELCyAXQQFKBEAgDSAI/YkBIhQgB/2J",
  "ASIV/ZEBIg0gDf26ASAI/YoBIhYgB/2KASIH/ZEBIg0gDf26Af2uAf2uASENIBUgFP2OASAE/YkBIhQgFP2OAf2RASIUIAcgFv2O",
  "ASAE/YoBIgcgB/2OAf2RASIH/Q0CAwQFBgcICQoLDA0ODxARIRUgBiAUIBQgB/0NBAUGBwgJCgsMDQ4PEBESE/2OASAVIBX9jgH9",
  "kQH9gAFBAP0aB/1/IBQgB/0NDg8QERITFBUWFxgZGhscHSAUIAf9DQgJCgsMDQ4PEBESExQVFhcgB/0NCgsMDQ4PGBkaGxwdHh8e",
  "H/2OASAHIAf9jgH9kQH9gAFBAP0aB/1//a4B/a4BIQYLIAkgCP2JASIHIAf9ugH9rgEhCSAOIAj9igEiByAH/boB/a4BIQ4gCP19",
  "IQcgF0EBcQRAIA8gCiAH/Y4BIgogCv26Af2uASEPIAUgCv1//a4BIQULIAchCiAXQQNxQQNGBEAgECAFIAX9tQH9rgEhECARIAX9",
  "rgEhEf0MAAAAAAAAAAAAAAAAAAAAACEFCyAXQQdxQQdGBEAgEiARIBEgEf0NBAUGBwABAgMMDQ4PCAkKC/2uASIHIAf9tQH9rgEh",
  "EiAbIAf9GwAiGiAH/RsCIgJqt6AhGyAXQQN1QQR0IANqIhkgGrc5AyggGSACtzkDMCAZIAn9GwAgCf0bAWogCf0bAmogCf0bA2q3",
  "OQNIIBkgDv0bACAO/RsBaiAO/RsCaiAO/RsDarc5A1D9DAAAAAAAAAAAAAAAAAAAAAAhEf0MAAAAAAAAAAAAAAAAAAAAACEO/QwA",
  "AAAAAAAAAAAAAAAAAAAAIQkLIAQhByAIIQQgF0EBaiEXIAAgAWohAAwBCwsgAyAYtzkDACADIAz9GwAgDP0bAWogDP0bAmogDP0b",
  "A2q3OQMIIAMgC/0bACAL/RsBaiAL/RsCaiAL/RsDarc5AxAgAyAN/RsAIA39GwFqIA39GwJqIA39GwNqtzkDGCADIAb9GwAgBv0b",
  "AWogBv0bAmogBv0bA2q3OQMgIAMgD/0bACAP/RsBaiAP/RsCaiAP/RsDarc5A2ggAyAQ/RsAIBD9GwFqIBD9GwJqIBD9GwNqtzkD",
  "cCADIBL9GwC3IBL9GwK3oDkDeCADIBsgG6I5A4ABC5EBAQN/A0AgAiAFSgRAAkAgBCAAIAEgBWxqLQAATg0AIAQgACABIAJBAWsi",
  "BiADIAVqIgcgBiAHSBtsai0AAE4NACAFIANrQQFqIgJBACACQQBOGyECA0AgAiAFSAR/IAAgASAFQQFrbGotAAAgBEoFQQALBEAg",
  "BUEBayEFDAELCyAFDwsgAyAFaiEFDAELCyACC1sCAn8BfiAAKQMAIQYgAyEEQQEhBSAAQQhqIQADQCAAIAFJBEAgAyAFNgIAIAMg",
  "ACkDACAGhXsgAqxYQQJ0aiEDIABBCGohACAFQQFqIQUMAQsLIAMgBGtBAnYL"
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
  patchRecord: 8 * patchNumbers,
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

export {
  orientationCount,
  matrixOf,
  compose,
  invert,
  resample,
  blur,
  orient,
  boxMean,
  thumbnailSide,
  maxKeypoints,
  fitThumbnail,
  patchSide,
  blockSide,
  patchFields,
  patchNumbers,
  sumPatchesPlainly,
  gridSize,
  cellBounds,
  hasAlphaChannel,
  countKeptChannels,
  bytesOf,
  maxWidth,
  maxHeight,
  bandBytes,
  maskPeriodBytes,
  binTables,
  layout,
  loadSimdModule,
  reservePage
};
