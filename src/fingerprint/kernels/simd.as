// AssemblyScript, compiled by scripts/build/compile-kernels.ts into simd-binary.ts; called through simd-module.ts.
//
// The caller owns the memory: every address is a parameter, pages come in bands of rows, and behind each region lie
// 64 bytes that may be read, or overwritten by a result, without meaning. `totals` are pairs of 64-bit integers, a sum
// and a sum of squares, that are added to.

export * from './simd-thumbnail';
export { listNear } from './simd-join';
export { findEdge8, sumPatch8 } from './simd-patch';
export { listExtrema } from './simd-scale-space';
export * from './simd-words';

/** Whether a byte under the mask differs from the one `step` bytes on; `mask` repeats every 48 bytes. */
export function hasDifference(at: usize, bytes: usize, step: usize, mask: usize): bool {
  const mask0 = v128.load(mask);
  const mask1 = v128.load(mask, 16);
  const mask2 = v128.load(mask, 32);
  const whole = at + (bytes / 48) * 48;
  let p = at;
  for (; p < whole; p += 48) {
    const d0 = v128.and(v128.xor(v128.load(p), v128.load(p + step)), mask0);
    const d1 = v128.and(v128.xor(v128.load(p, 16), v128.load(p + step, 16)), mask1);
    const d2 = v128.and(v128.xor(v128.load(p, 32), v128.load(p + step, 32)), mask2);
    if (v128.any_true(v128.or(v128.or(d0, d1), d2))) return true;
  }
  for (let i: usize = 0; p + i < at + bytes; i++) {
    if ((load<u8>(p + i) ^ load<u8>(p + i + step)) & load<u8>(mask + i)) return true;
  }
  return false;
}

/** Whether a byte under the mask is not 255; `mask` repeats every 16 bytes. */
export function hasGap(at: usize, bytes: usize, mask: usize): bool {
  const wanted = v128.load(mask);
  const whole = at + (bytes & ~15);
  let p = at;
  for (; p < whole; p += 16) {
    if (v128.any_true(v128.andnot(wanted, v128.load(p)))) return true;
  }
  for (let i: usize = 0; p + i < at + bytes; i++) {
    if (~load<u8>(p + i) & load<u8>(mask + i)) return true;
  }
  return false;
}

/**
 * Copies some bytes of each pixel. `pattern` are the 16 indices of bytes that one step takes from the next 16, packed
 * to the front; a step covers as many whole pixels as 16 bytes hold.
 */
export function pack(from: usize, to: usize, pixels: i32, fromBytes: i32, toBytes: i32, pattern: usize): void {
  const indices = v128.load(pattern);
  const perStep = 16 / fromBytes;
  for (let left = pixels; left > 0; left -= perStep) {
    v128.store(to, i8x16.swizzle(v128.load(from), indices));
    from += perStep * fromBytes;
    to += perStep * toBytes;
  }
}

/** Levels of four pixels, as 32-bit integers: (9798 red + 19235 green + 3735 blue + 16384) / 32768. */
function weigh(redGreen: v128, blue: v128): v128 {
  const sum = i32x4.add(
    i32x4.dot_i16x8_s(redGreen, i16x8(9798, 19235, 9798, 19235, 9798, 19235, 9798, 19235)),
    i32x4.dot_i16x8_s(blue, i16x8(3735, 0, 3735, 0, 3735, 0, 3735, 0)),
  );
  return i32x4.shr_u(i32x4.add(sum, i32x4.splat(16384)), 15);
}

function weighColor(p: usize): v128 {
  const four = v128.load(p);
  return weigh(
    i8x16.swizzle(four, i8x16(0, -1, 1, -1, 3, -1, 4, -1, 6, -1, 7, -1, 9, -1, 10, -1)),
    i8x16.swizzle(four, i8x16(2, -1, -1, -1, 5, -1, -1, -1, 8, -1, -1, -1, 11, -1, -1, -1)),
  );
}

function weighColorAlpha(p: usize): v128 {
  const four = v128.load(p);
  return weigh(
    i8x16.swizzle(four, i8x16(0, -1, 1, -1, 4, -1, 5, -1, 8, -1, 9, -1, 12, -1, 13, -1)),
    i8x16.swizzle(four, i8x16(2, -1, -1, -1, 6, -1, -1, -1, 10, -1, -1, -1, 14, -1, -1, -1)),
  );
}

/** 8-bit levels of interleaved red, green, blue. */
export function levelsOfColor8(from: usize, to: usize, pixels: i32): void {
  for (let left = pixels; left > 0; left -= 16, from += 48, to += 16) {
    const low = i16x8.narrow_i32x4_u(weighColor(from), weighColor(from + 12));
    const high = i16x8.narrow_i32x4_u(weighColor(from + 24), weighColor(from + 36));
    v128.store(to, i8x16.narrow_i16x8_u(low, high));
  }
}

/** 8-bit levels of interleaved red, green, blue, alpha. */
export function levelsOfColorAlpha8(from: usize, to: usize, pixels: i32): void {
  for (let left = pixels; left > 0; left -= 16, from += 64, to += 16) {
    const low = i16x8.narrow_i32x4_u(weighColorAlpha(from), weighColorAlpha(from + 16));
    const high = i16x8.narrow_i32x4_u(weighColorAlpha(from + 32), weighColorAlpha(from + 48));
    v128.store(to, i8x16.narrow_i16x8_u(low, high));
  }
}

/** 16-bit levels of pixels of `channels` samples, of which the first three are red, green, blue. */
export function levelsOfColor16(from: usize, to: usize, pixels: i32, channels: i32): void {
  for (let left = pixels; left > 0; left--, from += 2 * channels, to += 2) {
    const red: u32 = load<u16>(from);
    const green: u32 = load<u16>(from, 2);
    const blue: u32 = load<u16>(from, 4);
    store<u16>(to, (9798 * red + 19235 * green + 3735 * blue + 16384) >> 15);
  }
}

function increment(bin: usize): void {
  store<u32>(bin, load<u32>(bin) + 1);
}

/** Counts 8-bit levels in eight tables of 256 bins, one behind the other: equal neighbours need not wait. */
export function countLevels8(at: usize, pixels: i32, bins: usize): void {
  const end = at + pixels;
  const whole = at + (pixels & ~7);
  let p = at;
  for (; p < whole; p += 8) {
    increment(bins + ((load<u8>(p) as usize) << 2));
    increment(bins + 1024 + ((load<u8>(p, 1) as usize) << 2));
    increment(bins + 2048 + ((load<u8>(p, 2) as usize) << 2));
    increment(bins + 3072 + ((load<u8>(p, 3) as usize) << 2));
    increment(bins + 4096 + ((load<u8>(p, 4) as usize) << 2));
    increment(bins + 5120 + ((load<u8>(p, 5) as usize) << 2));
    increment(bins + 6144 + ((load<u8>(p, 6) as usize) << 2));
    increment(bins + 7168 + ((load<u8>(p, 7) as usize) << 2));
  }
  for (; p < end; p++) increment(bins + ((load<u8>(p) as usize) << 2));
}

/** Adds the seven other tables of `countLevels8` to the first. */
export function addBins(bins: usize): void {
  for (let bin: usize = 0; bin < 1024; bin += 16) {
    let sum = v128.load(bins + bin);
    for (let table: usize = 1024; table < 8192; table += 1024) sum = i32x4.add(sum, v128.load(bins + table + bin));
    v128.store(bins + bin, sum);
  }
}

/** Counts 16-bit levels, rounded to the nearest of 257, and sums them. */
export function countLevels16(at: usize, pixels: i32, bins: usize, totals: usize): void {
  let sum: u64 = 0;
  let squares: u64 = 0;
  const end = at + 2 * pixels;
  for (let p = at; p < end; p += 2) {
    const level: u32 = load<u16>(p);
    increment(bins + ((((level + 128) / 257) as usize) << 2));
    sum += level;
    squares += (level as u64) * level;
  }
  store<u64>(totals, load<u64>(totals) + sum);
  store<u64>(totals, load<u64>(totals, 8) + squares, 8);
}

/** The sum of four 32-bit lanes as unsigned or signed integers. */
function sumUnsigned(lanes: v128): u64 {
  const pairs = i64x2.add(i64x2.extend_low_i32x4_u(lanes), i64x2.extend_high_i32x4_u(lanes));
  return i64x2.extract_lane(pairs, 0) + i64x2.extract_lane(pairs, 1);
}

function sumSigned(lanes: v128): i64 {
  const pairs = i64x2.add(i64x2.extend_low_i32x4_s(lanes), i64x2.extend_high_i32x4_s(lanes));
  return i64x2.extract_lane(pairs, 0) + i64x2.extract_lane(pairs, 1);
}

/** Steps of eight pixels after which 32-bit sums of squares could overflow: 2 · 1020² · 1024 < 2³². */
const stepsPerSum: usize = 1024;

/** Laplacians of `rows` rows of 8-bit levels, of which `at` is the first; a row lies above and below them. */
export function sumLaplacians8(at: usize, width: usize, rows: i32, totals: usize): void {
  let sum: i64 = 0;
  let squares: u64 = 0;
  for (let row = 0; row < rows; row++, at += width) {
    let p = at + 1;
    const end = at + width - 1;
    while (p + 8 <= end) {
      const pieceEnd = min(end, p + 8 * stepsPerSum);
      let sums = i32x4.splat(0);
      let squaredSums = i32x4.splat(0);
      for (; p + 8 <= pieceEnd; p += 8) {
        const across = i16x8.add(v128.load_ext<u8>(p - 1), v128.load_ext<u8>(p + 1));
        const down = i16x8.add(v128.load_ext<u8>(p - width), v128.load_ext<u8>(p + width));
        const center = i16x8.shl(v128.load_ext<u8>(p), 2);
        const laplacian = i16x8.sub(i16x8.add(across, down), center);
        sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_s(laplacian));
        squaredSums = i32x4.add(squaredSums, i32x4.dot_i16x8_s(laplacian, laplacian));
      }
      sum += sumSigned(sums);
      squares += sumUnsigned(squaredSums);
    }
    for (; p < end; p++) {
      const across: i32 = load<u8>(p - 1) + <i32>load<u8>(p + 1);
      const down: i32 = load<u8>(p - width) + <i32>load<u8>(p + width);
      const laplacian = across + down - 4 * <i32>load<u8>(p);
      sum += laplacian;
      squares += laplacian * laplacian;
    }
  }
  store<i64>(totals, load<i64>(totals) + sum);
  store<u64>(totals, load<u64>(totals, 8) + squares, 8);
}

/** As `sumLaplacians8`, of 16-bit levels. */
export function sumLaplacians16(at: usize, width: usize, rows: i32, totals: usize): void {
  let sum: i64 = 0;
  let squares: i64 = 0;
  const rowBytes: usize = 2 * width;
  for (let row = 0; row < rows; row++, at += rowBytes) {
    const end = at + rowBytes - 2;
    for (let p = at + 2; p < end; p += 2) {
      const across: i32 = load<u16>(p - 2) + <i32>load<u16>(p + 2);
      const down: i32 = load<u16>(p - rowBytes) + <i32>load<u16>(p + rowBytes);
      const laplacian = across + down - 4 * <i32>load<u16>(p);
      sum += laplacian;
      squares += <i64>laplacian * laplacian;
    }
  }
  store<i64>(totals, load<i64>(totals) + sum);
  store<i64>(totals, load<i64>(totals, 8) + squares, 8);
}

/** Adds rows of 8-bit levels, at most 257, to one 32-bit sum a column. */
export function addColumns8(at: usize, width: usize, rows: i32, columns: usize): void {
  for (let x: usize = 0; x < width; x += 16, columns += 64) {
    let low = i16x8.splat(0);
    let high = i16x8.splat(0);
    let p = at + x;
    for (let row = 0; row < rows; row++, p += width) {
      const levels = v128.load(p);
      low = i16x8.add(low, i16x8.extend_low_i8x16_u(levels));
      high = i16x8.add(high, i16x8.extend_high_i8x16_u(levels));
    }
    v128.store(columns, i32x4.add(v128.load(columns), i32x4.extend_low_i16x8_u(low)));
    v128.store(columns, i32x4.add(v128.load(columns, 16), i32x4.extend_high_i16x8_u(low)), 16);
    v128.store(columns, i32x4.add(v128.load(columns, 32), i32x4.extend_low_i16x8_u(high)), 32);
    v128.store(columns, i32x4.add(v128.load(columns, 48), i32x4.extend_high_i16x8_u(high)), 48);
  }
}

/** Adds rows of 16-bit levels, at most 65,536, to one 32-bit sum a column. */
export function addColumns16(at: usize, width: usize, rows: i32, columns: usize): void {
  for (let x: usize = 0; x < width; x += 8, columns += 32) {
    let low = v128.load(columns);
    let high = v128.load(columns, 16);
    let p = at + 2 * x;
    for (let row = 0; row < rows; row++, p += 2 * width) {
      const levels = v128.load(p);
      low = i32x4.add(low, i32x4.extend_low_i16x8_u(levels));
      high = i32x4.add(high, i32x4.extend_high_i16x8_u(levels));
    }
    v128.store(columns, low);
    v128.store(columns, high, 16);
  }
}

/**
 * Sums the columns of each cell as a 64-bit float and sets the columns to zero. `bounds` are the first columns of the
 * cells, and the end of the last.
 */
export function foldColumns(columns: usize, bounds: usize, count: i32, cells: usize): void {
  let column = columns + (load<u32>(bounds) << 2);
  for (let cell = 0; cell < count; cell++) {
    bounds += 4;
    const end = columns + (load<u32>(bounds) << 2);
    let sum: u64 = 0;
    for (; column < end; column += 4) {
      sum += load<u32>(column);
      store<u32>(column, 0);
    }
    store<f64>(cells + (<usize>cell << 3), <f64>sum);
  }
}

/**
 * Lists the pixels that differ under `mask` from the pixel before them, as 32-bit numbers counted from `first`. `mask`
 * holds 255 for each byte that is compared, in the whole pixels of 16 bytes; a pixel lies before the first.
 * @returns how many were listed
 */
export function listChanges(at: usize, pixels: u32, pixelBytes: u32, mask: usize, first: u32, list: usize): u32 {
  const compared = v128.load(mask);
  const perStep: u32 = 16 / pixelBytes;
  const pixelBits: u32 = (1 << pixelBytes) - 1;
  const start = list;
  let p = at;
  for (let pixel: u32 = 0; pixel < pixels; pixel += perStep, p += perStep * pixelBytes) {
    const difference = v128.and(v128.xor(v128.load(p), v128.load(p - pixelBytes)), compared);
    if (!v128.any_true(difference)) continue;
    let bits: u32 = i8x16.bitmask(i8x16.ne(difference, i8x16.splat(0)));
    const end = min(pixels, pixel + perStep);
    for (let changed = pixel; changed < end; changed++, bits >>= pixelBytes) {
      if ((bits & pixelBits) == 0) continue;
      store<u32>(list, first + changed);
      list += 4;
    }
  }
  return ((list - start) >> 2) as u32;
}
