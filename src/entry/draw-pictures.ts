import { join } from 'node:path';
import { openRasterizer, type Rasterizer } from '../report/drawing/rasterizer.ts';
import { maxTilesShown, type DrawnSamples } from '../report/html/pictures.ts';
import { drawPairs } from '../report/sheet/pairs-svg.ts';
import { drawSheet, drawTilePictures } from '../report/sheet/sheet-svg.ts';
import type { AuditedDataset } from './check-dataset.ts';
import { composePairs } from './compose-pairs.ts';
import { composeSheet } from './compose-sheet.ts';
import { readDrawingAssets } from './drawing-assets.ts';
import { writeSheet } from './write-sheet.ts';

/** The names of the sheets in the folder of pictures. */
const sheetName = 'sheet.png';
const pairsName = 'near-duplicates.png';

/** The samples that a report names, drawn. */
export interface DrawnPictures {
  /** All of them, as one PNG file. */
  readonly sheet: Uint8Array;
  /** The tiles for a page. */
  readonly samples: DrawnSamples;
}

/** @returns undefined where the report names no samples */
export async function drawSamples(
  audited: AuditedDataset,
  rasterizer: Rasterizer,
  workers: number | undefined,
): Promise<DrawnPictures | undefined> {
  const sheet = await composeSheet(audited, workers === undefined ? {} : { workers });
  if (!sheet) return undefined;
  const { words, legend, tiles } = sheet;
  return {
    sheet: rasterizer.draw(drawSheet(sheet, rasterizer)),
    samples: {
      words,
      legend,
      tiles: tiles.map((tile, index) => ({
        tile,
        png:
          index < maxTilesShown
            ? rasterizer.draw(drawTilePictures(tile, legend, rasterizer))
            : new Uint8Array(0),
      })),
    },
  };
}

/**
 * Draws the samples that a report names: the sheet into a folder, and the tiles for a page; where pictures stand in
 * several splits, saved again, a second sheet shows them side by side.
 * @returns undefined where the report names no samples
 * @throws HoldoutError where a sheet cannot be written
 */
export async function drawPictures(
  audited: AuditedDataset,
  folder: string,
  workers: number | undefined,
): Promise<DrawnSamples | undefined> {
  const rasterizer = await openRasterizer(await readDrawingAssets());
  const alike = await composePairs(audited, workers);
  if (alike)
    await writeSheet(
      join(folder, pairsName),
      rasterizer.draw(drawPairs(alike.pairs, alike.total, rasterizer)),
    );
  const drawn = await drawSamples(audited, rasterizer, workers);
  if (!drawn) return undefined;
  await writeSheet(join(folder, sheetName), drawn.sheet);
  return drawn.samples;
}
