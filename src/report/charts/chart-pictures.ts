import type { Report } from '../../model/report.ts';
import { makeDrawable, measureText } from '../drawing/fit-text.ts';
import type { Rasterizer } from '../drawing/rasterizer.ts';
import { Markup } from '../markup.ts';
import { nameChartPicture, themes, type Theme } from './chart-names.ts';
import { drawCharts } from './chart-svg.ts';

/** A file with a picture of a chart. */
export interface ChartPicture {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Ink and page of GitHub's two themes, which most of these pictures are looked at on. */
const colors: Readonly<Record<Theme, { readonly ink: string; readonly page: string }>> = {
  light: { ink: '#1f2328', page: '#ffffff' },
  dark: { ink: '#f0f6fc', page: '#0d1117' },
};

/** Pixels a unit: screens of today show two. */
const pngScale = 2;
const margin = 12;

/**
 * The charts of a report as files, each as SVG and PNG for a white and for a dark page. Texts are outlines of the
 * shipped font, so that every machine shows the same; the same report gives the same bytes.
 */
export async function drawChartPictures(report: Report, rasterizer: Rasterizer): Promise<ChartPicture[]> {
  const font = rasterizer.regular;
  const drawn = await drawCharts(report, {
    show: (text) => makeDrawable(text, font),
    measure: (text, fontSize) => measureText(text, fontSize, font),
  });
  return report.charts.flatMap((chart) => {
    const svg = drawn.get(chart.id);
    if (svg === undefined) return [];
    return themes.flatMap((theme) => {
      const [svgName, pngName] = [
        nameChartPicture(chart, theme, 'svg'),
        nameChartPicture(chart, theme, 'png'),
      ];
      if (svgName === undefined || pngName === undefined) return [];
      // Vega has escaped the texts in it.
      const page = new Markup(putOnPage(svg, theme));
      return [
        { name: svgName, bytes: new TextEncoder().encode(rasterizer.outline(page)) },
        { name: pngName, bytes: rasterizer.draw(page, pngScale) },
      ];
    });
  });
}

const beginning = /^<svg [^>]*? width="(?<width>\d+(?:\.\d+)?)" height="(?<height>\d+(?:\.\d+)?)"[^>]*>/u;

/** The drawing in the colours of a theme, with a margin. */
function putOnPage(svg: string, theme: Theme): string {
  const { ink, page } = colors[theme];
  const [root = '', width, height] = beginning.exec(svg) ?? [];
  const [pageWidth, pageHeight] = [width, height].map((side) => Math.ceil(Number(side)) + 2 * margin);
  const size = `width="${pageWidth ?? 0}" height="${pageHeight ?? 0}"`;
  const body = svg.slice(root.length).replace(/<\/svg>$/u, '');
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}><rect ${size} fill="${page}"/><g color="${ink}" style="font-kerning:none" transform="translate(${margin},${margin})">${body}</g></svg>`;
}
