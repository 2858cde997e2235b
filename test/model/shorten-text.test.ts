import { describe, expect, it } from 'vitest';
import { shortenMiddle } from '../../src/model/shorten-text.ts';

describe('shortenMiddle', () => {
  it.each([
    ['abcdefgh', 8, 'abcdefgh'],
    ['abcdefgh', 7, 'abc…fgh'],
    ['abcdefgh', 4, 'ab…h'],
    ['abcdefgh', 1, '…'],
    ['😀😀😀😀😀', 5, '😀😀😀😀😀'],
    ['😀😀😀😀😀', 3, '😀…😀'],
  ])('shortens %j to %i', (text, length, short) => expect(shortenMiddle(text, length)).toBe(short));
});
