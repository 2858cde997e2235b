import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import sharp from 'sharp';

export const examplesFolder = resolve(import.meta.dirname, '../../examples');

/** A row of a committed manifest, by column. */
export interface Row {
  readonly file: string;
  readonly mask: string;
  readonly subject: string;
  readonly split: string;
  readonly domain: string;
  readonly clip: string;
}

/** Reads the manifest of an example; its values hold neither quotes nor commas. */
export function readRows(dataset: string): Row[] {
  const [header = '', ...lines] = readFileSync(join(examplesFolder, dataset, 'manifest.csv'), 'utf8')
    .trimEnd()
    .split('\n');
  if (header !== 'file,mask,subject,split,domain,clip') throw new Error(`unexpected header ${header}`);
  return lines.map((line) => {
    const [file = '', mask = '', subject = '', split = '', domain = '', clip = '', ...more] = line.split(',');
    if (more.length > 0) throw new Error(`too many cells: ${line}`);
    return { file, mask, subject, split, domain, clip };
  });
}

/** All files of an example, sorted, relative to it and with `/`. */
export function listDataset(dataset: string): string[] {
  const folder = join(examplesFolder, dataset);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.split(sep).join('/'))
    .sort();
}

export function readExample(dataset: string, path: string): Buffer {
  return readFileSync(join(examplesFolder, dataset, path));
}

export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

export async function decodeGrey(bytes: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(bytes).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  if (info.channels !== 1) throw new Error(`${info.channels} channels`);
  return { width: info.width, height: info.height, data };
}

/** Decodes a mask; the colour of a pixel is `rrggbb` in hex, found by its position. */
export async function decodeColours(
  bytes: Buffer,
): Promise<{ width: number; height: number; colours: string[] }> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const colours = Array.from({ length: info.width * info.height }, (_, pixel) =>
    data.subarray(pixel * 3, pixel * 3 + 3).toString('hex'),
  );
  return { width: info.width, height: info.height, colours };
}
