import fc from 'fast-check';
import { expect, it } from 'vitest';
import { expandRepeats, shortenRepeats } from '../../../src/report/html/repeated-text.ts';

const repetitive = fc
  .array(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('~', '~~', 'abcdefg', '0123456789'.repeat(20))),
  )
  .map((parts) => [...parts, ...parts, ...parts.slice(1)].join(''));

it('a text comes back as it was', () => {
  fc.assert(
    fc.property(repetitive, (text) => {
      expect(expandRepeats(shortenRepeats(text))).toBe(text);
    }),
  );
});

it.each([
  ['', ''],
  ['abcdef', 'abcdef'],
  ['abcdeabcde', 'abcdeabcde'],
  ['abcdefabcdef', 'abcdef~$$$+'],
  ['a~b', 'a~~b'],
])('%j is written as %j', (text, written) => expect(shortenRepeats(text)).toBe(written));

it('what stood up to half a million characters ago is found', () => {
  const between = Array.from({ length: 80_000 }, (_, index) => index.toString(36)).join('');
  const text = `the same words${between}the same words`;
  expect(expandRepeats(shortenRepeats(text))).toBe(text);
  expect(shortenRepeats(text).endsWith('the same words')).toBe(false);
});
