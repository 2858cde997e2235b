import { describe, expect, it } from 'vitest';
import { DatasetError } from '../../src/model/errors.ts';
import type { FileSource } from '../../src/model/file-source.ts';

/**
 * What every file source must do. `open` gives one that holds exactly the files it is handed.
 */
export function describeFileSource(
  name: string,
  open: (contents: Readonly<Record<string, string>>) => Promise<FileSource>,
): void {
  describe(`${name} as a file source`, () => {
    it('lists every file with its size, sorted by code unit', async () => {
      const source = await open({ 'b/ä.txt': 'ä', 'B.txt': '12345', 'a/b/c.txt': '', 'a.txt': '1' });
      expect(await source.list()).toEqual({
        files: [
          { path: 'B.txt', bytes: 5 },
          { path: 'a.txt', bytes: 1 },
          { path: 'a/b/c.txt', bytes: 0 },
          { path: 'b/ä.txt', bytes: 2 },
        ],
        outside: [],
      });
    });

    it('reads the bytes of a listed file up to the limit', async () => {
      const source = await open({ 'a/b.txt': 'content' });
      expect(Buffer.from(await source.read('a/b.txt', 7)).toString()).toBe('content');
      await expect(source.read('a/b.txt', 6)).rejects.toThrow(DatasetError);
    });

    it('streams the bytes of a listed file up to the limit', async () => {
      const text = 'content '.repeat(400_000);
      const source = await open({ 'a/b.txt': text, 'empty.txt': '' });
      expect(await readStream(source.stream('a/b.txt', text.length))).toBe(text);
      expect(await readStream(source.stream('empty.txt', 0))).toBe('');
      await expect(readStream(source.stream('a/b.txt', text.length - 1))).rejects.toThrow(DatasetError);
    });

    it('streams as often as it is asked to, also after a stream was left half-way', async () => {
      const source = await open({ 'a.txt': 'x'.repeat(3_000_000) });
      for await (const piece of source.stream('a.txt', 3_000_000)) {
        expect(piece.length).toBeGreaterThan(0);
        break;
      }
      expect((await readStream(source.stream('a.txt', 3_000_000))).length).toBe(3_000_000);
    });

    it.each(['nowhere.txt', '../a.txt', 'b/../a.txt', '/etc/passwd', './a.txt', 'b', '', 'a.txt\0'])(
      'refuses %j, which it does not list',
      async (path) => {
        const source = await open({ 'a.txt': 'x', 'b/c.txt': 'y' });
        await source.list();
        await expect(source.read(path, 1000)).rejects.toThrow(DatasetError);
        await expect(readStream(source.stream(path, 1000))).rejects.toThrow(DatasetError);
        expect(() => source.absolutePath(path)).toThrow(DatasetError);
      },
    );

    it('gives an absolute path for a listed file', async () => {
      const source = await open({ 'b/c.txt': 'y' });
      await source.list();
      expect(source.absolutePath('b/c.txt')).toMatch(/^(\/|[A-Z]:\\).*b[\\/]c\.txt$/);
    });
  });
}

async function readStream(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const copies: Uint8Array[] = [];
  for await (const piece of pieces) copies.push(Uint8Array.from(piece));
  return Buffer.concat(copies).toString();
}
