import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  barColor,
  colorNames,
  ink,
  leakColor
} from "./chunk-6JSHQORE.js";
import {
  asShown,
  isObject,
  readRows
} from "./chunk-3GYANS6R.js";
import {
  shortenMiddle
} from "./chunk-4G4S7EEN.js";

// src/charts/kind.ts
var maxTitleLength = 80;
function defineKind(columns, titles, draw) {
  return {
    dataOf: (data) => data,
    toSpec: (data) => {
      if (!isObject(data)) return void 0;
      const rows = readRows(data["values"] ?? [], columns);
      if (rows.length === 0) return void 0;
      const read = Object.fromEntries(
        titles.map((title) => {
          const text = data[title];
          return [title, typeof text === "string" ? asShown(shortenMiddle(text, maxTitleLength)) : ""];
        })
      );
      return { ...draw(rows, read), data: { values: rows } };
    }
  };
}

// src/charts/kinds.ts
var plotWidth = 460;
var rowHeight = 22;
function namesOf(rows, column) {
  return [...new Set(rows.map((row) => row[column]))];
}
function colorBy(field, names, isAlone = names.length < 2) {
  return {
    field,
    type: "nominal",
    title: null,
    scale: { domain: names, range: colorNames(names) },
    legend: isAlone ? null : { orient: "top" }
  };
}
function rowsOf(field, names) {
  return {
    field,
    type: "nominal",
    title: null,
    scale: { domain: names },
    sort: null,
    axis: { ticks: false }
  };
}
var bars = defineKind({ row: "text", part: "text", value: "number" }, ["unit"], (rows, { unit }) => {
  const names = namesOf(rows, "row");
  const parts = namesOf(rows, "part");
  const y = rowsOf("row", names);
  const x = { field: "value", type: "quantitative", title: unit, stack: "zero" };
  return {
    width: plotWidth,
    height: { step: rowHeight },
    layer: [
      {
        mark: { type: "bar" },
        encoding: { y, x, color: colorBy("part", parts), order: { field: "part", sort: null } }
      },
      {
        transform: [{ aggregate: [{ op: "sum", field: "value", as: "total" }], groupby: ["row"] }],
        mark: { type: "text", align: "left", dx: 4, color: ink },
        encoding: {
          y,
          x: { field: "total", type: "quantitative" },
          text: { field: "total", type: "quantitative", format: ",~r" }
        }
      }
    ]
  };
});
var markedBars = defineKind(
  { row: "text", value: "number", isMarked: "flag" },
  ["unit"],
  (rows, { unit }) => ({
    width: plotWidth,
    height: { step: 16 },
    layer: [
      {
        mark: { type: "bar" },
        encoding: {
          y: rowsOf("row", namesOf(rows, "row")),
          x: { field: "value", type: "quantitative", title: unit },
          color: { condition: { test: "datum.isMarked", value: leakColor }, value: barColor }
        }
      },
      {
        mark: { type: "text", align: "left", dx: 4, color: ink },
        encoding: {
          y: rowsOf("row", namesOf(rows, "row")),
          x: { field: "value", type: "quantitative" },
          text: { field: "value", type: "quantitative", format: ",~r" }
        }
      }
    ]
  })
);
var groupedBars = defineKind(
  { row: "text", group: "text", value: "number" },
  ["unit"],
  (rows, { unit }) => {
    const groups = namesOf(rows, "group");
    return {
      width: plotWidth,
      height: { step: groups.length > 1 ? 9 : rowHeight },
      mark: { type: "bar" },
      encoding: {
        y: rowsOf("row", namesOf(rows, "row")),
        yOffset: { field: "group", scale: { domain: groups } },
        x: { field: "value", type: "quantitative", title: unit, axis: { format: "%" } },
        color: colorBy("group", groups)
      }
    };
  }
);
var matrix = defineKind(
  { row: "text", column: "text", value: "number", isMarked: "flag" },
  ["unit"],
  (rows, { unit }) => {
    const x = {
      field: "column",
      type: "nominal",
      title: null,
      scale: { domain: namesOf(rows, "column") },
      sort: null,
      axis: { orient: "top", labelAngle: 0, ticks: false }
    };
    const y = rowsOf("row", namesOf(rows, "row"));
    return {
      width: { step: 72 },
      height: { step: 18 },
      encoding: { x, y },
      layer: [
        {
          mark: { type: "rect", stroke: ink, strokeOpacity: 0.15 },
          encoding: {
            color: {
              condition: { test: "datum.isMarked", value: leakColor },
              value: barColor
            },
            opacity: {
              field: "value",
              type: "quantitative",
              title: unit,
              scale: { range: [0.12, 0.7] },
              legend: null
            }
          }
        },
        {
          mark: { type: "text", color: ink },
          encoding: { text: { field: "value", type: "quantitative", format: ",~r" } }
        }
      ]
    };
  }
);
var bands = defineKind(
  { side: "text", at: "number", share: "number", low: "number?", high: "number?" },
  ["x", "y"],
  (rows, titles) => {
    const color = colorBy("side", namesOf(rows, "side"));
    const x = { field: "at", type: "quantitative", title: titles.x };
    return {
      width: plotWidth,
      height: 180,
      encoding: { x, color },
      layer: [
        {
          mark: { type: "area", opacity: 0.22, interpolate: "step" },
          encoding: {
            y: { field: "low", type: "quantitative", title: titles.y, axis: { format: "%" } },
            y2: { field: "high" }
          }
        },
        {
          mark: { type: "line", interpolate: "step", strokeWidth: 2 },
          encoding: { y: { field: "share", type: "quantitative", title: titles.y } }
        }
      ]
    };
  }
);
var intervals = defineKind(
  { row: "text", group: "text", value: "number", low: "number?", high: "number?" },
  ["x"],
  (rows, titles) => {
    const groups = namesOf(rows, "group");
    const names = namesOf(rows, "row");
    const isShared = rows.length > names.length;
    const encoding = {
      y: rowsOf("row", names),
      ...isShared && { yOffset: { field: "group", scale: { domain: groups } } },
      color: colorBy("group", groups)
    };
    return {
      width: plotWidth,
      height: { step: isShared ? Math.max(rowHeight, 12 * groups.length) : rowHeight, for: "position" },
      layer: [
        {
          data: { values: [{}] },
          mark: { type: "rule", color: ink, opacity: 0.5 },
          encoding: { x: { datum: 0, type: "quantitative" } }
        },
        {
          mark: { type: "rule", strokeWidth: 2 },
          encoding: {
            ...encoding,
            x: { field: "low", type: "quantitative", title: titles.x },
            x2: { field: "high" }
          }
        },
        {
          mark: { type: "point", filled: true, size: 60, opacity: 1 },
          encoding: { ...encoding, x: { field: "value", type: "quantitative", title: titles.x } }
        }
      ]
    };
  }
);
var points = defineKind({ x: "number", y: "number", side: "text" }, ["x", "y"], (rows, titles) => {
  const axis = (field, title) => ({
    field,
    type: "quantitative",
    title,
    scale: { zero: false }
  });
  return {
    width: plotWidth,
    height: 320,
    mark: { type: "point", filled: true, size: 18, opacity: 0.55 },
    encoding: {
      x: axis("x", titles.x),
      y: axis("y", titles.y),
      color: colorBy("side", namesOf(rows, "side"))
    }
  };
});
var lines = defineKind(
  { series: "text", step: "number", value: "number" },
  ["x", "y"],
  (rows, titles) => ({
    width: plotWidth,
    height: 200,
    mark: { type: "line", strokeWidth: 2 },
    encoding: {
      x: { field: "step", type: "quantitative", title: titles.x },
      y: { field: "value", type: "quantitative", title: titles.y, scale: { zero: false } },
      color: colorBy("series", namesOf(rows, "series"))
    }
  })
);
var kinds = {
  bars,
  "marked-bars": markedBars,
  "grouped-bars": groupedBars,
  matrix,
  bands,
  intervals,
  points,
  lines
};
var config = {
  background: null,
  // A chart is described as a whole.
  aria: false,
  font: "sans-serif",
  view: { stroke: null },
  title: { color: ink, subtitleColor: ink, anchor: "start", fontSize: 15, subtitleFontSize: 12, offset: 12 },
  axis: {
    labelColor: ink,
    titleColor: ink,
    titleFontWeight: "normal",
    labelFontSize: 12,
    titleFontSize: 12,
    labelLimit: 220,
    labelPadding: 6,
    domainColor: ink,
    domainOpacity: 0.4,
    tickColor: ink,
    tickOpacity: 0.4,
    gridColor: ink,
    labelFlush: false,
    gridOpacity: 0.12
  },
  axisQuantitative: { tickCount: 7 },
  axisY: { grid: false },
  legend: { labelColor: ink, titleColor: ink, labelFontSize: 12, symbolType: "square", symbolOpacity: 1 },
  text: { fontSize: 12 }
};

// src/charts/chart-spec.ts
var lineLength = 72;
var maxTitleLength2 = 300;
function toSpec({ kind, data, title, subtitle }) {
  const drawn = Object.hasOwn(kinds, kind) ? kinds[kind]?.toSpec(data) : void 0;
  return drawn && {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title: { text: breakLines(title), subtitle: breakLines(subtitle) },
    config,
    ...drawn
  };
}
function breakLines(text) {
  const lines2 = [];
  for (const word of shortenMiddle(text, maxTitleLength2).split(/\s+/u)) {
    const last = lines2.at(-1);
    if (last === void 0 || last.length + word.length >= lineLength) lines2.push(word);
    else lines2[lines2.length - 1] = `${last} ${word}`;
  }
  return lines2.map(asShown);
}

export {
  bars,
  markedBars,
  groupedBars,
  matrix,
  bands,
  intervals,
  points,
  lines,
  toSpec
};
