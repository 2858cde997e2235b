import type { Json, JsonObject } from '../model/json.ts';
import { barColor, colorNames, ink, leakColor } from './colors.ts';
import { defineKind, type Kind } from './kind.ts';

const plotWidth = 460;
const rowHeight = 22;

/** The distinct names of a column, in the order of their first row. */
function namesOf<K extends string>(rows: readonly Readonly<Record<K, string>>[], column: K): string[] {
  return [...new Set(rows.map((row) => row[column]))];
}

function colorBy(field: string, names: readonly string[], isAlone = names.length < 2): JsonObject {
  return {
    field,
    type: 'nominal',
    title: null,
    scale: { domain: names, range: colorNames(names) },
    legend: isAlone ? null : { orient: 'top' },
  };
}

function rowsOf(field: string, names: readonly string[]): JsonObject {
  return {
    field,
    type: 'nominal',
    title: null,
    scale: { domain: names },
    sort: null,
    axis: { ticks: false },
  };
}

/** Bars in rows, made of parts. */
export const bars = defineKind({ row: 'text', part: 'text', value: 'number' }, ['unit'], (rows, { unit }) => {
  const names = namesOf(rows, 'row');
  const parts = namesOf(rows, 'part');
  const y = rowsOf('row', names);
  const x = { field: 'value', type: 'quantitative', title: unit, stack: 'zero' };
  return {
    width: plotWidth,
    height: { step: rowHeight },
    layer: [
      {
        mark: { type: 'bar' },
        encoding: { y, x, color: colorBy('part', parts), order: { field: 'part', sort: null } },
      },
      {
        transform: [{ aggregate: [{ op: 'sum', field: 'value', as: 'total' }], groupby: ['row'] }],
        mark: { type: 'text', align: 'left', dx: 4, color: ink },
        encoding: {
          y,
          x: { field: 'total', type: 'quantitative' },
          text: { field: 'total', type: 'quantitative', format: ',~r' },
        },
      },
    ],
  };
});

/** One bar a row; those marked stand out. */
export const markedBars = defineKind(
  { row: 'text', value: 'number', isMarked: 'flag' },
  ['unit'],
  (rows, { unit }) => ({
    width: plotWidth,
    height: { step: 16 },
    layer: [
      {
        mark: { type: 'bar' },
        encoding: {
          y: rowsOf('row', namesOf(rows, 'row')),
          x: { field: 'value', type: 'quantitative', title: unit },
          color: { condition: { test: 'datum.isMarked', value: leakColor }, value: barColor },
        },
      },
      {
        mark: { type: 'text', align: 'left', dx: 4, color: ink },
        encoding: {
          y: rowsOf('row', namesOf(rows, 'row')),
          x: { field: 'value', type: 'quantitative' },
          text: { field: 'value', type: 'quantitative', format: ',~r' },
        },
      },
    ],
  }),
);

/** Shares in rows, bars of several groups side by side. */
export const groupedBars = defineKind(
  { row: 'text', group: 'text', value: 'number' },
  ['unit'],
  (rows, { unit }) => {
    const groups = namesOf(rows, 'group');
    return {
      width: plotWidth,
      height: { step: groups.length > 1 ? 9 : rowHeight },
      mark: { type: 'bar' },
      encoding: {
        y: rowsOf('row', namesOf(rows, 'row')),
        yOffset: { field: 'group', scale: { domain: groups } },
        x: { field: 'value', type: 'quantitative', title: unit, axis: { format: '%' } },
        color: colorBy('group', groups),
      },
    };
  },
);

/** Counts in rows and columns; those marked stand out. */
export const matrix = defineKind(
  { row: 'text', column: 'text', value: 'number', isMarked: 'flag' },
  ['unit'],
  (rows, { unit }) => {
    const x = {
      field: 'column',
      type: 'nominal',
      title: null,
      scale: { domain: namesOf(rows, 'column') },
      sort: null,
      axis: { orient: 'top', labelAngle: 0, ticks: false },
    };
    const y = rowsOf('row', namesOf(rows, 'row'));
    return {
      width: { step: 72 },
      height: { step: 18 },
      encoding: { x, y },
      layer: [
        {
          mark: { type: 'rect', stroke: ink, strokeOpacity: 0.15 },
          encoding: {
            color: {
              condition: { test: 'datum.isMarked', value: leakColor },
              value: barColor,
            },
            opacity: {
              field: 'value',
              type: 'quantitative',
              title: unit,
              scale: { range: [0.12, 0.7] },
              legend: null,
            },
          },
        },
        {
          mark: { type: 'text', color: ink },
          encoding: { text: { field: 'value', type: 'quantitative', format: ',~r' } },
        },
      ],
    };
  },
);

/** Shares over bins of a quantity, by side, with the range of subjects as a band. */
export const bands = defineKind(
  { side: 'text', at: 'number', share: 'number', low: 'number?', high: 'number?' },
  ['x', 'y'],
  (rows, titles) => {
    const color = colorBy('side', namesOf(rows, 'side'));
    const x = { field: 'at', type: 'quantitative', title: titles.x };
    return {
      width: plotWidth,
      height: 180,
      encoding: { x, color },
      layer: [
        {
          mark: { type: 'area', opacity: 0.22, interpolate: 'step' },
          encoding: {
            y: { field: 'low', type: 'quantitative', title: titles.y, axis: { format: '%' } },
            y2: { field: 'high' },
          },
        },
        {
          mark: { type: 'line', interpolate: 'step', strokeWidth: 2 },
          encoding: { y: { field: 'share', type: 'quantitative', title: titles.y } },
        },
      ],
    };
  },
);

/** Values with their intervals in rows, a line at zero. */
export const intervals = defineKind(
  { row: 'text', group: 'text', value: 'number', low: 'number?', high: 'number?' },
  ['x'],
  (rows, titles) => {
    const groups = namesOf(rows, 'group');
    const names = namesOf(rows, 'row');
    const isShared = rows.length > names.length;
    const encoding = {
      y: rowsOf('row', names),
      ...(isShared && { yOffset: { field: 'group', scale: { domain: groups } } }),
      color: colorBy('group', groups),
    };
    return {
      width: plotWidth,
      height: { step: isShared ? Math.max(rowHeight, 12 * groups.length) : rowHeight, for: 'position' },
      layer: [
        {
          data: { values: [{}] },
          mark: { type: 'rule', color: ink, opacity: 0.5 },
          encoding: { x: { datum: 0, type: 'quantitative' } },
        },
        {
          mark: { type: 'rule', strokeWidth: 2 },
          encoding: {
            ...encoding,
            x: { field: 'low', type: 'quantitative', title: titles.x },
            x2: { field: 'high' },
          },
        },
        {
          mark: { type: 'point', filled: true, size: 60, opacity: 1 },
          encoding: { ...encoding, x: { field: 'value', type: 'quantitative', title: titles.x } },
        },
      ],
    };
  },
);

/** Points of a plane, by side. */
export const points = defineKind({ x: 'number', y: 'number', side: 'text' }, ['x', 'y'], (rows, titles) => {
  const axis = (field: string, title: string): JsonObject => ({
    field,
    type: 'quantitative',
    title,
    scale: { zero: false },
  });
  return {
    width: plotWidth,
    height: 320,
    mark: { type: 'point', filled: true, size: 18, opacity: 0.55 },
    encoding: {
      x: axis('x', titles.x),
      y: axis('y', titles.y),
      color: colorBy('side', namesOf(rows, 'side')),
    },
  };
});

/** Values over steps, by series. */
export const lines = defineKind(
  { series: 'text', step: 'number', value: 'number' },
  ['x', 'y'],
  (rows, titles) => ({
    width: plotWidth,
    height: 200,
    mark: { type: 'line', strokeWidth: 2 },
    encoding: {
      x: { field: 'step', type: 'quantitative', title: titles.x },
      y: { field: 'value', type: 'quantitative', title: titles.y, scale: { zero: false } },
      color: colorBy('series', namesOf(rows, 'series')),
    },
  }),
);

export const kinds: Readonly<Record<string, Kind>> = {
  bars,
  'marked-bars': markedBars,
  'grouped-bars': groupedBars,
  matrix,
  bands,
  intervals,
  points,
  lines,
};

/** Texts in the ink of the page; lines that stand back. */
export const config: Json = {
  background: null,
  // A chart is described as a whole.
  aria: false,
  font: 'sans-serif',
  view: { stroke: null },
  title: { color: ink, subtitleColor: ink, anchor: 'start', fontSize: 15, subtitleFontSize: 12, offset: 12 },
  axis: {
    labelColor: ink,
    titleColor: ink,
    titleFontWeight: 'normal',
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
    gridOpacity: 0.12,
  },
  axisQuantitative: { tickCount: 7 },
  axisY: { grid: false },
  legend: { labelColor: ink, titleColor: ink, labelFontSize: 12, symbolType: 'square', symbolOpacity: 1 },
  text: { fontSize: 12 },
};
