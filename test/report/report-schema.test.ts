import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { maxFindingsPerCheck, maxSamplesPerFinding, reportBounds } from '../../src/model/report.ts';
import { serializeReport } from '../../src/report/json.ts';
import { reportSchema } from '../../src/report/report-schema.ts';
import { buildAbdomenReport } from './fixtures/abdomen-report.ts';
import { buildHostileReport, hostileTexts } from './fixtures/hostile-report.ts';

const validate = new Ajv({ strict: true }).compile(reportSchema);

type Path = readonly (string | number)[];

/** The report as anything, for tests that break it. */
function readReport(): unknown {
  return JSON.parse(serializeReport(buildAbdomenReport()));
}

function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}

function follow(value: unknown, path: Path): Record<string | number, unknown> {
  const end = path.reduce((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
  if (!isRecord(end)) throw new Error(`nothing at ${path.join('.')}`);
  return end;
}

/** Whether the report is refused after `change` was made to the object at `path`. */
function isRefused(path: Path, change: (object: Record<string | number, unknown>) => void): boolean {
  const report = readReport();
  change(follow(report, path));
  return !validate(report);
}

const leak = ['checks', 1, 'findings', 0];
const accepted = ['checks', 5, 'accepted', 0];
/** Every object of a report whose keys the format fixes, with the keys that may be absent. */
const objects: [Path, string[]][] = [
  [[], []],
  [['tool'], []],
  [['dataset'], ['description', 'targetDomain']],
  [['dataset', 'counts'], []],
  [['verdict'], ['whenToStop']],
  [['verdict', 'reasons', 0], ['lift']],
  [['checks', 1], []],
  [['checks', 1, 'coverage'], []],
  [leak, ['location']],
  [
    [...leak, 'location'],
    ['line', 'column'],
  ],
  [accepted, ['location']],
  [[...accepted, 'accepted'], ['until']],
  [['charts', 0], []],
];

describe('reportSchema', () => {
  it('accepts a full report', () => {
    expect(validate(readReport()) || validate.errors).toBe(true);
  });

  it('accepts hostile texts: they are for the renderers to escape', () => {
    const report = buildHostileReport(hostileTexts.filter((text) => text.length <= reportBounds.nameLength));
    expect(validate(JSON.parse(serializeReport(report))) || validate.errors).toBe(true);
  });

  it.each(objects)('requires each key of the object at %j but %j', (path, optional) => {
    for (const key of Object.keys(follow(readReport(), path)))
      expect([key, isRefused(path, (object) => Reflect.deleteProperty(object, key))]).toEqual([
        key,
        !optional.includes(key),
      ]);
  });

  it.each(objects)('refuses an unknown key of the object at %j', (path) =>
    expect(isRefused(path, (object) => (object['surprise'] = 1))).toBe(true),
  );

  it.each<[string, Path, string | number, unknown, unknown]>([
    [
      'a name',
      ['dataset'],
      'name',
      'x'.repeat(reportBounds.nameLength),
      'x'.repeat(reportBounds.nameLength + 1),
    ],
    [
      'a message',
      leak,
      'message',
      'x'.repeat(reportBounds.textLength),
      'x'.repeat(reportBounds.textLength + 1),
    ],
    [
      'samples',
      leak,
      'samples',
      Array(maxSamplesPerFinding).fill('a'),
      Array(maxSamplesPerFinding + 1).fill('a'),
    ],
    ['a count', ['dataset', 'counts'], 'samples', 0, -1],
    ['a count of a split', ['dataset', 'counts', 'splits'], 'train', 1, 1.5],
    ['a line', [...leak, 'location'], 'line', 1, 0],
    ['a place', [...leak, 'location'], 'file', 'data/manifest.csv', '/data/manifest.csv'],
    ['a level', ['verdict'], 'level', 'limited', 'good'],
    ['a severity', ['checks', 1], 'severity', 'info', 'off'],
    ['the version', [], 'schemaVersion', 1, 2],
    ['evidence', leak, 'evidence', { a: [{ b: [null, true, 1.5, 'x'] }] }, 'x'],
    ['text in evidence', [...leak, 'evidence'], 'a', ['x'], ['x'.repeat(reportBounds.textLength + 1)]],
  ])('bounds %s', (_, path, key, good, bad) => {
    expect(isRefused(path, (object) => (object[key] = good))).toBe(false);
    expect(isRefused(path, (object) => (object[key] = bad))).toBe(true);
  });

  it('bounds the findings of a check', () => {
    const repeat = (length: number) =>
      isRefused(
        ['checks', 1],
        (check) => (check['findings'] = Array.from({ length }, () => follow(readReport(), leak))),
      );
    expect([repeat(maxFindingsPerCheck), repeat(maxFindingsPerCheck + 1)]).toEqual([false, true]);
  });

  it('describes every property', () => {
    const undescribed: string[] = [];
    const visit = (schema: unknown, path: string): void => {
      if (!isRecord(schema)) return;
      const { properties } = schema;
      for (const [key, property] of Object.entries(isRecord(properties) ? properties : {}))
        if (!isRecord(property) || typeof property['description'] !== 'string')
          undescribed.push(`${path}.${key}`);
      for (const [key, inner] of Object.entries(schema)) visit(inner, `${path}.${key}`);
    };
    visit(reportSchema, '$');
    expect(undescribed).toEqual([]);
  });
});
