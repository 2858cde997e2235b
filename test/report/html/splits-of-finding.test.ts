import { expect, it } from 'vitest';
import { splitsOfFinding } from '../../../src/report/html/splits-of-finding.ts';

const known = new Set(['train', 'val', 'test']);

it.each([
  ['a key that names one', { key: 'split:test', evidence: {} }, ['test']],
  ['a key of a class in one', { key: 'liver@val', evidence: {} }, ['val']],
  ['a key of two', { key: 'splits:real:train+test', evidence: {} }, ['train', 'test']],
  ['evidence under split', { key: 'a', evidence: { split: 'val', copies: 2 } }, ['val']],
  ['a list under splits', { key: 'a', evidence: { splits: ['test', 'train'] } }, ['train', 'test']],
  [
    'files by split',
    { key: 'a', evidence: { files: { train: ['a.png'], test: ['b.png'] } } },
    ['train', 'test'],
  ],
  ['a path with the word', { key: 'images/test/a.png', evidence: { path: 'test' } }, []],
  ['a split that the dataset has not', { key: 'split:holdout', evidence: { split: 'holdout' } }, []],
])('finds the splits of %s', (_, finding, splits) => {
  expect(splitsOfFinding(finding, known)).toEqual(splits);
});
