import { DatasetError } from '../src/model/errors.ts';
import type { FileSource } from '../src/model/file-source.ts';
import { compareText } from '../src/model/order.ts';

/**
 * A dataset that lies in memory: contents by path, and links that lead out of it. Streams give pieces of `pieceBytes`.
 */
export function openMemory(
  contents: Readonly<Record<string, string | Uint8Array>>,
  outside: readonly string[] = [],
  pieceBytes = 65_536,
): FileSource {
  const bytesByPath = new Map(
    Object.entries(contents).map(([path, content]) => [
      path,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  );
  const get = (path: string): Uint8Array => {
    const bytes = bytesByPath.get(path);
    if (!bytes) throw new DatasetError(`"${path}" is no listed file of the dataset.`);
    return bytes;
  };
  return {
    list: () =>
      Promise.resolve({
        files: [...bytesByPath]
          .map(([path, { length: bytes }]) => ({ path, bytes }))
          .sort((a, b) => compareText(a.path, b.path)),
        outside: [...outside].sort(compareText),
      }),
    read: async (path, maxBytes) => {
      const bytes = await Promise.resolve(get(path));
      if (bytes.length > maxBytes) throw new DatasetError(`"${path}" has ${bytes.length} bytes.`);
      return bytes;
    },
    stream: async function* (path, maxBytes) {
      const bytes = await Promise.resolve(get(path));
      if (bytes.length > maxBytes) throw new DatasetError(`"${path}" has ${bytes.length} bytes.`);
      const piece = new Uint8Array(pieceBytes);
      for (let at = 0; at < bytes.length; at += pieceBytes) {
        const part = bytes.subarray(at, at + pieceBytes);
        piece.set(part);
        yield piece.subarray(0, part.length);
      }
    },
    absolutePath: (path) => {
      get(path);
      return `/memory/${path}`;
    },
  };
}
