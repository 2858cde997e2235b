import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  describeChoice,
  describeClass,
  describeOrigin,
  formatColor
} from "./chunk-LNLBBHNQ.js";
import {
  Markup,
  emptyMarkup,
  fillHtml,
  severityWords
} from "./chunk-YQ3SQXUQ.js";
import {
  formatCount
} from "./chunk-TJ7LRL3D.js";
import {
  shortenMiddle
} from "./chunk-4G4S7EEN.js";

// src/report/html-samples.ts
var maxTilesShown = 24;
var maxTextLength = 2e3;
var maxClassesShown = 12;
function renderSamples({ words, legend, tiles }) {
  const shown = tiles.slice(0, maxTilesShown);
  const hidden = tiles.length - shown.length;
  const more = hidden > 0 ? fillHtml`<p class="note">… ${formatCount(hidden)} more on the sheet.</p>\n` : emptyMarkup;
  const choice = describeChoice(words, []).map((line) => fillHtml`<p class="note">${line}</p>\n`);
  return fillHtml`<section aria-labelledby="samples">
<h2 id="samples">Samples</h2>
${choice}${renderKey(words, legend)}<div class="sheet">
${shown.map((one) => renderTile(one, legend))}</div>
${more}</section>`;
}
function renderKey({ tiles }, { classes }) {
  const shown = new Set(tiles.flatMap((tile) => tile.classes.map(({ name }) => name)));
  const replaced = classes.filter((one) => one.replaced !== void 0 && shown.has(one.name));
  if (replaced.length === 0) return emptyMarkup;
  const items = replaced.slice(0, maxClassesShown).map((one) => renderSwatch(formatColor(one.color), describeClass(one)));
  return fillHtml`<p class="samples-key">${items}</p>\n`;
}
function renderSwatch(color, words) {
  return fillHtml`<span><span class="swatch" style="background:${color}"></span>${shortenMiddle(words, 80)}</span>`;
}
function renderTile({ tile, png }, legend) {
  const { words } = tile;
  const [gravest] = words.suspicions;
  const address = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  const alternative = tile.mask || tile.outlines ? "The image, and its label drawn over it." : "The image.";
  return fillHtml`<figure class="sample ${gravest?.severity ?? ""}"><img src="${new Markup(address)}" alt="${alternative}">
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
  renderSamples
};
