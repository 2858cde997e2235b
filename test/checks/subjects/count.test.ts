import { describe, expect, it } from 'vitest';
import { count } from '../../../src/checks/subjects/count.ts';
import type { Sample } from '../../../src/model/sample.ts';
import { buildDataset, judge, run, sample } from '../build-dataset.ts';

/** Labelled samples of one subject. */
const ofSubject = (subject: string, samples: number, split: string, domain = 'real'): Sample[] =>
  Array.from({ length: samples }, (_, index) =>
    sample(`${subject}-${index}.png`, { subject, split, domain, label: `${subject}-${index}_mask.png` }),
  );

const loose = { minSubjects: 0, minPerSplit: 0, maxShare: 1 };

/** 3 + 1 samples of two subjects, and others that do not count: no label, another domain, no subject. */
const samples = [
  ...ofSubject('P1', 3, 'train'),
  ...ofSubject('P2', 1, 'test'),
  ...ofSubject('S1', 5, 'train', 'synthetic'),
  sample('x.png', { subject: 'P3', domain: 'real', split: 'train' }),
  sample('y.png', { label: 'y_mask.png', domain: 'real', split: 'train' }),
];
const dataset = buildDataset({ samples, targetDomain: 'real' });
const words = { labelled: 'labelled ', target: ' of the target domain real' };
const total = { ...words, subjects: 2, samples: 4, effective: 1.6 };

describe('subjects/count', () => {
  it('counts subjects with labelled samples of the target domain', () => {
    const { measurements, ...result } = judge(count, dataset, loose);
    expect(result).toEqual({
      coverage: { evaluated: 4, unavailable: 1 },
      findings: [],
      summary: { messageId: 'result', data: total },
    });
    // For one subject: 1.96 / (2 √(1 + 1.96²)).
    const half = expect.closeTo(0.4454, 4) as number;
    expect(measurements).toEqual({
      target: { subjects: 2, samples: 4, effectiveSubjects: 1.6, samplesPerSubject: { P1: 3, P2: 1 } },
      splits: {
        train: { subjects: 1, samples: 3, effectiveSubjects: 1, samplesPerSubject: { P1: 3 } },
        test: { subjects: 1, samples: 1, effectiveSubjects: 1, samplesPerSubject: { P2: 1 } },
      },
      domains: {
        real: { subjects: 2, effectiveSubjects: 1.6, samples: 4 },
        synthetic: { subjects: 1, effectiveSubjects: 1, samples: 5 },
      },
      testHalfInterval: half,
    });
  });

  it('finds too few subjects in all', () => {
    expect(judge(count, dataset, { ...loose, minSubjects: 2 }).findings).toEqual([]);
    expect(judge(count, dataset, { ...loose, minSubjects: 3 }).findings).toEqual([
      {
        key: 'all',
        messageId: 'few',
        data: total,
        samples: [],
        subjects: ['P1', 'P2'],
        evidence: { samplesPerSubject: { P1: 3, P2: 1 }, minimum: 3 },
      },
    ]);
  });

  it('finds too few subjects in a split, also in one that has none', () => {
    const more = [...samples, sample('z.png', { split: 'val' }), ...ofSubject('P4', 1, 'train')];
    const { findings } = judge(count, buildDataset({ samples: more, targetDomain: 'real' }), {
      ...loose,
      minPerSplit: 2,
    });
    expect(findings).toEqual([
      {
        key: 'split:val',
        messageId: 'few-in-split',
        data: { ...words, split: 'val', subjects: 0, minimum: 2 },
        samples: [],
        subjects: [],
        evidence: { samplesPerSubject: {}, halfInterval: 0.5 },
      },
      {
        key: 'split:test',
        messageId: 'few-in-split',
        data: { ...words, split: 'test', subjects: 1, minimum: 2 },
        samples: [],
        subjects: ['P2'],
        evidence: { samplesPerSubject: { P2: 1 }, halfInterval: expect.closeTo(0.4454, 4) as number },
      },
    ]);
  });

  it('finds a subject that gives more than its share', () => {
    expect(judge(count, dataset, { ...loose, maxShare: 0.75 }).findings).toEqual([]);
    expect(judge(count, dataset, { ...loose, maxShare: 0.74 }).findings).toEqual([
      {
        key: 'subject:P1',
        messageId: 'dominant',
        data: { ...words, subject: 'P1', share: 0.75 },
        samples: [],
        subjects: ['P1'],
        evidence: { samples: 3, of: 4 },
      },
    ]);
  });

  it('does not call the only subject dominant', () => {
    const one = buildDataset({ samples: ofSubject('P1', 3, 'train') });
    expect(judge(count, one, { ...loose, maxShare: 0.5 }).findings).toEqual([]);
  });

  it('shows the twenty subjects with most samples', () => {
    const many = Array.from({ length: 25 }, (_, index) => ofSubject(`P${10 + index}`, 1, 'train')).flat();
    const { measurements } = judge(
      count,
      buildDataset({ samples: [...many, ...ofSubject('Q', 2, 'train')] }),
    );
    const { samplesPerSubject } = measurements['target'] as { samplesPerSubject: Record<string, number> };
    expect(Object.keys(samplesPerSubject)).toHaveLength(20);
    expect(Object.entries(samplesPerSubject)[0]).toEqual(['Q', 2]);
  });

  it('counts all samples where no labels are declared', () => {
    const { summary } = judge(count, buildDataset({ samples, labels: { kind: 'none' } }));
    expect(summary.data).toMatchObject({ labelled: '', target: '', subjects: 4, samples: 10 });
  });

  it('is skipped where no subject is known', () => {
    const nameless = [sample('y.png', { label: 'y_mask.png', domain: 'real' })];
    expect(run(count, buildDataset({ samples: nameless, targetDomain: 'real' }))).toEqual({
      skipped: { messageId: 'no-subjects', data: words },
      coverage: { evaluated: 0, unavailable: 1 },
    });
  });
});
