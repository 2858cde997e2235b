// What is measured of 8-bit levels at a few places of a page.

/** `findEdgePlainly` in find-edge.ts; `width` where there is none. */
export function findEdge8(origin: usize, direction: i32, width: i32, step: i32, darkest: i32): i32 {
  for (let place = 0; place < width; place += step) {
    if (!isSeen(origin, direction * place, darkest)) continue;
    if (!isSeen(origin, direction * min(width - 1, place + step), darkest)) continue;
    const least = max(0, place - step + 1);
    while (place > least && isSeen(origin, direction * (place - 1), darkest)) place--;
    return place;
  }
  return width;
}

@inline
function isSeen(origin: usize, offset: i32, darkest: i32): bool {
  return <i32>load<u8>(origin + <usize>offset) > darkest;
}

/** Rows of a patch. */
const side = 16;

function addLanes(v: v128): i32 {
  return (
    i32x4.extract_lane(v, 0) + i32x4.extract_lane(v, 1) + i32x4.extract_lane(v, 2) + i32x4.extract_lane(v, 3)
  );
}

/** Squared differences of 16 levels and 16 others, in four sums. */
function squareDifferences(a: v128, b: v128): v128 {
  const low = i16x8.sub(i16x8.extend_low_i8x16_u(a), i16x8.extend_low_i8x16_u(b));
  const high = i16x8.sub(i16x8.extend_high_i8x16_u(a), i16x8.extend_high_i8x16_u(b));
  return i32x4.add(i32x4.dot_i16x8_s(low, low), i32x4.dot_i16x8_s(high, high));
}

/** Second differences of eight 16-bit values and those before and behind. */
function bend(before: v128, here: v128, after: v128): v128 {
  return i16x8.sub(i16x8.add(before, after), i16x8.add(here, here));
}

/** Absolute responses of Immerkær's mask in the middle one of three rows, in four sums. */
function sumNoise(above: v128, here: v128, below: v128): v128 {
  const low = bend(
    i16x8.extend_low_i8x16_u(above),
    i16x8.extend_low_i8x16_u(here),
    i16x8.extend_low_i8x16_u(below),
  );
  const high = bend(
    i16x8.extend_high_i8x16_u(above),
    i16x8.extend_high_i8x16_u(here),
    i16x8.extend_high_i8x16_u(below),
  );
  const middle = i16x8.shuffle(low, high, 4, 5, 6, 7, 8, 9, 10, 11);
  // Columns 1 to 7, and 8 to 14; the eighth lane of both is none.
  const first = bend(
    low,
    i16x8.shuffle(low, high, 1, 2, 3, 4, 5, 6, 7, 8),
    i16x8.shuffle(low, high, 2, 3, 4, 5, 6, 7, 8, 9),
  );
  const second = bend(
    i16x8.shuffle(low, high, 7, 8, 9, 10, 11, 12, 13, 14),
    high,
    i16x8.shuffle(middle, high, 5, 6, 7, 12, 13, 14, 15, 15),
  );
  const inner = i16x8.replace_lane(i16x8.abs(second), 7, 0);
  return i32x4.add(
    i32x4.extadd_pairwise_i16x8_u(i16x8.replace_lane(i16x8.abs(first), 7, 0)),
    i32x4.extadd_pairwise_i16x8_u(inner),
  );
}

/**
 * `sumPatchesPlainly` in patch-sums.ts for one patch, of which each row is a vector: writes its record, 17 64-bit floats,
 * to `record`.
 * @param at its first level; the next row lies `stride` further
 */
export function sumPatch8(at: usize, stride: usize, darkest: i32, record: usize): void {
  const darkLevel = i8x16.splat(darkest as i8);
  const zero = i32x4.splat(0);
  let dark = 0;
  let across = zero;
  let neighbours = zero;
  let apart = zero;
  let noise = zero;
  let sums2 = zero;
  let sums4 = zero;
  let octave1 = zero;
  let octave2 = zero;
  let octave3 = zero;
  let total: f64 = 0;
  let squaresLeft = zero;
  let squaresRight = zero;
  let twoAbove = v128.load(at);
  let above = twoAbove;
  let pairsAbove = zero;
  for (let y = 0; y < side; y++, at += stride) {
    const row = v128.load(at);
    dark += popcnt(i8x16.bitmask(i8x16.le_u(row, darkLevel)));
    // The first pixels of a row are their own neighbours, which adds nothing.
    neighbours = i32x4.add(
      neighbours,
      squareDifferences(row, i8x16.shuffle(row, row, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14)),
    );
    apart = i32x4.add(
      apart,
      squareDifferences(row, i8x16.shuffle(row, row, 0, 1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)),
    );
    const step = <i32>load<u8>(at, 8) - <i32>load<u8>(at, 7);
    across = i32x4.add(across, i32x4(step * step, 0, 0, 0));
    if (y > 0) {
      const down = squareDifferences(row, above);
      neighbours = i32x4.add(neighbours, down);
      if (y == 8) across = i32x4.add(across, down);
    }
    if (y > 1) {
      apart = i32x4.add(apart, squareDifferences(row, twoAbove));
      noise = i32x4.add(noise, sumNoise(twoAbove, above, row));
    }
    const left = i16x8.extend_low_i8x16_u(row);
    const right = i16x8.extend_high_i8x16_u(row);
    squaresLeft = i32x4.add(squaresLeft, i32x4.dot_i16x8_s(left, left));
    squaresRight = i32x4.add(squaresRight, i32x4.dot_i16x8_s(right, right));
    const pairs = i16x8.extadd_pairwise_i8x16_u(row);
    if ((y & 1) == 1) {
      const fours = i16x8.add(pairsAbove, pairs);
      octave1 = i32x4.add(octave1, i32x4.dot_i16x8_s(fours, fours));
      sums2 = i32x4.add(sums2, i32x4.extadd_pairwise_i16x8_u(fours));
    }
    pairsAbove = pairs;
    if ((y & 3) == 3) {
      octave2 = i32x4.add(octave2, i32x4.mul(sums2, sums2));
      sums4 = i32x4.add(sums4, sums2);
      sums2 = zero;
    }
    if ((y & 7) == 7) {
      const block = (<usize>(y >> 3)) << 4;
      const blocks = i32x4.add(sums4, i32x4.shuffle(sums4, sums4, 1, 0, 3, 2));
      octave3 = i32x4.add(octave3, i32x4.mul(blocks, blocks));
      const leftSum = i32x4.extract_lane(blocks, 0);
      const rightSum = i32x4.extract_lane(blocks, 2);
      total += leftSum + rightSum;
      store<f64>(record + block, leftSum, 5 * 8);
      store<f64>(record + block, rightSum, 6 * 8);
      store<f64>(record + block, addLanes(squaresLeft), 9 * 8);
      store<f64>(record + block, addLanes(squaresRight), 10 * 8);
      sums4 = zero;
      squaresLeft = zero;
      squaresRight = zero;
    }
    twoAbove = above;
    above = row;
  }
  store<f64>(record, dark);
  store<f64>(record, addLanes(neighbours), 1 * 8);
  store<f64>(record, addLanes(across), 2 * 8);
  store<f64>(record, addLanes(apart), 3 * 8);
  store<f64>(record, addLanes(noise), 4 * 8);
  store<f64>(record, addLanes(octave1), 13 * 8);
  store<f64>(record, addLanes(octave2), 14 * 8);
  // Each block stands there twice.
  store<f64>(record, <f64>i32x4.extract_lane(octave3, 0) + <f64>i32x4.extract_lane(octave3, 2), 15 * 8);
  store<f64>(record, total * total, 16 * 8);
}
