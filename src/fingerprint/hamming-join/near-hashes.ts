import { layout, loadSimdModule, reservePage, type SimdExports } from '../kernels/simd-module.ts';
import { recordLength, type Records } from './records.ts';

/** Some hashes, of which those near one can be listed. */
export interface NearHashes {
  /** Swaps two of them; places are counted from 0. */
  readonly swap: (a: number, b: number) => void;
  /**
   * Those behind the one at `place` that differ from it in at most `distanceBits`.
   * @returns how much further they lie, ascending; valid until the next call
   */
  readonly listBehind: (place: number, distanceBits: number) => Uint32Array;
}

let simd: SimdExports | undefined;
let isLoaded = false;

/** The hashes of records, in WebAssembly; undefined where it is not to be had. */
export function loadRecords(records: Records, start: number, end: number): NearHashes | undefined {
  return loadHashes((end - start) / recordLength, (halves) => {
    for (let at = start, to = 0; at < end; at += recordLength) {
      halves[to++] = records[at] ?? 0;
      halves[to++] = records[at + 1] ?? 0;
    }
  });
}

/**
 * Hashes in WebAssembly; undefined where it is not to be had.
 * @param write writes the upper and the lower half of each
 */
export function loadHashes(count: number, write: (halves: Uint32Array) => void): NearHashes | undefined {
  if (!isLoaded) {
    simd = loadSimdModule();
    isLoaded = true;
  }
  // Places take half of what hashes take.
  if (!simd || !reservePage(simd, 12 * (count + 1))) return undefined;
  const { listNear, memory } = simd;
  const halves = new Uint32Array(memory.buffer, layout.page, 2 * count);
  write(halves);
  const list = layout.page + 8 * (count + 1);
  const endAt = layout.page + 8 * count;
  return {
    swap: (a, b) => {
      for (const half of [0, 1]) {
        const kept = halves[2 * a + half] ?? 0;
        halves[2 * a + half] = halves[2 * b + half] ?? 0;
        halves[2 * b + half] = kept;
      }
    },
    listBehind: (place, distanceBits) =>
      new Uint32Array(memory.buffer, list, listNear(layout.page + 8 * place, endAt, distanceBits, list)),
  };
}
