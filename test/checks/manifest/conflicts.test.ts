import { describe, expect, it } from 'vitest';
import { conflicts } from '../../../src/checks/manifest/conflicts.ts';
import { at, buildDataset, judge, run, sample } from '../build-dataset.ts';

const samples = [sample('a.png', { location: at(2) }), sample('b.png')];
const claims = [
  { value: 'P1', location: at(5) },
  { value: 'P2', location: at(2) },
];

describe('manifest/conflicts', () => {
  it('passes where rows agree, and leaves splits to leakage/duplicate', () => {
    const problems = [{ kind: 'conflict', image: 'a.png', field: 'split', claims }] as const;
    expect(judge(conflicts, buildDataset({ samples, problems }))).toEqual({
      coverage: { evaluated: 1, unavailable: 0 },
      measurements: { conflicts: 0, images: 0 },
      findings: [],
      summary: { messageId: 'clean', data: { conflicts: 0, images: 0 } },
    });
  });

  it('finds fields of an image with several values, with the rows that give them', () => {
    const problems = [
      { kind: 'conflict', image: 'a.png', field: 'group:study', claims: [{ value: '1' }, { value: '2' }] },
      { kind: 'conflict', image: 'a.png', field: 'subject', claims },
    ] as const;
    expect(judge(conflicts, buildDataset({ samples, problems }))).toEqual({
      coverage: { evaluated: 1, unavailable: 0 },
      measurements: { conflicts: 2, images: 1 },
      findings: [
        {
          key: 'group:study:a.png',
          messageId: 'conflict',
          data: { image: 'a.png', field: 'study', claims: 2, values: ['1', '2'] },
          samples: ['a.png'],
          evidence: { claims: ['1', '2'] },
        },
        {
          key: 'subject:a.png',
          messageId: 'conflict',
          data: { image: 'a.png', field: 'subject', claims: 2, values: ['P1', 'P2'] },
          samples: ['a.png'],
          location: at(5),
          evidence: { claims: ['P1 (m.csv:5)', 'P2 (m.csv:2)'] },
        },
      ],
      summary: { messageId: 'found', data: { conflicts: 2, images: 1 } },
    });
  });

  it('is skipped where no row declares a sample', () => {
    expect(run(conflicts, buildDataset({ samples: samples.slice(1) }))).toEqual({
      skipped: { messageId: 'no-rows', data: {} },
    });
  });
});
