import { formatCount, formatQuantity } from '../../model/number-words.ts';
import type { FindingSeverity } from '../../model/severity.ts';
import { fitText, makeDrawable, measureText, wrapText } from '../drawing/fit-text.ts';
import { fontFamily, type Rasterizer } from '../drawing/rasterizer.ts';
import { emptyMarkup, fillHtml, joinMarkup, type Markup } from '../markup.ts';
import { lightColors } from '../html/style.ts';
import { severityWords } from '../outcome.ts';
import { formatColor, type ClassColor, type Legend } from './legend.ts';
import { countPanels, drawPanels, panelGap } from './panels.ts';
import type { SheetWords, Suspicion, TileWords } from './read-tiles.ts';
import { describeChoice, describeClass, describeOrigin } from './sheet-words.ts';
import { pictureEdge, type Tile } from './tile.ts';

/** Fonts to measure with. */
export type Fonts = Pick<Rasterizer, 'regular' | 'bold'>;

export interface Sheet {
  readonly words: SheetWords;
  /** What the choice was restricted to, such as `class liver`. */
  readonly only: readonly string[];
  /** In the order of `words.tiles`. */
  readonly tiles: readonly Tile[];
  readonly legend: Legend;
}

const margin = 24;
const padding = 10;
const tileGap = 14;
/** A sheet is about as wide as a page of a pull request shows it without shrinking its text too far. */
const columnsByPanels = { 1: 5, 2: 3, 3: 2 } as const;
const textSize = 13;
const lineHeight = 18;
const maxClassLines = 2;
const maxSuspicions = 2;
const maxOriginLines = 2;
/** Of a finding's words; a tile of one picture is narrow. */
const suspicionLines = { wide: 2, narrow: 4 };
const narrowWidth = pictureEdge + 2 * panelGap;
const swatch = 10;
const { text: ink, quiet, surface, ground, line: border } = lightColors;

const severityColors: Readonly<Record<FindingSeverity, string>> = {
  error: lightColors.errorText,
  warning: lightColors.warningText,
  info: lightColors.infoText,
};

/** The sheet as SVG in the font of the rasteriser. */
export function drawSheet(sheet: Sheet, fonts: Fonts): Markup {
  const { tiles, legend } = sheet;
  const panels = Math.max(1, ...tiles.map(countPanels)) as 1 | 2 | 3;
  const columns = Math.max(1, Math.min(columnsByPanels[panels], tiles.length));
  const innerWidth = panels * (pictureEdge + panelGap) - panelGap;
  const tileWidth = innerWidth + 2 * padding;
  const width = Math.max(minWidth, 2 * margin + columns * (tileWidth + tileGap) - tileGap);
  const head = drawHead(sheet, panels, width - 2 * margin, fonts);
  const drawn = tiles.map((tile) => drawTile(tile, legend, innerWidth, fonts));
  const placed: Markup[] = [];
  let top = margin + head.height + tileGap;
  for (let first = 0; first < drawn.length; first += columns) {
    const row = drawn.slice(first, first + columns);
    const height = Math.max(...row.map((one) => one.height));
    for (const [column, { draw }] of row.entries())
      placed.push(
        fillHtml`<g transform="translate(${margin + column * (tileWidth + tileGap)} ${top})">${draw(tileWidth, height)}</g>\n`,
      );
    top += height + tileGap;
  }
  const height = top - tileGap + margin;
  return fillHtml`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}" style="font-kerning:none" font-size="${textSize}">
<rect width="${width}" height="${height}" fill="${ground}"/>
<g transform="translate(${margin} ${margin})">${head.markup}</g>
${placed}</svg>`;
}

/** A title fits in it, whatever the tiles. */
const minWidth = 720;

/** The pictures of a tile alone, for a page that writes the words itself. */
export function drawTilePictures(tile: Tile, legend: Legend, fonts: Fonts): Markup {
  const { markup, width, height } = drawPanels(tile, legend, fonts.regular);
  return fillHtml`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${fontFamily}" style="font-kerning:none">${markup}</svg>`;
}

interface Block {
  readonly markup: Markup;
  readonly height: number;
}

function drawHead(
  { words, only, tiles, legend }: Sheet,
  panels: 1 | 2 | 3,
  width: number,
  fonts: Fonts,
): Block {
  const title = `${words.dataset}: ${formatCount(tiles.length)} of ${formatQuantity(words.candidates, 'labelled sample')}`;
  const lines = [...describeChoice(words, only), panelWords[panels]];
  const shownClasses = new Set(words.tiles.flatMap(({ classes }) => classes.map(({ name }) => name)));
  const key = drawKey(
    legend.classes.filter(({ name }) => shownClasses.has(name)),
    tiles,
    width,
    fonts,
  );
  const top = 30;
  const texts = lines.map(
    (line, index) =>
      fillHtml`<text x="0" y="${top + (index + 1) * lineHeight}" fill="${quiet}">${fitText(line, width, textSize, fonts.regular)}</text>`,
  );
  const keyTop = top + lines.length * lineHeight + 14;
  return {
    markup: fillHtml`<text x="0" y="22" font-size="24" font-weight="700" fill="${ink}">${fitText(title, width, 24, fonts.bold)}</text>
${texts}<g transform="translate(0 ${keyTop})">${key.markup}</g>`,
    height: keyTop + key.height,
  };
}

const panelWords = {
  1: 'Each tile: the image, and the class that its label names.',
  2: 'Each tile: the image, and the same with its boxes or outlines.',
  3: 'Each tile: the image, the mask drawn over it, and the mask as it was read.',
} as const;

function drawKey(classes: readonly ClassColor[], tiles: readonly Tile[], width: number, fonts: Fonts): Block {
  const hasUndeclared = tiles.some(({ mask }) => typeof mask === 'object' && mask.places.includes(-1));
  const entries = [
    ...classes.map((one) => ({ color: formatColor(one.color), words: describeClass(one) })),
    ...(hasUndeclared ? [{ color: '#ffffff', words: 'a value of no class' }] : []),
  ];
  return drawEntries(entries, width, maxKeyLines, fonts, 14);
}

const maxKeyLines = 4;

interface Entry {
  readonly color: string;
  readonly words: string;
}

/** Swatches with words behind them, in lines; those that find no room are counted. */
function drawEntries(
  entries: readonly Entry[],
  width: number,
  maxLines: number,
  fonts: Fonts,
  gap: number,
  total = entries.length,
): Block {
  const placed: Markup[] = [];
  let [x, line, shown] = [0, 0, 0];
  const reserve = measureText(`+ ${formatCount(total)} more`, textSize, fonts.regular);
  for (const { color, words } of entries) {
    const text = fitText(words, width / 2, textSize, fonts.regular);
    const entryWidth = swatch + 5 + measureText(text, textSize, fonts.regular);
    const isLast = shown === total - 1;
    const room = line === maxLines - 1 && !isLast ? width - reserve - gap : width;
    if (x > 0 && x + entryWidth > room) {
      if (line === maxLines - 1) break;
      [x, line] = [0, line + 1];
    }
    placed.push(
      fillHtml`<rect x="${round(x)}" y="${line * lineHeight + 2}" width="${swatch}" height="${swatch}" rx="2" fill="${color}" stroke="#000000" stroke-opacity="0.35"/><text x="${round(x + swatch + 5)}" y="${line * lineHeight + 12}" fill="${ink}">${text}</text>`,
    );
    x += entryWidth + gap;
    shown++;
  }
  if (shown < total)
    placed.push(
      fillHtml`<text x="${round(x)}" y="${line * lineHeight + 12}" fill="${quiet}">+ ${formatCount(total - shown)} more</text>`,
    );
  return { markup: joinMarkup(placed, ''), height: entries.length === 0 ? 0 : (line + 1) * lineHeight };
}

interface DrawnTile {
  readonly height: number;
  /** Rows give all of their tiles one height. */
  readonly draw: (width: number, height: number) => Markup;
}

function drawTile(tile: Tile, legend: Legend, width: number, fonts: Fonts): DrawnTile {
  const { words } = tile;
  const panels = drawPanels(tile, legend, fonts.regular);
  const suspicions = words.suspicions.slice(0, maxSuspicions);
  const hidden = words.suspicionsTotal - suspicions.length;
  const lines: Block[] = [
    drawLine(words.sample, width, ink, fonts, true),
    drawLines(describeOrigin(tile), { width, lines: maxOriginLines }, quiet, fonts),
    drawClasses(words, legend, width, fonts),
    ...suspicions.map((one) => drawSuspicion(one, width, fonts)),
    ...(hidden > 0 ? [drawLine(`+ ${formatQuantity(hidden, 'more finding')}`, width, quiet, fonts)] : []),
  ];
  const placed: Markup[] = [];
  let top = padding + panels.height + 6;
  for (const { markup, height } of lines) {
    placed.push(fillHtml`<g transform="translate(${padding} ${top})">${markup}</g>`);
    top += height;
  }
  const [gravest] = suspicions;
  return {
    height: top + padding - 4,
    draw: (tileWidth, tileHeight) =>
      fillHtml`${drawFrame(tileWidth, tileHeight, gravest)}<g transform="translate(${padding} ${padding})">${panels.markup}</g>${placed}`,
  };
}

function drawFrame(width: number, height: number, gravest: Suspicion | undefined): Markup {
  return gravest
    ? fillHtml`<rect x="1.5" y="1.5" width="${width - 3}" height="${height - 3}" rx="5" fill="${surface}" stroke="${severityColors[gravest.severity]}" stroke-width="3"/>`
    : fillHtml`<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="5" fill="${surface}" stroke="${border}"/>`;
}

function drawLine(text: string, width: number, color: string, fonts: Fonts, isBold = false): Block {
  const font = isBold ? fonts.bold : fonts.regular;
  if (text === '') return { markup: emptyMarkup, height: 0 };
  return {
    markup: fillHtml`<text x="0" y="12" fill="${color}" font-weight="${isBold ? 700 : 400}">${fitText(text, width, textSize, font)}</text>`,
    height: lineHeight,
  };
}

function drawLines(
  text: string,
  room: { readonly width: number; readonly lines: number },
  color: string,
  fonts: Fonts,
): Block {
  const lines = wrapText(text, room, textSize, fonts.regular);
  return {
    markup: fillHtml`${lines.map((line, index) => fillHtml`<text x="0" y="${12 + index * lineHeight}" fill="${color}">${line}</text>`)}`,
    height: lines.length * lineHeight,
  };
}

function drawClasses(
  { classes, classesTotal }: TileWords,
  legend: Legend,
  width: number,
  fonts: Fonts,
): Block {
  if (classes.length === 0) return drawLine('no class', width, quiet, fonts);
  const colors = new Map(legend.classes.map(({ name, color }) => [name, formatColor(color)]));
  const entries = classes.map(({ name, words }) => ({ color: colors.get(name) ?? '#ffffff', words }));
  return drawEntries(entries, width, maxClassLines, fonts, 12, classesTotal);
}

/** The severity as a label, and the finding's words beside it. */
function drawSuspicion({ severity, text }: Suspicion, width: number, fonts: Fonts): Block {
  const color = severityColors[severity];
  const label = severityWords[severity].one;
  const labelWidth = measureText(label, textSize, fonts.bold) + 12;
  const indent = labelWidth + 8;
  const most = width <= narrowWidth ? suspicionLines.narrow : suspicionLines.wide;
  const lines = wrapText(text, { width: width - indent, lines: most }, textSize, fonts.regular);
  const texts = lines.map(
    (line, index) =>
      fillHtml`<text x="${round(indent)}" y="${14 + index * lineHeight}" fill="${color}">${line}</text>`,
  );
  return {
    markup: fillHtml`<rect x="0" y="1" width="${round(labelWidth)}" height="17" rx="3" fill="${color}"/><text x="6" y="14" font-weight="700" fill="#ffffff">${makeDrawable(label, fonts.bold)}</text>${texts}`,
    height: Math.max(1, lines.length) * lineHeight + 4,
  };
}

function round(value: number): string {
  return value.toFixed(2);
}
