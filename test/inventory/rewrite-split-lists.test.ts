import { expect, it } from 'vitest';
import { rewriteSplitLists } from '../../src/inventory/rewrite-split-lists.ts';
import { DatasetError } from '../../src/model/errors.ts';

const lists = [
  { path: 'train.txt', split: 'train', bytes: Buffer.from('# images\na.png 1\n\nb.png\nc.png') },
  { path: 'test.txt', split: 'test', bytes: Buffer.from('d.png\r\ne\u00e4.png\r\n') },
];

function rewrite(splitOf: (path: string, line: number) => string | undefined): Record<string, string> {
  const rewritten = rewriteSplitLists(lists, splitOf);
  return Object.fromEntries([...rewritten].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]));
}

it('moves lines as they are written and leaves the others in their order', () => {
  const moves: Record<string, string> = {
    'train.txt:2': 'test',
    'train.txt:4': 'train',
    'test.txt:2': 'train',
  };
  expect(rewrite((path, line) => moves[`${path}:${line}`])).toEqual({
    'train.txt': '# images\n\nb.png\nc.png\ne\u00e4.png\n',
    'test.txt': 'd.png\r\na.png 1\r\n',
  });
});

it('changes nothing but a missing line end where nothing moves', () => {
  expect(rewrite(() => undefined)).toEqual({
    'train.txt': '# images\na.png 1\n\nb.png\nc.png\n',
    'test.txt': 'd.png\r\ne\u00e4.png\r\n',
  });
});

it('refuses a split that has no list', () => {
  expect(() => rewrite(() => 'val')).toThrow(DatasetError);
});
