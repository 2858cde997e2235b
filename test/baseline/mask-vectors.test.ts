import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { fingerprintMask } from '../../src/fingerprint/fingerprint-mask.ts';
import type { MaskPalette } from '../../src/model/fingerprint.ts';

/** A mask of 32 × 32 pixels with the place in the palette that is read at each pixel. */
interface Vector {
  readonly name: string;
  readonly kind: MaskPalette['kind'];
  /** Colours as 0xrrggbb, or indices. */
  readonly values: readonly number[];
  readonly png: string;
  readonly places: readonly number[];
}

// The trainer's tests read the same file: what both make of it is one.
const url = new URL('../../baseline/tests/mask-vectors.json', import.meta.url);
const vectors = JSON.parse(await readFile(url, 'utf8')) as readonly Vector[];

function toPalette({ kind, values }: Vector): MaskPalette {
  return kind === 'index'
    ? { kind, indices: values }
    : { kind, colors: values.map((value) => [value >> 16, (value >> 8) & 255, value & 255]) };
}

describe('masks are decoded as the trainer decodes them', () => {
  it.each(vectors.map((vector) => [vector.name, vector] as const))('%s', async (_, vector) => {
    const limits = { pixels: 2_000, fileBytes: 1_000_000 };
    const { grid } = await fingerprintMask(Buffer.from(vector.png, 'base64'), toPalette(vector), limits);
    expect([...grid]).toEqual(vector.places);
  });
});
