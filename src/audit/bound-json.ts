import type { Json, JsonObject } from '../model/json.ts';
import { reportBounds } from '../model/report.ts';
import { shortenMiddle } from '../model/shorten-text.ts';

/** Evidence and measurements within what a report may hold: long texts, lists and objects are cut. */
export function boundObject(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object)
      .slice(0, reportBounds.values)
      .map(([key, value]) => [shortenMiddle(key, reportBounds.pathLength), boundValue(value)]),
  );
}

function boundValue(value: Json): Json {
  if (typeof value === 'string') return shortenMiddle(value, reportBounds.textLength);
  if (typeof value !== 'object' || value === null) return value;
  return isList(value) ? value.slice(0, reportBounds.values).map(boundValue) : boundObject(value);
}

/** `Array.isArray` does not narrow a readonly array. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
