import { readFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';

export type Rgb = readonly [red: number, green: number, blue: number];

/** A mask as the class of each pixel, 0 for the background. */
export interface ClassImage {
  readonly width: number;
  readonly height: number;
  readonly classes: Uint8Array;
}

/** Reads a mask whose colours are all of the palette. */
export async function readClassImage(path: string, palette: readonly Rgb[]): Promise<ClassImage> {
  const { data, info } = await sharp(await readFile(path))
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const places = new Map(palette.map((color, place) => [color.join(), place]));
  const { width, height, channels } = info;
  const classes = new Uint8Array(width * height);
  for (let at = 0; at < classes.length; at++) {
    const place = places.get(data.subarray(at * channels, at * channels + 3).join());
    if (place === undefined) throw new Error(`${path} holds a colour off the palette`);
    classes[at] = place;
  }
  return { width, height, classes };
}

/** The mask in colours, before it is stored. */
export function paint({ width, height, classes }: ClassImage, palette: readonly Rgb[]): Sharp {
  const samples = new Uint8Array(classes.length * 3);
  classes.forEach((place, at) => samples.set(palette[place] ?? [0, 0, 0], at * 3));
  return sharp(samples, { raw: { width, height, channels: 3 } });
}

/** The mask in grey values, before it is stored. */
export function shade(
  { width, height, classes }: ClassImage,
  valueOf: (place: number) => number = (place) => place,
): Sharp {
  return sharp(classes.map(valueOf), { raw: { width, height, channels: 1 } }).toColourspace('b-w');
}

/** The mask with another class for each pixel. */
export function change(
  { width, height, classes }: ClassImage,
  classAt: (place: number, x: number, y: number) => number,
): ClassImage {
  return {
    width,
    height,
    classes: classes.map((place, at) => classAt(place, at % width, Math.floor(at / width))),
  };
}

/** Pixels of each class. */
export function countClasses({ classes }: ClassImage): number[] {
  const counts = new Array<number>(9).fill(0);
  for (const place of classes) counts[place] = (counts[place] ?? 0) + 1;
  return counts;
}

/** Middle of a class's pixels. */
export function centerOf({ width, classes }: ClassImage, place: number): { x: number; y: number } {
  let [sumX, sumY, pixels] = [0, 0, 0];
  classes.forEach((value, at) => {
    if (value !== place) return;
    sumX += at % width;
    sumY += Math.floor(at / width);
    pixels++;
  });
  return { x: Math.round(sumX / pixels), y: Math.round(sumY / pixels) };
}

/** Stored and read again, so that what storing does to values stays when it is stored in another format. */
export async function store(image: Sharp): Promise<Sharp> {
  return sharp(await image.toBuffer());
}

/** Enlarged or reduced without its finer parts, and brought to its size with a kernel. */
export async function resample(
  image: Sharp,
  { width, height }: ClassImage,
  factor: number,
  kernel: 'linear' | 'cubic' | 'lanczos3',
): Promise<Sharp> {
  const [smallWidth, smallHeight] = [Math.round(width / factor), Math.round(height / factor)];
  const small = await store(image.resize(smallWidth, smallHeight, { fit: 'fill', kernel: 'nearest' }).png());
  return store(small.resize(width, height, { fit: 'fill', kernel }).png());
}
