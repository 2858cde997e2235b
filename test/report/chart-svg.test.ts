import { parseXml } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart } from '../../src/model/report.ts';
import { drawCharts } from '../../src/report/charts/chart-svg.ts';
import { estimateWidth } from '../../src/report/charts/text-width.ts';
import { buildAbdomenReport } from './fixtures/abdomen-report.ts';
import { arbitraryText } from './fixtures/hostile-report.ts';

const { charts } = buildAbdomenReport();

function buildChart(name: string, kind = 'bars'): Chart {
  return {
    id: 'c',
    check: 'topic/name',
    title: name,
    subtitle: name,
    alternative: name,
    kind,
    data: {
      unit: name,
      x: name,
      y: name,
      values: [{ row: name, part: name, side: name, value: 1, x: 1, y: 2 }],
    },
    spec: {},
  };
}

describe('drawCharts', () => {
  it('draws bars as long as their numbers', async () => {
    const svg = (await drawCharts({ charts })).get('composition') ?? '';
    const widths = Array.from(svg.matchAll(/d="M[\d.,]+h([\d.]+)v[\d.]+h-[\d.]+Z" fill="(#\w+)"/g)).map(
      ([, width, color]) => [Number(width), color],
    );
    const [labelledReal, unlabelledReal, labelledSynthetic] = widths.filter(([, color]) =>
      ['#0072b2', '#999999'].includes(String(color)),
    );
    const scale = Number(labelledSynthetic?.[0]) / 926;
    expect(Number(labelledReal?.[0]) / scale).toBeCloseTo(60, 1);
    expect(Number(unlabelledReal?.[0]) / scale).toBeCloseTo(557, 1);
    expect(labelledReal?.[1]).toBe(labelledSynthetic?.[1]);
  });

  it('gives the same bytes each time', async () =>
    expect(await drawCharts({ charts })).toEqual(await drawCharts({ charts })));

  it('gives ids that are unique over all pictures of a page', async () => {
    const drawn = await drawCharts({
      charts: [buildChart('a', 'points'), { ...buildChart('b', 'points'), id: 'd' }],
    });
    const ids = [...drawn.values()].flatMap((svg) =>
      Array.from(svg.matchAll(/ id="([^"]+)"/g), ([, id]) => id),
    );
    expect(drawn.size).toBe(2);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('leaves out what it cannot draw', async () =>
    expect((await drawCharts({ charts: [{ ...buildChart('a'), data: {} }] })).size).toBe(0));

  it('takes no spec and no address from the report', async () => {
    const spec = { data: { url: 'https://example.org/x.json' }, mark: 'bar' };
    expect(await drawCharts({ charts: [{ ...buildChart('a'), spec }] })).toEqual(
      await drawCharts({ charts: [buildChart('a')] }),
    );
  });

  it('is well-formed and shows names as text, whatever they are', async () => {
    const check = async (text: string, kind: string) => {
      const svg = (await drawCharts({ charts: [buildChart(text, kind)] })).get('c') ?? '';
      expect(parseXml(svg).root?.name).toBe('svg');
      expect(svg).not.toMatch(/<script|<a |<image|href|##\[/);
    };
    for (const text of ['constructor', '__proto__', 'toString', 'valueOf', '<script>', '##[x]', '{"url":1}'])
      await check(text, 'bars');
    await fc.assert(fc.asyncProperty(arbitraryText(), fc.constantFrom('bars', 'points'), check), {
      numRuns: 40,
    });
  });
});

describe('estimateWidth', () => {
  it('is in proportion to the size of the font and more for wide letters', () => {
    expect(estimateWidth('train', 20)).toBeCloseTo(2 * estimateWidth('train', 10));
    expect(estimateWidth('WWW', 10)).toBeGreaterThan(estimateWidth('lll', 10));
    expect(estimateWidth('漢字', 10)).toBe(20);
  });
});
