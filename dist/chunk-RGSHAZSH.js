import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  severities
} from "./chunk-FMPNRQ5R.js";
import {
  isObject
} from "./chunk-3GYANS6R.js";
import {
  formatCount,
  formatQuantity,
  formatShare
} from "./chunk-PSSVJEVV.js";

// src/report/sheet/read-tiles.ts
var sampleCheck = "labels/sample";
var maxTiles = 96;
function readTiles(report, showSubject) {
  const measurements = report.checks.find(({ id }) => id === sampleCheck)?.measurements;
  const tiles = listOf(measurements?.["tiles"]);
  if (!measurements || tiles.length === 0) return void 0;
  const find = indexFindings(report);
  return {
    dataset: report.dataset.name,
    seed: numberOf(measurements["seed"]),
    candidates: numberOf(measurements["candidates"]),
    suspicious: readDrawn(measurements["suspicious"]),
    combinations: readDrawn(measurements["combinations"]),
    subjects: readDrawn(measurements["subjects"]),
    tiles: tiles.slice(0, maxTiles).flatMap((tile) => isObject(tile) ? [readTile(tile, find, showSubject)] : [])
  };
}
function readTile(tile, find, showSubject) {
  const subject = textOf(tile["subject"]);
  const shown = subject === void 0 ? void 0 : showSubject(subject);
  const domain = textOf(tile["domain"]);
  return {
    sample: textOf(tile["sample"]) ?? "",
    ...shown !== void 0 && { subject: shown },
    ...domain !== void 0 && { domain },
    splits: listOf(tile["splits"]).flatMap((split) => textOf(split) ?? []),
    classes: listOf(tile["classes"]).flatMap((one) => isObject(one) ? [readClass(one)] : []),
    classesTotal: numberOf(tile["classesTotal"]),
    suspicions: listOf(tile["suspicions"]).flatMap((one) => {
      if (!isObject(one)) return [];
      const [check = "", key = "", messageId = ""] = [one["check"], one["key"], one["messageId"]].map(textOf);
      return [find(check, key) ?? { check, severity: "info", text: messageId.replaceAll("-", " ") }];
    }),
    suspicionsTotal: numberOf(tile["suspicionsTotal"])
  };
}
function readClass({ name: given, share, objects }) {
  const name = textOf(given) ?? "";
  if (typeof share === "number") return { name, words: `${name} ${formatShare(share, 1) ?? ""}` };
  if (typeof objects === "number") return { name, words: `${formatCount(objects)} × ${name}` };
  return { name, words: name };
}
function indexFindings({ checks }) {
  const found = new Map(
    checks.flatMap(
      ({ id, findings }) => findings.map(({ key, severity, message }) => [
        JSON.stringify([id, key]),
        { check: id, severity: severities.includes(severity) ? severity : "info", text: message }
      ])
    )
  );
  return (check, key) => found.get(JSON.stringify([check, key]));
}
function readDrawn(value) {
  const { present, drawn } = isObject(value) ? value : {};
  return { present: numberOf(present), drawn: numberOf(drawn) };
}
function listOf(value) {
  if (!Array.isArray(value)) return [];
  const list = value;
  return list;
}
function textOf(value) {
  return typeof value === "string" ? value : void 0;
}
function numberOf(value) {
  return typeof value === "number" ? value : 0;
}

// src/report/drawing/color-vision.ts
var toXyz = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041]
];
var white = [0.95047, 1, 1.08883];
var deuteranopia = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881]
];
function seeColor(rgb) {
  const linear = mapTriple(rgb, linearize);
  const lab = toLab(linear);
  return {
    lightness: lab[0],
    chroma: Math.hypot(lab[1], lab[2]),
    lab,
    labOfDeuteranope: toLab(
      mapTriple(multiply(deuteranopia, linear), (value) => Math.min(1, Math.max(0, value)))
    )
  };
}
function differenceBetween(a, b) {
  return Math.min(distance(a.lab, b.lab), distance(a.labOfDeuteranope, b.labOfDeuteranope));
}
function linearize(value) {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
function toLab(linear) {
  const xyz = multiply(toXyz, linear);
  const [x, y, z] = mapTriple(
    [xyz[0] / white[0], xyz[1] / white[1], xyz[2] / white[2]],
    (ratio) => ratio > 216 / 24389 ? Math.cbrt(ratio) : (24389 / 27 * ratio + 16) / 116
  );
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
function multiply(rows, [a, b, c]) {
  const [x = 0, y = 0, z = 0] = rows.map((row) => row[0] * a + row[1] * b + row[2] * c);
  return [x, y, z];
}
function mapTriple([a, b, c], map) {
  return [map(a), map(b), map(c)];
}
function distance(a, b) {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

// src/report/sheet/class-colors.ts
var minDifference = 15;
var minChroma = 20;
var minLightness = 30;
var okabeIto = [
  [230, 159, 0],
  [86, 180, 233],
  [0, 158, 115],
  [240, 228, 66],
  [0, 114, 178],
  [213, 94, 0],
  [204, 121, 167]
];
var tones = [
  ...okabeIto.map((color) => mix(color, [255, 255, 255], 0.5)),
  ...okabeIto.map((color) => mix(color, [0, 0, 0], 0.35))
];
var spares = [okabeIto, tones].map((colors) => colors.map((color) => ({ color, seen: seeColor(color) })));
function chooseClassColors(declared) {
  const own = declared.map((color) => color && isVisible(seeColor(color)) ? color : void 0);
  const kept = areApart(own.flatMap((color) => color ? [seeColor(color)] : [])) ? own : own.map(() => void 0);
  const taken = kept.flatMap((color) => color ? [seeColor(color)] : []);
  const left = spares.map((colors) => [...colors]);
  return kept.map((color, index) => {
    if (color) return color;
    const group = left.find((colors) => colors.length > 0);
    const next = group && findFarthest(group, taken);
    if (!next) return okabeIto[index % okabeIto.length] ?? [230, 159, 0];
    group.splice(group.indexOf(next), 1);
    taken.push(next.seen);
    return next.color;
  });
}
function isVisible({ chroma, lightness }) {
  return chroma >= minChroma && lightness >= minLightness;
}
function areApart(colors) {
  return colors.every(
    (color, index) => colors.slice(index + 1).every((other) => differenceBetween(color, other) >= minDifference)
  );
}
function findFarthest(spare, taken) {
  let farthest;
  let most = -1;
  for (const one of spare) {
    const nearest = Math.min(...taken.map((other) => differenceBetween(one.seen, other)));
    if (nearest <= most) continue;
    farthest = one;
    most = nearest;
  }
  return farthest;
}
function mix(a, b, share) {
  const [red = 0, green = 0, blue = 0] = a.map(
    (value, at) => Math.round((1 - share) * value + share * (b[at] ?? 0))
  );
  return [red, green, blue];
}

// src/report/sheet/legend.ts
function makeLegend({ classes }, maskClasses, names) {
  const declared = new Set(classes.map(({ name }) => name));
  const all = [
    ...classes,
    ...names.filter((name) => !declared.has(name)).map((name) => ({ name }))
  ];
  const colors = chooseClassColors(
    all.map(({ color }) => color === void 0 ? void 0 : parseColor(color))
  );
  const legend = all.map(({ name, color: own }, index) => {
    const color = colors[index] ?? [230, 159, 0];
    const isReplaced = own !== void 0 && own.toLowerCase() !== formatColor(color);
    return { name, color, ...isReplaced && { replaced: own } };
  });
  const byName = new Map(legend.map(({ name, color }) => [name, color]));
  return {
    classes: legend,
    places: maskClasses.map((name) => name === void 0 ? void 0 : byName.get(name))
  };
}
function formatColor(rgb) {
  return `#${rgb.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
function parseColor(color) {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16 & 255, value >> 8 & 255, value & 255];
}

// src/report/sheet/sheet-words.ts
function describeChoice(words, only) {
  const { combinations, subjects, suspicious, seed } = words;
  const ofSubjects = subjects.present > 0 ? ` and ${formatCount(subjects.drawn)} of ${formatQuantity(subjects.present, "subject")}` : "";
  const first = suspicious.drawn > 0 ? ` Suspicious samples come first, framed: ${formatCount(suspicious.drawn)} of ${formatCount(suspicious.present)}.` : "";
  return [
    ...only.length > 0 ? [`Only ${only.join(", ")}.`] : [],
    `Chosen to show much with few: ${formatCount(combinations.drawn)} of ${formatQuantity(combinations.present, "combination")} of class, domain and split${ofSubjects} (seed ${seed}).${first}`
  ];
}
function describeOrigin({ words: { subject, splits, domain }, image }) {
  const shown = typeof image === "string" ? void 0 : image;
  const window = shown?.window;
  return [
    ...subject === void 0 ? [] : [`subject ${subject}`],
    ...splits.length === 0 ? [] : [splits.join(" + ")],
    ...domain === void 0 ? [] : [domain],
    ...window ? [`16 bit, ${formatCount(window.low)} to ${formatCount(window.high)} shown`] : [],
    ...shown && shown.pages > 1 ? [`page 1 of ${formatCount(shown.pages)}`] : []
  ].join(" · ");
}
function describeClass({ name, replaced }) {
  return replaced === void 0 ? name : `${name} (${replaced} in the mask)`;
}

// src/report/html/style.ts
var lightColors = {
  ground: "#f6f7f9",
  surface: "#ffffff",
  line: "#dde1e7",
  text: "#1b2027",
  quiet: "#59626f",
  link: "#0b57b0",
  bar: "#4a78b5",
  track: "#e8ebf0",
  errorText: "#a3151f",
  errorGround: "#fdecec",
  warningText: "#7a4b00",
  warningGround: "#fff3d6",
  infoText: "#0b4f9e",
  infoGround: "#e8f1fc",
  passedText: "#14612e",
  passedGround: "#e5f5ea",
  skippedText: "#4e5763",
  skippedGround: "#eceff3"
};
var darkColors = {
  ground: "#12151a",
  surface: "#1a1f26",
  line: "#303843",
  text: "#e7eaee",
  quiet: "#a0aab8",
  link: "#82b4f5",
  bar: "#6f9fdc",
  track: "#2a313b",
  errorText: "#ff9f9f",
  errorGround: "#3b181b",
  warningText: "#f4c463",
  warningGround: "#362a10",
  infoText: "#93c0fa",
  infoGround: "#16283f",
  passedText: "#84d69c",
  passedGround: "#15301f",
  skippedText: "#b0b9c5",
  skippedGround: "#272d36"
};
var rules = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
body>header,main,body>footer{max-width:68rem;margin:0 auto;padding:0 1.5rem}
body>header{padding-top:2.5rem}
h1,h2,h3,p,ul,dl,dd,table{margin:0}
h1{font-size:2rem;line-height:1.2;letter-spacing:-.01em}
h2{font-size:1.25rem;line-height:1.3;margin-bottom:1rem}
h3{font-size:1rem;margin-bottom:.375rem}
[hidden]{display:none!important}
.skip{position:absolute;left:-100vw;padding:.5rem 1rem;background:var(--surface)}
.skip:focus{left:1rem;top:.5rem;z-index:2}
.count{color:var(--quiet);font-weight:400}
main>section{margin-top:2.5rem}
ul{padding:0;list-style:none}
code{font:.875em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
a{color:var(--link);text-underline-offset:.2em}
a:focus-visible,summary:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,tr:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
summary{cursor:pointer;color:var(--quiet);font-size:.875rem}
.product{color:var(--quiet);font-size:.875rem;margin-bottom:.25rem}
.lead{color:var(--quiet);margin-top:.5rem;max-width:46rem}
.note,.source{color:var(--quiet);font-size:.875rem}
.error{--tone:var(--errorText);--tint:var(--errorGround)}
.warning{--tone:var(--warningText);--tint:var(--warningGround)}
.info{--tone:var(--infoText);--tint:var(--infoGround)}
.passed{--tone:var(--passedText);--tint:var(--passedGround)}
.skipped{--tone:var(--skippedText);--tint:var(--skippedGround)}
main>.verdict{margin-top:1.75rem;padding:1.5rem 1.75rem;background:var(--tint);border-left:.375rem solid var(--tone);border-radius:.5rem}
.verdict h2{color:var(--tone);font-size:1.5rem;margin-bottom:.25rem}
.reasons{margin-top:1.25rem;display:grid;gap:.5rem}
.reasons li{display:grid;grid-template-columns:1fr auto;align-items:baseline;gap:0 1.5rem;padding:.625rem 1rem;background:var(--surface);border-radius:.375rem;border-left:.1875rem solid var(--tone)}
.lift{grid-column:1/-1;font-size:.9375rem;color:var(--quiet)}
.lift::before{content:"→ "/""}
.stop{margin-top:1.25rem}
.stop strong{font-weight:600;margin-right:.375rem}
main>section[aria-label]{margin-top:1.25rem}
.tiles{display:grid;grid-template-columns:repeat(6,1fr);gap:.75rem}
.tile{display:flex;flex-direction:column-reverse;justify-content:flex-end;padding:.875rem 1rem;background:var(--surface);border:1px solid var(--line);border-radius:.5rem}
.tile dt{color:var(--quiet);font-size:.875rem}
.tile dd{font-size:1.625rem;font-weight:600;line-height:1.25;font-variant-numeric:tabular-nums;color:var(--tone,var(--text))}
.tile .note{font-weight:400;white-space:nowrap}
.panels{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(22rem,100%),1fr));gap:.75rem}
table{width:100%;border-collapse:collapse;font-size:.9375rem}
th{text-align:left;font-weight:400}
th,td{vertical-align:top;padding:.625rem .75rem}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.panel,.checks,.accepted,.rows,.filters{background:var(--surface);border:1px solid var(--line);border-radius:.5rem}
.checks,.accepted,.rows{border-collapse:separate;border-spacing:0}
.panel{padding:.875rem 1rem 1rem}
.bars caption{text-align:left;font-weight:600;padding-bottom:.375rem;font-size:.9375rem}
.bars th,.bars td{padding:.3125rem 0 .3125rem .75rem;vertical-align:middle}
.bars tr>:first-child{padding-left:0}
.bars .bar{width:55%}
.bars .share{color:var(--quiet)}
.bars svg{display:block;width:100%;height:.625rem;border-radius:.1875rem;overflow:hidden}
.track{fill:var(--track)}
.fill{fill:var(--bar)}
.mark{color:var(--quiet);border:1px solid var(--line);border-radius:.25rem;padding:0 .375rem;font-size:.75rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.checks thead th,.accepted thead th,.rows thead th,.by-subject thead th{color:var(--quiet);font-size:.8125rem;border-bottom:1px solid var(--line)}
.checks tbody tr+tr>*,.accepted tbody tr+tr>*,.rows tbody tr+tr>*{border-top:1px solid var(--line)}
.checks tbody th,.accepted tbody th{min-width:14.5rem}
.accepted td:last-child{min-width:7rem}
.pill{display:inline-block;padding:.0625rem .5rem;border-radius:1rem;background:var(--tint);color:var(--tone);font-size:.8125rem;font-weight:500;white-space:nowrap}
.check{margin-top:1.25rem;padding:1.25rem 1.5rem 1.5rem;background:var(--surface);border:1px solid var(--line);border-top:.25rem solid var(--tone);border-radius:.5rem}
.check:nth-of-type(n+25){content-visibility:auto;contain-intrinsic-size:auto 40rem}
.check>*+*{margin-top:.75rem}
.check .question{margin-top:0}
.check>.result{font-size:1.0625rem;font-weight:500;margin-top:.25rem}
.check h3 code{font-size:1rem;font-weight:600}
.check h3{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center}
.rows thead th:not(:first-child){width:1%}
.rows .subject,.rows .split{min-width:6.5rem}
.what>*+*{margin-top:.25rem}
.message{font-weight:500}
.anchor{text-decoration:none;color:var(--quiet);font-weight:400;padding:0 .25rem}
.finding:target,.finding.linked{background:var(--tint)}
.place{color:var(--quiet);font-size:.8125rem}
.pager{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem;margin-top:.625rem;font-size:.875rem;color:var(--quiet);font-variant-numeric:tabular-nums}
button,input,select{font:inherit;color:inherit}
button{padding:.1875rem .75rem;border:1px solid var(--line);border-radius:.375rem;background:var(--surface);cursor:pointer}
button[aria-disabled=true]{opacity:.6;cursor:default}
.plain,.sort{padding:0;border:0;background:none;text-align:inherit}
.plain{color:var(--link);text-decoration:underline;text-underline-offset:.2em}
.sort{font-size:inherit}
.sort::after{content:"↕"/"";margin-left:.25rem;opacity:.6}
[aria-sort=ascending] .sort::after{content:"↑"/"";opacity:1}
[aria-sort=descending] .sort::after{content:"↓"/"";opacity:1}
.by-subject{margin-bottom:.75rem}
.by-subject table{width:auto;margin-top:.25rem}
.by-subject th,.by-subject td{padding:.1875rem 1.25rem .1875rem 0}
.filters{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;gap:.625rem 1rem;align-items:end;padding:.75rem 1rem;font-size:.875rem;box-shadow:0 .25rem .75rem rgb(0 0 0/.08)}
.filters label{display:grid;gap:.125rem;color:var(--quiet)}
.filters input[type=search],.filters input[type=text],.filters select{color:var(--text);background:var(--ground);border:1px solid var(--quiet);border-radius:.375rem;padding:.25rem .5rem;min-width:8rem;max-width:14rem}
.filters .wide{flex:1 1 12rem}
.filters .wide input{width:100%;max-width:none}
.filters fieldset{display:flex;gap:.75rem;margin:0;padding:0;border:0}
.filters legend{padding:0;color:var(--quiet)}
.filters fieldset label{display:flex;align-items:center;gap:.25rem;color:var(--text);padding:.25rem 0}
.found{flex-basis:100%}
.finding,.check{scroll-margin-top:8.5rem}
.evidence{display:flex;flex-wrap:wrap;gap:.375rem 1.75rem;font-size:.875rem;font-variant-numeric:tabular-nums}
.evidence dt{color:var(--quiet)}
.what .evidence div{display:flex;gap:.375rem}
.what .evidence dt{flex:none;max-width:16rem}
.fix{font-size:.9375rem}
.check>.fix{padding:.625rem .875rem;background:var(--tint);border-radius:.375rem}
.fix strong{font-weight:600;margin-right:.375rem}
details.samples ul{margin-top:.375rem;columns:18rem;column-gap:1.5rem}
.measurements{margin-top:.25rem}
.measurements .evidence{margin-top:.375rem}
figure{margin:0;padding:.875rem 1rem;border:1px solid var(--line);border-radius:.375rem}
.figures{display:grid;gap:.75rem}
.figures figure{display:grid;grid-template-columns:minmax(0,auto) minmax(14rem,1fr);gap:.5rem 1.5rem}
.figures figcaption>p{font-size:.875rem;color:var(--quiet)}
.chart svg{display:block;max-width:100%;height:auto;overflow:visible}
.chart text{font-family:Arial,Helvetica,"Liberation Sans",Roboto,"DejaVu Sans Condensed",sans-serif}
figcaption summary{margin:.5rem 0 .25rem}
.numbers{width:auto;font-size:.875rem;font-variant-numeric:tabular-nums}
.numbers th,.numbers td{padding:.125rem 1.5rem .125rem 0}
.numbers th{color:var(--quiet)}
.samples-key{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:.5rem 0 1rem;font-size:.875rem}
.swatch{display:inline-block;width:.75em;height:.75em;margin-right:.375em;border-radius:.125em;border:1px solid var(--quiet)}
.sheet{margin-top:1rem;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(26rem,100%),1fr));gap:.75rem}
.sample{margin:0;padding:.75rem;background:var(--surface);border:1px solid var(--line);border-radius:.375rem}
.sample[class~=error],.sample[class~=warning],.sample[class~=info]{border:2px solid var(--tone)}
.sample img{display:block;max-width:100%;height:auto;margin-bottom:.5rem}
.sample figcaption{display:grid;gap:.25rem;font-size:.875rem}
.sample .samples-key{margin:0}
body>footer{margin-top:2.5rem;padding-bottom:3rem;color:var(--quiet);font-size:.875rem}
body>footer p{border-top:1px solid var(--line);padding-top:1rem}
@media (max-width:44rem){
body>header,main,body>footer{padding-left:1rem;padding-right:1rem}
body>header{padding-top:1.5rem}
.check{padding:1rem}
.figures figure{display:block}
.reasons li{display:block}
.filters{position:static}
.finding,.check{scroll-margin-top:1rem}
h1{font-size:1.625rem}
main>.verdict{padding:1.125rem}
.tiles{grid-template-columns:repeat(3,1fr);gap:.5rem}
.tile{padding:.625rem .75rem}
.tile dd{font-size:1.25rem}
.tile .note{display:block}
.checks,.accepted,.rows,:is(.checks,.accepted,.rows) :is(tbody,tr,th,td){display:block}
.checks thead,.accepted thead,.rows thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.rows td:not(.what){display:inline-block!important;margin-right:1rem;text-align:left;color:var(--quiet);font-size:.875rem}
.rows .subject:not(:empty)::before{content:"subject "}
.rows .split:not(:empty)::before{content:"split "}
.rows td.number:not(.what),.rows td:empty:not(.what){display:none!important}
:is(.checks,.accepted,.rows) tbody tr{padding:.75rem 1rem}
:is(.checks,.accepted,.rows) tbody tr>*,:is(.checks,.accepted,.rows) tbody tr+tr>*{padding:.125rem 0;border:0}
:is(.checks,.accepted,.rows) tbody tr+tr{border-top:1px solid var(--line)}
.checks tbody th,.accepted tbody th,.accepted td:last-child{min-width:0}
.bars .bar{width:30%}
}
@media print{
body{font-size:11pt}
.tiles{grid-template-columns:repeat(6,auto)}
.tile .note{display:block}
body>header,main,body>footer{max-width:none;padding:0}
.check:nth-of-type(n){content-visibility:visible}
.filters,.skip,.figures details,.pager button,.sort::after,.anchor{display:none!important}
.check{padding:0;border-width:.25rem 0 0;border-radius:0;padding-top:.75rem}
.tile,.verdict li,.checks tr,.rows tr,.panel,figure{break-inside:avoid}
body{background:none}
h2,h3{break-after:avoid}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
details::details-content{content-visibility:visible;block-size:auto}
}
`;
var htmlStyle = `:root{color-scheme:light dark;${declareColors(lightColors)}}
@media screen and (prefers-color-scheme:dark){:root{${declareColors(darkColors)}}}${rules}`;
function declareColors(colors) {
  return Object.entries(colors).map(([name, color]) => `--${name}:${color}`).join(";");
}

export {
  makeLegend,
  formatColor,
  sampleCheck,
  readTiles,
  describeChoice,
  describeOrigin,
  describeClass,
  lightColors,
  htmlStyle
};
