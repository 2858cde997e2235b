import { readDrawingAssets } from '../../../src/entry/drawing-assets.ts';
import { openRasterizer, type Rasterizer } from '../../../src/report/drawing/rasterizer.ts';

/** The rasteriser with the fonts of the packages. */
export async function openTestRasterizer(): Promise<Rasterizer> {
  return openRasterizer(await readDrawingAssets());
}
