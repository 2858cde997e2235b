import type { MaskPalette } from '../../model/fingerprint.ts';
import type { MaskThumbnail } from '../../model/thumbnail.ts';
import { decodeImage, decodeIndexMask } from '../decode.ts';
import { DeclaredValues } from '../mask-values.ts';
import { DecodeError, type DecodeLimits, type Page } from '../raster.ts';
import { readKeys, unscale } from '../value-tally.ts';
import { chooseByArea, fitInSquare } from './resample.ts';
import { turnAsShown } from './turn.ts';

/**
 * The first page of a mask in a square of `edge` pixels, its values read as its fingerprint reads them, turned as its
 * EXIF orientation says.
 * @throws DecodeError
 */
export async function thumbnailMask(
  bytes: Uint8Array,
  palette: MaskPalette,
  limits: DecodeLimits,
  edge: number,
): Promise<MaskThumbnail> {
  let first: Page | undefined;
  const onPage = (page: Page): void => {
    first ??= page;
  };
  const { orientation, valueScale } =
    palette.kind === 'color'
      ? { ...(await decodeImage(bytes, limits, onPage)), valueScale: 1 }
      : await decodeIndexMask(bytes, limits, onPage);
  if (!first) throw new DecodeError('corrupt', 'the file holds no page');
  const declared = new DeclaredValues(palette);
  const size = fitInSquare(first, edge);
  const values = chooseByArea(
    readPlaces(first, palette, declared, valueScale),
    first,
    declared.keys.length,
    size,
  );
  const shown = turnAsShown({ ...size, values }, 1, orientation);
  return { kind: 'mask-thumbnail', width: shown.width, height: shown.height, places: shown.values };
}

function readPlaces(
  page: Page,
  { kind }: MaskPalette,
  declared: DeclaredValues,
  valueScale: number,
): Int16Array {
  const { keyAt } = readKeys(page, kind);
  const known = new Map<number, number>();
  const places = new Int16Array(page.width * page.height);
  let [lastKey, lastPlace] = [-1, -1];
  for (let pixel = 0; pixel < places.length; pixel++) {
    const key = keyAt(pixel * page.channels);
    if (key !== lastKey) {
      lastKey = key;
      lastPlace = known.get(key) ?? declared.readAs(unscale(key, valueScale)) ?? -1;
      if (known.size < maxKnown) known.set(key, lastPlace);
    }
    places[pixel] = lastPlace;
  }
  return places;
}

/** Values whose place is remembered: masks hold few, and pictures given as masks too many. */
const maxKnown = 65_536;
