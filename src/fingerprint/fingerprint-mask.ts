import { createHash } from 'node:crypto';
import type { ImageFormat, MaskFingerprint, MaskPalette } from '../model/fingerprint.ts';
import { decodeImage, decodeIndexMask } from './decode.ts';
import { fingerprintImage } from './fingerprint-image.ts';
import { AlphaTally } from './mask-alpha.ts';
import { noDeviations, placeDeviations } from './mask-deviations.ts';
import { readGreyPalette } from './mask-png-palette.ts';
import { placeRuns, type PlacedRuns, type RunList } from './mask-runs.ts';
import { describeShapes } from './mask-shapes.ts';
import { DeclaredValues } from './mask-values.ts';
import type { DecodeLimits, Page } from './raster.ts';
import { readKeys, unscale, ValueTally } from './value-tally.ts';

/** Distinct values above which a mask that holds undeclared ones may be a picture. */
const maxMaskValues = 64;

/**
 * The fingerprint of a mask file: pixels per declared value, what was found beside them, and what the classes look
 * like.
 * @throws DecodeError
 */
export async function fingerprintMask(
  bytes: Uint8Array,
  palette: MaskPalette,
  limits: DecodeLimits,
): Promise<MaskFingerprint> {
  const declared = new DeclaredValues(palette);
  const tally = new ValueTally(palette.kind, declared);
  const alphaTally = new AlphaTally();
  let size = { width: 0, height: 0 };
  let firstRuns: RunList | undefined;
  const onPage = (page: Page): void => {
    const runs = tally.add(page);
    if (firstRuns === undefined) {
      size = { width: page.width, height: page.height };
      firstRuns = runs;
    }
    alphaTally.add(page, (at) => declared.readAs(readKeys(page, palette.kind).keyAt(at)) !== 0);
  };
  const { format, pages, orientation, bitDepth, valueScale } =
    palette.kind === 'color'
      ? { ...(await decodeImage(bytes, limits, onPage)), valueScale: 1 }
      : await decodeIndexMask(bytes, limits, onPage);
  const greyPalette =
    palette.kind === 'index' && format === 'png' ? readGreyPalette(bytes) : new Int16Array(0);
  const { deviations, ...counts } = tally.summarize({ scale: valueScale, greyPalette });
  const alpha = alphaTally.summarize();
  const isPicture = counts.distinct > maxMaskValues && counts.offPalette > 0;
  const placed =
    firstRuns &&
    !firstRuns.isCut &&
    placeRuns(firstRuns, size, (key) => declared.readAs(unscale(key, valueScale)) ?? -1);
  return {
    kind: 'mask',
    bytesHash: createHash('sha256').update(bytes).digest('hex'),
    format,
    ...size,
    pages,
    orientation,
    bitDepth,
    isLossy: isLossy(format, bytes),
    ...counts,
    ...(placed && pages === 1
      ? describePage(placed, palette)
      : { grid: new Int16Array(0), shapes: [], steps: { count: 0, onGrid: 0 } }),
    ...(deviations && {
      deviations: {
        ...deviations,
        ...(firstRuns && !firstRuns.isCut
          ? placeDeviations(
              placeRuns(firstRuns, size, (key) => declared.nearestPlace(unscale(key, valueScale))),
              firstRuns.keys,
              (key) => declared.placeOf(unscale(key, valueScale)) !== undefined,
            )
          : noDeviations),
      },
    }),
    ...(alpha && { alpha }),
    ...(isPicture && { picture: await describePicture(bytes, limits) }),
  };
}

function describePage(
  placed: PlacedRuns,
  palette: MaskPalette,
): Pick<MaskFingerprint, 'labelHash' | 'grid' | 'shapes' | 'steps'> {
  const ranks = palette.kind === 'index' ? palette.indices : undefined;
  return { labelHash: hashLabels(placed), ...describeShapes(placed, ranks) };
}

function hashLabels({ width, height, starts, places }: PlacedRuns): string {
  const hash = createHash('sha256').update(Uint32Array.of(width, height));
  return hash.update(starts).update(places).digest('hex');
}

/** Only for masks that are at fault: the file is decoded once more. */
async function describePicture(
  bytes: Uint8Array,
  limits: DecodeLimits,
): Promise<NonNullable<MaskFingerprint['picture']>> {
  const { pixelsHash, perceptualHash } = await fingerprintImage(bytes, limits);
  return { pixelsHash, perceptualHash };
}

const chunkNameAt = 12;

/** A lossless WebP file begins with a VP8L chunk; one with alpha or metadata names it behind those. */
function isLossy(format: ImageFormat, bytes: Uint8Array): boolean {
  if (format === 'jpeg') return true;
  if (format !== 'webp') return false;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 65_536));
  return head.indexOf('VP8 ', chunkNameAt, 'latin1') >= 0 && head.indexOf('VP8L', chunkNameAt, 'latin1') < 0;
}
