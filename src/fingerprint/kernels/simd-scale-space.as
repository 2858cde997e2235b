// The scale space of near-duplicates/description/scale-space.ts and its extrema; see simd.as for what the caller owes. Rows of a
// plane of 16-bit numbers begin `stride` bytes apart, the next multiple of 16; what lies between a row's end and the next
// row has no meaning.

// An octave: width, height and stride, then the five levels and the four differences by address. Level 1 and 2 stay, the
// differences take the places of the others.
export const octaveBytes: usize = 64;
export const heightAt: usize = 4;
export const strideAt: usize = 8;
export const levelsAt: usize = 12;
export const differencesAt: usize = 32;
/** Behind a plane, for what is read beyond its end. */
const planeSlack: usize = 64;

/**
 * One pass: each value twice and its neighbours at a distance of at most 8 once, down and across.
 * @param line room for a row with 16 bytes before it and 16 behind
 */
function smooth(
  from: usize,
  to: usize,
  width: i32,
  height: i32,
  stride: usize,
  distance: i32,
  line: usize,
): void {
  const lineEnd = line + ((<usize>width) << 1);
  const last = height - 1;
  const shift = (<usize>distance) << 1;
  for (let y = 0; y < height; y++, to += stride) {
    const here = from + <usize>y * stride;
    const above = from + <usize>max(0, y - distance) * stride;
    const below = from + <usize>min(last, y + distance) * stride;
    for (let x: usize = 0; x < stride; x += 16) {
      const mean = i16x8.avgr_u(v128.load(above + x), v128.load(below + x));
      v128.store(line + x, i16x8.avgr_u(mean, v128.load(here + x)));
    }
    v128.store(line - 16, i16x8.splat(load<u16>(line)));
    v128.store(lineEnd, i16x8.splat(load<u16>(lineEnd - 2)));
    for (let x: usize = 0; x < stride; x += 16) {
      const p = line + x;
      const mean = i16x8.avgr_u(v128.load(p - shift), v128.load(p + shift));
      v128.store(to + x, i16x8.avgr_u(mean, v128.load(p)));
    }
  }
}

/** Means of squares of four. @param width of the smaller plane, and `height` */
function halve(
  from: usize,
  fromStride: usize,
  to: usize,
  width: usize,
  height: i32,
  stride: usize,
): void {
  const two = i32x4.splat(2);
  for (let y = 0; y < height; y++, from += 2 * fromStride, to += stride) {
    const below = from + fromStride;
    for (let x: usize = 0; x < width; x += 8) {
      const p = x << 2;
      const left = i32x4.add(
        i32x4.extadd_pairwise_i16x8_u(v128.load(from + p)),
        i32x4.extadd_pairwise_i16x8_u(v128.load(below + p)),
      );
      const right = i32x4.add(
        i32x4.extadd_pairwise_i16x8_u(v128.load(from + p, 16)),
        i32x4.extadd_pairwise_i16x8_u(v128.load(below + p, 16)),
      );
      v128.store(
        to + (x << 1),
        i16x8.narrow_i32x4_u(i32x4.shr_u(i32x4.add(left, two), 2), i32x4.shr_u(i32x4.add(right, two), 2)),
      );
    }
  }
}

/** `more` less `less`, whole planes; `to` may be one of them. */
function subtract(more: usize, less: usize, to: usize, bytes: usize): void {
  for (let x: usize = 0; x < bytes; x += 16) {
    v128.store(to + x, i16x8.sub(v128.load(more + x), v128.load(less + x)));
  }
}

/** The higher of each value's two neighbours in its row, and the lower. */
function highestBeside(p: usize): v128 {
  return i16x8.max_s(v128.load(p - 2), v128.load(p + 2));
}

function lowestBeside(p: usize): v128 {
  return i16x8.min_s(v128.load(p - 2), v128.load(p + 2));
}

/** Of each value and its eight neighbours in a plane. */
function highestAround(p: usize, stride: usize): v128 {
  const here = i16x8.max_s(highestBeside(p), v128.load(p));
  const above = i16x8.max_s(highestBeside(p - stride), v128.load(p - stride));
  const below = i16x8.max_s(highestBeside(p + stride), v128.load(p + stride));
  return i16x8.max_s(here, i16x8.max_s(above, below));
}

function lowestAround(p: usize, stride: usize): v128 {
  const here = i16x8.min_s(lowestBeside(p), v128.load(p));
  const above = i16x8.min_s(lowestBeside(p - stride), v128.load(p - stride));
  const below = i16x8.min_s(lowestBeside(p + stride), v128.load(p + stride));
  return i16x8.min_s(here, i16x8.min_s(above, below));
}

/**
 * Lists the extrema of one layer, packed as near-duplicates/description/keypoints.ts says.
 * @param least the least absolute response
 * @param layer twice the octave, and one for the second layer
 * @returns the end of the list
 */
function listLayer(
  below: usize,
  here: usize,
  above: usize,
  width: i32,
  height: i32,
  stride: usize,
  least: i32,
  layer: u32,
  list: usize,
): usize {
  const leasts = i16x8.splat(least as i16);
  const most = i16x8.neg(leasts);
  for (let x = 1; x < width - 1; x += 8) {
    const inside: u32 = (1 << min(8, width - 1 - x)) - 1;
    let p = here + ((<usize>x) << 1);
    // A row's values, and the extremes of their neighbours, are taken along as the rows go by.
    let values = v128.load(p);
    let beside = highestBeside(p);
    let under = lowestBeside(p);
    p += stride;
    let next = v128.load(p);
    let nextHighest = highestBeside(p);
    let nextLowest = lowestBeside(p);
    for (let y = 1; y < height - 1; y++) {
      const highestAbove = i16x8.max_s(values, beside);
      const lowestAbove = i16x8.min_s(values, under);
      values = next;
      beside = nextHighest;
      under = nextLowest;
      p += stride;
      next = v128.load(p);
      nextHighest = highestBeside(p);
      nextLowest = lowestBeside(p);
      const highest = i16x8.max_s(i16x8.max_s(highestAbove, beside), i16x8.max_s(next, nextHighest));
      const lowest = i16x8.min_s(i16x8.min_s(lowestAbove, under), i16x8.min_s(next, nextLowest));
      let peaks = v128.and(i16x8.ge_s(values, leasts), i16x8.gt_s(values, highest));
      let pits = v128.and(i16x8.le_s(values, most), i16x8.lt_s(values, lowest));
      if (!v128.any_true(v128.or(peaks, pits))) continue;
      const offset = <usize>y * stride + ((<usize>x) << 1);
      peaks = v128.and(peaks, i16x8.gt_s(values, highestAround(below + offset, stride)));
      peaks = v128.and(peaks, i16x8.gt_s(values, highestAround(above + offset, stride)));
      pits = v128.and(pits, i16x8.lt_s(values, lowestAround(below + offset, stride)));
      pits = v128.and(pits, i16x8.lt_s(values, lowestAround(above + offset, stride)));
      let found: u32 = i16x8.bitmask(v128.or(peaks, pits)) & inside;
      for (; found != 0; found &= found - 1) {
        const lane = ctz(found);
        const value = <i32>load<i16>(here + offset + ((<usize>lane) << 1));
        const packed = ((<u32>abs(value)) << 17) | (layer << 14) | ((<u32>y) << 7) | (<u32>x + lane);
        store<u32>(list, packed);
        list += 4;
      }
    }
  }
  return list;
}

/**
 * Builds the scale space of a plane and lists its extrema; see near-duplicates/description/scale-space.ts.
 * @param line as for `smooth`
 * @param least the least absolute response
 * @param octaves room for their tables; @param planes and for six planes each
 * @returns the end of the list
 */
export function listExtrema(
  base: usize,
  width: i32,
  height: i32,
  maxOctaves: i32,
  minSide: i32,
  least: i32,
  octaves: usize,
  planes: usize,
  line: usize,
  list: usize,
): usize {
  let baseStride = strideOf(width);
  for (let octave = 0; octave < maxOctaves && min(width, height) >= minSide; octave++) {
    const stride = strideOf(width);
    const bytes = stride * <usize>height;
    const step = bytes + planeSlack;
    const level0 = planes;
    const level1 = level0 + step;
    const level2 = level1 + step;
    const level3 = level2 + step;
    const level4 = level3 + step;
    const spare = level4 + step;
    planes = spare + step;
    if (octave == 0) smoothTwice(base, spare, level0, width, height, stride, 1, line);
    else halve(base, baseStride, level0, width, height, stride);
    smoothTwice(level0, spare, level1, width, height, stride, 1, line);
    smooth(level1, level2, width, height, stride, 2, line);
    smoothTwice(level2, spare, level3, width, height, stride, 2, line);
    smooth(level3, level4, width, height, stride, 4, line);
    subtract(level4, level3, level4, bytes);
    subtract(level3, level2, level3, bytes);
    subtract(level2, level1, spare, bytes);
    subtract(level1, level0, level0, bytes);
    list = listLayer(level0, spare, level3, width, height, stride, least, 2 * octave, list);
    list = listLayer(spare, level3, level4, width, height, stride, least, 2 * octave + 1, list);
    store<u32>(octaves, width);
    store<u32>(octaves, height, heightAt);
    store<u32>(octaves, stride as u32, strideAt);
    store<u32>(octaves, level1 as u32, levelsAt + 4);
    store<u32>(octaves, level2 as u32, levelsAt + 8);
    store<u32>(octaves, level0 as u32, differencesAt);
    store<u32>(octaves, spare as u32, differencesAt + 4);
    store<u32>(octaves, level3 as u32, differencesAt + 8);
    store<u32>(octaves, level4 as u32, differencesAt + 12);
    octaves += octaveBytes;
    base = level2;
    baseStride = stride;
    width >>= 1;
    height >>= 1;
  }
  return list;
}

export function strideOf(width: i32): usize {
  return ((<usize>width << 1) + 15) & ~15;
}

function smoothTwice(
  from: usize,
  spare: usize,
  to: usize,
  width: i32,
  height: i32,
  stride: usize,
  distance: i32,
  line: usize,
): void {
  smooth(from, spare, width, height, stride, distance, line);
  smooth(spare, to, width, height, stride, distance, line);
}
