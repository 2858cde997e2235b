import { expect, it } from 'vitest';
import { drawProgress, widthOf } from '../../src/entry/progress.ts';

it('draws at most ten times a second and takes the line away at the end', () => {
  const written: string[] = [];
  let time = 0;
  const draw = drawProgress({ columns: 60, write: (text) => written.push(text) }, () => time);
  for (let done = 1; done <= 1000; done++, time += 1) draw(done, 1000);
  expect(written).toHaveLength(11);
  expect(written.at(-1)).toBe('\r\u001b[K');
  for (const text of written) expect(text.replaceAll(/\r|\u001b\[K/g, '').length).toBeLessThan(60);
  expect(written[5]).toContain(' 501 of 1000 files decoded');
});

it.each([
  [{ columns: 120 }, 120],
  [{ columns: 0 }, 80],
  [{}, 80],
])('takes %j as %i columns', (terminal, columns) =>
  expect(widthOf({ ...terminal, write: () => undefined }, 80)).toBe(columns),
);
