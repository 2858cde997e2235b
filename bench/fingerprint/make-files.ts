import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

export const maskSize = 512;
export const maskColors = [
  [0, 0, 0],
  [100, 0, 100],
  [0, 100, 0],
  [255, 0, 0],
  [255, 255, 0],
  [0, 0, 255],
] as const;

/** Files below `folder` (absolute) with one of the extensions, sorted. */
export async function listFiles(folder: string, extensions: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && extensions.some((end) => entry.name.toLowerCase().endsWith(end)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Stores pictures as PNG files, as most programs do. @returns their paths */
export async function copyAsPng(files: readonly string[], folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const copies: string[] = [];
  for (const [index, file] of files.entries()) {
    const copy = join(folder, `${index}.png`);
    await sharp(file).png().toFile(copy);
    copies.push(copy);
  }
  return copies;
}

/** Masks of a few organs each, as RGB PNG files: ellipses that move from mask to mask. @returns their paths */
export async function makeMasks(count: number, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (let index = 0; index < count; index++) {
    const path = join(folder, `${index}.png`);
    const samples = drawMask(index);
    const png = sharp(samples, { raw: { width: maskSize, height: maskSize, channels: 3 } }).png();
    await writeFile(path, await png.toBuffer());
    paths.push(path);
  }
  return paths;
}

function drawMask(index: number): Uint8Array {
  const samples = new Uint8Array(maskSize * maskSize * 3);
  for (const [organ, color] of maskColors.entries()) {
    if (organ === 0) continue;
    const centerX = 90 + ((index * 37 + organ * 131) % 330);
    const centerY = 90 + ((index * 53 + organ * 97) % 330);
    const radiusX = 40 + ((index * 7 + organ * 29) % 50);
    const radiusY = 30 + ((index * 11 + organ * 17) % 50);
    for (let y = centerY - radiusY; y <= centerY + radiusY; y++) {
      const half = Math.round(radiusX * Math.sqrt(1 - ((y - centerY) / radiusY) ** 2));
      for (let x = centerX - half; x <= centerX + half; x++) samples.set(color, (y * maskSize + x) * 3);
    }
  }
  return samples;
}
