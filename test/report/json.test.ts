import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/model/json.ts';
import { roundNumber, serializeReport, significantDigits } from '../../src/report/json.ts';
import { buildAbdomenReport, buildCheck } from './fixtures/abdomen-report.ts';
import { buildHostileReport } from './fixtures/hostile-report.ts';

const withMeasurements = (measurements: Record<string, Json>) => ({
  ...buildAbdomenReport(),
  checks: [buildCheck({ id: 'a/b', summary: '', measurements })],
});

/** The same value with its keys in the opposite order. */
function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, entry]) => [key, reverseKeys(entry)]),
  );
}

describe('roundNumber', () => {
  it.each([
    [0.123456789, 0.123457],
    [1 / 3, 0.333333],
    [123456.789, 123457],
    [0.00001234567, 0.0000123457],
    [1234567890, 1234567890],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    [-0, 0],
    [-2.5, -2.5],
  ])('rounds %d to %d', (value, rounded) => expect(roundNumber(value)).toBe(rounded));

  it.each([NaN, Infinity, -Infinity])('refuses %d', (value) =>
    expect(() => roundNumber(value)).toThrow(RangeError),
  );

  it('changes nothing the second time and loses at most the stated digits', () =>
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const rounded = roundNumber(value);
        expect(roundNumber(rounded)).toBe(rounded);
        const bound = Math.max(Math.abs(value) * 10 ** (1 - significantDigits), Number.MIN_VALUE);
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(bound);
      }),
    ));
});

describe('serializeReport', () => {
  it('sorts keys at every depth by code units, integers among them', () => {
    const text = serializeReport(withMeasurements({ b: 1, 9: 1, 10: { z: 1, A: [{ y: 1, x: 2 }] } }));
    expect(text).toContain(
      [
        '      "measurements": {',
        '        "10": {',
        '          "A": [',
        '            {',
        '              "x": 2,',
        '              "y": 1',
        '            }',
        '          ],',
        '          "z": 1',
        '        },',
        '        "9": 1,',
        '        "b": 1',
        '      },',
      ].join('\n'),
    );
  });

  it('reads back as the same report', () => {
    const report = buildAbdomenReport();
    expect(JSON.parse(serializeReport(report))).toEqual(report);
    expect(serializeReport(report)).toMatch(/^\{\n {2}"charts": \[[\s\S]*\n\}\n$/);
  });

  it('keeps hostile names, `__proto__` among them', () => {
    const report = buildHostileReport();
    const read: unknown = JSON.parse(serializeReport(report));
    expect(read).toEqual(report);
    expect(serializeReport(report)).toContain('"__proto__": 23');
  });

  it('gives the same bytes whatever the order of keys', () => {
    const report = buildAbdomenReport();
    expect(serializeReport({ ...report, ...(reverseKeys(report) as typeof report) })).toBe(
      serializeReport(report),
    );
  });

  it('rounds numbers and writes no negative zero', () =>
    expect(serializeReport(withMeasurements({ a: 1 / 3, b: -0 }))).toMatch(/"a": 0\.333333,\n +"b": 0\n/));

  it('says where a number is not finite', () =>
    expect(() => serializeReport(withMeasurements({ mean: [1, NaN] }))).toThrow(
      '$.checks[0].measurements.mean[1] is NaN',
    ));

  it('writes no command of the runner', () => {
    const text = serializeReport(withMeasurements({ a: '##[add-matcher]x', '##[b]': 1 }));
    expect(text).not.toContain('##[');
    expect(JSON.parse(text)).toMatchObject({
      checks: [{ measurements: { a: '##[add-matcher]x', '##[b]': 1 } }],
    });
  });

  it('writes empty lists and objects on one line', () =>
    expect(serializeReport(withMeasurements({ a: [], b: {} }))).toMatch(/"a": \[\],\n +"b": \{\}\n/));
});
