import { join } from 'node:path';
import { replaceFile } from '../adapters/write-file.ts';
import type { Report } from '../model/report.ts';
import { drawChartPictures } from '../report/charts/chart-pictures.ts';
import { openRasterizer } from '../report/drawing/rasterizer.ts';
import { readDrawingAssets } from './drawing-assets.ts';
import { requireOwnPlace } from './write-sheet.ts';

/**
 * Writes each chart of a report into a folder, as SVG and PNG, for a white and for a dark page.
 * @returns the names of the files
 * @throws HoldoutError where a file stands in the way that holdout has not drawn; nothing is written then
 */
export async function writeCharts(report: Report, folder: string): Promise<string[]> {
  const pictures = await drawChartPictures(report, await openRasterizer(await readDrawingAssets()));
  // A drawing is known by the picture beside it, which is marked.
  for (const { name } of pictures) if (name.endsWith('.png')) await requireOwnPlace(join(folder, name));
  for (const { name, bytes } of pictures) await replaceFile(join(folder, name), bytes);
  return pictures.map(({ name }) => name);
}
