import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  describeChoice,
  describeClass,
  describeOrigin,
  formatColor,
  sampleCheck
} from "./chunk-RGSHAZSH.js";
import {
  severityWords
} from "./chunk-2AZO6JV5.js";
import {
  emptyMarkup,
  fillHtml
} from "./chunk-25A5ZPMJ.js";
import {
  formatCount
} from "./chunk-PSSVJEVV.js";
import {
  shortenMiddle
} from "./chunk-4G4S7EEN.js";

// src/report/html/pictures.ts
var maxTilesShown = 24;
var maxTextLength = 2e3;
var maxClassesShown = 12;
function placePictures({ checks }, samples) {
  const failing = new Set(checks.flatMap(({ id, status }) => status === "failed" ? [id] : []));
  const placed = /* @__PURE__ */ new Map();
  for (const tile of samples.tiles.slice(0, maxTilesShown)) {
    const doubt = tile.tile.words.suspicions.find(({ check }) => failing.has(check));
    const id = doubt?.check ?? sampleCheck;
    const before = placed.get(id)?.tiles ?? [];
    placed.set(id, { samples, tiles: [...before, tile], isSheet: id === sampleCheck });
  }
  return placed;
}
function renderPictures(pictures) {
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
function describeSheet({ words, tiles }, shown) {
  const elsewhere = Math.min(tiles.length, maxTilesShown) - shown;
  const hidden = tiles.length - maxTilesShown;
  return [
    ...describeChoice(words, []),
    ...elsewhere > 0 ? [`With the checks that doubt them: ${formatCount(elsewhere)}.`] : [],
    ...hidden > 0 ? [`… ${formatCount(hidden)} more on the sheet.`] : []
  ];
}
function renderKey({ tiles }, { classes }) {
  const shown = new Set(tiles.flatMap((tile) => tile.classes.map(({ name }) => name)));
  const replaced = classes.filter((one) => one.replaced !== void 0 && shown.has(one.name));
  if (replaced.length === 0) return emptyMarkup;
  const items = replaced.slice(0, maxClassesShown).map((one) => renderSwatch(formatColor(one.color), describeClass(one)));
  return fillHtml`<p class="samples-key">${items}</p>\n`;
}
function renderSwatch(color, words) {
  return fillHtml`<span><svg class="swatch" viewBox="0 0 1 1" aria-hidden="true"><rect width="1" height="1" fill="${color}"/></svg>${shortenMiddle(words, 80)}</span>`;
}
function renderTile({ tile, png }, legend) {
  const { words } = tile;
  const [gravest] = words.suspicions;
  const address = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  const alternative = tile.mask || tile.outlines ? "The image, and its label drawn over it." : "The image.";
  return fillHtml`<figure class="sample ${gravest?.severity ?? ""}"><img src="${address}" alt="${alternative}">
<figcaption><p><code>${shortenMiddle(words.sample, 200)}</code></p>
<p class="note">${shortenMiddle(describeOrigin(tile), 300)}</p>
${renderClasses(words, legend)}${words.suspicions.map(renderSuspicion)}</figcaption></figure>
`;
}
function renderClasses({ classes, classesTotal }, legend) {
  const colors = new Map(legend.classes.map(({ name, color }) => [name, formatColor(color)]));
  const shown = classes.slice(0, maxClassesShown);
  const items = shown.map(({ name, words }) => renderSwatch(colors.get(name) ?? "#ffffff", words));
  const hidden = classesTotal - shown.length;
  const more = hidden > 0 ? fillHtml`<span>+ ${formatCount(hidden)} more</span>` : emptyMarkup;
  return items.length === 0 ? emptyMarkup : fillHtml`<p class="samples-key">${items}${more}</p>\n`;
}
function renderSuspicion({ severity, text }) {
  return fillHtml`<p class="${severity}"><span class="pill">${severityWords[severity].one}</span> ${shortenMiddle(text, maxTextLength)}</p>
`;
}

export {
  maxTilesShown,
  placePictures,
  renderPictures
};
