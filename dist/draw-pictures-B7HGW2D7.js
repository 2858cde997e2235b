import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  composeSheet,
  drawSheet,
  drawTilePictures,
  openRasterizer,
  readDrawingAssets,
  writeSheet
} from "./chunk-ETJZIXGV.js";
import {
  maxTilesShown
} from "./chunk-MWTHGIAA.js";
import "./chunk-LNLBBHNQ.js";
import "./chunk-ZEQLAQ6Z.js";
import "./chunk-YQ3SQXUQ.js";
import "./chunk-TJ7LRL3D.js";
import "./chunk-LDMXMTXC.js";
import "./chunk-4G4S7EEN.js";
import "./chunk-H6ZNR5XL.js";

// src/entry/draw-pictures.ts
import { join } from "node:path";
var sheetName = "sheet.png";
async function drawPictures(audited, folder, workers) {
  const sheet = await composeSheet(audited, workers === void 0 ? {} : { workers });
  if (!sheet) return void 0;
  const rasterizer = await openRasterizer(await readDrawingAssets());
  await writeSheet(join(folder, sheetName), rasterizer.draw(drawSheet(sheet, rasterizer)));
  const { words, legend, tiles } = sheet;
  return {
    words,
    legend,
    tiles: tiles.map((tile, index) => ({
      tile,
      png: index < maxTilesShown ? rasterizer.draw(drawTilePictures(tile, legend, rasterizer)) : new Uint8Array(0)
    }))
  };
}
export {
  drawPictures
};
