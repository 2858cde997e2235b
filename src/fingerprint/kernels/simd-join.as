// The innermost loop of the join of hashes, see hamming-join/near-hashes.ts.

/**
 * Lists which of the 64-bit hashes behind the one at `at`, up to `end`, differ from it in at most `distance` bits: 32-bit
 * places, counted in hashes from `at`. The list needs room for one more than there are.
 * @returns how many
 */
export function listNear(at: usize, end: usize, distance: i32, list: usize): i32 {
  const hash = load<u64>(at);
  const first = list;
  let place: u32 = 1;
  for (let other = at + 8; other < end; other += 8, place++) {
    // Written in any case, and kept where it counts: hashes that are near come without any order.
    store<u32>(list, place);
    list += (<usize>(popcnt<u64>(load<u64>(other) ^ hash) <= <u64>distance)) << 2;
  }
  return <i32>((list - first) >> 2);
}
