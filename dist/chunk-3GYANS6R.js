import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  shortenMiddle
} from "./chunk-4G4S7EEN.js";

// src/charts/rows.ts
var maxRows = 5e3;
var maxNameLength = 40;
function readRows(values, columns) {
  if (!Array.isArray(values)) return [];
  const list = values;
  return list.slice(0, maxRows).flatMap((value) => {
    if (!isObject(value)) return [];
    const cells = Object.entries(columns).map(([name, type]) => [
      name,
      readCell(Object.hasOwn(value, name) ? value[name] : void 0, type)
    ]);
    return cells.some(([, cell]) => cell === void 0) ? [] : [Object.fromEntries(cells)];
  });
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function asShown(text) {
  return text in {} ? `${text} ` : text;
}
function readCell(value, type) {
  switch (type) {
    case "text":
      return typeof value === "string" ? asShown(shortenMiddle(value, maxNameLength)) : void 0;
    case "number":
      return typeof value === "number" ? value : void 0;
    case "number?":
      return typeof value === "number" ? value : null;
    case "flag":
      return value === true;
  }
}

export {
  readRows,
  isObject,
  asShown
};
