import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillMessage } from '../../src/audit/fill-message.ts';

describe('fillMessage', () => {
  it.each([
    ['subject {subject}', { subject: 'P07' }, 'subject P07'],
    ['{count} of {samples|image|images}', { count: 1, samples: 1543 }, '1 of 1,543 images'],
    ['{samples|image|images}', { samples: 1 }, '1 image'],
    ['{n} {word}{n:subject|subjects}', { n: 1, word: 'labelled ' }, '1 labelled subject'],
    ['{n:subject|subjects}', { n: 0 }, 'subjects'],
    ['{share%}', { share: 0.0388853 }, '3.9 %'],
    ['{effective}', { effective: 3.280244 }, '3.28'],
    ['{ids}', { ids: ['a'] }, 'a'],
    ['{ids}', { ids: ['a', 'b', 'c'] }, 'a, b and c'],
    ['{ids}', { ids: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'a, b, c, d, e and f'],
    ['{ids}', { ids: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }, 'a, b, c, d, e and 2 more'],
    ['{ids}', { ids: [] }, 'none'],
    ['{name}', { name: '{other} $& $1' }, '{other} $& $1'],
  ])('fills %j from %j', (text, data, filled) => expect(fillMessage(text, data)).toBe(filled));

  it('does not fill a second time what a value brings', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (value) => {
        expect(fillMessage('<{value}>', { value, other: 'x' })).toBe(`<${value}>`);
      }),
    ));

  it('bounds a value', () => {
    expect(fillMessage('{name}', { name: 'x'.repeat(5000) }).length).toBeLessThanOrEqual(200);
  });

  it.each([
    ['{gone}', {}],
    ['{toString}', {}],
    ['{name%}', { name: 'x' }],
    ['{name|a|b}', { name: 'x' }],
  ])('refuses %j of %j, which is a fault of the text', (text, data) =>
    expect(() => fillMessage(text, data)).toThrow(/^the message/u),
  );
});
