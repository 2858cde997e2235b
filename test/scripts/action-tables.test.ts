import { expect, it } from 'vitest';
import { fillActionTables } from '../../scripts/generate/action-tables.ts';

const action = `inputs:
  one: { description: 'First | of two.', default: a }
  two: { description: Second. }
outputs:
  out: { description: What comes. }
`;
const marks = ['<!-- inputs: begin (made by `npm run generate` from action.yml) -->', '<!-- inputs: end -->'];

it('puts the tables between the marks and leaves the rest', () => {
  const filled = fillActionTables(`before\n${marks.join('\nold\n')}\nafter`, action);
  expect(filled).toBe(
    [
      'before',
      marks[0],
      '',
      '| Input | Meaning | Default |',
      '| --- | --- | --- |',
      '| `one` | First \\| of two. | `a` |',
      '| `two` | Second. |  |',
      '',
      '| Output | Meaning |',
      '| --- | --- |',
      '| `out` | What comes. |',
      '',
      marks[1],
      'after',
    ].join('\n'),
  );
  expect(fillActionTables(filled, action)).toBe(filled);
});

it('refuses a README without the marks', () => {
  expect(() => fillActionTables('nothing', action)).toThrow('no place');
});
