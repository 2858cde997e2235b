import type { OpenBytes } from '../../src/inventory/byte-encoding.ts';
import type { ManifestRow, ManifestRows } from '../../src/inventory/manifest-rows.ts';

/** A file that comes in pieces of a size, each of which is overwritten when the next is asked for. */
export function openPieces(content: string | Uint8Array, pieceBytes: number): OpenBytes {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return async function* () {
    const piece = new Uint8Array(pieceBytes);
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      await Promise.resolve();
      const part = bytes.subarray(at, at + pieceBytes);
      piece.fill(0x22);
      piece.set(part);
      yield piece.subarray(0, part.length);
    }
  };
}

export function listRows(rows: ManifestRows): ManifestRow[] {
  return Array.from({ length: rows.length }, (_, row) => rows.at(row));
}
