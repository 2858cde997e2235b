import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  encodePng,
  fitText,
  fontFamily,
  makeDrawable,
  measureText,
  wrapText
} from "./chunk-WN2P3TPK.js";
import {
  describeChoice,
  describeClass,
  describeOrigin,
  formatColor,
  lightColors,
  makeLegend,
  readTiles
} from "./chunk-RGSHAZSH.js";
import {
  DecodePool
} from "./chunk-FMPNRQ5R.js";
import {
  severityWords
} from "./chunk-2AZO6JV5.js";
import {
  emptyMarkup,
  fillHtml,
  joinMarkup
} from "./chunk-25A5ZPMJ.js";
import {
  formatCount,
  formatQuantity,
  listAnnotatedImages
} from "./chunk-PSSVJEVV.js";

// src/report/sheet/paint.ts
var backgroundColor = [22, 24, 28];
var ignoredColor = [120, 124, 130];
var undeclaredColor = [255, 255, 255];
var fillShare = 0.35;
function paintMask({ places }, colors) {
  const painted = new Uint8Array(3 * places.length);
  places.forEach((place, pixel) => painted.set(colorOf(place, colors) ?? greyOf(place), 3 * pixel));
  return painted;
}
function paintOverlay(image, mask, colors) {
  const { width, height } = image;
  const painted = image.colors.slice();
  const placeAt = (x, y) => {
    const column = Math.floor((x + 0.5) * mask.width / width);
    const row = Math.floor((y + 0.5) * mask.height / height);
    return mask.places[row * mask.width + column] ?? -1;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const place = placeAt(x, y);
      const color = place === -1 ? undeclaredColor : colorOf(place, colors);
      if (!color) continue;
      const share = touchesOther(x, y, place) ? 1 : fillShare;
      const at = 3 * (y * width + x);
      for (let channel = 0; channel < 3; channel++)
        painted[at + channel] = Math.round(
          share * (color[channel] ?? 0) + (1 - share) * (image.colors[at + channel] ?? 0)
        );
    }
  }
  return painted;
  function touchesOther(x, y, place) {
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++)
        if (placeAt(column, row) !== place) return true;
    return false;
  }
}
function colorOf(place, colors) {
  return place === -1 ? void 0 : colors[place];
}
function greyOf(place) {
  return place === -1 ? undeclaredColor : place === 0 ? backgroundColor : ignoredColor;
}

// src/report/sheet/tile.ts
var pictureEdge = 208;

// src/report/sheet/panels.ts
var panelGap = 4;
function countPanels({ mask, outlines }) {
  return mask !== void 0 ? 3 : outlines !== void 0 ? 2 : 1;
}
function drawPanels(tile, legend, font) {
  const { image, mask, outlines } = tile;
  const panels = [
    typeof image === "string" ? drawReason(image, font) : drawImage(image, image.colors)
  ];
  if (typeof image !== "string" && mask !== void 0 && typeof mask !== "string") {
    panels.push(drawImage(image, paintOverlay(image, mask, legend.places)));
    panels.push(drawImage(mask, paintMask(mask, legend.places)));
  } else if (mask !== void 0) {
    panels.push(drawReason(typeof mask === "string" ? mask : "no image", font));
  } else if (outlines !== void 0 && typeof image !== "string") {
    panels.push(drawOutlined(image, outlines, legend));
  }
  const placed = panels.map(({ markup, width, height }, index) => {
    const left = index * (pictureEdge + panelGap) + Math.floor((pictureEdge - width) / 2);
    return { markup: fillHtml`<g transform="translate(${left} 0)">${markup}</g>`, height };
  });
  return {
    markup: fillHtml`${placed.map(({ markup }) => markup)}`,
    width: countPanels(tile) * (pictureEdge + panelGap) - panelGap,
    height: Math.max(...placed.map(({ height }) => height))
  };
}
function drawImage({ width, height }, colors) {
  const address = `data:image/png;base64,${Buffer.from(encodePng(width, height, colors)).toString("base64")}`;
  return {
    markup: fillHtml`<image width="${width}" height="${height}" href="${address}"/>`,
    width,
    height
  };
}
function drawReason(reason, font) {
  const size = { width: pictureEdge - 16, lines: 4 };
  const lines = wrapText(`not drawn: ${reason}`, size, 12, font).map(
    (line, index) => fillHtml`<text x="8" y="${22 + 16 * index}" font-size="12" fill="#59626f">${line}</text>`
  );
  const height = 16 * lines.length + 16;
  return {
    markup: fillHtml`<rect width="${pictureEdge}" height="${height}" fill="#e3e6ea"/>${lines}`,
    width: pictureEdge,
    height
  };
}
function drawOutlined(image, outlines, { classes }) {
  const colors = new Map(classes.map(({ name, color }) => [name, color]));
  const { width, height } = image;
  const shapes = outlines.flatMap(({ className, box, polygons }) => {
    const path = polygons.length > 0 ? polygons.map((points) => tracePoints(points, image)).join("") : traceBox(box, image);
    return path === "" ? [] : [drawShape(path, colors.get(className) ?? undeclaredColor)];
  });
  return {
    markup: fillHtml`<svg width="${width}" height="${height}">${drawImage(image, image.colors).markup}${shapes.length > 0 ? shapes : emptyMarkup}</svg>`,
    width,
    height
  };
}
function drawShape(path, color) {
  const ink2 = formatColor(color);
  return fillHtml`<path d="${path}" fill="${ink2}" fill-opacity="0.12" stroke="#000000" stroke-opacity="0.55" stroke-width="3"/><path d="${path}" fill="none" stroke="${ink2}" stroke-width="1.5"/>`;
}
function traceBox({ xmin, ymin, xmax, ymax }, size) {
  return tracePoints([xmin, ymin, xmax, ymin, xmax, ymax, xmin, ymax], size);
}
var maxShare = 10;
function tracePoints(points, { width, height }) {
  const steps = [];
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x, y] = [boundShare(points[at]) * width, boundShare(points[at + 1]) * height];
    steps.push(`${at === 0 ? "M" : "L"}${x.toFixed(2)} ${y.toFixed(2)}`);
  }
  return steps.length === 0 ? "" : `${steps.join("")}Z`;
}
function boundShare(share = 0) {
  return Number.isNaN(share) ? 0 : Math.min(maxShare, Math.max(-maxShare, share));
}

// src/report/sheet/sheet-svg.ts
var margin = 24;
var padding = 10;
var tileGap = 14;
var columnsByPanels = { 1: 5, 2: 3, 3: 2 };
var textSize = 13;
var lineHeight = 18;
var maxClassLines = 2;
var maxSuspicions = 2;
var maxOriginLines = 2;
var suspicionLines = { wide: 2, narrow: 4 };
var narrowWidth = pictureEdge + 2 * panelGap;
var swatch = 10;
var { text: ink, quiet, surface, ground, line: border } = lightColors;
var severityColors = {
  error: lightColors.errorText,
  warning: lightColors.warningText,
  info: lightColors.infoText
};
function drawSheet(sheet, fonts) {
  const { tiles, legend } = sheet;
  const panels = Math.max(1, ...tiles.map(countPanels));
  const columns = Math.max(1, Math.min(columnsByPanels[panels], tiles.length));
  const innerWidth = panels * (pictureEdge + panelGap) - panelGap;
  const tileWidth = innerWidth + 2 * padding;
  const width = Math.max(minWidth, 2 * margin + columns * (tileWidth + tileGap) - tileGap);
  const head = drawHead(sheet, panels, width - 2 * margin, fonts);
  const drawn = tiles.map((tile) => drawTile(tile, legend, innerWidth, fonts));
  const placed = [];
  let top = margin + head.height + tileGap;
  for (let first = 0; first < drawn.length; first += columns) {
    const row = drawn.slice(first, first + columns);
    const height2 = Math.max(...row.map((one) => one.height));
    for (const [column, { draw }] of row.entries())
      placed.push(
        fillHtml`<g transform="translate(${margin + column * (tileWidth + tileGap)} ${top})">${draw(tileWidth, height2)}</g>\n`
      );
    top += height2 + tileGap;
  }
  const height = top - tileGap + margin;
  return fillHtml`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}" style="font-kerning:none" font-size="${textSize}">
<rect width="${width}" height="${height}" fill="${ground}"/>
<g transform="translate(${margin} ${margin})">${head.markup}</g>
${placed}</svg>`;
}
var minWidth = 720;
function drawTilePictures(tile, legend, fonts) {
  const { markup, width, height } = drawPanels(tile, legend, fonts.regular);
  return fillHtml`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${fontFamily}" style="font-kerning:none">${markup}</svg>`;
}
function drawHead({ words, only, tiles, legend }, panels, width, fonts) {
  const title = `${words.dataset}: ${formatCount(tiles.length)} of ${formatQuantity(words.candidates, "labelled sample")}`;
  const lines = [...describeChoice(words, only), panelWords[panels]];
  const shownClasses = new Set(words.tiles.flatMap(({ classes }) => classes.map(({ name }) => name)));
  const key = drawKey(
    legend.classes.filter(({ name }) => shownClasses.has(name)),
    tiles,
    width,
    fonts
  );
  const top = 30;
  const texts = lines.map(
    (line, index) => fillHtml`<text x="0" y="${top + (index + 1) * lineHeight}" fill="${quiet}">${fitText(line, width, textSize, fonts.regular)}</text>`
  );
  const keyTop = top + lines.length * lineHeight + 14;
  return {
    markup: fillHtml`<text x="0" y="22" font-size="24" font-weight="700" fill="${ink}">${fitText(title, width, 24, fonts.bold)}</text>
${texts}<g transform="translate(0 ${keyTop})">${key.markup}</g>`,
    height: keyTop + key.height
  };
}
var panelWords = {
  1: "Each tile: the image, and the class that its label names.",
  2: "Each tile: the image, and the same with its boxes or outlines.",
  3: "Each tile: the image, the mask drawn over it, and the mask as it was read."
};
function drawKey(classes, tiles, width, fonts) {
  const hasUndeclared = tiles.some(({ mask }) => typeof mask === "object" && mask.places.includes(-1));
  const entries = [
    ...classes.map((one) => ({ color: formatColor(one.color), words: describeClass(one) })),
    ...hasUndeclared ? [{ color: "#ffffff", words: "a value of no class" }] : []
  ];
  return drawEntries(entries, width, maxKeyLines, fonts, 14);
}
var maxKeyLines = 4;
function drawEntries(entries, width, maxLines, fonts, gap, total = entries.length) {
  const placed = [];
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
      fillHtml`<rect x="${round(x)}" y="${line * lineHeight + 2}" width="${swatch}" height="${swatch}" rx="2" fill="${color}" stroke="#000000" stroke-opacity="0.35"/><text x="${round(x + swatch + 5)}" y="${line * lineHeight + 12}" fill="${ink}">${text}</text>`
    );
    x += entryWidth + gap;
    shown++;
  }
  if (shown < total)
    placed.push(
      fillHtml`<text x="${round(x)}" y="${line * lineHeight + 12}" fill="${quiet}">+ ${formatCount(total - shown)} more</text>`
    );
  return { markup: joinMarkup(placed, ""), height: entries.length === 0 ? 0 : (line + 1) * lineHeight };
}
function drawTile(tile, legend, width, fonts) {
  const { words } = tile;
  const panels = drawPanels(tile, legend, fonts.regular);
  const suspicions = words.suspicions.slice(0, maxSuspicions);
  const hidden = words.suspicionsTotal - suspicions.length;
  const lines = [
    drawLine(words.sample, width, ink, fonts, true),
    drawLines(describeOrigin(tile), { width, lines: maxOriginLines }, quiet, fonts),
    drawClasses(words, legend, width, fonts),
    ...suspicions.map((one) => drawSuspicion(one, width, fonts)),
    ...hidden > 0 ? [drawLine(`+ ${formatQuantity(hidden, "more finding")}`, width, quiet, fonts)] : []
  ];
  const placed = [];
  let top = padding + panels.height + 6;
  for (const { markup, height } of lines) {
    placed.push(fillHtml`<g transform="translate(${padding} ${top})">${markup}</g>`);
    top += height;
  }
  const [gravest] = suspicions;
  return {
    height: top + padding - 4,
    draw: (tileWidth, tileHeight) => fillHtml`${drawFrame(tileWidth, tileHeight, gravest)}<g transform="translate(${padding} ${padding})">${panels.markup}</g>${placed}`
  };
}
function drawFrame(width, height, gravest) {
  return gravest ? fillHtml`<rect x="1.5" y="1.5" width="${width - 3}" height="${height - 3}" rx="5" fill="${surface}" stroke="${severityColors[gravest.severity]}" stroke-width="3"/>` : fillHtml`<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="5" fill="${surface}" stroke="${border}"/>`;
}
function drawLine(text, width, color, fonts, isBold = false) {
  const font = isBold ? fonts.bold : fonts.regular;
  if (text === "") return { markup: emptyMarkup, height: 0 };
  return {
    markup: fillHtml`<text x="0" y="12" fill="${color}" font-weight="${isBold ? 700 : 400}">${fitText(text, width, textSize, font)}</text>`,
    height: lineHeight
  };
}
function drawLines(text, room, color, fonts) {
  const lines = wrapText(text, room, textSize, fonts.regular);
  return {
    markup: fillHtml`${lines.map((line, index) => fillHtml`<text x="0" y="${12 + index * lineHeight}" fill="${color}">${line}</text>`)}`,
    height: lines.length * lineHeight
  };
}
function drawClasses({ classes, classesTotal }, legend, width, fonts) {
  if (classes.length === 0) return drawLine("no class", width, quiet, fonts);
  const colors = new Map(legend.classes.map(({ name, color }) => [name, formatColor(color)]));
  const entries = classes.map(({ name, words }) => ({ color: colors.get(name) ?? "#ffffff", words }));
  return drawEntries(entries, width, maxClassLines, fonts, 12, classesTotal);
}
function drawSuspicion({ severity, text }, width, fonts) {
  const color = severityColors[severity];
  const label = severityWords[severity].one;
  const labelWidth = measureText(label, textSize, fonts.bold) + 12;
  const indent = labelWidth + 8;
  const most = width <= narrowWidth ? suspicionLines.narrow : suspicionLines.wide;
  const lines = wrapText(text, { width: width - indent, lines: most }, textSize, fonts.regular);
  const texts = lines.map(
    (line, index) => fillHtml`<text x="${round(indent)}" y="${14 + index * lineHeight}" fill="${color}">${line}</text>`
  );
  return {
    markup: fillHtml`<rect x="0" y="1" width="${round(labelWidth)}" height="17" rx="3" fill="${color}"/><text x="6" y="14" font-weight="700" fill="#ffffff">${makeDrawable(label, fonts.bold)}</text>${texts}`,
    height: Math.max(1, lines.length) * lineHeight + 4
  };
}
function round(value) {
  return value.toFixed(2);
}

// src/entry/compose-sheet.ts
import { availableParallelism } from "node:os";

// src/checks/labels/outlines.ts
var maxObjects = 500;
var maxPoints = 1e3;
function outlineObjects({ annotations, images, ...dataset }, sample) {
  if (!annotations) return void 0;
  const { annotated } = listAnnotatedImages({ ...dataset, images, annotations, samples: [sample] });
  const [found] = annotated;
  if (!found) return void 0;
  const { frame, wrongUnit, annotation, objects } = found;
  const image = images.get(sample.id);
  if (!frame || wrongUnit) return { outlines: [], isAsStored: false };
  const { width, height } = frame;
  const [across, down] = annotation.unit === "share" ? [1, 1] : [width, height];
  return {
    outlines: objects.slice(0, maxObjects).map(({ object, box }) => ({
      className: object.className,
      box: toShares(box, width, height),
      polygons: object.polygons.map(
        (points) => points.slice(0, 2 * maxPoints).map((value, at) => value / (at % 2 === 0 ? across : down))
      )
    })),
    isAsStored: image?.kind === "image" && image.orientation >= 5 && width === image.width && height === image.height && width !== height
  };
}
function toShares({ xmin, ymin, xmax, ymax }, width, height) {
  return { xmin: xmin / width, ymin: ymin / height, xmax: xmax / width, ymax: ymax / height };
}

// src/fingerprint/thumbnails/thumbnail-files.ts
function thumbnailFiles(requests, { limits, palette, edge, workers }) {
  return new Promise((resolve, reject) => {
    const answers = new Array(requests.length);
    const pool = new DecodePool(
      requests.map((request) => toJob(request, edge)),
      { limits, palette, describesImages: false, workers, decodeSeconds: limits.decodeSeconds },
      (index, answer) => answers[index] = answer,
      (error) => {
        if (error) reject(error);
        else resolve(answers);
      }
    );
    pool.start();
  });
}
function toJob({ path, absolutePath, role, orientation }, edge) {
  return {
    absolutePath,
    folder: absolutePath.slice(0, absolutePath.length - path.length),
    role: `${role}-thumbnail`,
    edge,
    ...orientation !== void 0 && { orientation }
  };
}

// src/entry/compose-sheet.ts
async function composeSheet(audited, { only = [], workers = availableParallelism(), showSubject = (id) => id } = {}) {
  const { report, dataset } = audited;
  const words = readTiles(report, showSubject);
  if (!words) return void 0;
  const byId = new Map(dataset.samples.map((sample) => [sample.id, sample]));
  const chosen = words.tiles.flatMap((one) => {
    const sample = byId.get(one.sample);
    if (!sample) return [];
    const outlined = dataset.labels.kind === "boxes" ? outlineObjects(dataset, sample) : void 0;
    return [{ words: one, sample, ...outlined && { outlined } }];
  });
  const thumbnails = await makeThumbnails(audited, chosen, workers);
  const shownNames = new Set(words.tiles.flatMap(({ classes }) => classes.map(({ name }) => name)));
  return {
    words,
    only,
    tiles: chosen.map((one) => makeTile(one, dataset, thumbnails)),
    legend: makeLegend(dataset.labels, dataset.maskClasses, [...shownNames].sort())
  };
}
async function makeThumbnails({ config, dataset, files }, chosen, workers) {
  const request = (path, role) => ({
    path,
    absolutePath: files.absolutePath(path),
    role
  });
  const masks = new Set(chosen.flatMap(({ sample }) => findMask(sample, dataset) ?? []));
  const requests = [
    ...chosen.map(({ sample, outlined }) => ({
      ...request(sample.id, "image"),
      ...(outlined?.isAsStored === true || isMaskAsStored(sample, dataset)) && { orientation: 1 }
    })),
    ...[...masks].map((path) => request(path, "mask"))
  ];
  const answers = await thumbnailFiles(requests, {
    limits: config.limits,
    palette: dataset.maskPalette,
    edge: pictureEdge,
    workers
  });
  return new Map(
    answers.flatMap((answer, index) => {
      const { path, role } = requests[index] ?? {};
      return path === void 0 ? [] : [[`${role ?? ""} ${path}`, answer]];
    })
  );
}
function makeTile({ words, sample, outlined }, dataset, thumbnails) {
  const image = thumbnails.get(`image ${sample.id}`);
  const path = findMask(sample, dataset);
  const mask = path === void 0 ? void 0 : thumbnails.get(`mask ${path}`);
  return {
    words,
    image: image?.kind === "image-thumbnail" ? image : explain(image),
    ...mask && { mask: mask.kind === "mask-thumbnail" ? mask : explain(mask) },
    ...outlined && { outlines: outlined.outlines }
  };
}
function explain(outcome) {
  return outcome?.kind === "failure" ? `${outcome.fault.replaceAll("-", " ")}: ${outcome.detail}` : "no picture";
}
function findMask({ label }, { maskPalette }) {
  return maskPalette === void 0 ? void 0 : label;
}
function isMaskAsStored(sample, dataset) {
  const image = dataset.images.get(sample.id);
  const path = findMask(sample, dataset);
  const mask = path === void 0 ? void 0 : dataset.masks.get(path);
  if (image?.kind !== "image" || mask?.kind !== "mask") return false;
  const shown = showSize(mask);
  return !isSame(shown, showSize(image)) && isSame(shown, image);
}
function showSize({ width, height, orientation }) {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}
function isSame(a, b) {
  return a.width === b.width && a.height === b.height;
}

export {
  pictureEdge,
  drawSheet,
  drawTilePictures,
  thumbnailFiles,
  composeSheet
};
