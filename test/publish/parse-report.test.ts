import { describe, expect, it } from 'vitest';
import { parseReport } from '../../src/publish/parse-report.ts';
import { serializeReport } from '../../src/report/json.ts';
import { buildAbdomenReport } from '../report/fixtures/abdomen-report.ts';
import { buildHostileReport, hostileTexts } from '../report/fixtures/hostile-report.ts';

const text = serializeReport(buildAbdomenReport());

describe('parseReport', () => {
  it('gives the report back', () => {
    const parsed = parseReport(text);
    expect(parsed.kind === 'report' && serializeReport(parsed.report)).toBe(text);
  });

  it('takes hostile texts, which the reporters escape', () => {
    const hostile = buildHostileReport(hostileTexts.filter(({ length }) => length <= 1000));
    expect(parseReport(serializeReport(hostile))).toMatchObject({ kind: 'report' });
  });

  it.each<[string, string, string]>([
    ['no JSON', '{', 'no JSON'],
    ['no object', '[]', 'it must be object'],
    [
      'another version',
      text.replace('"schemaVersion": 1', '"schemaVersion": 2'),
      'another version of holdout',
    ],
    ['what the schema does not name', text.replace('{', '{ "pullRequest": 1,'), 'additional properties'],
    ['a prototype', text.replace('{', '{ "__proto__": { "x": 1 },'), 'additional properties'],
    [
      'a number without end',
      text.replace('"labelled": 986', '"labelled": 1e999'),
      '/dataset/counts/labelled must be integer',
    ],
    ['another verdict', text.replace('"unsupported"', '"fine"'), 'allowed values'],
    [
      'too deep a nest',
      text.replace('"evidence": {', `"evidence": { "a": ${nest(100_000)},`),
      'nested too deep',
    ],
  ])('refuses %s', (_, broken, reason) => {
    const parsed = parseReport(broken);
    expect(parsed.kind === 'refused' ? parsed.reason : '').toContain(reason);
  });
});

/** Lists in lists, that many deep. */
function nest(depth: number): string {
  return `${'['.repeat(depth)}${']'.repeat(depth)}`;
}
