import { describe, expect, it } from 'vitest';
import { readBaselineResult } from '../../src/baseline/read-result.ts';
import { goodResult, pair } from './draw-result.ts';

const read = (value: unknown) => readBaselineResult(JSON.stringify(value), 'out/result.json');

describe('readBaselineResult', () => {
  it('reads a finished run, and one that came to nothing', () => {
    expect(read(goodResult)).toEqual(goodResult);
    const { trainer } = goodResult;
    const failed = { schemaVersion: 1, trainer, status: 'failed', notes: [], stages: {}, curves: [] };
    expect(read(failed)).toEqual(failed);
  });

  it('reads the price of a leak, whose interval may begin below 0', () => {
    const priced = (interval: object) => ({
      ...goodResult,
      stages: { leak: { split: 'test', declaredScore: 0.5, paired: { ...pair(0.5, 0.49), interval } } },
    });
    const one = priced({ low: -1, high: 1, method: 'none' });
    expect(read(one)).toEqual(one);
    expect(() => read(priced({ low: -1.01, high: 1, method: 'none' }))).toThrow('low must be >= -1');
  });

  it.each<[string, unknown, string]>([
    ['a property that the schema does not name', { ...goodResult, html: '<b>' }, 'additional properties'],
    ['another version', { ...goodResult, schemaVersion: 2 }, '/schemaVersion must be equal to constant'],
    ['an unknown status', { ...goodResult, status: 'passed' }, '/status must be equal to one of'],
    [
      'a score above 1',
      { ...goodResult, stages: { leak: { split: 'test', declaredScore: 1.5 } } },
      'must be <= 1',
    ],
    [
      'a curve that is too long',
      { ...goodResult, curves: [{ stage: 'x', steps: Array(1001).fill(1), losses: [] }] },
      'must NOT have more than 1000 items',
    ],
    ['a list', [], 'the whole must be object'],
  ])('refuses %s', (_, value, message) => {
    expect(() => read(value)).toThrow(message);
    expect(() => read(value)).toThrow('out/result.json is no result of a baseline');
  });

  it('refuses what is no JSON', () => {
    expect(() => readBaselineResult('{', 'r.json')).toThrow('r.json is no result of a baseline: no JSON');
  });
});
