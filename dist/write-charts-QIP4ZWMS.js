import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  makeDrawable,
  measureText,
  openRasterizer,
  readDrawingAssets,
  requireOwnPlace
} from "./chunk-WN2P3TPK.js";
import {
  drawCharts
} from "./chunk-4OV3EGW5.js";
import {
  replaceFile
} from "./chunk-FQ2YVEUV.js";
import {
  nameChartPicture,
  themes
} from "./chunk-MJVZP4GS.js";
import "./chunk-3QKDMRWW.js";
import "./chunk-6JSHQORE.js";
import {
  Markup
} from "./chunk-25A5ZPMJ.js";
import "./chunk-3GYANS6R.js";
import "./chunk-3ZFVE422.js";
import "./chunk-4G4S7EEN.js";
import "./chunk-H6ZNR5XL.js";

// src/entry/write-charts.ts
import { join } from "node:path";

// src/report/charts/chart-pictures.ts
var colors = {
  light: { ink: "#1f2328", page: "#ffffff" },
  dark: { ink: "#f0f6fc", page: "#0d1117" }
};
var pngScale = 2;
var margin = 12;
async function drawChartPictures(report, rasterizer) {
  const font = rasterizer.regular;
  const drawn = await drawCharts(report, {
    show: (text) => makeDrawable(text, font),
    measure: (text, fontSize) => measureText(text, fontSize, font)
  });
  return report.charts.flatMap((chart) => {
    const svg = drawn.get(chart.id);
    if (svg === void 0) return [];
    return themes.flatMap((theme) => {
      const [svgName, pngName] = [
        nameChartPicture(chart, theme, "svg"),
        nameChartPicture(chart, theme, "png")
      ];
      if (svgName === void 0 || pngName === void 0) return [];
      const page = new Markup(putOnPage(svg, theme));
      return [
        { name: svgName, bytes: new TextEncoder().encode(rasterizer.outline(page)) },
        { name: pngName, bytes: rasterizer.draw(page, pngScale) }
      ];
    });
  });
}
var beginning = /^<svg [^>]*? width="(?<width>\d+(?:\.\d+)?)" height="(?<height>\d+(?:\.\d+)?)"[^>]*>/u;
function putOnPage(svg, theme) {
  const { ink, page } = colors[theme];
  const [root = "", width, height] = beginning.exec(svg) ?? [];
  const [pageWidth, pageHeight] = [width, height].map((side) => Math.ceil(Number(side)) + 2 * margin);
  const size = `width="${pageWidth ?? 0}" height="${pageHeight ?? 0}"`;
  const body = svg.slice(root.length).replace(/<\/svg>$/u, "");
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}><rect ${size} fill="${page}"/><g color="${ink}" style="font-kerning:none" transform="translate(${margin},${margin})">${body}</g></svg>`;
}

// src/entry/write-charts.ts
async function writeCharts(report, folder) {
  const pictures = await drawChartPictures(report, await openRasterizer(await readDrawingAssets()));
  for (const { name } of pictures) if (name.endsWith(".png")) await requireOwnPlace(join(folder, name));
  for (const { name, bytes } of pictures) await replaceFile(join(folder, name), bytes);
  return pictures.map(({ name }) => name);
}
export {
  writeCharts
};
