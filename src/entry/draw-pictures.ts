import { join } from 'node:path';
import { openRasterizer } from '../report/drawing/rasterizer.ts';
import { maxTilesShown, type DrawnSamples } from '../report/html/pictures.ts';
import { drawSheet, drawTilePictures } from '../report/sheet/sheet-svg.ts';
import type { AuditedDataset } from './check-dataset.ts';
import { composeSheet } from './compose-sheet.ts';
import { readDrawingAssets } from './drawing-assets.ts';
import { writeSheet } from './write-sheet.ts';

/** The name of the sheet in the folder of pictures. */
const sheetName = 'sheet.png';

/**
 * Draws the samples that a report names: the sheet into a folder, and the tiles for a page.
 * @returns undefined where the report names none
 * @throws HoldoutError where the sheet cannot be written
 */
export async function drawPictures(
  audited: AuditedDataset,
  folder: string,
  workers: number | undefined,
): Promise<DrawnSamples | undefined> {
  const sheet = await composeSheet(audited, workers === undefined ? {} : { workers });
  if (!sheet) return undefined;
  const rasterizer = await openRasterizer(await readDrawingAssets());
  await writeSheet(join(folder, sheetName), rasterizer.draw(drawSheet(sheet, rasterizer)));
  const { words, legend, tiles } = sheet;
  return {
    words,
    legend,
    tiles: tiles.map((tile, index) => ({
      tile,
      png:
        index < maxTilesShown
          ? rasterizer.draw(drawTilePictures(tile, legend, rasterizer))
          : new Uint8Array(0),
    })),
  };
}
