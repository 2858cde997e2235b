import { describe, expect, it } from 'vitest';
import { compileImageFinder } from '../../src/annotations/image-finder.ts';

const images = [
  'images/train/1.jpg',
  'images/val/1.jpg',
  'images/val/2.jpg',
  'val/3.jpg',
  '4.jpg',
  'images/4.jpg',
];
const find = compileImageFinder(images, 'images');

describe('compileImageFinder', () => {
  it.each([
    ['under the root', 'train/1.jpg', 'all.json', 'images/train/1.jpg'],
    ['under the root first', '4.jpg', 'all.json', 'images/4.jpg'],
    ['in the dataset', 'images/val/1.jpg', 'all.json', 'images/val/1.jpg'],
    ['beside the file', '3.jpg', 'val/all.json', 'val/3.jpg'],
    ['by the end of its path', '2.jpg', 'all.json', 'images/val/2.jpg'],
    ['in other separators', '.\\val\\2.jpg', 'all.json', 'images/val/2.jpg'],
    ['by the end of an absolute path', '/home/x/data/val/1.jpg', 'all.json', 'images/val/1.jpg'],
    ['by the end of a path with a drive', 'C:\\data\\val\\2.jpg', 'all.json', 'images/val/2.jpg'],
    ['not where several end so', '1.jpg', 'all.json', undefined],
    ['not in another folder than it says', 'train/2.jpg', 'all.json', undefined],
    ['not by a part of a name', '2.jp', 'all.json', undefined],
    ['not outside', '../4.jpg', 'all.json', undefined],
    ['not without a name', '', 'all.json', undefined],
    ['not through folders without end', `/${'a/'.repeat(200)}2.jpg`, 'all.json', undefined],
  ])('finds an image %s: %s', (_, name, file, expected) => {
    expect(find(name, file)).toBe(expected);
  });
});
