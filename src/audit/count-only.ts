import type { Dataset } from '../model/dataset.ts';
import { listCharts } from '../charts/list-charts.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { CheckReport, Report } from '../model/report.ts';

/**
 * The report without what names a file, a line or a subject: findings are counted, not shown, and paths in measurements
 * are left out.
 */
export function countOnly(report: Report, { samples }: Pick<Dataset, 'samples'>): Report {
  const names = new Set(
    samples.flatMap(({ id, label, subject }) => [id, label, subject].filter((name) => name !== undefined)),
  );
  const checks = report.checks.map((check): CheckReport => ({
    ...check,
    measurements: hideObject(check.measurements, names),
    findings: [],
    accepted: [],
  }));
  return { ...report, checks, charts: listCharts({ dataset: report.dataset, checks }) };
}

/** Items of lists that are names, or objects that hold one, are left out, and so is what stands under a name. */
function hide(value: Json, names: ReadonlySet<string>): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.filter((item) => !isNamed(item, names)).map((item) => hide(item, names));
  return hideObject(value, names);
}

function hideObject(value: JsonObject, names: ReadonlySet<string>): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]): [string, Json][] =>
      names.has(key) || isNamed(entry, names) ? [] : [[key, hide(entry, names)]],
    ),
  );
}

function isNamed(value: Json, names: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return names.has(value);
  if (typeof value !== 'object' || value === null || isList(value)) return false;
  return Object.values(value).some((entry) => typeof entry === 'string' && names.has(entry));
}

/** `Array.isArray` does not narrow a readonly list. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
