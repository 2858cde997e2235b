import { formatCount } from '../../model/number-words.ts';
import type { Report } from '../../model/report.ts';
import { shortenMiddle } from '../../model/shorten-text.ts';
import type { Markup } from '../markup.ts';
import { emptyMarkup, fillHtml } from '../markup.ts';
import { severityWords } from '../outcome.ts';
import { formatColor, type Legend } from '../sheet/legend.ts';
import { sampleCheck, type SheetWords, type Suspicion, type TileWords } from '../sheet/read-tiles.ts';
import { describeChoice, describeClass, describeOrigin } from '../sheet/sheet-words.ts';
import type { Tile } from '../sheet/tile.ts';

/** Samples with the pictures that a page shows of them. */
export interface DrawnSamples {
  readonly words: SheetWords;
  readonly legend: Legend;
  readonly tiles: readonly DrawnTile[];
}

export interface DrawnTile {
  readonly tile: Tile;
  /** PNG file of the image, the label over it and the label alone. */
  readonly png: Uint8Array;
}

/**
 * Tiles on a page. A picture is at most 632 × 208 pixels of four bytes: 526 kB where nothing can be compressed, 701 kB as
 * text. Tiles of ultrasound take 40 to 80 kB of text.
 */
export const maxTilesShown = 24;
const maxTextLength = 2000;
const maxClassesShown = 12;

/** Samples that stand with one check. */
export interface PicturesOfCheck {
  readonly samples: DrawnSamples;
  readonly tiles: readonly DrawnTile[];
  /** Whether the check is the one that chose the samples. */
  readonly isSheet: boolean;
}

/** Each sample once: with the failing check that doubts it most, or else with the one that chose it. */
export function placePictures({ checks }: Report, samples: DrawnSamples): Map<string, PicturesOfCheck> {
  const failing = new Set(checks.flatMap(({ id, status }) => (status === 'failed' ? [id] : [])));
  const placed = new Map<string, PicturesOfCheck>();
  for (const tile of samples.tiles.slice(0, maxTilesShown)) {
    const doubt = tile.tile.words.suspicions.find(({ check }) => failing.has(check));
    const id = doubt?.check ?? sampleCheck;
    const before = placed.get(id)?.tiles ?? [];
    placed.set(id, { samples, tiles: [...before, tile], isSheet: id === sampleCheck });
  }
  return placed;
}

/** Samples with what a label says of them, as a part of a check's section. */
export function renderPictures(pictures: PicturesOfCheck | undefined): Markup {
  if (!pictures) return emptyMarkup;
  const { samples, tiles, isSheet } = pictures;
  const { words, legend } = samples;
  const notes = isSheet ? describeSheet(samples, tiles.length) : [];
  return fillHtml`<div class="samples">
${notes.map((line) => fillHtml`<p class="note">${line}</p>\n`)}${renderKey(words, legend)}<div class="sheet">
${tiles.map((one) => renderTile(one, legend))}</div>
</div>
`;
}

function describeSheet({ words, tiles }: DrawnSamples, shown: number): string[] {
  const elsewhere = Math.min(tiles.length, maxTilesShown) - shown;
  const hidden = tiles.length - maxTilesShown;
  return [
    ...describeChoice(words, []),
    ...(elsewhere > 0 ? [`With the checks that doubt them: ${formatCount(elsewhere)}.`] : []),
    ...(hidden > 0 ? [`… ${formatCount(hidden)} more on the sheet.`] : []),
  ];
}

/** The colours, where what is shown is not what the masks hold. */
function renderKey({ tiles }: SheetWords, { classes }: Legend): Markup {
  const shown = new Set(tiles.flatMap((tile) => tile.classes.map(({ name }) => name)));
  const replaced = classes.filter((one) => one.replaced !== undefined && shown.has(one.name));
  if (replaced.length === 0) return emptyMarkup;
  const items = replaced
    .slice(0, maxClassesShown)
    .map((one) => renderSwatch(formatColor(one.color), describeClass(one)));
  return fillHtml`<p class="samples-key">${items}</p>\n`;
}

function renderSwatch(color: string, words: string): Markup {
  return fillHtml`<span><svg class="swatch" viewBox="0 0 1 1" aria-hidden="true"><rect width="1" height="1" fill="${color}"/></svg>${shortenMiddle(words, 80)}</span>`;
}

function renderTile({ tile, png }: DrawnTile, legend: Legend): Markup {
  const { words } = tile;
  const [gravest] = words.suspicions;
  const address = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const alternative = tile.mask || tile.outlines ? 'The image, and its label drawn over it.' : 'The image.';
  return fillHtml`<figure class="sample ${gravest?.severity ?? ''}"><img src="${address}" alt="${alternative}">
<figcaption><p><code>${shortenMiddle(words.sample, 200)}</code></p>
<p class="note">${shortenMiddle(describeOrigin(tile), 300)}</p>
${renderClasses(words, legend)}${words.suspicions.map(renderSuspicion)}</figcaption></figure>
`;
}

function renderClasses({ classes, classesTotal }: TileWords, legend: Legend): Markup {
  const colors = new Map(legend.classes.map(({ name, color }) => [name, formatColor(color)]));
  const shown = classes.slice(0, maxClassesShown);
  const items = shown.map(({ name, words }) => renderSwatch(colors.get(name) ?? '#ffffff', words));
  const hidden = classesTotal - shown.length;
  const more = hidden > 0 ? fillHtml`<span>+ ${formatCount(hidden)} more</span>` : emptyMarkup;
  return items.length === 0 ? emptyMarkup : fillHtml`<p class="samples-key">${items}${more}</p>\n`;
}

function renderSuspicion({ severity, text }: Suspicion): Markup {
  return fillHtml`<p class="${severity}"><span class="pill">${severityWords[severity].one}</span> ${shortenMiddle(text, maxTextLength)}</p>
`;
}
