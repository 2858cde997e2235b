import { mkdtemp, rm, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  fingerprintFiles,
  type DecodeRequest,
  type FingerprintRequest,
} from '../../src/fingerprint/fingerprint-files.ts';
import type { Answer } from '../../src/fingerprint/protocol.ts';
import { tellPixelsApart } from '../../src/fingerprint/tell-pixels-apart.ts';
import { limits, makePage, toSharp } from './make-images.ts';

const settings = {
  limits: { ...limits, decodeSeconds: 10 },
  palette: { kind: 'color', colors: [[0, 0, 0]] },
  workers: 2,
} as const;

const decode = (requests: readonly DecodeRequest[]) => fingerprintFiles(requests, settings);

let folder = '';

const page = makePage(50, 40, 3);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdout-pixels-'));
  await toSharp(page).png().toFile(join(folder, 'a.png'));
  await toSharp(page).tiff({ compression: 'lzw' }).toFile(join(folder, 'a.tiff'));
  await toSharp(makePage(50, 40, 3, { seed: 5 }))
    .png()
    .toFile(join(folder, 'other.png'));
  await toSharp(makePage(50, 40, 3, { seed: 5 }))
    .tiff({ compression: 'lzw' })
    .toFile(join(folder, 'other-copy.tiff'));
});

afterAll(() => rm(folder, { recursive: true }));

function request(path: string, role: FingerprintRequest['role'] = 'image'): FingerprintRequest {
  return { path, absolutePath: join(folder, path), bytes: 0, role };
}

async function answer(requests: readonly FingerprintRequest[]): Promise<Answer[]> {
  return tellPixelsApart(requests, await fingerprintFiles(requests, settings), decode);
}

function hashOf(answer: Answer | undefined): string | undefined {
  return answer?.kind === 'image' ? answer.image.pixelsHash : undefined;
}

describe('the hash of pixels', () => {
  it('is the same for the same pixels in other files, and for the same file twice', async () => {
    const [png, tiff, again, other] = await answer(
      ['a.png', 'a.tiff', 'a.png', 'other.png'].map((path) => request(path)),
    );
    expect(hashOf(png)).toMatch(/^[0-9a-f]{64}$/u);
    expect(hashOf(tiff)).toBe(hashOf(png));
    expect(hashOf(again)).toBe(hashOf(png));
    expect(hashOf(other)).not.toBe(hashOf(png));
  });

  it('differs where all that is summed up is the same', async () => {
    // One step of blue is too little to change the luma. Both have colour, so that neither is taken for a grey picture.
    for (const [name, pixels] of [
      ['one.png', [0]],
      ['two.png', [0, 100]],
    ] as const) {
      const samples = new Uint8Array(page.samples.length).fill(100);
      for (const pixel of pixels) samples[3 * pixel + 2] = 101;
      await toSharp({ ...page, samples })
        .png()
        .toFile(join(folder, name));
    }
    const requests = [request('one.png'), request('two.png')];
    const raw = await fingerprintFiles(requests, settings);
    expect(hashOf(raw[0])).toBe(hashOf(raw[1]));
    const [one, two] = await tellPixelsApart(requests, raw, decode);
    expect(hashOf(one)).not.toBe(hashOf(two));
  });

  it('ties a mask that is a picture to that picture', async () => {
    const [image, mask] = await answer([request('other.png'), request('other-copy.tiff', 'mask')]);
    expect(mask?.kind === 'mask' && mask.picture?.pixelsHash).toBe(hashOf(image));
  });

  it('fails for a file that has gone meanwhile', async () => {
    const requests = [request('a.png'), request('gone.tiff')];
    await toSharp(page).tiff({ compression: 'deflate' }).toFile(join(folder, 'gone.tiff'));
    const raw = await fingerprintFiles(requests, settings);
    await unlink(join(folder, 'gone.tiff'));
    const [png, gone] = await tellPixelsApart(requests, raw, decode);
    expect(png?.kind).toBe('image');
    expect(gone).toMatchObject({ kind: 'failure', fault: 'missing' });
  });
});
