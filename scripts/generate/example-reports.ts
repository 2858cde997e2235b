import { fileURLToPath } from 'node:url';
import { auditDataset } from '../../src/entry/check-dataset.ts';
import { drawSamples } from '../../src/entry/draw-pictures.ts';
import { readDrawingAssets } from '../../src/entry/drawing-assets.ts';
import { version } from '../../src/entry/version.ts';
import type { Report } from '../../src/model/report.ts';
import { drawChartPictures } from '../../src/report/charts/chart-pictures.ts';
import { openRasterizer } from '../../src/report/drawing/rasterizer.ts';
import { reporters } from '../../src/report/reporters.ts';

/** The example datasets, each with the charts that stand as pictures beside its report; GitHub draws the others. */
const shown = {
  'abdomen-ultrasound': ['composition', 'samples-per-subject', 'intensities'],
  'leaking-split': ['subjects-by-split'],
} as const;

/** Samples in the page: what is committed is kept small. */
const maxTiles = 12;

export interface ExampleReport {
  readonly report: Report;
  /** Content by path relative to the repository. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}

/**
 * The report of an example as a page and as Markdown, with pictures. It stands beside the dataset and not in it, where
 * its pictures would be of the dataset.
 */
export async function renderExampleReport(name: keyof typeof shown): Promise<ExampleReport> {
  const directory = fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
  const audited = await auditDataset({ directory, today: '2026-01-01', version });
  const { report } = audited;
  const rasterizer = await openRasterizer(await readDrawingAssets());
  const drawn = await drawSamples(audited, rasterizer, undefined);
  const charts = (await drawChartPictures(report, rasterizer)).filter(({ name: file }) =>
    shown[name].some((id) => file.startsWith(`${id}-`) && file.endsWith('.png')),
  );
  const folder = `examples/${name}-report`;
  const names = new Set(charts.map((chart) => chart.name));
  const options = {
    color: false,
    width: 100,
    imageAddress: (file: string) => (names.has(file) ? file : undefined),
    ...(drawn && { samples: { ...drawn.samples, tiles: drawn.samples.tiles.slice(0, maxTiles) } }),
  };
  return {
    report,
    files: new Map<string, string | Uint8Array>([
      [`${folder}/report.md`, reporters.markdown(report, options)],
      [`${folder}/report.html`, await reporters.html(report, options)],
      ...charts.map(({ name: file, bytes }) => [`${folder}/${file}`, bytes] as const),
    ]),
  };
}

export const exampleNames = Object.keys(shown) as (keyof typeof shown)[];
