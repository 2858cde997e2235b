import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  composeSheet,
  drawSheet,
  drawTilePictures,
  pictureEdge,
  thumbnailFiles
} from "./chunk-TGQO5RTX.js";
import {
  encodePng,
  fitText,
  fontFamily,
  openRasterizer,
  readDrawingAssets,
  writeSheet
} from "./chunk-WN2P3TPK.js";
import {
  maxTilesShown
} from "./chunk-OIDDRJK4.js";
import {
  lightColors
} from "./chunk-RGSHAZSH.js";
import "./chunk-FQ2YVEUV.js";
import {
  orientations
} from "./chunk-FMPNRQ5R.js";
import "./chunk-2AZO6JV5.js";
import {
  emptyMarkup,
  fillHtml
} from "./chunk-25A5ZPMJ.js";
import "./chunk-3GYANS6R.js";
import {
  formatCount,
  formatQuantity
} from "./chunk-PSSVJEVV.js";
import "./chunk-3ZFVE422.js";
import "./chunk-4G4S7EEN.js";
import "./chunk-H6ZNR5XL.js";

// src/entry/draw-pictures.ts
import { join } from "node:path";

// src/report/sheet/difference.ts
function turnPicture({ width, height, colors }, orientation) {
  const bits = orientations.indexOf(orientation);
  const isTransposed = (bits & 4) !== 0;
  const [newWidth, newHeight] = isTransposed ? [height, width] : [width, height];
  const turned = new Uint8Array(colors.length);
  for (let y = 0; y < newHeight; y++)
    for (let x = 0; x < newWidth; x++) {
      const column = (bits & 1) !== 0 ? newWidth - 1 - x : x;
      const row = (bits & 2) !== 0 ? newHeight - 1 - y : y;
      const from = isTransposed ? column * width + row : row * width + column;
      turned.set(colors.subarray(3 * from, 3 * from + 3), 3 * (y * newWidth + x));
    }
  return { width: newWidth, height: newHeight, colors: turned };
}
function subtractPictures(first, second) {
  const { width, height } = second;
  const colors = new Uint8Array(second.colors.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const column = Math.floor((x + 0.5) * first.width / width);
      const row = Math.floor((y + 0.5) * first.height / height);
      const [from, at] = [3 * (row * first.width + column), 3 * (y * width + x)];
      for (let channel = 0; channel < 3; channel++) {
        const difference = (first.colors[from + channel] ?? 0) - (second.colors[at + channel] ?? 0);
        colors[at + channel] = 128 + Math.trunc(difference / 2);
      }
    }
  return { width, height, colors };
}

// src/report/sheet/pairs-svg.ts
var margin = 24;
var gap = 12;
var lineHeight = 18;
var headHeight = 64;
var textHeight = 3 * lineHeight + 8;
var rowHeight = pictureEdge + textHeight + gap;
var { text: ink, quiet, ground, surface } = lightColors;
function drawPairs(pairs, total, fonts) {
  const width = 2 * margin + 3 * pictureEdge + 2 * gap;
  const height = 2 * margin + headHeight + rowHeight * pairs.length;
  const title = `${formatQuantity(total, "picture stands", "pictures stand")} in more than one split, saved again`;
  const shown = total > pairs.length ? `; ${formatCount(pairs.length)} of ${formatCount(total)} shown` : "";
  const explanation = `Image, its like, and the first less the second: grey where they agree${shown}`;
  const rows = pairs.map(
    (pair, index) => fillHtml`<g transform="translate(${margin} ${margin + headHeight + index * rowHeight})">${drawPair(pair, fonts)}</g>\n`
  );
  return fillHtml`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}" style="font-kerning:none" font-size="13">
<rect width="${width}" height="${height}" fill="${ground}"/>
<text x="${margin}" y="${margin + 18}" font-size="18" font-weight="700" fill="${ink}">${fitText(title, width - 2 * margin, 18, fonts.bold)}</text>
<text x="${margin}" y="${margin + 40}" fill="${quiet}">${fitText(explanation, width - 2 * margin, 13, fonts.regular)}</text>
${rows}</svg>`;
}
function drawPair({ pair, first, second }, fonts) {
  const [a, b] = [first.image, second.image];
  const third = typeof a === "string" || typeof b === "string" ? emptyMarkup : drawPicture(subtractPictures(turnPicture(a, pair.orientation), b), 2);
  const words = [
    pair.likeness === "copy" ? "a copy" : "the same scene",
    pair.orientation,
    `correlation ${pair.correlation.toFixed(3)}`
  ];
  const turned = pair.orientation === "upright" ? "stretched to one size" : "turned, and stretched to one size";
  return fillHtml`${drawSide(first, 0, fonts)}${drawSide(second, 1, fonts)}${third}${drawLines([words[0] ?? "", words.slice(1).join(", "), turned], 2, fonts)}`;
}
function drawSide({ name, origin, image }, column, fonts) {
  const picture = typeof image === "string" ? drawLines([`not drawn: ${image}`], column, fonts, -pictureEdge) : drawPicture(image, column);
  return fillHtml`${picture}${drawLines([name, origin], column, fonts)}`;
}
function leftOf(column) {
  return column * (pictureEdge + gap);
}
function drawPicture({ width, height, colors }, column) {
  const address = `data:image/png;base64,${Buffer.from(encodePng(width, height, colors)).toString("base64")}`;
  const left = leftOf(column) + Math.floor((pictureEdge - width) / 2);
  const top = Math.floor((pictureEdge - height) / 2);
  return fillHtml`<rect x="${leftOf(column)}" width="${pictureEdge}" height="${pictureEdge}" fill="${surface}"/><image x="${left}" y="${top}" width="${width}" height="${height}" href="${address}"/>`;
}
function drawLines(lines, column, { regular }, shift = 0) {
  const texts = lines.map((line, index) => {
    const y = pictureEdge + shift + lineHeight * (index + 1);
    return fillHtml`<text x="${leftOf(column)}" y="${y}" fill="${index === 0 ? ink : quiet}">${fitText(line, pictureEdge, 13, regular)}</text>`;
  });
  return fillHtml`${texts}`;
}

// src/entry/compose-pairs.ts
import { availableParallelism } from "node:os";
var maxPairs = 12;
var check = "leakage/near-duplicate";
async function composePairs({ report, dataset, files, config }, workers = availableParallelism()) {
  const found = report.checks.find(({ id }) => id === check);
  const byId = new Map(dataset.samples.map((sample) => [sample.id, sample]));
  const chosen = (found?.findings ?? []).flatMap(({ key }) => findPair(dataset.nearDuplicates, key, byId) ?? []).slice(0, maxPairs);
  if (!found || chosen.length === 0) return void 0;
  const paths = [...new Set(chosen.flatMap(({ a, b }) => [a, b]))];
  const answers = await thumbnailFiles(
    paths.map((path) => ({ path, absolutePath: files.absolutePath(path), role: "image" })),
    { limits: config.limits, palette: void 0, edge: pictureEdge, workers }
  );
  const pictures = new Map(paths.map((path, index) => [path, answers[index]]));
  const side = (id) => ({
    name: id,
    origin: describeOrigin(byId.get(id)),
    image: takePicture(pictures.get(id))
  });
  return {
    pairs: chosen.map((pair) => ({ pair, first: side(pair.a), second: side(pair.b) })),
    total: found.findingsTotal
  };
}
function findPair(nearDuplicates, key, byId) {
  const cluster = nearDuplicates?.clusters.find(
    ({ likeness, members }) => likeness === "copy" && members[0] === key
  );
  return cluster?.tree.find(({ a, b }) => {
    const others = byId.get(b)?.splits ?? [];
    return byId.get(a)?.splits.some((split) => others.some((other) => other !== split)) ?? false;
  });
}
function describeOrigin(sample) {
  const parts = [sample?.splits.join(", "), sample?.subject].filter(
    (part) => part !== void 0 && part !== ""
  );
  return parts.join(" · ");
}
function takePicture(outcome) {
  if (outcome?.kind === "image-thumbnail") return outcome;
  return outcome?.kind === "failure" ? outcome.fault.replaceAll("-", " ") : "no picture";
}

// src/entry/draw-pictures.ts
var sheetName = "sheet.png";
var pairsName = "near-duplicates.png";
async function drawSamples(audited, rasterizer, workers) {
  const sheet = await composeSheet(audited, workers === void 0 ? {} : { workers });
  if (!sheet) return void 0;
  const { words, legend, tiles } = sheet;
  return {
    sheet: rasterizer.draw(drawSheet(sheet, rasterizer)),
    samples: {
      words,
      legend,
      tiles: tiles.map((tile, index) => ({
        tile,
        png: index < maxTilesShown ? rasterizer.draw(drawTilePictures(tile, legend, rasterizer)) : new Uint8Array(0)
      }))
    }
  };
}
async function drawPictures(audited, folder, workers) {
  const rasterizer = await openRasterizer(await readDrawingAssets());
  const alike = await composePairs(audited, workers);
  if (alike)
    await writeSheet(
      join(folder, pairsName),
      rasterizer.draw(drawPairs(alike.pairs, alike.total, rasterizer))
    );
  const drawn = await drawSamples(audited, rasterizer, workers);
  if (!drawn) return void 0;
  await writeSheet(join(folder, sheetName), drawn.sheet);
  return drawn.samples;
}
export {
  drawPictures,
  drawSamples
};
