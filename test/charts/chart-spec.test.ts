import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { toSpec } from '../../src/charts/chart-spec.ts';
import { colorNames } from '../../src/charts/colors.ts';
import { maxRows } from '../../src/charts/rows.ts';
import type { Json } from '../../src/model/json.ts';

const chart = (kind: string, data: Json, title = 'Title') => ({
  id: 'c',
  check: 'topic/name',
  title,
  subtitle: 'n = 2',
  alternative: '',
  kind,
  data,
});

const row = {
  row: 'a',
  part: 'p',
  column: 'c',
  side: 's',
  series: 's',
  group: 'g',
  value: 3,
  x: 1,
  y: 2,
  at: 0,
  share: 0.5,
  step: 1,
};
const kinds = ['bars', 'marked-bars', 'grouped-bars', 'matrix', 'bands', 'intervals', 'points', 'lines'];

describe('toSpec', () => {
  it.each(kinds)('draws %s as valid Vega-Lite that holds its data and names no address', (kind) => {
    const spec = toSpec(chart(kind, { values: [row], unit: 'images', x: 'x', y: 'y' }));
    expect(spec).toMatchObject({ data: { values: [expect.any(Object)] }, title: { text: ['Title'] } });
    const complaints: string[] = [];
    const note = (...texts: readonly unknown[]) => {
      complaints.push(texts.join(' '));
      return logger;
    };
    const logger = { level: () => logger, error: note, warn: note, info: note, debug: note };
    expect(() => compile(spec as never, { logger: logger })).not.toThrow();
    expect(complaints).toEqual([]);
    expect(JSON.stringify({ ...spec, $schema: '' })).not.toContain('://');
  });

  it('leaves out rows that are not of the columns it draws, and draws nothing of none', () => {
    const values = [{ ...row, value: 'three' }, 7, null, { row: 'a', part: 'p' }];
    expect(toSpec(chart('bars', { values }))).toBeUndefined();
    expect(toSpec(chart('bars', { values: [...values, row] }))?.['data']).toEqual({
      values: [{ row: 'a', part: 'p', value: 3 }],
    });
  });

  it('draws no more rows than an eye can tell apart', () => {
    const values = Array.from({ length: maxRows + 1 }, () => row);
    const data = toSpec(chart('points', { values }))?.['data'] as { values: readonly Json[] };
    expect(data.values.length).toBe(maxRows);
  });

  it.each(['constructor', 'unknown', '__proto__'])('knows no kind named %s', (kind) =>
    expect(toSpec(chart(kind, { values: [row] }))).toBeUndefined(),
  );

  it('breaks a long title between words', () => {
    const spec = toSpec(chart('bars', { values: [row] }, 'word '.repeat(30).trim()));
    const { text } = spec?.['title'] as { text: readonly string[] };
    expect(text.length).toBe(3);
    expect(text.join(' ')).toBe('word '.repeat(30).trim());
  });
});

describe('colorNames', () => {
  it('gives what has a meaning its colour wherever it stands', () => {
    const [train] = colorNames(['train', 'test']);
    expect(colorNames(['real', 'train'])[1]).toBe(train);
  });

  it('tells seven names apart, and none has the colour of a meaning that is there', () => {
    const names = ['train', 'a', 'b', 'c', 'd', 'e', 'f'];
    expect(new Set(colorNames(names)).size).toBe(7);
  });

  it('takes no name of every object for a meaning', () =>
    expect(colorNames(['constructor'])[0]).toMatch(/^#[0-9a-f]{6}$/));
});
