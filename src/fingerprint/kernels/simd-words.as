// The words of near-duplicates/description/patch-hash.ts; see simd.as for what the caller owes.

import { differencesAt, heightAt, levelsAt, octaveBytes, strideAt } from './simd-scale-space';

const patchSize: i32 = 16;
const termCount: usize = 8;
const unity: f64 = 32768;

// Rooms in the scratch memory: the places along both axes, sixteen rows of a patch of at most 32 columns, its columns
// transformed, and its samples turned by 90°. A place is the byte before it, and its share of the next.
const columnsAt: usize = 0;
const rowsAt: usize = 128;
const linesAt: usize = 256;
const lineBytes: usize = 64;
const transformedAt: usize = linesAt + 16 * lineBytes;
const turnedAt: usize = transformedAt + 8 * lineBytes;
const samplesAt: usize = turnedAt + 32 * 16;
const joinedAt: usize = samplesAt + 16 * 16;

/** Where the parabola through three neighbours peaks, −½ to ½. */
function vertex(before: i32, at: i32, after: i32): f64 {
  const curvature = before - 2 * at + after;
  if (curvature == 0) return 0;
  return max<f64>(-0.5, min<f64>(0.5, <f64>(before - after) / <f64>(2 * curvature)));
}

/** Writes places along an axis; false where the patch sticks out. */
function placeSamples(center: f64, radius: f64, length: i32, overhang: f64, places: usize): bool {
  const slack = overhang * 2 * radius;
  if (center - radius < -0.5 - slack || center + radius > <f64>length - 0.5 + slack) return false;
  const step = radius / 8;
  for (let sample = 0; sample < patchSize; sample++, places += 8) {
    const place = max<f64>(0, min<f64>(<f64>(length - 1), center - radius + (<f64>sample + 0.5) * step));
    const before = min<i32>(<i32>place, length - 2);
    store<i32>(places, before);
    store<i32>(places, min<i32>(32767, <i32>((place - <f64>before) * unity + 0.5)), 4);
  }
  return true;
}

/** A quarter of eight or sixteen lines of 16 rows at once. The result's rows are `toBytes` apart. */
function transformLines(from: usize, fromBytes: usize, to: usize, toBytes: usize, cosines: usize, joined: usize): void {
  for (let position: usize = 0; position < 8; position++) {
    const one = v128.load(from + position * fromBytes);
    const other = v128.load(from + (15 - position) * fromBytes);
    v128.store(joined + (position << 4), i16x8.add(one, other));
    v128.store(joined + (position << 4), i16x8.sub(one, other), 128);
  }
  for (let frequency: usize = 0; frequency < termCount; frequency++, to += toBytes, cosines += 16) {
    const p = joined + ((frequency & 1) << 7);
    let sum = i16x8.q15mulr_sat_s(v128.load(p), v128.load16_splat(cosines));
    sum = i16x8.add(sum, i16x8.q15mulr_sat_s(v128.load(p, 16), v128.load16_splat(cosines, 2)));
    sum = i16x8.add(sum, i16x8.q15mulr_sat_s(v128.load(p, 32), v128.load16_splat(cosines, 4)));
    sum = i16x8.add(sum, i16x8.q15mulr_sat_s(v128.load(p, 48), v128.load16_splat(cosines, 6)));
    sum = i16x8.add(sum, i16x8.q15mulr_sat_s(v128.load(p, 64), v128.load16_splat(cosines, 8)));
    sum = i16x8.add(sum, i16x8.q15mulr_sat_s(v128.load(p, 80), v128.load16_splat(cosines, 10)));
    sum = i16x8.add(sum, i16x8.q15mulr_sat_s(v128.load(p, 96), v128.load16_splat(cosines, 12)));
    sum = i16x8.add(sum, i16x8.q15mulr_sat_s(v128.load(p, 112), v128.load16_splat(cosines, 14)));
    v128.store(to, sum);
  }
}

/** Eight rows of eight 16-bit numbers, `fromBytes` apart, with rows and columns exchanged, 16 bytes apart. */
function transpose(from: usize, fromBytes: usize, to: usize): void {
  const r0 = v128.load(from);
  const r1 = v128.load(from + fromBytes);
  const r2 = v128.load(from + 2 * fromBytes);
  const r3 = v128.load(from + 3 * fromBytes);
  const r4 = v128.load(from + 4 * fromBytes);
  const r5 = v128.load(from + 5 * fromBytes);
  const r6 = v128.load(from + 6 * fromBytes);
  const r7 = v128.load(from + 7 * fromBytes);
  const a0 = i16x8.shuffle(r0, r1, 0, 8, 1, 9, 2, 10, 3, 11);
  const a1 = i16x8.shuffle(r2, r3, 0, 8, 1, 9, 2, 10, 3, 11);
  const a2 = i16x8.shuffle(r4, r5, 0, 8, 1, 9, 2, 10, 3, 11);
  const a3 = i16x8.shuffle(r6, r7, 0, 8, 1, 9, 2, 10, 3, 11);
  const a4 = i16x8.shuffle(r0, r1, 4, 12, 5, 13, 6, 14, 7, 15);
  const a5 = i16x8.shuffle(r2, r3, 4, 12, 5, 13, 6, 14, 7, 15);
  const a6 = i16x8.shuffle(r4, r5, 4, 12, 5, 13, 6, 14, 7, 15);
  const a7 = i16x8.shuffle(r6, r7, 4, 12, 5, 13, 6, 14, 7, 15);
  storeQuads(a0, a1, a2, a3, to);
  storeQuads(a4, a5, a6, a7, to + 64);
}

/** Four columns, from pairs of rows in which they lie interleaved. */
function storeQuads(rows01: v128, rows23: v128, rows45: v128, rows67: v128, to: usize): void {
  const upper01 = i32x4.shuffle(rows01, rows23, 0, 4, 1, 5);
  const upper23 = i32x4.shuffle(rows01, rows23, 2, 6, 3, 7);
  const lower01 = i32x4.shuffle(rows45, rows67, 0, 4, 1, 5);
  const lower23 = i32x4.shuffle(rows45, rows67, 2, 6, 3, 7);
  v128.store(to, i64x2.shuffle(upper01, lower01, 0, 2));
  v128.store(to, i64x2.shuffle(upper01, lower01, 1, 3), 16);
  v128.store(to, i64x2.shuffle(upper23, lower23, 0, 2), 32);
  v128.store(to, i64x2.shuffle(upper23, lower23, 1, 3), 48);
}

/** A share of the way between 16-bit numbers. */
function between(before: v128, after: v128, shares: v128): v128 {
  return i16x8.add(before, i16x8.q15mulr_sat_s(i16x8.sub(after, before), shares));
}

/** Bytes of eight bits with rows and columns exchanged (Warren 2013, Hacker's Delight, 7-3). */
function transposeBits(bits: u64): u64 {
  let swapped = (bits ^ (bits >> 7)) & 0x00aa00aa00aa00aa;
  bits ^= swapped ^ (swapped << 7);
  swapped = (bits ^ (bits >> 14)) & 0x0000cccc0000cccc;
  bits ^= swapped ^ (swapped << 14);
  swapped = (bits ^ (bits >> 28)) & 0x00000000f0f0f0f0;
  return bits ^ (swapped ^ (swapped << 28));
}

const oddColumns: u64 = 0xaaaaaaaaaaaaaaaa;
const oddRows: u64 = 0xff00ff00ff00ff00;
/** All but the terms that are positive in every pose. */
const told: u64 = 0xfffffffffffffefc;

function poseOf(horizontal: i32, vertical: i32, isTurned: bool): u32 {
  const x = isTurned ? vertical : horizontal;
  const y = isTurned ? horizontal : vertical;
  return (isTurned ? 4 : 0) | (x < 0 ? 1 : 0) | (y < 0 ? 2 : 0);
}

/**
 * Writes the words of the strongest keypoints, two 32-bit halves each, and their places, four bytes each.
 * @param list extrema, the weakest first; @param count how many
 * @param octaves as `listExtrema` leaves them; @param cosines those of patch-hash.ts; @param scratch 4 KiB
 * @param radius1 half the side of a patch of the first layer, pixels; @param overhang and `ambiguity` as there
 * @param maxKeypoints that have words, up to three each
 * @returns how many words were written
 */
export function writeWords(
  list: usize,
  count: i32,
  octaves: usize,
  cosines: usize,
  scratch: usize,
  radius1: f64,
  radius2: f64,
  overhang: f64,
  ambiguity: f64,
  middle: i32,
  maxKeypoints: i32,
  words: usize,
  places: usize,
): i32 {
  const start = words;
  let left = maxKeypoints;
  for (let at = list + ((<usize>count) << 2); at > list && left > 0;) {
    at -= 4;
    const packed = load<u32>(at);
    const octave: u32 = (packed >> 15) & 3;
    const layer: u32 = ((packed >> 14) & 1) + 1;
    const table = octaves + <usize>octave * octaveBytes;
    const stride: usize = load<u32>(table, strideAt);
    const offset = <usize>((packed >> 7) & 127) * stride + ((<usize>(packed & 127)) << 1);
    const differences = table + ((<usize>layer) << 2);
    const here = <usize>load<u32>(differences, differencesAt) + offset;
    const value = <i32>load<i16>(here);
    const x = <f64>(packed & 127) + vertex(load<i16>(here - 2), value, load<i16>(here + 2));
    const y =
      <f64>((packed >> 7) & 127) + vertex(load<i16>(here - stride), value, load<i16>(here + stride));
    const scale = vertex(
      load<i16>(<usize>load<u32>(differences, differencesAt - 4) + offset),
      value,
      load<i16>(<usize>load<u32>(differences, differencesAt + 4) + offset),
    );
    const exponent = scale * (Math.LN2 / 2);
    const growth = 1 + exponent * (1 + (exponent / 2) * (1 + (exponent / 3) * (1 + exponent / 4)));
    const radius = (layer == 1 ? radius1 : radius2) * growth;
    if (!placeSamples(x, radius, load<i32>(table), overhang, scratch + columnsAt)) continue;
    if (!placeSamples(y, radius, load<i32>(table, heightAt), overhang, scratch + rowsAt)) continue;
    left--;
    transformPatch(<usize>load<u32>(table + ((<usize>layer) << 2), levelsAt), stride, cosines, scratch, middle);

    const terms = scratch + samplesAt;
    const horizontal = <i32>load<i16>(terms, 16);
    const vertical = <i32>load<i16>(terms, 2);
    let positive: u64 = 0;
    let negative: u64 = 0;
    let squares: i64 = -(<i64>load<i16>(terms) * <i64>load<i16>(terms));
    for (let row: usize = 0; row < 8; row++) {
      const line = v128.load(terms + (row << 4));
      positive |= (<u64>i16x8.bitmask(i16x8.gt_s(line, i16x8.splat(0)))) << (row << 3);
      negative |= (<u64>i16x8.bitmask(line)) << (row << 3);
      const sums = i32x4.dot_i16x8_s(line, line);
      const pairs = i64x2.add(i64x2.extend_low_i32x4_u(sums), i64x2.extend_high_i32x4_u(sums));
      squares += i64x2.extract_lane(pairs, 0) + i64x2.extract_lane(pairs, 1);
    }
    // Rows of a word are vertical frequencies.
    positive = transposeBits(positive);
    negative = transposeBits(negative);
    const doubtful = (ambiguity / 2) * sqrt(<f64>squares);
    const isTurned = abs(horizontal) < abs(vertical);
    const large = max(abs(horizontal), abs(vertical));
    const small = min(abs(horizontal), abs(vertical));
    const unit: f64 = <f64>(1 << octave);
    const place: u32 =
      <u32>(((x + 0.5) * unit - 0.5) * 2 + 0.5) |
      (<u32>(((y + 0.5) * unit - 0.5) * 2 + 0.5) << 8) |
      (<u32>(<f64>(8 * octave + 4 * layer) + 4 * scale + 0.5) << 16);
    for (let pose = 0; pose < 3; pose++) {
      if (pose == 1 && !(<f64>small < doubtful)) continue;
      if (pose == 2 && !(<f64>(large - small) < doubtful)) continue;
      const orientation = poseOf(horizontal, vertical, pose == 2 ? !isTurned : isTurned) ^ (pose == 1 ? 2 : 0);
      const flips =
        ((orientation & 1) != 0 ? oddColumns : 0) ^ ((orientation & 2) != 0 ? oddRows : 0);
      const isSwapped = (orientation & 4) != 0;
      const more = isSwapped ? transposeBits(positive) : positive;
      const less = isSwapped ? transposeBits(negative) : negative;
      store<u64>(words, ((more & ~flips) | (less & flips)) & told);
      store<u32>(places, place | (orientation << 24));
      words += 8;
      places += 4;
    }
  }
  return ((words - start) >> 3) as i32;
}

/** Leaves the terms at `samplesAt`, a row of vertical frequencies for each horizontal one. */
function transformPatch(level: usize, stride: usize, cosines: usize, scratch: usize, middle: i32): void {
  const first = load<i32>(scratch + columnsAt);
  const count = load<i32>(scratch + columnsAt + 15 * 8) + 2 - first;
  const bytes = (<usize>count) << 1;
  const middles = i16x8.splat(middle as i16);
  const from = level + ((<usize>first) << 1);
  for (let row: usize = 0; row < 16; row++) {
    const p = from + <usize>load<u32>(scratch + rowsAt + (row << 3)) * stride;
    const shares = v128.load16_splat(scratch + rowsAt + (row << 3), 4);
    const to = scratch + linesAt + row * lineBytes;
    for (let x: usize = 0; x < bytes; x += 16) {
      v128.store(to + x, i16x8.sub(between(v128.load(p + x), v128.load(p + x + stride), shares), middles));
    }
  }
  for (let x: usize = 0; x < bytes; x += 16) {
    transformLines(
      scratch + linesAt + x,
      lineBytes,
      scratch + transformedAt + x,
      lineBytes,
      cosines,
      scratch + joinedAt,
    );
    transpose(scratch + transformedAt + x, lineBytes, scratch + turnedAt + (x << 3));
  }
  const turned = scratch + turnedAt - ((<usize>first) << 4);
  for (let sample: usize = 0; sample < 16; sample++) {
    const p = turned + ((<usize>load<u32>(scratch + columnsAt + (sample << 3))) << 4);
    const shares = v128.load16_splat(scratch + columnsAt + (sample << 3), 4);
    v128.store(scratch + linesAt + (sample << 4), between(v128.load(p), v128.load(p, 16), shares));
  }
  transformLines(scratch + linesAt, 16, scratch + samplesAt, 16, cosines, scratch + joinedAt);
}
