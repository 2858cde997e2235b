import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter, CodecError, type Codec } from '../../../src/fingerprint/cache/codec.ts';
import { storedImage, storedMask } from '../../../src/fingerprint/cache/fingerprint-codecs.ts';
import { fingerprintVersion } from '../../../src/fingerprint/cache/fingerprint-kind.ts';
import { fingerprintImage } from '../../../src/fingerprint/fingerprint-image.ts';
import { fingerprintMask } from '../../../src/fingerprint/fingerprint-mask.ts';
import { limits, makePage, toSharp } from '../make-images.ts';

function write<T>(codec: Codec<T>, value: T): Buffer {
  const writer = new ByteWriter();
  codec.write(writer, value);
  return writer.take();
}

async function drawImage(seed: number) {
  const page = makePage(61, 47, seed % 2 === 0 ? 1 : 3, { seed, isWide: seed % 3 === 0 });
  const png = await toSharp(page).png().toBuffer();
  const { description, ...image } = await fingerprintImage(png, limits, seed % 5 > 0);
  return { image, ...(description && { description }) };
}

/** Masks of few values and of many, so that strays, deviations and a picture are there. */
async function drawMask(seed: number) {
  const page = makePage(40, 30, seed % 2 === 0 ? 1 : 4, { seed });
  if (seed % 3 > 0)
    page.samples.forEach((level, at) => (page.samples[at] = level > 100 ? 3 : level > 60 ? 1 : 0));
  const palette = { kind: 'index', indices: [0, 1, 2] } as const;
  return fingerprintMask(await toSharp(page).png().toBuffer(), palette, limits);
}

describe('a stored fingerprint', () => {
  it('of an image is read as it was written', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const drawn = await drawImage(seed);
      const { kind, bytesHash, ...image } = drawn.image;
      const reader = new ByteReader(write(storedImage, { ...drawn, image }));
      const read = storedImage.read(reader);
      expect({ ...read, image: { kind, bytesHash, ...read.image } }).toStrictEqual(drawn);
      expect(reader.isAtEnd).toBe(true);
    }
  });

  it('of a mask is read as it was written', async () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= 12; seed++) {
      const { kind, bytesHash, ...mask } = await drawMask(seed);
      for (const name of Object.keys(mask)) seen.add(name);
      const reader = new ByteReader(write(storedMask, mask));
      expect({ kind, bytesHash, ...storedMask.read(reader) }).toStrictEqual({ kind, bytesHash, ...mask });
      expect(reader.isAtEnd).toBe(true);
    }
    expect([...seen]).toEqual(expect.arrayContaining(['alpha', 'deviations', 'labelHash', 'picture']));
  });

  it('is refused, or read within its bounds, whatever its bytes are', async () => {
    const bytes = write(storedImage, await drawImage(1));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), (at, value, length) => {
        const changed = Buffer.from(bytes.subarray(0, length));
        if (at < length) changed[at] = value;
        try {
          const { description, image } = storedImage.read(new ByteReader(changed));
          expect(image.histogram).toHaveLength(256);
          expect(description?.levels.length ?? 0).toBe(
            (description?.width ?? 0) * (description?.height ?? 0),
          );
        } catch (error) {
          expect(error).toBeInstanceOf(CodecError);
        }
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  it('takes no memory for a length that it claims', () => {
    const claimed = Buffer.alloc(4);
    claimed.writeUInt32LE(2 ** 32 - 1);
    const bytes = Buffer.concat([Buffer.from([0]), Buffer.alloc(5 * 8, 0), claimed]);
    expect(() => storedMask.read(new ByteReader(bytes))).toThrow(CodecError);
  });
});

it('has another version when fingerprints are others', async () => {
  const hash = createHash('sha256');
  for (let seed = 1; seed <= 6; seed++) {
    hash.update(write(storedImage, await drawImage(seed))).update(write(storedMask, await drawMask(seed)));
  }
  // Where this fails, fingerprints have changed: raise `fingerprintVersion`, so that no cache brings back the old ones.
  expect({ fingerprintVersion, digest: hash.digest('hex') }).toEqual({
    fingerprintVersion: 1,
    digest: '998721ce5610d83443fe677cd969782b75861d3b25b4620f874350e9cc22e15e',
  });
});
