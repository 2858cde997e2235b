import { expect, it } from 'vitest';
import { findNearestName } from '../../src/config/nearest-name.ts';

const names = ['subject', 'split', 'leakage/subject', 'leakage/alias'];

it.each([
  ['subejct', 'subject'],
  ['SPLIT', 'split'],
  ['alias', 'leakage/alias'],
  // 40 % of ten characters are four edits, and five are too many.
  ['leakage/al', 'leakage/alias'],
  ['sub', undefined],
  ['subj', undefined],
  ['spilt', 'split'],
  ['zzz', undefined],
  ['', undefined],
  ['s'.repeat(81), undefined],
])('the name nearest to %j is %j', (name, expected) => {
  expect(findNearestName(name, names)).toBe(expected);
});

it.each([
  ['ab', 'abcd', 'abcd'],
  ['ab', 'abcde', undefined],
  ['abcdefghij', 'abcdef', 'abcdef'],
  ['abcdefghij', 'abcde', undefined],
  ['ab', 'xy', undefined],
])('%j against %j', (name, candidate, expected) => {
  expect(findNearestName(name, [candidate])).toBe(expected);
});
