// From a page of levels to a thumbnail; see simd.as for what the caller owes.

/** The highest less the lowest of some 8-bit levels. */
export function spanOf8(at: usize, count: usize): u32 {
  let low: u32 = 255;
  let high: u32 = 0;
  const end = at + count;
  let p = at;
  if (count >= 16) {
    let lows = i8x16.splat(-1);
    let highs = i8x16.splat(0);
    for (; p + 16 <= end; p += 16) {
      const levels = v128.load(p);
      lows = i8x16.min_u(lows, levels);
      highs = i8x16.max_u(highs, levels);
    }
    // The rest once more with what lies before it.
    const last = v128.load(end - 16);
    return widest8(i8x16.min_u(lows, last), i8x16.max_u(highs, last));
  }
  for (; p < end; p++) {
    const level: u32 = load<u8>(p);
    low = min(low, level);
    high = max(high, level);
  }
  return high - low;
}

function widest8(lows: v128, highs: v128): u32 {
  let low = i16x8.min_u(i16x8.extend_low_i8x16_u(lows), i16x8.extend_high_i8x16_u(lows));
  let high = i16x8.max_u(i16x8.extend_low_i8x16_u(highs), i16x8.extend_high_i8x16_u(highs));
  return widest16(low, high);
}

function widest16(lows: v128, highs: v128): u32 {
  let low = i32x4.min_u(i32x4.extend_low_i16x8_u(lows), i32x4.extend_high_i16x8_u(lows));
  let high = i32x4.max_u(i32x4.extend_low_i16x8_u(highs), i32x4.extend_high_i16x8_u(highs));
  low = i32x4.min_u(low, i32x4.shuffle(low, low, 2, 3, 0, 1));
  high = i32x4.max_u(high, i32x4.shuffle(high, high, 2, 3, 0, 1));
  return (
    max<u32>(i32x4.extract_lane(high, 0), i32x4.extract_lane(high, 1)) -
    min<u32>(i32x4.extract_lane(low, 0), i32x4.extract_lane(low, 1))
  );
}

/** As `spanOf8`, of 16-bit levels. */
export function spanOf16(at: usize, count: usize): u32 {
  let low: u32 = 65535;
  let high: u32 = 0;
  const end = at + 2 * count;
  let p = at;
  if (count >= 8) {
    let lows = i16x8.splat(-1);
    let highs = i16x8.splat(0);
    for (; p + 16 <= end; p += 16) {
      const levels = v128.load(p);
      lows = i16x8.min_u(lows, levels);
      highs = i16x8.max_u(highs, levels);
    }
    const last = v128.load(end - 16);
    return widest16(i16x8.min_u(lows, last), i16x8.max_u(highs, last));
  }
  for (; p < end; p += 2) {
    const level: u32 = load<u16>(p);
    low = min(low, level);
    high = max(high, level);
  }
  return high - low;
}

/** The highest less the lowest of each of 16 columns of 8-bit levels, of which `at` is the first level. */
export function spanColumns8(at: usize, rowBytes: usize, rows: u32, spans: usize): void {
  let lows = i8x16.splat(-1);
  let highs = i8x16.splat(0);
  for (let row: u32 = 0; row < rows; row++, at += rowBytes) {
    const levels = v128.load(at);
    lows = i8x16.min_u(lows, levels);
    highs = i8x16.max_u(highs, levels);
  }
  const widths = i8x16.sub(highs, lows);
  v128.store(spans, i16x8.extend_low_i8x16_u(widths));
  v128.store(spans, i16x8.extend_high_i8x16_u(widths), 16);
}

/** As `spanColumns8`, of 16-bit levels. */
export function spanColumns16(at: usize, rowBytes: usize, rows: u32, spans: usize): void {
  let lows0 = i16x8.splat(-1);
  let lows1 = lows0;
  let highs0 = i16x8.splat(0);
  let highs1 = highs0;
  for (let row: u32 = 0; row < rows; row++, at += rowBytes) {
    const levels0 = v128.load(at);
    const levels1 = v128.load(at, 16);
    lows0 = i16x8.min_u(lows0, levels0);
    lows1 = i16x8.min_u(lows1, levels1);
    highs0 = i16x8.max_u(highs0, levels0);
    highs1 = i16x8.max_u(highs1, levels1);
  }
  v128.store(spans, i16x8.sub(highs0, lows0));
  v128.store(spans, i16x8.sub(highs1, lows1), 16);
}

// A table of taps: for each of at most 96 cells its first sample, then where its weights begin, then 16-bit weights.
const endsAt: usize = 4 * 96;
const weightsAt: usize = endsAt + 4 * 100;

/** See `weighAxis` in near-duplicates/description/axis-taps.ts. @returns what the weights of a cell add up to */
export function weighAxis(samples: i32, cells: i32, taps: usize): i32 {
  const unit = 2 * cells;
  let weight = taps + weightsAt;
  for (let cell = 0; cell < cells; cell++, taps += 4) {
    store<u32>(taps, weight as u32, endsAt);
    if (samples >= cells) {
      const from = cell * samples;
      const to = from + samples;
      const first = from / cells;
      store<i32>(taps, first);
      for (let at = first * cells; at < to; at += cells, weight += 2) {
        store<u16>(weight, (min(at + cells, to) - max(at, from)) as u16);
      }
    } else {
      const center = max(0, min((samples - 1) * unit, (2 * cell + 1) * samples - cells));
      const first = min(center / unit, max(0, samples - 2));
      const share = center - first * unit;
      store<i32>(taps, first);
      store<u16>(weight, (unit - share) as u16);
      weight += 2;
      if (samples > 1) {
        store<u16>(weight, share as u16);
        weight += 2;
      }
    }
  }
  store<u32>(taps, weight as u32, endsAt);
  return samples >= cells ? samples : unit;
}

/** The taps of a cell; see above. */
function firstOf(taps: usize, cell: i32): usize {
  return load<u32>(taps + ((<usize>cell) << 2)) as usize;
}

function weightsOf(taps: usize, cell: i32): usize {
  return load<u32>(taps + ((<usize>cell) << 2), endsAt) as usize;
}

/**
 * Means of the cells of a frame of 8-bit levels as 16-bit numbers, each sum times `factor`, rounded.
 * @param at the frame's first level; `rowBytes` apart lie the page's rows
 * @param sums room for one 32-bit number a column of the frame
 * @param to `stride` bytes apart lie the rows of means
 */
export function shrink8(
  at: usize,
  rowBytes: usize,
  frameWidth: usize,
  rows: usize,
  height: i32,
  columns: usize,
  width: i32,
  factor: f64,
  sums: usize,
  to: usize,
  stride: usize,
): void {
  for (let row = 0; row < height; row++, to += stride) {
    const top = at + firstOf(rows, row) * rowBytes;
    const end = weightsOf(rows, row + 1);
    for (let x: usize = 0; x < frameWidth; x += 16) {
      let sum0 = i32x4.splat(0);
      let sum1 = sum0;
      let sum2 = sum0;
      let sum3 = sum0;
      let p = top + x;
      for (let weight = weightsOf(rows, row); weight < end; weight += 2, p += rowBytes) {
        const times = v128.load16_splat(weight);
        const levels = v128.load(p);
        const low = i16x8.extend_low_i8x16_u(levels);
        const high = i16x8.extend_high_i8x16_u(levels);
        sum0 = i32x4.add(sum0, i32x4.extmul_low_i16x8_u(low, times));
        sum1 = i32x4.add(sum1, i32x4.extmul_high_i16x8_u(low, times));
        sum2 = i32x4.add(sum2, i32x4.extmul_low_i16x8_u(high, times));
        sum3 = i32x4.add(sum3, i32x4.extmul_high_i16x8_u(high, times));
      }
      const column = sums + (x << 2);
      v128.store(column, sum0);
      v128.store(column, sum1, 16);
      v128.store(column, sum2, 32);
      v128.store(column, sum3, 48);
    }
    meanCells(sums, columns, width, factor, to);
  }
}

/** As `shrink8`, of 16-bit levels. */
export function shrink16(
  at: usize,
  rowBytes: usize,
  frameWidth: usize,
  rows: usize,
  height: i32,
  columns: usize,
  width: i32,
  factor: f64,
  sums: usize,
  to: usize,
  stride: usize,
): void {
  for (let row = 0; row < height; row++, to += stride) {
    const top = at + firstOf(rows, row) * rowBytes;
    const end = weightsOf(rows, row + 1);
    for (let x: usize = 0; x < frameWidth; x += 8) {
      let low = i32x4.splat(0);
      let high = low;
      let p = top + (x << 1);
      for (let weight = weightsOf(rows, row); weight < end; weight += 2, p += rowBytes) {
        const times = v128.load16_splat(weight);
        const levels = v128.load(p);
        low = i32x4.add(low, i32x4.extmul_low_i16x8_u(levels, times));
        high = i32x4.add(high, i32x4.extmul_high_i16x8_u(levels, times));
      }
      v128.store(sums + (x << 2), low);
      v128.store(sums + (x << 2), high, 16);
    }
    meanCells(sums, columns, width, factor, to);
  }
}

function meanCells(sums: usize, columns: usize, width: i32, factor: f64, to: usize): void {
  let weight = weightsOf(columns, 0);
  for (let column = 0; column < width; column++, to += 2) {
    const end = weightsOf(columns, column + 1);
    let p = sums + (firstOf(columns, column) << 2);
    let sum: i64 = 0;
    for (; weight < end; weight += 2, p += 4) sum += <i64>load<u32>(p) * <i64>load<u16>(weight);
    store<u16>(to, <i32>(<f64>sum * factor + 0.5));
  }
}

/**
 * The 16-bit numbers of two ranks, from 0, the lower first, among the rows of a plane.
 * @param bins three tables of 256 bins, one behind the other
 * @returns the lower one, and the higher one times 65,536
 */
export function selectRanks(
  plane: usize,
  width: i32,
  height: i32,
  stride: usize,
  lowRank: i32,
  highRank: i32,
  bins: usize,
): u32 {
  memory.fill(bins, 0, 3 * 1024);
  for (let row = 0, from = plane; row < height; row++, from += stride) {
    const end = from + ((<usize>width) << 1);
    for (let p = from; p < end; p += 2) countOne(bins, load<u8>(p, 1));
  }
  let lowByte = 0;
  for (let count = binOf(bins, 0); lowRank >= count; count = binOf(bins, ++lowByte)) lowRank -= count;
  let highByte = 0;
  for (let count = binOf(bins, 0); highRank >= count; count = binOf(bins, ++highByte)) highRank -= count;
  const lowBins = bins + 1024;
  const highBins = bins + 2048;
  for (let row = 0, from = plane; row < height; row++, from += stride) {
    const end = from + ((<usize>width) << 1);
    for (let p = from; p < end; p += 2) {
      const upper = <i32>load<u8>(p, 1);
      if (upper == lowByte) countOne(lowBins, load<u8>(p));
      if (upper == highByte) countOne(highBins, load<u8>(p));
    }
  }
  let low = 0;
  for (let count = binOf(lowBins, 0); lowRank >= count; count = binOf(lowBins, ++low)) lowRank -= count;
  let high = 0;
  for (let count = binOf(highBins, 0); highRank >= count; count = binOf(highBins, ++high)) highRank -= count;
  return (highByte << 24) | (high << 16) | (lowByte << 8) | low;
}

function countOne(bins: usize, bin: u32): void {
  const at = bins + ((<usize>bin) << 2);
  store<u32>(at, load<u32>(at) + 1);
}

function binOf(bins: usize, bin: i32): i32 {
  return load<i32>(bins + ((<usize>bin) << 2));
}

/** See `stretchLevels` in near-duplicates/description/stretch-levels.ts. Changes a plane and writes its levels 0–255 to `levels`. */
export function stretchPlane(
  plane: usize,
  width: usize,
  height: i32,
  stride: usize,
  low: i32,
  range: i32,
  factor: u32,
  levels: usize,
): void {
  const lows = i16x8.splat(low as i16);
  const ranges = i16x8.splat(range as i16);
  const factors = i32x4.splat(factor);
  const half = i32x4.splat(32768);
  for (let row = 0; row < height; row++, plane += stride, levels += width) {
    for (let x: usize = 0; x < width; x += 8) {
      const p = plane + (x << 1);
      const means = i16x8.min_u(i16x8.sub_sat_u(v128.load(p), lows), ranges);
      const left = i32x4.mul(i32x4.extend_low_i16x8_u(means), factors);
      const right = i32x4.mul(i32x4.extend_high_i16x8_u(means), factors);
      const stretched = i16x8.narrow_i32x4_u(
        i32x4.shr_u(i32x4.add(left, half), 16),
        i32x4.shr_u(i32x4.add(right, half), 16),
      );
      v128.store(p, stretched);
      const rounded = i16x8.shr_u(i16x8.add(stretched, i16x8.splat(32)), 6);
      v128.store64_lane(levels + x, i8x16.narrow_i16x8_u(rounded, rounded), 0);
    }
  }
}
