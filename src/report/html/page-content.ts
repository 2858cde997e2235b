import type { Chart, CheckReport, Report } from '../../model/report.ts';
import type { CheckFindings } from './finding-row.ts';
import type { WrittenData } from './page-data.ts';
import { placePictures, type DrawnSamples, type PicturesOfCheck } from './pictures.ts';

export interface DrawnChart {
  readonly chart: Chart;
  /** SVG as `drawCharts` makes it. */
  readonly svg: string;
}

/** What stands in the section of each check. */
export interface PageContent {
  readonly anchors: ReadonlyMap<CheckReport, string>;
  readonly findings: ReadonlyMap<CheckReport, CheckFindings>;
  /** By the check's id; those of no check under an empty one. */
  readonly charts: ReadonlyMap<string, readonly DrawnChart[]>;
  readonly pictures: ReadonlyMap<string, PicturesOfCheck>;
}

export function placeContent(
  report: Report,
  data: WrittenData,
  drawn: ReadonlyMap<string, string>,
  samples: DrawnSamples | undefined,
): PageContent {
  const ids = new Set(report.checks.map(({ id }) => id));
  const charts = new Map<string, DrawnChart[]>();
  for (const chart of report.charts) {
    const svg = drawn.get(chart.id);
    if (svg === undefined) continue;
    const check = ids.has(chart.check) ? chart.check : '';
    charts.set(check, [...(charts.get(check) ?? []), { chart, svg }]);
  }
  return {
    anchors: nameAnchors(report.checks),
    findings: new Map(
      report.checks.flatMap((check, place) => {
        const found = data.checks.get(place);
        return found ? [[check, found] as const] : [];
      }),
    ),
    charts,
    pictures: samples ? placePictures(report, samples) : new Map(),
  };
}

/** By name where that is one of a check, so that links hold; a stranger's report may say anything. */
function nameAnchors(checks: readonly CheckReport[]): Map<CheckReport, string> {
  const taken = new Set<string>();
  return new Map(
    checks.map((check, place) => {
      const isPlain = /^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/u.test(check.id) && check.id.length < 80;
      const name = isPlain && !taken.has(check.id) ? `check-${check.id}` : `check-${place + 1}`;
      taken.add(check.id);
      return [check, name];
    }),
  );
}
