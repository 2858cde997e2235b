import { describe, expect, it } from 'vitest';
import { extensionOf } from '../../src/inventory/image-extensions.ts';
import { compilePathPattern } from '../../src/inventory/path-pattern.ts';
import { canonicalSplit, isKnownSplit, suggestSplit } from '../../src/inventory/split-names.ts';
import { fillTemplate } from '../../src/inventory/template.ts';
import { DatasetError } from '../../src/model/errors.ts';

describe('canonicalSplit', () => {
  it.each([
    ['train', ['train', 'Training', ' TR ', 'trn', 'train set', 'TRAIN_SET']],
    ['val', ['val', 'valid', 'Validation', 'dev', 'development', 'eval', 'Evaluation', 'validation-set']],
    ['test', ['test', 'TESTING', 'tst', 'te', 'holdout', 'hold-out', 'Held out']],
  ])('knows the names of %s', (canonical, names) => {
    expect(names.map(canonicalSplit)).toEqual(names.map(() => canonical));
    expect(isKnownSplit(canonical)).toBe(true);
  });

  it('leaves others as written, without surrounding blanks', () => {
    expect(['Fold 1 ', 'train2', 'constructor', '0'].map(canonicalSplit)).toEqual([
      'Fold 1',
      'train2',
      'constructor',
      '0',
    ]);
    expect(['Fold 1', 'constructor', ''].some(isKnownSplit)).toBe(false);
  });
});

describe('suggestSplit', () => {
  it.each([
    ['tarin', 'train'],
    ['Trainn', 'train'],
    ['vall', 'val'],
    ['validtion', 'val'],
    ['tests', 'test'],
    ['fold1', undefined],
    ['real', undefined],
    ['x'.repeat(100_000), undefined],
  ])('suggests for %s', (name, suggestion) => {
    expect(suggestSplit(name)).toBe(suggestion);
  });
});

describe('fillTemplate', () => {
  it.each([
    ['{dir}/{stem}_test.jpg', 'g/7/x.jpg', 'g/7/x_test.jpg'],
    ['{dir}/{stem}_test.jpg', 'x.jpg', 'x_test.jpg'],
    ['masks/{name}', 'a/x.y.png', 'masks/x.y.png'],
    ['{stem}{ext}|{stem}.{ext}', 'x.PNG', 'x.PNG|x.PNG'],
    ['{stem}{ext}|{stem}.{ext}', 'x', 'x|x'],
    ['{stem}', 'v/x.nii.gz', 'x'],
    ['{path}.txt', 'a/x.png', 'a/x.png.txt'],
    ['{dir}-{other}', 'a/x.png', 'a-{other}'],
    ['{stem}', 'a/{name}$&.png', '{name}$&'],
  ])('fills %s with %s', (template, path, filled) => {
    expect(fillTemplate(template, path)).toBe(filled);
  });
});

describe('extensionOf', () => {
  it.each([
    ['a/b.c/x.PNG', '.PNG'],
    ['x.nii.gz', '.nii.gz'],
    ['a.b/x', ''],
    ['a/.png', ''],
    ['.nii.gz', '.gz'],
    ['', ''],
  ])('of %s', (path, extension) => {
    expect(extensionOf(path)).toBe(extension);
  });
});

describe('compilePathPattern', () => {
  it('gives the group of the field, or else the first group', () => {
    expect(compilePathPattern('subject', '^(x/)?(?<subject>p\\d+)')('x/p12/y')).toBe('p12');
    expect(compilePathPattern('subject', '^(p\\d+)')('p12/y')).toBe('p12');
  });

  it('gives nothing where it does not match or finds nothing', () => {
    expect(compilePathPattern('subject', '^(?<subject>p\\d+)')('q')).toBeUndefined();
    expect(compilePathPattern('subject', '^(?<subject>p)?')('q')).toBeUndefined();
    expect(compilePathPattern('subject', '^(?<subject> *)')('q')).toBeUndefined();
  });

  it.each(['(?<subject>', '(?=x)(?<subject>x)', 'no group'])('refuses %s', (pattern) => {
    expect(() => compilePathPattern('subject', pattern)).toThrow(DatasetError);
  });

  it('takes no exponential time', () => {
    expect(compilePathPattern('subject', '^(?<subject>(a+)+)$')(`${'a'.repeat(5000)}b`)).toBeUndefined();
  });
});
