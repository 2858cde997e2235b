import { describe, expect, it } from 'vitest';
import { findUnusedFiles } from '../../src/annotations/unused-files.ts';

const find = (files: readonly string[]) => {
  const labels = new Set(['labels/a.txt']);
  const listed = ['images/a.jpg', 'images/b.jpg', 'labels/a.txt', 'labels/list.txt', ...files];
  return findUnusedFiles(listed, labels, new Set([...labels, 'labels/list.txt']));
};

describe('findUnusedFiles', () => {
  it('finds a file beside those in use that is called like no image', () => {
    expect(find(['labels/c.txt'])).toEqual(['labels/c.txt']);
  });

  it.each([
    ['of an image that nobody uses', 'labels/b.txt'],
    ['with more to its name than the image', 'labels/b_boxes.txt'],
    ['of another extension', 'labels/c.xml'],
    ['in another folder', 'other/c.txt'],
    ['that is no annotation', 'labels/c.md'],
  ])('leaves a file %s: %s', (_, file) => {
    expect(find([file])).toEqual([]);
  });

  it('does not take the beginning of a word for an image', () => {
    expect(find(['labels/bc.txt'])).toEqual(['labels/bc.txt']);
  });
});
