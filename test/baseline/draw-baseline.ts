import fc from 'fast-check';
import {
  baselineStatuses,
  type BaselineFact,
  type BaselineResult,
  type BaselineStages,
  type ScoreRow,
} from '../../src/model/baseline.ts';

const digests = fc.constantFrom('a'.repeat(64), 'b'.repeat(64));
const names = fc.constantFrom('real', 'sim', 'toString', '__proto__', '{path}', '');
/** Hundredths: JSON has no negative zero, which doubles would draw. */
const hundredths = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 100 * min, max: 100 * max }).map((value) => value / 100);
const score = fc.option(hundredths(0, 1), { freq: 8 });
const loss = hundredths(-1, 5);
const difference = fc.option(hundredths(-1, 1), { freq: 8 });
const count = fc.nat({ max: 400 });
const change = { steps: count, firstLoss: loss, lastLoss: loss };

const row: fc.Arbitrary<ScoreRow> = fc
  .record({ name: names, score, images: count, subjects: count, ends: fc.option(fc.tuple(score, score)) })
  .map(({ ends, ...rest }) => {
    const [low, high] = (ends ?? []).map((end) => end ?? 0).sort((a, b) => a - b);
    return low === undefined || high === undefined
      ? rest
      : { ...rest, interval: { low, high, method: 'bootstrap' } };
  });

const stages: fc.Arbitrary<BaselineStages> = fc.record(
  {
    overfit: fc.record({ ...change, images: count, score }),
    shuffled: fc.record({ ...change, score, trivialScore: score }),
    learning: fc.record({ ...change, split: names, score, trivialScore: score }),
    score: fc.record(
      {
        overall: row,
        splits: fc.array(row, { maxLength: 2 }),
        classes: fc.array(row, { maxLength: 2 }),
        domains: fc.array(row, { maxLength: 3 }),
        subjects: fc.array(fc.record({ name: names, split: names, images: count, score }), { maxLength: 2 }),
        domainGap: fc.record({
          training: names,
          target: names,
          difference: hundredths(-1, 1),
        }),
      },
      { requiredKeys: ['overall', 'splits', 'classes', 'domains', 'subjects'] },
    ),
    leak: fc.record(
      {
        split: names,
        declaredScore: score,
        cleanScore: score,
        inflation: difference,
        paired: fc.record({
          images: count,
          units: count,
          folds: fc.integer({ min: 1, max: 4 }),
          trainingImages: count,
          unseenTrainingImages: count,
          seenScore: score,
          unseenScore: score,
          inflation: difference,
          interval: fc
            .tuple(hundredths(-1, 1), hundredths(-1, 1))
            .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b), method: 'bootstrap' })),
        }),
      },
      { requiredKeys: ['split', 'declaredScore'] },
    ),
  },
  { requiredKeys: [] },
);

const result: fc.Arbitrary<BaselineResult> = fc
  .record({
    status: fc.constantFrom(...baselineStatuses),
    reason: fc.option(fc.record({ code: names, message: names })),
    digest: fc.option(digests),
    stages,
    steps: fc.array(count, { maxLength: 3 }),
  })
  .map(({ reason, digest, steps, ...rest }) => ({
    ...rest,
    schemaVersion: 1,
    trainer: { name: 'trainer', version: '1' },
    notes: [],
    ...(reason && { reason }),
    ...(digest !== null && { input: { digest } }),
    curves: [{ stage: 'learning', steps, losses: steps }],
  }));

/** What a trainer may have answered, of this dataset or another. */
export const drawBaseline: fc.Arbitrary<BaselineFact> = fc.record({ result, expectedDigest: digests });
