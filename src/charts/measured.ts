import type { Json, JsonObject } from '../model/json.ts';
import type { CheckReport, DatasetSummary } from '../model/report.ts';
import { isObject } from './rows.ts';

/** What charts are made of. */
export interface Measured {
  readonly dataset: DatasetSummary;
  readonly checks: readonly CheckReport[];
}

/** What a check measured; empty where it did not run. */
export function measurementsOf({ checks }: Measured, id: string): JsonObject {
  return checks.find((check) => check.id === id)?.measurements ?? {};
}

export function objectIn(value: Json | undefined, key: string): JsonObject {
  const found = isObject(value) ? value[key] : undefined;
  return isObject(found) ? found : {};
}

export function listIn(value: Json | undefined, key: string): readonly JsonObject[] {
  const found = isObject(value) ? value[key] : undefined;
  return Array.isArray(found) ? found.filter((one: Json) => isObject(one)) : [];
}

/** Zero where there is no such number. */
export function numberIn(value: Json | undefined, key: string): number {
  const found = isObject(value) ? value[key] : undefined;
  return typeof found === 'number' ? found : 0;
}

export function textIn(value: Json | undefined, key: string): string | undefined {
  const found = isObject(value) ? value[key] : undefined;
  return typeof found === 'string' ? found : undefined;
}
