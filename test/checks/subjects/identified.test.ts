import { describe, expect, it } from 'vitest';
import { identified } from '../../../src/checks/subjects/identified.ts';
import { at, buildDataset, judge, run, sample } from '../build-dataset.ts';

const known = sample('a.png', { subject: 'P1', location: at(2) });
const unknown = sample('b.png', { location: at(3) });

describe('subjects/identified', () => {
  it('passes where every subject is known', () => {
    expect(judge(identified, buildDataset({ samples: [known] }))).toEqual({
      coverage: { evaluated: 1, unavailable: 0 },
      measurements: { unknown: 0 },
      findings: [],
      summary: { messageId: 'all', data: { unknown: 0, samples: 1 } },
    });
  });

  it('finds samples without a subject, at the first of their rows', () => {
    const data = { unknown: 1, samples: 2 };
    expect(judge(identified, buildDataset({ samples: [known, unknown] }))).toEqual({
      coverage: { evaluated: 1, unavailable: 1 },
      measurements: { unknown: 1 },
      findings: [
        { key: 'unknown', messageId: 'some', data, samples: ['b.png'], location: at(3), evidence: data },
      ],
      summary: { messageId: 'some', data },
    });
  });

  it('blames no row where no subject is known at all', () => {
    const data = { unknown: 1, samples: 1 };
    expect(judge(identified, buildDataset({ samples: [unknown] })).findings).toEqual([
      { key: 'unknown', messageId: 'none', data, samples: ['b.png'], evidence: data },
    ]);
  });

  it('is skipped without samples', () => {
    expect(run(identified, buildDataset({}))).toEqual({ skipped: { messageId: 'no-samples', data: {} } });
  });
});
