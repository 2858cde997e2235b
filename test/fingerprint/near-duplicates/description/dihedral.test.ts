import { describe, expect, it } from 'vitest';
import {
  compose,
  invert,
  matrixOf,
  orientationCount,
} from '../../../../src/fingerprint/near-duplicates/description/dihedral.ts';

const all = Array.from({ length: orientationCount }, (_, orientation) => orientation);

function multiply(outer: number, inner: number) {
  const p = matrixOf(outer);
  const q = matrixOf(inner);
  return {
    xx: p.xx * q.xx + p.xy * q.yx,
    xy: p.xx * q.xy + p.xy * q.yy,
    yx: p.yx * q.xx + p.yy * q.yx,
    yy: p.yx * q.xy + p.yy * q.yy,
  };
}

/** So that −0 is 0. */
function plain(matrix: object) {
  return Object.values(matrix).map((value: number) => value + 0);
}

describe('orientations', () => {
  it('compose as their matrices do', () => {
    for (const outer of all) {
      for (const inner of all) {
        expect(plain(matrixOf(compose(outer, inner)))).toEqual(plain(multiply(outer, inner)));
      }
    }
  });

  it('have inverses', () => {
    for (const orientation of all) expect(compose(invert(orientation), orientation)).toBe(0);
  });
});
