import { describe, expect, it } from 'vitest';
import { files } from '../../../src/checks/manifest/files.ts';
import { at, buildDataset, judge, run, sample } from '../build-dataset.ts';

const samples = [sample('a.png', { location: at(2) })];

describe('manifest/files', () => {
  it('passes where every row leads to a file', () => {
    const problems = [
      { kind: 'missing-file', role: 'label', path: 'x.png', location: at(2) },
      { kind: 'relocated', path: 'A.png', foundAt: 'a.png', location: at(2) },
    ] as const;
    expect(judge(files, buildDataset({ samples, problems }))).toEqual({
      coverage: { evaluated: 1, unavailable: 0 },
      measurements: { rows: 1, lost: 0 },
      findings: [],
      summary: { messageId: 'clean', data: { rows: 1, lost: 0 } },
    });
  });

  it('finds paths that lead nowhere, outside, or to several files', () => {
    const problems = [
      { kind: 'ambiguous', path: 'm', candidates: ['m.jpg', 'm.png'], location: at(2) },
      { kind: 'missing-file', role: 'image', path: 'gone.png', location: at(3) },
      { kind: 'outside', path: '../b.png', location: at(4) },
      { kind: 'outside', path: 'link.png' },
    ] as const;
    expect(judge(files, buildDataset({ samples, problems, rowsRead: 9 }))).toEqual({
      coverage: { evaluated: 9, unavailable: 0 },
      measurements: { rows: 9, lost: 4 },
      findings: [
        {
          key: 'ambiguous:m',
          messageId: 'ambiguous',
          data: { path: 'm', candidates: ['m.jpg', 'm.png'] },
          samples: ['a.png'],
          location: at(2),
          evidence: { path: 'm', candidates: ['m.jpg', 'm.png'] },
        },
        {
          key: 'gone.png',
          messageId: 'missing-image',
          data: { path: 'gone.png' },
          samples: [],
          location: at(3),
          evidence: { path: 'gone.png' },
        },
        {
          key: 'outside:../b.png',
          messageId: 'outside',
          data: { path: '../b.png' },
          samples: [],
          location: at(4),
          evidence: { path: '../b.png' },
        },
        {
          key: 'outside:link.png',
          messageId: 'outside',
          data: { path: 'link.png' },
          samples: [],
          evidence: { path: 'link.png' },
        },
      ],
      summary: { messageId: 'lost', data: { rows: 9, lost: 4 } },
    });
  });

  it('reports a link out of the dataset where there are no rows', () => {
    const problems = [{ kind: 'outside', path: 'link.png' }] as const;
    const { coverage, findings } = judge(files, buildDataset({ problems }));
    expect(findings).toHaveLength(1);
    expect(coverage).toEqual({ evaluated: 1, unavailable: 0 });
  });

  it('is skipped without rows', () => {
    const found = [sample('a.png')];
    expect(run(files, buildDataset({ samples: found, rowsRead: 0 }))).toEqual({
      skipped: { messageId: 'no-rows', data: {} },
    });
  });
});
