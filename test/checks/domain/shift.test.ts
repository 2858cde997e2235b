import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shift } from '../../../src/checks/domain/shift.ts';
import type { CheckResult } from '../../../src/model/check.ts';
import type { Dataset } from '../../../src/model/dataset.ts';
import type { ImageFeatures, ImageOutcome } from '../../../src/model/fingerprint.ts';
import type { Json } from '../../../src/model/json.ts';
import { drawNormal } from '../../statistics/draw-subjects.ts';
import { buildDataset, failure, features, image, judge, run, sample } from '../build-dataset.ts';

type Judged = Exclude<CheckResult, { skipped: unknown }>;

/** One image. */
interface Row {
  readonly subject?: string;
  readonly domain?: string;
  readonly split?: string;
  readonly width?: number;
  readonly features?: Partial<ImageFeatures>;
  readonly histogram?: Uint32Array;
  readonly isBroken?: boolean;
}

function build(rows: readonly Row[], targetDomain?: string): Dataset {
  const idOf = (index: number): string => `${String(index).padStart(4, '0')}.png`;
  const outcomeOf = (row: Row): ImageOutcome =>
    row.isBroken
      ? failure('corrupt')
      : image('a', {
          features: features(row.features),
          ...(row.width !== undefined && { width: row.width }),
          ...(row.histogram && { histogram: row.histogram }),
        });
  return buildDataset({
    samples: rows.map(({ subject, domain, split }, index) =>
      sample(idOf(index), {
        ...(subject !== undefined && { subject }),
        ...(domain !== undefined && { domain }),
        ...(split !== undefined && { split }),
      }),
    ),
    labels: { kind: 'none' },
    images: Object.fromEntries(rows.map((row, index) => [idOf(index), outcomeOf(row)])),
    ...(targetDomain !== undefined && { targetDomain }),
  });
}

/**
 * Two images of each of `count` subjects, whose mean level spreads by `spread`, symmetrically about 100.
 * @param change of every image
 */
function drawSide(
  place: Pick<Row, 'domain' | 'split'>,
  count: number,
  change: Partial<ImageFeatures> = {},
  spread = 4,
): Row[] {
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const part = count > 1 ? (2 * index) / (count - 1) - 1 : 0;
    const subject = `${place.domain ?? ''} ${place.split ?? ''} ${index}`;
    const of = { ...change, mean: (change.mean ?? 100) + spread * part };
    return [
      { ...place, subject, features: { ...of, mean: of.mean - 1 } },
      { ...place, subject, features: { ...of, mean: of.mean + 1 } },
    ];
  });
}

function twoDomains(count: number, change: Partial<ImageFeatures>, spread?: number): Row[] {
  return [
    ...drawSide({ domain: 'real' }, count, change, spread),
    ...drawSide({ domain: 'synthetic' }, count, {}, spread),
  ];
}

function messagesOf({ findings }: Judged): string[] {
  return findings.map(({ messageId }) => messageId);
}

function saysOf({ findings }: Judged): Json | undefined {
  return findings[0]?.data['says'];
}

describe('two domains', () => {
  it('are told apart by what differs, in words', () => {
    const change = { mean: 138, speckle: 0.21, saturatedShare: 0.12 };
    const result = judge(shift, build(twoDomains(6, change), 'real'));
    expect(result.coverage).toEqual({ evaluated: 24, unavailable: 0 });
    expect(result.summary).toEqual({
      messageId: 'found',
      data: { shifted: 1, judged: 1, first: 'synthetic', second: 'real', few: [] },
    });
    expect(result.findings).toEqual([
      {
        key: 'domains:synthetic+real',
        messageId: 'shifted',
        data: {
          first: 'synthetic',
          second: 'real',
          level: 'large',
          says: [
            'is 38 grey levels brighter',
            'has 12.0 % of its field of view saturated, not 0 %',
            '2.1 × the speckle',
          ],
        },
        samples: [],
        evidence: {
          features: [
            // Nothing spreads, so that there is no standard deviation to measure in.
            {
              feature: 'saturated pixels',
              level: 'large',
              effect: null,
              low: null,
              high: null,
              pValue: exactly(2 / 924),
            },
            {
              feature: 'speckle',
              level: 'large',
              effect: null,
              low: null,
              high: null,
              pValue: exactly(2 / 924),
            },
            {
              feature: 'brightness',
              level: 'large',
              // √(2 · 5 · 11.2 / 10): six values from −4 to 4 in steps of 1.6.
              effect: expect.closeTo((38 / Math.sqrt(8.96)) * 0.92275, 3) as unknown,
              low: expect.any(Number) as unknown,
              high: expect.any(Number) as unknown,
              pValue: exactly(2 / 924),
            },
          ],
          area: { value: 1, low: expect.any(Number) as unknown, high: 1 },
          counts: { real: { images: 12, subjects: 6 }, synthetic: { images: 12, subjects: 6 } },
        },
      },
    ]);
  });

  it('pass where a picture does not show the difference, however sure it is', () => {
    expect(messagesOf(judge(shift, build(twoDomains(8, { mean: 100.9 }, 0.01))))).toEqual([]);
    expect(messagesOf(judge(shift, build(twoDomains(8, { mean: 101.1 }, 0.01))))).toEqual(['shifted']);
  });

  it('pass where chance explains the difference, however large it is', () => {
    // Standard deviation 13, so that 12 levels are a large effect, by five subjects a side.
    const result = judge(shift, build(twoDomains(5, { mean: 112 }, 18)));
    expect(messagesOf(result)).toEqual([]);
    const [mean] = featuresOf(result);
    expect(Math.abs((mean?.['effect'] as { value: number }).value)).toBeGreaterThan(0.7);
    expect(mean).toMatchObject({ level: 'none' });
    expect(messagesOf(judge(shift, build(twoDomains(40, { mean: 112 }, 18))))).toEqual(['shifted']);
  });

  it.each([
    ['below', 0.55, []],
    ['above', 0.5, ['shifted']],
  ])('pass or fail by the threshold of the config, the effect lying %s it', (_, moderateEffect, expected) => {
    // 60 against 60 subjects; the means lie 5.5 / 10.35 standard deviations apart.
    const dataset = build(twoDomains(60, { mean: 105.5 }, 17.6));
    const result = judge(shift, dataset, { moderateEffect });
    const [mean] = featuresOf(result);
    expect((mean?.['effect'] as { value: number }).value).toBeCloseTo(-0.52, 2);
    expect(messagesOf(result)).toEqual(expected);
    expect(pairsOf(result)).toMatchObject([{ level: expected.length > 0 ? 'moderate' : 'small' }]);
  });

  it('differ in padding alone where one has a black border', () => {
    const result = judge(shift, build(twoDomains(6, { fieldShare: 0.7 })));
    expect(saysOf(result)).toEqual(['has 0 % of its pixels padding, not 30.0 %']);
  });

  it('differ in size, and are not darker for it', () => {
    const rows = twoDomains(5, {}).map((row) => ({ ...row, width: row.domain === 'real' ? 640 : 512 }));
    expect(saysOf(judge(shift, build(rows)))).toEqual(['is 0.8 × as wide in pixels']);
  });

  it('that show one grey level each have nothing else to tell', () => {
    const flat = (level: number) => ({ histogram: new Uint32Array(256).with(level, 12) });
    const rows = [
      { domain: 'a', ...flat(10) },
      { domain: 'b', ...flat(13) },
    ];
    const result = judge(shift, build(rows));
    expect(result.findings).toMatchObject([
      { key: 'domains:a+b', messageId: 'flat', data: { first: 'a', second: 'b', distance: 3 } },
    ]);
    expect(run(shift, build(rows.map((row) => ({ ...row, ...flat(10) }))))).toHaveProperty('skipped');
  });
});

describe('too few subjects', () => {
  const apart = (real: number, synthetic: number): Row[] => [
    ...drawSide({ domain: 'real' }, real, { mean: 180 }),
    ...drawSide({ domain: 'synthetic' }, synthetic),
  ];

  it('are said, with how many are needed, and nothing passes', () => {
    expect(run(shift, build(apart(3, 3)))).toEqual({
      skipped: {
        messageId: 'too-few',
        data: {
          few: ['real (3 subjects, at least 4 needed)', 'synthetic (3 subjects, at least 4 needed)'],
        },
      },
      coverage: { evaluated: 0, unavailable: 12 },
    });
    expect(messagesOf(judge(shift, build(apart(4, 4))))).toEqual(['shifted']);
    expect(run(shift, build(apart(3, 40)))).toMatchObject({
      skipped: { data: { few: ['real (3 subjects, at least 4 needed)'] } },
    });
  });

  it('are no more for having many images', () => {
    const rows = apart(3, 8);
    const frames = Array.from({ length: 60 }, () => rows.filter(({ domain }) => domain === 'real')).flat();
    expect(run(shift, build([...rows, ...frames]))).toHaveProperty('skipped.messageId', 'too-few');
  });

  it('are needed for the effect seen, or a moderate one', () => {
    const rows = [
      ...drawSide({ domain: 'real' }, 2, { mean: 100.5 }),
      ...drawSide({ domain: 'synthetic' }, 100),
    ];
    // 7.849 / 0.5² less a hundredth: the approximation of the power against a side of 100.
    expect(run(shift, build(rows))).toHaveProperty('skipped.data.few', [
      'real (2 subjects, at least 46 needed)',
    ]);
  });

  it('have neither p-values nor intervals beside comparisons that can be judged', () => {
    const rows = [
      ...drawSide({ split: 'train' }, 12),
      ...drawSide({ split: 'val' }, 2, { mean: 160 }),
      ...drawSide({ split: 'test' }, 6),
    ];
    const result = judge(shift, build(rows));
    expect(result.findings).toEqual([]);
    expect(result.coverage).toEqual({ evaluated: 36, unavailable: 4 });
    expect(result.summary).toEqual({
      messageId: 'clean-few',
      data: {
        shifted: 0,
        judged: 1,
        first: 'train',
        second: 'test',
        few: ['val (2 subjects, at least 4 needed)'],
      },
    });
    const [judged, few] = pairsOf(result);
    expect(judged).toMatchObject({ key: 'splits:train+test', level: 'none', tooFewSubjects: [] });
    expect(few).toMatchObject({
      key: 'splits:train+val',
      level: null,
      separability: null,
      tooFewSubjects: [{ name: 'val', subjects: 2, needed: 4 }],
    });
    const [mean] = (few as { features: Record<string, Json>[] }).features;
    expect(mean).toMatchObject({ first: 100, second: 160, pValue: null });
    expect(mean?.['difference']).toEqual({ value: 60 });
  });

  it('grow with the comparisons that share the chance of a false alarm', () => {
    const rows = (test: number): Row[] => [
      ...drawSide({ split: 'train' }, 4),
      ...drawSide({ split: 'val' }, 4),
      ...drawSide({ split: 'test' }, test),
    ];
    // Twice 2 / 70 is above 0.05, twice 1 / 126 is not.
    expect(run(shift, build(rows(4)))).toHaveProperty('skipped.messageId', 'too-few');
    expect(judge(shift, build(rows(5))).summary.messageId).toBe('clean-few');
  });
});

describe('pairs', () => {
  const three: Row[] = [
    ...drawSide({ domain: 'a' }, 6, { mean: 100 }),
    ...drawSide({ domain: 'b' }, 6, { mean: 130 }),
    ...drawSide({ domain: 'c' }, 6, { mean: 190, noise: 9 }),
  ];

  it('are all domains with each other without a target', () => {
    expect(namePairs(judge(shift, build(three))).sort()).toEqual(['a – b', 'a – c', 'b – c']);
  });

  it('are each domain with the target where one is declared', () => {
    expect(namePairs(judge(shift, build(three, 'b'))).sort()).toEqual(['a – b', 'c – b']);
  });

  it('are train with test and val of one domain or of none, the shifted first', () => {
    const rows: Row[] = [
      ...drawSide({ split: 'train' }, 8),
      ...drawSide({ split: 'val' }, 8),
      ...drawSide({ split: 'test' }, 8, { mean: 150 }),
      ...drawSide({ split: 'extra' }, 1, { mean: 250 }),
    ];
    const result = judge(shift, build(rows));
    expect(namePairs(result)).toEqual(['train – test', 'train – val']);
    expect(result.coverage).toEqual({ evaluated: 48, unavailable: 2 });
    expect(result.findings).toMatchObject([
      { key: 'splits:train+test', data: { second: 'test', says: ['is 50 grey levels brighter'] } },
    ]);
    expect(Object.keys(result.measurements['splits'] as object)).toEqual(['train', 'test', 'val']);
    const one = judge(shift, build(rows.map((row) => ({ ...row, domain: 'one' }))));
    expect(namePairs(one)).toEqual(namePairs(result));
  });

  it('are train with test within each of several domains', () => {
    const rows = [
      ...drawSide({ domain: 'real', split: 'train' }, 7),
      ...drawSide({ domain: 'real', split: 'test' }, 7, { mean: 60 }),
      ...drawSide({ domain: 'sim', split: 'train' }, 7),
    ];
    const result = judge(shift, build(rows, 'real'));
    expect(namePairs(result).sort()).toEqual(['real train – real test', 'sim – real']);
    expect(result.findings.map(({ key }) => key)).toContain('splits:real:train+test');
  });

  it('put a sample of two splits into both', () => {
    const dataset = build([
      ...drawSide({ split: 'train' }, 5),
      ...drawSide({ split: 'test' }, 5, { mean: 200 }),
    ]);
    const samples = dataset.samples.map((one) => ({ ...one, splits: ['test', 'train'] }));
    expect(messagesOf(judge(shift, { ...dataset, samples }))).toEqual([]);
  });

  it('are bounded: the target, then the domains with most subjects, then with most images', () => {
    const rows = Array.from({ length: 40 }, (_, site): Row[] => {
      const domain = `site ${String(site).padStart(2, '0')}`;
      const subjects = site === 38 ? 9 : 8;
      const side = drawSide({ domain }, subjects);
      return site >= 10 && site < 29 ? [...side, ...side] : side;
    }).flat();
    const anchored = judge(shift, build(rows, 'site 39'));
    expect(Object.keys(anchored.measurements['domains'] as object)).toEqual([
      ...Array.from({ length: 18 }, (_, index) => `site ${index + 10}`),
      'site 38',
      'site 39',
    ]);
    expect(pairsOf(anchored)).toHaveLength(19);
    expect(anchored.measurements['domainsLeftOut']).toBe(20);
    const free = judge(shift, build(rows));
    expect(Object.keys(free.measurements['domains'] as object)).toEqual([
      ...Array.from({ length: 6 }, (_, index) => `site ${index + 10}`),
      'site 38',
    ]);
    expect(pairsOf(free)).toHaveLength(21);
  });
});

describe('coverage', () => {
  it('leaves out samples without an image or a domain', () => {
    const { coverage } = judge(
      shift,
      build([...twoDomains(4, {}), { domain: 'real', isBroken: true }, { subject: 'x' }]),
    );
    expect(coverage).toEqual({ evaluated: 16, unavailable: 2 });
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
    expect(run(shift, build(rows, target))).toEqual({
      skipped: { messageId, data: target === undefined ? {} : { target } },
      coverage: { evaluated: 0, unavailable: rows.length },
    });
  });
});

describe('measurements', () => {
  it('count a subject once, however many images it gives, and an image of no subject as one', () => {
    const rows = [
      ...Array.from({ length: 30 }, () => ({ domain: 'a', subject: 'p1', features: { mean: 100 } })),
      ...['p2', 'p3', undefined, undefined].map((subject) => ({
        domain: 'a',
        ...(subject !== undefined && { subject }),
        features: { mean: 150 },
      })),
      ...drawSide({ domain: 'b' }, 5),
    ];
    const result = judge(shift, build(rows));
    expect(featuresOf(result)[0]).toMatchObject({ feature: 'mean', first: 140, second: 100 });
    expect(result.measurements['domains']).toMatchObject({
      a: { images: 34, subjects: 3 },
      b: { images: 10, subjects: 5 },
    });
  });

  it('hold histograms with the middle 90 % of subjects, without padding', () => {
    const histogram = (level: number) => new Uint32Array(256).with(0, 12).with(level, 12);
    const rows = drawSide({ domain: 'a' }, 21, { fieldShare: 0.5 }).map((row, index) => ({
      ...row,
      histogram: histogram(index < 4 ? 20 : 100),
    }));
    const { measurements } = judge(shift, build([...rows, ...drawSide({ domain: 'b' }, 4)]));
    const { a } = measurements['domains'] as Record<string, Record<string, Json>>;
    // Two of 21 subjects at 20, in bin 2; the others at 100, in bin 12.
    const at = (bins: Readonly<Record<number, number>>) =>
      Array.from({ length: 32 }, (_, bin) => expect.closeTo(bins[bin] ?? 0, 9) as unknown);
    expect(a?.['histogram']).toEqual(at({ 2: 2 / 21, 12: 19 / 21 }));
    expect(a?.['low']).toEqual(at({}));
    expect(a?.['high']).toEqual(at({ 2: 1, 12: 1 }));
  });

  it('have the mean that the comparison has', () => {
    const result = judge(shift, build(twoDomains(6, { mean: 137 })));
    const [pair] = pairsOf(result) as { first: string; second: string; features: Record<string, Json>[] }[];
    const [mean] = pair?.features ?? [];
    const domains = result.measurements['domains'] as Record<string, Record<string, Json>>;
    expect(mean).toMatchObject({ feature: 'mean', name: 'brightness', unit: 'grey levels' });
    expect([domains[pair?.first ?? '']?.['mean'], domains[pair?.second ?? '']?.['mean']]).toEqual([
      expect.closeTo(Number(mean?.['first']), 9),
      expect.closeTo(Number(mean?.['second']), 9),
    ]);
    expect([mean?.['first'], mean?.['second']].map(Number).sort((x, y) => x - y)).toEqual([
      expect.closeTo(100, 9),
      expect.closeTo(137, 9),
    ]);
  });

  it('draw the features that differ, over bins of both sides', () => {
    const result = judge(shift, build(twoDomains(6, { noise: 8 })));
    const [histogram] = (pairsOf(result)[0] as { histograms: { edges: number[]; feature: string }[] })
      .histograms;
    expect(histogram?.feature).toBe('noise');
    expect(histogram?.edges).toHaveLength(33);
    expect(histogram?.edges[0]).toBeCloseTo(2, 9);
    expect(histogram?.edges.at(-1)).toBeCloseTo(8, 9);
    expect(histogram).toMatchObject({
      sides: [
        { name: 'real', share: [...Array<number>(31).fill(0), 1] },
        { name: 'synthetic', share: [1, ...Array<number>(31).fill(0)] },
      ],
    });
  });

  it('tell the sides apart on held-out subjects, and by what', () => {
    const apart = pairsOf(judge(shift, build(twoDomains(10, { noise: 8 }))))[0];
    expect(apart).toMatchObject({
      separability: {
        area: 1,
        high: 1,
        uses: [{ feature: 'noise', share: expect.closeTo(1, 6) as unknown }],
      },
    });
    const same = pairsOf(judge(shift, build(twoDomains(10, {}))))[0] as {
      separability: { low: number; high: number };
    };
    expect(same.separability.low).toBeLessThan(0.5);
    expect(same.separability.high).toBeGreaterThan(0.5);
  });

  it('leave a subject of both sides out of both at once', () => {
    // Each subject is told by its own noise, which says nothing of the others.
    const normal = drawNormal(5);
    const rows = Array.from({ length: 12 }, (_, subject) => {
      const noise = 2 * Math.exp(normal());
      return ['train', 'test'].map((split) => ({
        ...{ split, subject: `p${subject}` },
        features: { noise, mean: 100 + subject },
      }));
    }).flat();
    const [pair] = pairsOf(judge(shift, build(rows))) as { separability: { area: number } }[];
    expect(pair?.separability.area).toBeCloseTo(0.5, 9);
  });

  it('map the images, at most 2,000 of them', () => {
    const rows = twoDomains(4, { mean: 160, noise: 6 }).flatMap((row) => Array<Row>(150).fill(row));
    const { map } = judge(shift, build(rows)).measurements as {
      map: { explained: number[]; sides: { name: string; points: [number, number][] }[] };
    };
    expect(map.sides.map(({ name }) => name)).toEqual(['real', 'synthetic']);
    expect(map.sides.flatMap(({ points }) => points)).toHaveLength(2000);
    // Two features differ, together: one axis has nearly all.
    expect(map.explained[0]).toBeGreaterThan(0.95);
    const [real = [], synthetic = []] = map.sides.map(({ points }) => points.map(([x]) => x));
    expect(Math.min(...real)).toBeGreaterThan(Math.max(...synthetic));
  });
});

describe('the result', () => {
  const row = fc.record(
    {
      subject: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5'),
      domain: fc.constantFrom('a', 'b', 'c'),
      split: fc.constantFrom('train', 'val', 'test'),
      width: fc.integer({ min: 1, max: 5 }),
      features: fc.record({ mean: fc.nat(255), noise: fc.nat(20), fieldShare: fc.constantFrom(0, 0.5, 1) }),
    },
    { requiredKeys: ['width', 'features'] },
  );

  it('does not depend on the order in which images were decoded, nor in which they are listed', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 8, maxLength: 30 }), (rows) => {
        const dataset = build(rows);
        const result = run(shift, dataset);
        const decodedBackwards = new Map([...dataset.images].toReversed());
        expect(run(shift, { ...dataset, images: decodedBackwards })).toEqual(result);
      }),
      { seed: 50, numRuns: 25 },
    );
  });

  it('has data for every placeholder of its messages', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 30 }), (rows) => {
        const result = run(shift, build(rows), { minSubjects: 2, moderateEffect: 0.1 });
        const said = 'skipped' in result ? [result.skipped] : [result.summary, ...result.findings];
        for (const { messageId, data } of said) {
          const { text = '', fix = '' }: { text?: string; fix?: string } =
            (shift.messages as Record<string, { text: string; fix?: string }>)[messageId] ?? {};
          expect(text).not.toBe('');
          for (const [, name = ''] of `${text}${fix}`.matchAll(/\{([A-Za-z]+)/g))
            expect(Object.keys(data), messageId).toContain(name);
        }
      }),
      { seed: 51, numRuns: 50 },
    );
  });

  it('keeps a domain whose name means something to JavaScript', () => {
    const rows = [
      ...drawSide({ domain: '__proto__' }, 5),
      ...drawSide({ domain: 'constructor' }, 5, { mean: 150 }),
    ];
    const result = judge(shift, build(rows));
    expect(Object.keys(result.measurements['domains'] as object)).toEqual(['__proto__', 'constructor']);
    expect(Object.keys(result.findings[0]?.evidence['counts'] as object)).toEqual([
      '__proto__',
      'constructor',
    ]);
  });

  it('calls few halves of one domain shifted, where subjects differ much and their images little', () => {
    let alarms = 0;
    const draws = 150;
    for (let seed = 0; seed < draws; seed++) {
      const normal = drawNormal(seed);
      const rows = Array.from({ length: 14 }, (_, subject) => {
        const [mean, noise, deviation] = [100 + 20 * normal(), 3 * 2 ** (0.3 * normal()), 20 + 3 * normal()];
        return Array.from({ length: 12 }, () => ({
          domain: subject < 6 ? 'first' : 'second',
          subject: `p${subject}`,
          features: { mean: mean + normal(), noise, deviation: deviation + normal() / 5 },
        }));
      }).flat();
      if (judge(shift, build(rows)).findings.length > 0) alarms++;
    }
    // The 99.9th percentile of a binomial share of 5 % in 150.
    expect(alarms).toBeLessThanOrEqual(17);
  });
});

function pairsOf({ measurements }: Judged): readonly Json[] {
  return measurements['pairs'] as readonly Json[];
}

/** Of the first pair. */
function featuresOf(result: Judged): readonly Readonly<Record<string, Json>>[] {
  return (pairsOf(result)[0] as { features: Readonly<Record<string, Json>>[] }).features;
}

function namePairs(result: Judged): string[] {
  return (pairsOf(result) as { first: string; second: string }[]).map(
    ({ first, second }) => `${first} – ${second}`,
  );
}

function exactly(value: number): unknown {
  return expect.closeTo(value, 12);
}
