import { formatCount, formatQuantity } from '../../model/number-words.ts';
import type { LikePair } from '../../model/near-duplicates.ts';
import type { ImageThumbnail } from '../../model/thumbnail.ts';
import { fitText } from '../drawing/fit-text.ts';
import { encodePng } from '../drawing/png.ts';
import { fontFamily } from '../drawing/rasterizer.ts';
import { lightColors } from '../html/style.ts';
import { emptyMarkup, fillHtml, type Markup } from '../markup.ts';
import { subtractPictures, turnPicture } from './difference.ts';
import type { Fonts } from './sheet-svg.ts';
import { pictureEdge } from './tile.ts';

/** Two pictures that were found alike, as a sheet shows them. */
export interface ShownPair {
  readonly pair: LikePair;
  readonly first: PairSide;
  readonly second: PairSide;
}

export interface PairSide {
  /** The sample's id. */
  readonly name: string;
  /** Its split and subject, in words. */
  readonly origin: string;
  /** Or why there is none. */
  readonly image: ImageThumbnail | string;
}

const margin = 24;
const gap = 12;
const lineHeight = 18;
const headHeight = 64;
const textHeight = 3 * lineHeight + 8;
const rowHeight = pictureEdge + textHeight + gap;
const { text: ink, quiet, ground, surface } = lightColors;

/**
 * Pairs of pictures side by side, each with its difference, as SVG in the font of the rasteriser.
 * @param total pairs in all, where not all are shown
 */
export function drawPairs(pairs: readonly ShownPair[], total: number, fonts: Fonts): Markup {
  const width = 2 * margin + 3 * pictureEdge + 2 * gap;
  const height = 2 * margin + headHeight + rowHeight * pairs.length;
  const title = `${formatQuantity(total, 'picture stands', 'pictures stand')} in more than one split, saved again`;
  const shown = total > pairs.length ? `; ${formatCount(pairs.length)} of ${formatCount(total)} shown` : '';
  const explanation = `Image, its like, and the first less the second: grey where they agree${shown}`;
  const rows = pairs.map(
    (pair, index) =>
      fillHtml`<g transform="translate(${margin} ${margin + headHeight + index * rowHeight})">${drawPair(pair, fonts)}</g>\n`,
  );
  return fillHtml`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}" style="font-kerning:none" font-size="13">
<rect width="${width}" height="${height}" fill="${ground}"/>
<text x="${margin}" y="${margin + 18}" font-size="18" font-weight="700" fill="${ink}">${fitText(title, width - 2 * margin, 18, fonts.bold)}</text>
<text x="${margin}" y="${margin + 40}" fill="${quiet}">${fitText(explanation, width - 2 * margin, 13, fonts.regular)}</text>
${rows}</svg>`;
}

function drawPair({ pair, first, second }: ShownPair, fonts: Fonts): Markup {
  const [a, b] = [first.image, second.image];
  const third =
    typeof a === 'string' || typeof b === 'string'
      ? emptyMarkup
      : drawPicture(subtractPictures(turnPicture(a, pair.orientation), b), 2);
  const words = [
    pair.likeness === 'copy' ? 'a copy' : 'the same scene',
    pair.orientation,
    `correlation ${pair.correlation.toFixed(3)}`,
  ];
  const turned =
    pair.orientation === 'upright' ? 'stretched to one size' : 'turned, and stretched to one size';
  return fillHtml`${drawSide(first, 0, fonts)}${drawSide(second, 1, fonts)}${third}${drawLines([words[0] ?? '', words.slice(1).join(', '), turned], 2, fonts)}`;
}

function drawSide({ name, origin, image }: PairSide, column: number, fonts: Fonts): Markup {
  const picture =
    typeof image === 'string'
      ? drawLines([`not drawn: ${image}`], column, fonts, -pictureEdge)
      : drawPicture(image, column);
  return fillHtml`${picture}${drawLines([name, origin], column, fonts)}`;
}

function leftOf(column: number): number {
  return column * (pictureEdge + gap);
}

function drawPicture(
  { width, height, colors }: Pick<ImageThumbnail, 'width' | 'height' | 'colors'>,
  column: number,
): Markup {
  const address = `data:image/png;base64,${Buffer.from(encodePng(width, height, colors)).toString('base64')}`;
  const left = leftOf(column) + Math.floor((pictureEdge - width) / 2);
  const top = Math.floor((pictureEdge - height) / 2);
  return fillHtml`<rect x="${leftOf(column)}" width="${pictureEdge}" height="${pictureEdge}" fill="${surface}"/><image x="${left}" y="${top}" width="${width}" height="${height}" href="${address}"/>`;
}

function drawLines(lines: readonly string[], column: number, { regular }: Fonts, shift = 0): Markup {
  const texts = lines.map((line, index) => {
    const y = pictureEdge + shift + lineHeight * (index + 1);
    return fillHtml`<text x="${leftOf(column)}" y="${y}" fill="${index === 0 ? ink : quiet}">${fitText(line, pictureEdge, 13, regular)}</text>`;
  });
  return fillHtml`${texts}`;
}
