import { describe, expect, it } from 'vitest';
import { count } from '../../../src/checks/subjects/count.ts';
import type { Sample } from '../../../src/model/sample.ts';
import { buildDataset, image, judge, mask, run, sample } from '../build-dataset.ts';

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
const total = { ...words, subjects: 2, samples: 4, effective: 1.6, missing: 0 };

describe('subjects/count', () => {
  it('counts subjects with labelled samples of the target domain', () => {
    const { measurements, ...result } = judge(count, dataset, loose);
    expect(result).toEqual({
      coverage: { evaluated: 4, unavailable: 1 },
      findings: [],
      summary: { messageId: 'result', data: total },
    });
    const one = { subjects: 1, effectiveSubjects: 1, largestShare: 1 };
    expect(measurements).toEqual({
      target: {
        subjects: 2,
        samples: 4,
        effectiveSubjects: 1.6,
        largestShare: 0.75,
        samplesPerSubject: { P1: 3, P2: 1 },
      },
      splits: {
        train: { ...one, samples: 3, samplesPerSubject: { P1: 3 } },
        test: { ...one, samples: 1, samplesPerSubject: { P2: 1 } },
      },
      domains: {
        real: { subjects: 2, effectiveSubjects: 1.6, samples: 4 },
        synthetic: { subjects: 1, effectiveSubjects: 1, samples: 5 },
      },
      bySplitDomainAndClass: [
        { split: 'train', domain: 'real', class: null, subjects: 1, samples: 3 },
        { split: 'train', domain: 'synthetic', class: null, subjects: 1, samples: 5 },
        { split: 'test', domain: 'real', class: null, subjects: 1, samples: 1 },
      ],
      rowsLeftOut: 0,
      precision: {
        betweenSubjectDeviation: 0.1,
        wantedHalfInterval: 0.05,
        testSubjectsNeeded: 18,
        testSubjects: 1,
        meanScoreHalfInterval: null,
        // 1.96 / (2 √(1 + 1.96²)).
        rateHalfInterval: expect.closeTo(0.4454, 4) as number,
        // One of two held out: 0.1 √(1/2).
        scoreDeviationOverChoices: expect.closeTo(0.070_711, 6) as number,
      },
    });
  });

  it('counts subjects by split, domain and class', () => {
    const labels = {
      kind: 'mask',
      classes: [
        { name: 'liver', index: 1 },
        { name: 'kidney', index: 2 },
      ],
    } as const;
    const masks = {
      'P1-0_mask.png': mask([6, 3, 3]),
      'P1-1_mask.png': mask([6, 6, 0]),
      'P1-2_mask.png': mask([12, 0, 0]),
      'P2-0_mask.png': mask([6, 0, 6]),
    };
    const given = [...ofSubject('P1', 3, 'train'), ...ofSubject('P2', 1, 'train')];
    const { measurements } = judge(count, buildDataset({ samples: given, labels, masks }));
    const row = { split: 'train', domain: 'real' };
    expect(measurements['bySplitDomainAndClass']).toEqual([
      { ...row, class: null, subjects: 1, samples: 1 },
      { ...row, class: 'kidney', subjects: 2, samples: 2 },
      { ...row, class: 'liver', subjects: 1, samples: 2 },
    ]);
  });

  it('measures how alike the images of one subject are', () => {
    const given = [...ofSubject('P1', 3, 'train'), ...ofSubject('P2', 2, 'train')];
    const means = [10, 10, 10, 30, 30];
    const images = Object.fromEntries(given.map(({ id }, at) => [id, image(id, { mean: means[at] ?? 0 })]));
    const { measurements } = judge(count, buildDataset({ samples: given, images }));
    // Each subject is one picture: five samples of Kish's 25/13 subjects.
    expect(measurements['likeness']).toEqual({
      intraClassCorrelations: { intensity: 1, classes: {} },
      highestCorrelation: 1,
      designEffect: expect.closeTo(2.6, 12) as number,
      effectiveSamples: expect.closeTo(25 / 13, 12) as number,
    });
  });

  it('measures likeness in each class and takes the highest', () => {
    const labels = { kind: 'mask', classes: [{ name: 'liver', index: 1 }] } as const;
    const given = [...ofSubject('P1', 2, 'train'), ...ofSubject('P2', 2, 'train')];
    const images = Object.fromEntries(given.map(({ id }, at) => [id, image(id, { mean: at < 2 ? 10 : 30 })]));
    const masks = Object.fromEntries(
      given.map(({ label = '' }, at) => [label, mask(at % 2 === 0 ? [9, 3] : [3, 9])]),
    );
    const { measurements } = judge(count, buildDataset({ samples: given, images, labels, masks }));
    // The liver differs within subjects alone: 0 between, so (0 − MSW) / (0 + MSW).
    expect(measurements['likeness']).toMatchObject({
      intraClassCorrelations: { intensity: 1, classes: { liver: -1 } },
      highestCorrelation: 1,
      designEffect: 2,
      effectiveSamples: 2,
    });
  });

  it('says how well a mean score over the test subjects is known', () => {
    const given = [
      ...ofSubject('P1', 3, 'test'),
      ...ofSubject('P2', 3, 'test'),
      ...ofSubject('P3', 1, 'train'),
    ];
    const { summary, measurements } = judge(count, buildDataset({ samples: given }), {
      betweenSubjectDeviation: 0.02,
      wantedHalfInterval: 0.1,
    });
    // 12.71 · 0.02 / √2.
    const half = expect.closeTo(0.179_69, 5) as number;
    expect(summary).toMatchObject({ messageId: 'result-tested', data: { tested: 2, half } });
    expect(measurements['precision']).toMatchObject({
      meanScoreHalfInterval: half,
      // 3.18 · 0.02 / √4 = 0.03, 4.30 · 0.02 / √3 = 0.05.
      testSubjectsNeeded: 3,
    });
  });

  it('finds too few subjects in all', () => {
    expect(judge(count, dataset, { ...loose, minSubjects: 2 }).findings).toEqual([]);
    expect(judge(count, dataset, { ...loose, minSubjects: 3 }).findings).toEqual([
      {
        key: 'all',
        messageId: 'few',
        data: { ...total, missing: 1 },
        samples: [],
        subjects: ['P1', 'P2'],
        evidence: { samplesPerSubject: { P1: 3, P2: 1 }, minimum: 3 },
      },
    ]);
  });

  it('says how many more subjects all splits and the whole dataset need', () => {
    const missing = (minSubjects: number, minPerSplit: number) =>
      judge(count, dataset, { minSubjects, minPerSplit }).findings.find(({ key }) => key === 'all')?.data[
        'missing'
      ];
    // Two subjects, in train and test.
    expect([missing(3, 1), missing(10, 5), missing(10, 6)]).toEqual([1, 8, 10]);
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
        data: { ...words, split: 'val', subjects: 0, minimum: 2, missing: 2 },
        samples: [],
        subjects: [],
        evidence: { samplesPerSubject: {}, meanScoreHalfInterval: null, rateHalfInterval: 0.5 },
      },
      {
        key: 'split:test',
        messageId: 'few-in-split',
        data: { ...words, split: 'test', subjects: 1, minimum: 2, missing: 1 },
        samples: [],
        subjects: ['P2'],
        evidence: {
          samplesPerSubject: { P2: 1 },
          meanScoreHalfInterval: null,
          rateHalfInterval: expect.closeTo(0.4454, 4) as number,
        },
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
