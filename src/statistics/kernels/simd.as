// AssemblyScript, compiled by scripts/build/compile-kernels.ts into simd-binary.ts; called through memory.ts.
//
// The functions of kernels.ts. A round has eight draws: four vectors of two doubles. Each lane adds in the order of the
// rows, as plain-kernels.ts does, so that both give the same to the last bit.

const lanes = 8;
const laneBytes = lanes * 8;

export function weighShares(rows: usize, shares: usize, count: i32, weights: usize, sums: usize): void {
  let a = f64x2.splat(0);
  let b = a;
  let c = a;
  let d = a;
  for (const end = shares + (<usize>count << 3); shares < end; shares += 8, rows += 4) {
    const share = v128.load64_splat(shares);
    const at = weights + (<usize>load<u32>(rows) << 3);
    a = f64x2.add(a, f64x2.mul(v128.load(at), share));
    b = f64x2.add(b, f64x2.mul(v128.load(at, 16), share));
    c = f64x2.add(c, f64x2.mul(v128.load(at, 32), share));
    d = f64x2.add(d, f64x2.mul(v128.load(at, 48), share));
  }
  write(sums, a, b, c, d);
}

export function weighMoments(
  figures: usize,
  weights: usize,
  from: i32,
  end: i32,
  sums: usize,
  squares: usize,
): void {
  let a = f64x2.splat(0);
  let b = a;
  let c = a;
  let d = a;
  let aa = a;
  let bb = a;
  let cc = a;
  let dd = a;
  const last = figures + (<usize>end << 3);
  let at = weights + <usize>from * laneBytes;
  for (let figure = figures + (<usize>from << 3); figure < last; figure += 8, at += laneBytes) {
    const value = v128.load64_splat(figure);
    const e = f64x2.mul(v128.load(at), value);
    a = f64x2.add(a, e);
    aa = f64x2.add(aa, f64x2.mul(e, value));
    const f = f64x2.mul(v128.load(at, 16), value);
    b = f64x2.add(b, f);
    bb = f64x2.add(bb, f64x2.mul(f, value));
    const g = f64x2.mul(v128.load(at, 32), value);
    c = f64x2.add(c, g);
    cc = f64x2.add(cc, f64x2.mul(g, value));
    const h = f64x2.mul(v128.load(at, 48), value);
    d = f64x2.add(d, h);
    dd = f64x2.add(dd, f64x2.mul(h, value));
  }
  write(sums, a, b, c, d);
  write(squares, aa, bb, cc, dd);
}

export function weighPairs(
  firstRows: usize,
  firstCount: i32,
  secondRows: usize,
  below: usize,
  reached: usize,
  secondCount: i32,
  weights: usize,
  seen: usize,
  sums: usize,
): void {
  let a = f64x2.splat(0);
  let b = a;
  let c = a;
  let d = a;
  let to = seen + laneBytes;
  for (const end = firstRows + (<usize>firstCount << 2); firstRows < end; firstRows += 4, to += laneBytes) {
    const at = weights + (<usize>load<u32>(firstRows) << 3);
    a = f64x2.add(a, v128.load(at));
    b = f64x2.add(b, v128.load(at, 16));
    c = f64x2.add(c, v128.load(at, 32));
    d = f64x2.add(d, v128.load(at, 48));
    write(to, a, b, c, d);
  }
  a = b = c = d = f64x2.splat(0);
  for (const end = secondRows + (<usize>secondCount << 2); secondRows < end; secondRows += 4) {
    const at = weights + (<usize>load<u32>(secondRows) << 3);
    const low = seen + (<usize>load<u32>(below) << 3);
    const high = seen + (<usize>load<u32>(reached) << 3);
    a = f64x2.add(a, f64x2.mul(v128.load(at), f64x2.add(v128.load(low), v128.load(high))));
    b = f64x2.add(b, f64x2.mul(v128.load(at, 16), f64x2.add(v128.load(low, 16), v128.load(high, 16))));
    c = f64x2.add(c, f64x2.mul(v128.load(at, 32), f64x2.add(v128.load(low, 32), v128.load(high, 32))));
    d = f64x2.add(d, f64x2.mul(v128.load(at, 48), f64x2.add(v128.load(low, 48), v128.load(high, 48))));
    below += 4;
    reached += 4;
  }
  write(sums, a, b, c, d);
}

export function weighGaps(
  rows: usize,
  gaps: usize,
  parts: usize,
  count: i32,
  weights: usize,
  sums: usize,
): void {
  let a = f64x2.splat(0);
  let b = a;
  let c = a;
  let d = a;
  let apartA = a;
  let apartB = a;
  let apartC = a;
  let apartD = a;
  for (const end = gaps + (<usize>count << 3); gaps < end; gaps += 8, parts += 8, rows += 4) {
    const gap = v128.load64_splat(gaps);
    const part = v128.load64_splat(parts);
    const at = weights + (<usize>load<u32>(rows) << 3);
    apartA = f64x2.add(apartA, f64x2.mul(v128.load(at), part));
    apartB = f64x2.add(apartB, f64x2.mul(v128.load(at, 16), part));
    apartC = f64x2.add(apartC, f64x2.mul(v128.load(at, 32), part));
    apartD = f64x2.add(apartD, f64x2.mul(v128.load(at, 48), part));
    a = f64x2.add(a, f64x2.mul(gap, f64x2.abs(apartA)));
    b = f64x2.add(b, f64x2.mul(gap, f64x2.abs(apartB)));
    c = f64x2.add(c, f64x2.mul(gap, f64x2.abs(apartC)));
    d = f64x2.add(d, f64x2.mul(gap, f64x2.abs(apartD)));
  }
  write(sums, a, b, c, d);
}

function write(to: usize, a: v128, b: v128, c: v128, d: v128): void {
  v128.store(to, a);
  v128.store(to, b, 16);
  v128.store(to, c, 32);
  v128.store(to, d, 48);
}
