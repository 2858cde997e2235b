import sharp from 'sharp';
import { storedOffset } from './simulate-ct.ts';
import type { Transformation } from './transformations.ts';

/** The usual windows of computed tomography, Hounsfield units. */
export const windows = {
  'soft tissue': { from: -160, to: 240 },
  bone: { from: -500, to: 1300 },
  lung: { from: -1350, to: 150 },
} as const;

/** Shows a window of a 16-bit picture in 8 bits. */
export async function showWindow(
  picture: Buffer,
  { from, to }: { from: number; to: number },
): Promise<Buffer> {
  const { samples, width, height } = await readStored(picture);
  return writeWindow(samples, width, height, from + storedOffset, to + storedOffset);
}

async function showPercentiles(picture: Buffer, low: number, high: number): Promise<Buffer> {
  const { samples, width, height } = await readStored(picture);
  const sorted = samples.slice().sort();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return writeWindow(samples, width, height, at(low), at(high));
}

async function readStored(picture: Buffer) {
  const { data, info } = await sharp(picture)
    .toColourspace('grey16')
    .raw({ depth: 'ushort' })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return { samples: new Uint16Array(data.buffer, data.byteOffset, width * height), width, height };
}

function writeWindow(
  samples: Uint16Array,
  width: number,
  height: number,
  from: number,
  to: number,
): Promise<Buffer> {
  const shown = Uint8Array.from(samples, (level) =>
    Math.max(0, Math.min(255, Math.round((255 * (level - from)) / Math.max(1, to - from)))),
  );
  return sharp(shown, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}

/** Ways to show a 16-bit picture in 8 bits. */
export const windowings: readonly Transformation[] = [
  {
    name: 'window',
    strengths: ['soft tissue', 'bone', 'lung'],
    apply: (picture, strength) =>
      showWindow(picture, [windows['soft tissue'], windows.bone, windows.lung][strength] ?? windows.bone),
  },
  {
    name: 'percentiles',
    strengths: ['0–100 %', '1–99 %', '10–90 %'],
    apply: (picture, strength) => {
      const cut = [0, 0.01, 0.1][strength] ?? 0;
      return showPercentiles(picture, cut, 1 - cut);
    },
  },
];
