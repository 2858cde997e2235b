import sharp, { type Sharp } from 'sharp';

/** A way to make a copy of a picture that is the same picture after. */
export interface Transformation {
  readonly name: string;
  /** Three strengths, weak to strong, as the table shows them. */
  readonly strengths: readonly [string, string, string];
  /** The copy as a file's bytes. `strength` is 0, 1 or 2. */
  readonly apply: (picture: Buffer, strength: number, random: () => number) => Promise<Buffer>;
}

const jpeg = { quality: 92, chromaSubsampling: '4:4:4' } as const;

function pick<T>(values: readonly [T, T, T], strength: number): T {
  return values[strength] ?? values[0];
}

async function sizeOf(picture: Sharp): Promise<{ width: number; height: number }> {
  const { width, height } = await picture.metadata();
  return { width, height };
}

async function load(picture: Buffer): Promise<{ image: Sharp; width: number; height: number }> {
  return { image: sharp(picture), ...(await sizeOf(sharp(picture))) };
}

/** Changes every sample of an 8-bit picture. */
async function mapLevels(picture: Buffer, map: (level: number) => number): Promise<Buffer> {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const mapped = data.map((level) => Math.max(0, Math.min(255, Math.round(map(level)))));
  return sharp(mapped, { raw: { width, height, channels } }).png().toBuffer();
}

async function crop(picture: Buffer, sides: readonly [number, number, number, number]): Promise<Buffer> {
  const { image, width, height } = await load(picture);
  const [left, top, right, bottom] = sides;
  const x = Math.round(left * width);
  const y = Math.round(top * height);
  return image
    .extract({
      left: x,
      top: y,
      width: width - x - Math.round(right * width),
      height: height - y - Math.round(bottom * height),
    })
    .jpeg(jpeg)
    .toBuffer();
}

async function shift(picture: Buffer, across: number, down: number): Promise<Buffer> {
  const { image, width, height } = await load(picture);
  const x = Math.round(across * width);
  const y = Math.round(down * height);
  const moved = await image
    .extract({
      left: Math.max(0, x),
      top: Math.max(0, y),
      width: width - Math.abs(x),
      height: height - Math.abs(y),
    })
    .png()
    .toBuffer();
  return sharp(moved)
    .extend({
      left: Math.max(0, -x),
      right: Math.max(0, x),
      top: Math.max(0, -y),
      bottom: Math.max(0, y),
      background: 'black',
    })
    .jpeg(jpeg)
    .toBuffer();
}

/** Gaussian noise by the Box–Muller transform. */
async function addNoise(picture: Buffer, deviation: number, random: () => number): Promise<Buffer> {
  return mapLevels(
    picture,
    (level) => level + deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  );
}

async function overlay(picture: Buffer, draw: (width: number, height: number) => string): Promise<Buffer> {
  const { image, width, height } = await load(picture);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${draw(width, height)}</svg>`;
  return image
    .composite([{ input: Buffer.from(svg) }])
    .jpeg(jpeg)
    .toBuffer();
}

function caption(picture: Buffer, size: number, random: () => number): Promise<Buffer> {
  const x = 0.03 + 0.3 * random();
  const y = 0.1 + 0.8 * random();
  return overlay(
    picture,
    (width, height) =>
      `<text x="${x * width}" y="${y * height}" font-family="sans-serif" font-size="${size * height}" fill="white" stroke="black" stroke-width="0.5">Patient 42 R KIDNEY</text>`,
  );
}

function arrow(picture: Buffer, size: number, random: () => number): Promise<Buffer> {
  const x = 0.25 + 0.5 * random();
  const y = 0.25 + 0.5 * random();
  const turn = 360 * random();
  return overlay(picture, (width, height) => {
    const length = size * Math.max(width, height);
    return `<path transform="translate(${x * width} ${y * height}) rotate(${turn}) scale(${length})" d="M0 0 L0.35 -0.22 L0.35 -0.08 L1 -0.08 L1 0.08 L0.35 0.08 L0.35 0.22 Z" fill="yellow" stroke="black" stroke-width="0.02"/>`;
  });
}

async function resize(picture: Buffer, factor: number): Promise<Buffer> {
  const { image, width, height } = await load(picture);
  return image
    .resize(Math.round(width * factor), Math.round(height * factor), { fit: 'fill' })
    .jpeg(jpeg)
    .toBuffer();
}

async function pad(picture: Buffer, share: number, background: string): Promise<Buffer> {
  const { image, width, height } = await load(picture);
  return image
    .extend({
      left: Math.round(share * width),
      right: Math.round(share * width),
      top: Math.round(share * height),
      bottom: Math.round((share / 2) * height),
      background,
    })
    .jpeg(jpeg)
    .toBuffer();
}

/** One of the seven flips and turns that change the picture. */
async function turn(picture: Buffer, element: number): Promise<Buffer> {
  const image = sharp(picture);
  const turned = await image
    .rotate(90 * (element % 4))
    .png()
    .toBuffer();
  return element >= 4 ? sharp(turned).flop().jpeg(jpeg).toBuffer() : sharp(turned).jpeg(jpeg).toBuffer();
}

/** Shows a part of the grey levels only, between two percentiles of the picture's levels that are not the lowest. */
async function rewindow(picture: Buffer, low: number, high: number): Promise<Buffer> {
  const { data, info } = await sharp(picture)
    .toColourspace('grey16')
    .raw({ depth: 'ushort' })
    .toBuffer({ resolveWithObject: true });
  const samples = new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2);
  const { width, height, channels } = info;
  const grey = Float32Array.from({ length: width * height }, (_, at) => samples[at * channels] ?? 0);
  const darkest = grey.reduce((least, level) => Math.min(least, level), Infinity);
  const sorted = grey.filter((level) => level > darkest + 1000).sort();
  const from = low === 0 ? darkest : (sorted[Math.floor(low * sorted.length)] ?? 0);
  const to = sorted[Math.min(sorted.length - 1, Math.floor(high * sorted.length))] ?? 65_535;
  const mapped = Uint8Array.from(grey, (level) =>
    Math.max(0, Math.min(255, Math.round(((level - from) / Math.max(1, to - from)) * 255))),
  );
  return sharp(mapped, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}

export const transformations: readonly Transformation[] = [
  {
    name: 'jpeg',
    strengths: ['q90', 'q60', 'q30'],
    apply: (picture, strength) =>
      sharp(picture)
        .jpeg({ quality: pick([90, 60, 30], strength) })
        .toBuffer(),
  },
  {
    name: 'format',
    strengths: ['png', 'webp q50', 'gif'],
    apply: (picture, strength) =>
      pick(
        [() => sharp(picture).png(), () => sharp(picture).webp({ quality: 50 }), () => sharp(picture).gif()],
        strength,
      )().toBuffer(),
  },
  {
    name: 'resize',
    strengths: ['0.75', '0.5', '2'],
    apply: (picture, strength) => resize(picture, pick([0.75, 0.5, 2], strength)),
  },
  {
    name: 'crop',
    strengths: ['5 %', '10 %', '15 %'],
    apply: (picture, strength) => {
      const share = pick([0.05, 0.1, 0.15], strength);
      return crop(picture, [share, share, share, share]);
    },
  },
  {
    name: 'crop aside',
    strengths: ['≤ 5 %', '≤ 10 %', '≤ 15 %'],
    apply: (picture, strength, random) => {
      const share = pick([0.05, 0.1, 0.15], strength);
      return crop(picture, [share, share * random(), share * random(), share * random()]);
    },
  },
  {
    name: 'shift',
    strengths: ['2 %', '5 %', '10 %'],
    apply: (picture, strength, random) => {
      const share = pick([0.02, 0.05, 0.1], strength);
      return shift(picture, random() < 0.5 ? share : -share, share * (2 * random() - 1));
    },
  },
  {
    name: 'gamma',
    strengths: ['0.8', '1.5', '0.5'],
    apply: (picture, strength) =>
      mapLevels(picture, (level) => 255 * (level / 255) ** pick([0.8, 1.5, 0.5], strength)),
  },
  {
    name: 'gain',
    strengths: ['0.8', '0.5 + 40', '1.5'],
    apply: (picture, strength) =>
      mapLevels(picture, (level) => level * pick([0.8, 0.5, 1.5], strength) + pick([0, 40, 0], strength)),
  },
  {
    name: 'window',
    strengths: ['1–99 %', '3–95 %', '8–88 %'],
    apply: (picture, strength) =>
      rewindow(picture, pick([0.01, 0.03, 0.08], strength), pick([0.99, 0.95, 0.88], strength)),
  },
  {
    name: 'noise',
    strengths: ['σ 5', 'σ 10', 'σ 20'],
    apply: (picture, strength, random) => addNoise(picture, pick([5, 10, 20], strength), random),
  },
  {
    name: 'blur',
    strengths: ['0.15 %', '0.3 %', '0.6 %'],
    apply: async (picture, strength) => {
      const { image, width, height } = await load(picture);
      const share = pick([0.0015, 0.003, 0.006], strength);
      return image
        .blur(Math.max(0.5, share * Math.max(width, height)))
        .jpeg(jpeg)
        .toBuffer();
    },
  },
  {
    name: 'sharpen',
    strengths: ['σ 0.5', 'σ 1', 'σ 2'],
    apply: (picture, strength) =>
      sharp(picture)
        .sharpen({ sigma: pick([0.5, 1, 2], strength) })
        .jpeg(jpeg)
        .toBuffer(),
  },
  {
    name: 'pad',
    strengths: ['5 % black', '10 % white', '20 % black'],
    apply: (picture, strength) =>
      pad(picture, pick([0.05, 0.1, 0.2], strength), pick(['black', 'white', 'black'], strength)),
  },
  {
    name: 'caption',
    strengths: ['4 %', '7 %', '10 %'],
    apply: (picture, strength, random) => caption(picture, pick([0.04, 0.07, 0.1], strength), random),
  },
  {
    name: 'arrow',
    strengths: ['8 %', '15 %', '25 %'],
    apply: (picture, strength, random) => arrow(picture, pick([0.08, 0.15, 0.25], strength), random),
  },
  {
    name: 'grey',
    strengths: ['luma', 'green', 'red'],
    apply: (picture, strength) =>
      strength === 0
        ? sharp(picture).greyscale().jpeg(jpeg).toBuffer()
        : sharp(picture)
            .toColourspace('srgb')
            .extractChannel(strength === 1 ? 'green' : 'red')
            .jpeg(jpeg)
            .toBuffer(),
  },
  {
    name: 'flip',
    strengths: ['left–right', 'top–bottom', 'half turn'],
    apply: (picture, strength) => turn(picture, pick([4, 6, 2], strength)),
  },
  {
    name: 'quarter turn',
    strengths: ['90°', '270°', 'transposed'],
    apply: (picture, strength, random) => turn(picture, pick([1, 3, random() < 0.5 ? 5 : 7], strength)),
  },
  {
    name: 'combined',
    strengths: ['crop, jpeg', 'flip, gamma, resize, jpeg', 'turn, crop, noise, caption'],
    apply: async (picture, strength, random) => {
      const sides = [random(), random(), random(), random()].map((share) => 0.08 * share);
      const [left = 0, top = 0, right = 0, bottom = 0] = sides;
      if (strength === 0) {
        return sharp(await crop(picture, [left, top, right, bottom]))
          .jpeg({ quality: 50 })
          .toBuffer();
      }
      if (strength === 1) {
        const flipped = await turn(picture, 4);
        const brightened = await mapLevels(flipped, (level) => 255 * (level / 255) ** 0.7);
        return sharp(await resize(brightened, 0.6))
          .jpeg({ quality: 60 })
          .toBuffer();
      }
      const turned = await turn(
        await crop(picture, [left, top, right, bottom]),
        1 + Math.floor(7 * random()),
      );
      return caption(await addNoise(turned, 8, random), 0.06, random);
    },
  },
];
