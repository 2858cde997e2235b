import { expect, it } from 'vitest';
import { escapeTexts } from '../../src/report/escape-texts.ts';

it('escapes every text, and the names of entries, and leaves all else', () =>
  expect(
    escapeTexts({ a: ['a', { a: 'ba' }], n: [1, null, true, undefined] }, (text) => `<${text}>`),
  ).toEqual({ '<a>': ['<a>', { '<a>': '<ba>' }], '<n>': [1, null, true, undefined] }));
