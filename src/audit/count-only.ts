import type { Dataset } from '../model/dataset.ts';
import type { Json } from '../model/json.ts';
import type { CheckReport, Report } from '../model/report.ts';

const hidden = '(hidden)';

/**
 * The report without what names a file, a line or a subject: findings are counted, not shown, and paths in measurements
 * are left out.
 */
export function countOnly(report: Report, { samples }: Pick<Dataset, 'samples'>): Report {
  const names = new Set(
    samples.flatMap(({ id, label, subject }) => [id, label, subject].filter((name) => name !== undefined)),
  );
  return {
    ...report,
    checks: report.checks.map((check): CheckReport => ({
      ...check,
      measurements: hideObject(check.measurements, names),
      findings: [],
      accepted: [],
    })),
    charts: report.charts.map((chart) => ({
      ...chart,
      data: hide(chart.data, names),
      spec: hide(chart.spec, names),
    })),
  };
}

function hide(value: Json, names: ReadonlySet<string>): Json {
  if (typeof value === 'string') return names.has(value) ? hidden : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: Json) => hide(item, names));
  return hideObject(value as Readonly<Record<string, Json>>, names);
}

/** Entries of which the key is a name are left out. */
function hideObject(value: Readonly<Record<string, Json>>, names: ReadonlySet<string>): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]): [string, Json][] =>
      names.has(key) ? [] : [[key, hide(entry, names)]],
    ),
  );
}
