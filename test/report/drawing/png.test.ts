import sharp from 'sharp';
import { expect, it } from 'vitest';
import { encodePng, isMarkedPng, markedPngBytes, markPng } from '../../../src/report/drawing/png.ts';

it('writes pixels that a reader reads', async () => {
  const colors = Uint8Array.from({ length: 5 * 4 * 3 }, (_, at) => (at * 37) % 256);
  const { data, info } = await sharp(encodePng(5, 4, colors))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width: 5, height: 4, channels: 3 });
  expect(Buffer.from(colors)).toEqual(data);
});

it('knows its own mark, which changes no pixel, and no other file', async () => {
  const plain = await sharp({ create: { width: 3, height: 3, channels: 3, background: '#123456' } })
    .png()
    .toBuffer();
  const marked = markPng(plain);
  expect(isMarkedPng(marked.subarray(0, markedPngBytes))).toBe(true);
  expect(await sharp(marked).raw().toBuffer()).toEqual(await sharp(plain).raw().toBuffer());
  for (const other of [plain, new Uint8Array(0), marked.subarray(0, markedPngBytes - 1), marked.with(0, 0)])
    expect(isMarkedPng(other)).toBe(false);
});
