import { expect, it } from 'vitest';
import { followPath } from '../../src/model/follow-path.ts';

it.each([
  [['a', 'b'], 1],
  [['a'], { b: 1 }],
  [[], { a: { b: 1 }, n: null, t: 'x' }],
  [['a', 'c'], undefined],
  [['n', 'a'], undefined],
  [['t', 'length'], undefined],
  [['toString'], undefined],
  [['__proto__'], undefined],
])('follows %j', (path, end) => {
  expect(followPath({ a: { b: 1 }, n: null, t: 'x' }, path)).toEqual(end);
});
