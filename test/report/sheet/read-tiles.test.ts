import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/model/json.ts';
import type { Report } from '../../../src/model/report.ts';
import { readTiles } from '../../../src/report/sheet/read-tiles.ts';
import { buildAbdomenReport, buildCheck, buildFinding } from '../fixtures/abdomen-report.ts';

const measurements = {
  candidates: 40,
  combinations: { present: 6, drawn: 4 },
  subjects: { present: 9, drawn: 3 },
  suspicious: { present: 2, drawn: 1 },
  seed: 7,
  unit: 'pixels',
  tiles: [
    {
      sample: 'a.png',
      label: 'm.png',
      subject: 'p1',
      domain: 'real',
      splits: ['train'],
      classes: [{ name: 'liver', share: 0.1234 }, { name: 'cells', objects: 1200 }, { name: 'cat' }],
      classesTotal: 5,
      suspicions: [
        { check: 'labels/palette', key: 'm.png', messageId: 'blended' },
        { check: 'labels/shapes', key: 'far', messageId: 'far-parts' },
      ],
      suspicionsTotal: 3,
    },
  ],
};

function report(sampled: Record<string, Json>): Report {
  return {
    ...buildAbdomenReport(),
    checks: [
      buildCheck({ id: 'labels/sample', summary: 'drawn', measurements: sampled }),
      buildCheck({
        id: 'labels/palette',
        summary: 'found',
        findings: [buildFinding({ key: 'm.png', message: 'm.png holds blends', severity: 'error' })],
      }),
    ],
  };
}

describe('readTiles', () => {
  it('reads the choice, and the words of findings from the checks that made them', () => {
    expect(readTiles(report(measurements), (id) => `#${id}`)).toEqual({
      dataset: 'abdomen-ultrasound',
      seed: 7,
      candidates: 40,
      suspicious: { present: 2, drawn: 1 },
      combinations: { present: 6, drawn: 4 },
      subjects: { present: 9, drawn: 3 },
      tiles: [
        {
          sample: 'a.png',
          subject: '#p1',
          domain: 'real',
          splits: ['train'],
          classes: [
            { name: 'liver', words: 'liver 12.3 %' },
            { name: 'cells', words: '1,200 × cells' },
            { name: 'cat', words: 'cat' },
          ],
          classesTotal: 5,
          suspicions: [
            { check: 'labels/palette', severity: 'error', text: 'm.png holds blends' },
            { check: 'labels/shapes', severity: 'info', text: 'far parts' },
          ],
          suspicionsTotal: 3,
        },
      ],
    });
  });

  it('shows no subject where none may be shown', () => {
    expect(readTiles(report(measurements), () => undefined)?.tiles[0]).not.toHaveProperty('subject');
  });

  it('finds none where the report holds none', () => {
    expect(readTiles(report({ tiles: [] }), (id) => id)).toBeUndefined();
    expect(readTiles({ ...report({}), checks: [] }, (id) => id)).toBeUndefined();
  });

  it('takes whatever a stranger has written', () => {
    const json = fc.jsonValue() as fc.Arbitrary<Json>;
    const tile = fc.oneof(
      json,
      fc.record({
        sample: json,
        subject: json,
        splits: json,
        classes: json,
        suspicions: fc.oneof(json, fc.array(fc.record({ check: json, key: json }))),
      }),
    );
    fc.assert(
      fc.property(
        fc.record({ tiles: fc.array(tile), seed: json, suspicious: json, subjects: json }),
        (sampled) => {
          for (const { sample, splits, classes, suspicions } of readTiles(report(sampled), (id) => id)
            ?.tiles ?? [])
            for (const text of [
              sample,
              ...splits,
              ...classes.map(({ words }) => words),
              ...suspicions.map(({ text }) => text),
            ])
              expect(typeof text).toBe('string');
        },
      ),
    );
  });
});
