import { describe, expect, it } from 'vitest';
import { drawBars, drawLines, drawPie } from '../../src/report/mermaid.ts';

const color = '#0072b2';

describe('drawPie', () => {
  it('draws the largest slice first, each with its colour', () =>
    expect(
      drawPie([
        { label: 'few', value: 1, color: '#999999' },
        { label: 'many', value: 3, color },
        { label: 'none', value: 0, color },
      ])?.text,
    ).toBe(
      '```mermaid\n%%{init: {"themeVariables":{"pie1":"#0072b2","pie2":"#999999","pieOpacity":"1"}}}%%\npie showData\n  "many" : 3\n  "few" : 1\n```',
    ));

  it('puts the smallest of many together, and loses none', () => {
    const slices = Array.from({ length: 20 }, (_, index) => ({
      label: `c${index}`,
      value: index + 1,
      color,
    }));
    const values = [...(drawPie(slices)?.text ?? '').matchAll(/" : (\d+)$/gmu)].map(([, value]) =>
      Number(value),
    );
    expect(values).toHaveLength(8);
    expect(values.reduce((sum, value) => sum + value, 0)).toBe(210);
    expect(drawPie(slices)?.text).toContain('"13 others" : 91');
  });

  it('is nothing for less than two slices', () =>
    expect(drawPie([{ label: 'all', value: 5, color }])).toBeUndefined());
});

describe('drawBars', () => {
  it('names apart what Mermaid would take for one, and shows nothing that it obeys', () => {
    const text = drawBars(
      ['a"b', "a'b", '%%{init: {}}%%', ''],
      [{ mark: 'bar', color, values: [1, 2, 3, 1e-9] }],
      {
        x: 'x',
        y: '"]',
      },
    )?.text;
    expect(text).toContain('  x-axis "x" ["a▯b", "a▯b (2)", "▯%▯init▯ ▯▯▯▯%", "(empty)"]\n');
    expect(text).toContain('  y-axis "▯▯" 0 --> 3\n  bar [1, 2, 3, 0]\n');
  });

  it('is nothing for less than two categories', () =>
    expect(drawBars(['a'], [{ mark: 'bar', color, values: [1] }], { x: '', y: '' })).toBeUndefined());
});

describe('drawLines', () => {
  it('writes no exponents', () =>
    expect(
      drawLines([0, 1], [{ mark: 'line', color, values: [123456789, 0.00001234] }], { x: '', y: '' })?.text,
    ).toContain('  line [123460000, 0.00001234]\n'));

  it.each([[[1]], [[]]])('is nothing for the points %j', (values) =>
    expect(drawLines([0, 1], [{ mark: 'line', color, values }], { x: '', y: '' })).toBeUndefined(),
  );
});
