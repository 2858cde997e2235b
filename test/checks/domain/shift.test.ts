import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shift } from '../../../src/checks/domain/shift.ts';
import type { CheckResult } from '../../../src/model/check.ts';
import type { Dataset } from '../../../src/model/dataset.ts';
import type { ImageFingerprint, ImageOutcome } from '../../../src/model/fingerprint.ts';
import type { Json } from '../../../src/model/json.ts';

type Judged = Exclude<CheckResult, { skipped: unknown }>;

const defaults = { maxShift: 0.5, minSubjects: 1 };

/** One image; half of its pixels ten grey levels above `level` and half below, so that they deviate by ten. */
interface Row {
  readonly subject?: string;
  readonly domain?: string;
  readonly split?: string;
  readonly level?: number;
  /** Pixels by grey level, in place of `level`. */
  readonly pixels?: Readonly<Record<number, number>>;
  readonly sharpness?: number;
  readonly isBroken?: boolean;
}

describe('two domains', () => {
  it('are told apart where one is brighter', () => {
    const { measurements, ...result } = judge(
      [
        { domain: 'real', subject: 'a', level: 100, sharpness: 30 },
        { domain: 'real', subject: 'a', level: 100, sharpness: 50 },
        { domain: 'real', subject: 'b', level: 104, sharpness: 60 },
        { domain: 'synthetic', subject: 's1', level: 64, sharpness: 200 },
      ],
      { target: 'real' },
    );
    expect(result).toEqual({
      coverage: { evaluated: 4, unavailable: 0 },
      findings: [
        {
          key: 'domains:synthetic+real',
          messageId: 'brighter',
          data: {
            first: 'synthetic',
            second: 'real',
            bright: 'real',
            dark: 'synthetic',
            difference: 38,
            distance: 38,
            // √(10² + 2²) and 10, pooled: √102.
            shift: 3.76,
          },
          samples: [],
          evidence: {
            wassersteinDistance: near(38),
            standardizedShift: near(38 / Math.sqrt(102)),
            meanDifference: near(-38),
            deviationDifference: near(10 - Math.sqrt(104)),
            sharpnessRatio: near(4),
            maximumShift: 0.5,
            means: { real: near(102), synthetic: near(64) },
            deviations: { real: near(Math.sqrt(104)), synthetic: near(10) },
            counts: { real: { images: 3, subjects: 2 }, synthetic: { images: 1, subjects: 1 } },
            tooFewSubjects: [],
          },
        },
      ],
      summary: {
        messageId: 'shifted',
        data: {
          shifted: 1,
          pairs: 1,
          limit: 0.5,
          first: 'synthetic',
          second: 'real',
          distance: 38,
          few: [],
        },
      },
    });
    expect(measurements).toEqual({
      domains: {
        real: {
          images: 3,
          subjects: 2,
          mean: near(102),
          deviation: near(Math.sqrt(104)),
          percentiles: { p1: 90, p5: 90, p25: 90, p50: 94, p75: 110, p95: 114, p99: 114 },
          // Subject a counts once: the mean of 40 and 60.
          sharpness: near(50),
          histogram: bins({ 11: 0.5, 13: 0.25, 14: 0.25 }),
        },
        synthetic: {
          images: 1,
          subjects: 1,
          mean: near(64),
          deviation: near(10),
          percentiles: { p1: 54, p5: 54, p25: 54, p50: 54, p75: 74, p95: 74, p99: 74 },
          sharpness: near(200),
          histogram: bins({ 6: 0.5, 9: 0.5 }),
        },
      },
      splits: {},
      pairs: [
        {
          first: 'synthetic',
          second: 'real',
          wassersteinDistance: near(38),
          standardizedShift: near(38 / Math.sqrt(102)),
          meanDifference: near(-38),
          deviationDifference: near(10 - Math.sqrt(104)),
          sharpnessRatio: near(4),
          tooFewSubjects: [],
        },
      ],
      domainsLeftOut: 0,
    });
  });

  it.each([
    ['at', 105, []],
    ['beyond', 106, ['brighter']],
  ])('pass or fail %s the threshold', (_, level, expected) => {
    const { findings, summary } = judge([
      { domain: 'a', level: 100 },
      { domain: 'b', level },
    ]);
    expect(findings.map(({ messageId }) => messageId)).toEqual(expected);
    expect(summary.messageId).toBe(expected.length > 0 ? 'shifted' : 'clean');
  });

  it('follow the threshold of the config', () => {
    const rows = [
      { domain: 'a', level: 100 },
      { domain: 'b', level: 112 },
    ];
    expect(judge(rows, { options: { maxShift: 1.21 } }).findings).toEqual([]);
    expect(judge(rows, { options: { maxShift: 1.19 } }).findings).toHaveLength(1);
  });

  it('have no finding where they are alike, and are measured all the same', () => {
    const result = judge([
      { domain: 'a', level: 100 },
      { domain: 'b', level: 101 },
    ]);
    expect(result.findings).toEqual([]);
    expect(result.summary).toEqual({
      messageId: 'clean',
      data: { shifted: 0, pairs: 1, limit: 0.5, first: 'a', second: 'b', distance: 1, few: [] },
    });
    expect(pairsOf(result)).toEqual([
      expect.objectContaining({ wassersteinDistance: 1, standardizedShift: 0.1 }),
    ]);
  });

  it('that are equally bright are told apart by their contrast', () => {
    const [finding] = judge([
      { domain: 'soft', pixels: { 90: 1, 110: 1 } },
      { domain: 'hard', pixels: { 40: 1, 160: 1 } },
    ]).findings;
    expect(finding).toMatchObject({
      key: 'domains:hard+soft',
      messageId: 'spread',
      data: { first: 'hard', second: 'soft', distance: 50, shift: 1.16 },
      evidence: { meanDifference: 0, deviationDifference: 50 },
    });
  });

  it('that show one grey level each have no standard deviation to measure in', () => {
    const flat = (level: number) => ({ pixels: { [level]: 4 }, sharpness: 0 });
    const [finding] = judge([
      { domain: 'a', ...flat(10) },
      { domain: 'b', ...flat(13) },
    ]).findings;
    expect(finding).toMatchObject({
      messageId: 'flat',
      data: { distance: 3, shift: null },
      evidence: { standardizedShift: null, sharpnessRatio: null },
    });
    const alike = judge([
      { domain: 'a', ...flat(10) },
      { domain: 'b', ...flat(10) },
    ]);
    expect(alike.findings).toEqual([]);
    expect(pairsOf(alike)).toEqual([expect.objectContaining({ standardizedShift: 0 })]);
  });
});

describe('weights', () => {
  it('count a subject once, however many images it gives', () => {
    const many = Array.from({ length: 9 }, () => ({ domain: 'a', subject: 'p1', level: 100 }));
    const { measurements } = judge([
      ...many,
      { domain: 'a', subject: 'p2', level: 140 },
      { domain: 'b', subject: 'p3', level: 120 },
    ]);
    expect(measurements['domains']).toMatchObject({ a: { mean: near(120), images: 10, subjects: 2 } });
  });

  it('count an image once where its subject is unknown, beside subjects as alone', () => {
    const { measurements } = judge([
      { domain: 'a', subject: 'p1', level: 100 },
      { domain: 'a', subject: 'p1', level: 100 },
      { domain: 'a', level: 130 },
      { domain: 'a', level: 160 },
      { domain: 'b', level: 50 },
      { domain: 'b', level: 50 },
      { domain: 'b', level: 80 },
    ]);
    expect(measurements['domains']).toMatchObject({
      a: { mean: near(130), images: 4, subjects: 1 },
      b: { mean: near(60), images: 3, subjects: 0 },
    });
  });

  it('count large and small images alike', () => {
    const { measurements } = judge([
      { domain: 'a', pixels: { 100: 1_000_000 } },
      { domain: 'a', pixels: { 200: 1 } },
      { domain: 'b', level: 50 },
    ]);
    expect(measurements['domains']).toMatchObject({ a: { mean: near(150) } });
  });
});

describe('too few subjects', () => {
  const rows = (subjects: number, level: number): Row[] => [
    ...Array.from({ length: subjects }, (_, index) => ({ domain: 'few', subject: `f${index}`, level })),
    // More images of one subject do not help.
    { domain: 'few', subject: 'f0', level },
    ...Array.from({ length: 4 }, () => ({ domain: 'many', level: 100 })),
  ];
  const options = { minSubjects: 4 };

  it('are said beside a shift', () => {
    const { findings, summary } = judge(rows(3, 150), { options });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.evidence).toMatchObject({ tooFewSubjects: ['few'] });
    expect(summary).toMatchObject({ messageId: 'shifted-few', data: { few: ['few'] } });
  });

  it('are said where there is no shift', () => {
    const { findings, summary } = judge(rows(3, 100), { options });
    expect(findings).toEqual([]);
    expect(summary).toMatchObject({ messageId: 'clean-few', data: { few: ['few'] } });
  });

  it('are not said of as many as are asked for', () => {
    const result = judge(rows(4, 150), { options });
    expect(result.findings[0]?.evidence).toMatchObject({ tooFewSubjects: [] });
    expect(result.summary).toMatchObject({ messageId: 'shifted', data: { few: [] } });
    expect(pairsOf(result)).toEqual([expect.objectContaining({ tooFewSubjects: [] })]);
  });
});

describe('pairs', () => {
  const three: Row[] = [
    { domain: 'a', level: 100 },
    { domain: 'b', level: 130 },
    { domain: 'c', level: 190 },
  ];

  it('are all domains with each other without a target, the furthest first', () => {
    expect(namePairs(judge(three))).toEqual(['a – c', 'b – c', 'a – b']);
  });

  it('are each domain with the target where one is declared', () => {
    expect(namePairs(judge(three, { target: 'b' }))).toEqual(['c – b', 'a – b']);
  });

  it('are train with test and val of one domain or of none', () => {
    const rows: Row[] = [
      { split: 'train', level: 100 },
      { split: 'val', level: 101 },
      { split: 'test', level: 150 },
      { split: 'extra', level: 250 },
    ];
    const result = judge(rows);
    expect(namePairs(result)).toEqual(['train – test', 'train – val']);
    expect(result.coverage).toEqual({ evaluated: 3, unavailable: 1 });
    expect(result.findings).toEqual([
      expect.objectContaining({
        key: 'splits:train+test',
        messageId: 'brighter',
        data: expect.objectContaining({ bright: 'test', dark: 'train', difference: 50 }) as unknown,
      }),
    ]);
    expect(Object.keys(result.measurements['splits'] as object)).toEqual(['train', 'test', 'val']);
    expect(namePairs(judge(rows.map((row) => ({ ...row, domain: 'one' }))))).toEqual(namePairs(result));
  });

  it('are train with test within each of several domains', () => {
    const result = judge(
      [
        { domain: 'real', split: 'train', level: 100 },
        { domain: 'real', split: 'test', level: 108 },
        { domain: 'synthetic', split: 'train', level: 104 },
        { domain: 'synthetic', split: 'train', level: 104 },
        { domain: 'phantom', split: 'test', level: 104 },
      ],
      { target: 'real' },
    );
    expect(namePairs(result)).toEqual(['real train – real test', 'phantom – real', 'synthetic – real']);
    expect(result.findings).toEqual([
      expect.objectContaining({
        key: 'splits:real:train+test',
        data: expect.objectContaining({ bright: 'real test', dark: 'real train', difference: 8 }) as unknown,
      }),
    ]);
  });

  it('put a sample of two splits into both', () => {
    const dataset = buildDataset([
      { split: 'train', level: 100 },
      { split: 'test', level: 150 },
    ]);
    const samples = dataset.samples.map((sample) => ({ ...sample, splits: ['test', 'train'] }));
    const result = shift.run({ ...dataset, samples }, defaults);
    expect('findings' in result && result.measurements['pairs']).toMatchObject([{ wassersteinDistance: 0 }]);
  });

  it('are bounded: the target, then the domains with most subjects, then with most images', () => {
    const rows = Array.from({ length: 40 }, (_, site): Row[] => {
      const row = { domain: `site ${String(site).padStart(2, '0')}`, subject: `p${site}`, level: 100 };
      if (site === 38) return [row, { ...row, subject: 'another' }];
      return site >= 10 && site < 29 ? [row, row, row] : [row];
    }).flat();
    const result = judge(rows, { target: 'site 39' });
    expect(Object.keys(result.measurements['domains'] as object)).toEqual([
      ...Array.from({ length: 18 }, (_, index) => `site ${index + 10}`),
      'site 38',
      'site 39',
    ]);
    expect(pairsOf(result)).toHaveLength(19);
    expect(result.measurements['domainsLeftOut']).toBe(20);
    expect(result.coverage).toEqual({ evaluated: 57, unavailable: 22 });
    expect(pairsOf(judge(rows))).toHaveLength(190);
  });
});

describe('coverage', () => {
  it('leaves out samples without an image or a domain', () => {
    const { coverage } = judge([
      { domain: 'a', level: 100 },
      { domain: 'b', level: 100 },
      { domain: 'b', isBroken: true },
      { level: 100 },
    ]);
    expect(coverage).toEqual({ evaluated: 2, unavailable: 2 });
  });

  it.each<[why: string, messageId: string, rows: Row[], target?: string]>([
    ['there is no sample', 'no-images', []],
    ['no image was decoded', 'no-images', [{ domain: 'a', isBroken: true }]],
    ['there is one domain and no split', 'no-pair', [{ domain: 'a' }, { domain: 'a' }]],
    ['the other domain has no image', 'no-pair', [{ domain: 'a' }, { domain: 'b', isBroken: true }]],
    ['there is one split', 'no-pair', [{ split: 'train' }, { split: 'train' }]],
    ['there is no train', 'no-pair', [{ split: 'val' }, { split: 'test' }]],
    ['there is no image of the target', 'no-target', [{ domain: 'a' }, { domain: 'b' }], 'c'],
  ])('is nothing where %s', (_, messageId, rows, target) => {
    const result = shift.run(buildDataset(rows, target), defaults);
    expect(result).toEqual({
      skipped: { messageId, data: target === undefined ? {} : { target } },
      coverage: { evaluated: 0, unavailable: rows.length },
    });
  });
});

describe('the result', () => {
  const row = fc.record({
    subject: fc.option(fc.constantFrom('p1', 'p2', 'p3'), { nil: undefined }),
    domain: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
    split: fc.option(fc.constantFrom('train', 'val', 'test'), { nil: undefined }),
    pixels: fc.dictionary(fc.nat(255).map(String), fc.integer({ min: 1, max: 1000 }), {
      minKeys: 1,
      maxKeys: 6,
    }),
    sharpness: fc.nat(500),
  });

  it('does not depend on the order in which images were decoded, nor on their names', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), (rows) => {
        const dataset = buildDataset(rows.map(withoutUndefined));
        const result = shift.run(dataset, defaults);
        const decodedBackwards = new Map([...dataset.images].toReversed());
        expect(shift.run({ ...dataset, images: decodedBackwards }, defaults)).toEqual(result);
        const renamed = buildDataset(rows.toReversed().map(withoutUndefined));
        expect(roundNumbers(shift.run(renamed, defaults))).toEqual(roundNumbers(result));
      }),
      { seed: 50 },
    );
  });

  it('has data for every placeholder of its messages', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        (rows, least) => {
          const result = shift.run(buildDataset(rows.map(withoutUndefined)), {
            maxShift: 0.3,
            minSubjects: least,
          });
          const said = 'skipped' in result ? [result.skipped] : [result.summary, ...result.findings];
          for (const { messageId, data } of said) {
            const { text = '', fix = '' } = shift.messages[messageId] ?? {};
            expect(text).not.toBe('');
            for (const [, name = ''] of `${text}${fix}`.matchAll(/\{([A-Za-z]+)/g))
              expect(Object.keys(data), messageId).toContain(name);
          }
        },
      ),
      { seed: 51 },
    );
  });

  it('keeps a domain whose name means something to JavaScript', () => {
    const result = judge([
      { domain: '__proto__', level: 100 },
      { domain: 'constructor', level: 150 },
    ]);
    expect(Object.keys(result.measurements['domains'] as object)).toEqual(['__proto__', 'constructor']);
    expect(Object.keys(result.findings[0]?.evidence['means'] as object)).toEqual([
      '__proto__',
      'constructor',
    ]);
  });
});

function judge(
  rows: readonly Row[],
  { target, options }: { target?: string; options?: Partial<typeof defaults> } = {},
): Judged {
  const result = shift.run(buildDataset(rows, target), { ...defaults, ...options });
  if ('skipped' in result) throw new Error(`skipped: ${result.skipped.messageId}`);
  return result;
}

function pairsOf({ measurements }: Judged): readonly Json[] {
  return measurements['pairs'] as readonly Json[];
}

function namePairs(result: Judged): string[] {
  return (pairsOf(result) as { first: string; second: string }[]).map(
    ({ first, second }) => `${first} – ${second}`,
  );
}

/** Rows in the order of their ids. */
function buildDataset(rows: readonly Row[], targetDomain?: string): Dataset {
  const nameRow = (index: number): string => `${String(index).padStart(3, '0')}.png`;
  return {
    name: 'tiny',
    task: { kind: 'segmentation', ...(targetDomain !== undefined && { targetDomain }) },
    labels: { kind: 'none', classes: [], background: { color: '#000000', index: 0 }, ignore: [] },
    maskClasses: [],
    samples: rows.map(({ subject, domain, split }, index) => ({
      id: nameRow(index),
      ...(subject !== undefined && { subject }),
      ...(domain !== undefined && { domain }),
      splits: split === undefined ? [] : [split],
      groups: {},
      classes: [],
    })),
    problems: [],
    rowsRead: rows.length,
    images: new Map(rows.map((row, index) => [nameRow(index), buildImage(row)])),
    masks: new Map(),
  };
}

function buildImage({ level = 100, pixels, sharpness = 1, isBroken = false }: Row): ImageOutcome {
  if (isBroken) return { kind: 'failure', fault: 'corrupt', detail: 'unexpected end' };
  const histogram = new Uint32Array(256);
  for (const [at, count] of Object.entries(pixels ?? { [level - 10]: 8, [level + 10]: 8 })) {
    histogram[Number(at)] = count;
  }
  return { ...picture, histogram, sharpness };
}

/** What the check does not look at. */
const picture: Omit<ImageFingerprint, 'histogram' | 'sharpness'> = {
  kind: 'image',
  bytesHash: '',
  pixelsHash: '',
  format: 'png',
  width: 4,
  height: 4,
  pages: 1,
  channels: 1,
  bitDepth: 8,
  orientation: 1,
  hasAlpha: false,
  mean: 0,
  deviation: 0,
  percentiles: [],
  perceptualHash: '',
};

function withoutUndefined(row: { [K in keyof Row]?: Row[K] | undefined }): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}

/** Sums in another order differ in their last digits. */
function roundNumbers(result: CheckResult): unknown {
  return JSON.parse(JSON.stringify(result), (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toFixed(6)) + 0 : value,
  );
}

function near(value: number): unknown {
  return expect.closeTo(value, 9);
}

function bins(shares: Readonly<Record<number, number>>): unknown[] {
  return Array.from({ length: 32 }, (_, bin) => near(shares[bin] ?? 0));
}
