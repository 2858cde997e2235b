import sharp from 'sharp';
import { toIntensity, type IntensityPage } from '../../src/fingerprint/intensity.ts';

/** The grey levels of a picture's first page, as the audit reads them: 16 bits kept, no colour management. */
export async function readPage(bytes: Buffer): Promise<IntensityPage> {
  const options = { ignoreIcc: true };
  const { depth, space } = await sharp(bytes, options).metadata();
  const isWide = depth === 'ushort';
  const isGrey = space === 'b-w' || space === 'grey16';
  const { data, info } = await sharp(bytes, options)
    .removeAlpha()
    .toColourspace(isWide ? (isGrey ? 'grey16' : 'rgb16') : isGrey ? 'b-w' : 'srgb')
    .raw({ depth: isWide ? 'ushort' : 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const samples = isWide
    ? new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return toIntensity({ width, height, channels, samples });
}
