import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  toSpec
} from "./chunk-3QKDMRWW.js";
import {
  revealInvisible
} from "./chunk-3ZFVE422.js";

// src/report/charts/text-width.ts
var widths = [
  ["ijl'|.,:;!", 0.25],
  ['ftrI()[]{}/\\-"* ', 0.33],
  ["JLck", 0.5],
  ["ABCDEFGHKNOPQRSTUVXYZ&<>=+~", 0.68],
  ["mwMW%@", 0.88]
];
var byCharacter = new Map(
  widths.flatMap(([characters, ems]) => Array.from(characters, (character) => [character, ems]))
);
var digitEms = 0.56;
function estimateWidth(text, fontSize) {
  let ems = 0;
  for (const character of text)
    ems += byCharacter.get(character) ?? ((character.codePointAt(0) ?? 0) >= 11904 ? 1 : digitEms);
  return ems * fontSize;
}

// src/report/charts/chart-svg.ts
var unknownFonts = { show: revealInvisible, measure: estimateWidth };
async function drawCharts({ charts }, { show, measure } = unknownFonts) {
  const drawn = /* @__PURE__ */ new Map();
  const specs = charts.flatMap((chart) => {
    const spec = toSpec(showTexts(chart, show));
    return spec ? [{ id: chart.id, spec }] : [];
  });
  if (specs.length === 0) return drawn;
  const [vega, { compile }] = await Promise.all([import("./vega.module-UVCFDNOP.js"), import("./build-L433D3ND.js")]);
  vega.textMetrics.width = (item, text) => measure(String(text), item.fontSize ?? 11);
  vega.resetSVGDefIds();
  for (const { id, spec } of specs) {
    const program = vega.parse(compile(spec, { logger: silentLogger }).spec);
    const view = new vega.View(program, { renderer: "none", logLevel: vega.Error, loader: refusingLoader });
    drawn.set(id, (await view.toSVG()).replaceAll("##[", "##&#91;"));
    view.finalize();
  }
  return drawn;
}
function showTexts(chart, show) {
  const { title, subtitle, data } = chart;
  return { ...chart, title: show(title), subtitle: show(subtitle), data: showAll(data, show) };
}
function showAll(value, show) {
  if (typeof value === "string") return show(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => showAll(item, show));
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, showAll(entry, show)]));
}
var refuse = () => {
  throw new Error("a chart loads nothing");
};
var refusingLoader = { load: refuse, sanitize: refuse, http: refuse, file: refuse };
var silentLogger = {
  level: () => silentLogger,
  error: () => silentLogger,
  warn: () => silentLogger,
  info: () => silentLogger,
  debug: () => silentLogger
};

export {
  drawCharts
};
