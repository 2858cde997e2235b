import { describe, expect, it } from 'vitest';
import { judgeVerdict, type JudgedCheck } from '../../src/audit/judge-verdict.ts';
import { neededEvidence } from '../../src/audit/verdict-rules.ts';
import type { RawFinding } from '../../src/model/check.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { buildFinding } from './build-check.ts';

function judged(id: string, findings: readonly RawFinding[], parts: Partial<JudgedCheck> = {}): JudgedCheck {
  return {
    id,
    severity: 'warning',
    status: 'judged',
    coverage: { evaluated: 10, unavailable: 0 },
    findings,
    measurements: {},
    summary: 'the summary',
    ...parts,
  };
}

/** What no dataset is supported without. */
const evidence = neededEvidence.map(({ check }) => judged(check, []));
/** The verdict over these checks beside what is needed, and nothing found there. */
const judge = (...checks: readonly JudgedCheck[]) =>
  judgeVerdict([...checks, ...evidence.filter(({ id }) => !checks.some((check) => check.id === id))]);

const leak = (subject: string): RawFinding =>
  buildFinding(subject, {
    messageId: 'leak',
    data: { subject, splits: 'train (2), test (1)', fewest: ['test'] },
  });

const unknownSubjects = judged('subjects/identified', [
  buildFinding('unknown', { messageId: 'none', data: {} }),
]);

describe('judgeVerdict', () => {
  it('supports a dataset that nothing speaks against', () =>
    expect(judge(judged('a/b', [buildFinding('x')]))).toMatchObject({ level: 'supported', reasons: [] }));

  it('gives a leak by name with what would lift it, and several by their number', () => {
    const one = judge(judged('leakage/subject', [leak('P07')]));
    expect(one.level).toBe('unsupported');
    expect(one.reasons).toEqual([
      {
        level: 'unsupported',
        check: 'leakage/subject',
        text: 'Subject P07 stands in train (2), test (1): scores on the test set would be too good.',
        lift: 'Move subject P07 out of test.',
      },
    ]);
    const two = judge(judged('leakage/subject', [leak('P07'), leak('P08')]));
    expect(two.reasons).toMatchObject([
      {
        text: '2 subjects stand in more than one split: scores on the test set would be too good.',
        lift: 'Put each of them into one split; `holdout split` proposes how, moving as little as it can.',
      },
    ]);
  });

  it('puts what makes a dataset useless before what limits it', () => {
    const verdict = judge(unknownSubjects, judged('leakage/subject', [leak('P07')]));
    expect(verdict.reasons.map(({ level }) => level)).toEqual(['unsupported', 'limited']);
  });

  it('asks how many masks a fault concerns', () => {
    const swapped = (count: number) =>
      judge(
        judged(
          'labels/palette',
          Array.from({ length: count }, (_, at) => buildFinding(`${at}`, { messageId: 'swapped', data: {} })),
          { severity: 'error' },
        ),
      );
    expect(swapped(5).reasons).toMatchObject([
      {
        level: 'unsupported',
        text: 'Red and blue are exchanged in 5 of 10 masks: a training script reads other classes than were drawn.',
      },
    ]);
    expect(swapped(4).reasons).toEqual([
      {
        level: 'limited',
        check: 'labels/palette',
        text: 'labels/palette: the summary.',
        lift: 'Mend what labels/palette reports.',
      },
    ]);
  });

  it('is limited by any error, and by a check that crashed', () => {
    const error = judged('labels/new', [buildFinding('x')], { severity: 'error' });
    expect(judge(error)).toMatchObject({
      level: 'limited',
      reasons: [{ level: 'limited', check: 'labels/new', text: 'labels/new: the summary.' }],
    });
    const crashed = judge(judged('leakage/subject', [], { status: 'errored' }));
    expect(crashed).toMatchObject({
      level: 'limited',
      reasons: [{ text: 'The check leakage/subject did not finish: what it asks is not known.' }],
    });
    expect(crashed.reasons).toHaveLength(1);
  });

  it.each(neededEvidence.map((rule) => [rule.check, rule] as const))(
    'does not support a dataset of which %s has no answer',
    (id) => {
      const others = evidence.filter((check) => check.id !== id);
      const skipped = judged(id, [], { status: 'skipped', summary: 'there is nothing' });
      for (const [checks, reason] of [
        [others, 'the check is off'],
        [[...others, skipped], 'there is nothing'],
      ] as const) {
        const { level, reasons } = judgeVerdict(checks);
        expect(level).toBe('limited');
        expect(reasons).toMatchObject([{ level: 'limited', check: id }]);
        expect(reasons[0]?.text).toContain(`was not judged: ${reason}.`);
      }
    },
  );

  it('does not say twice that subjects are unknown', () => {
    const verdict = judgeVerdict([judged('composition/labelled', []), unknownSubjects]);
    expect(verdict.reasons.map(({ check }) => check)).toEqual(['subjects/identified']);
  });
});

describe('when to stop', () => {
  const count = (precision: JsonObject) => judged('subjects/count', [], { measurements: { precision } });
  const measured = { meanScoreHalfInterval: 0.071_535, testSubjects: 10, betweenSubjectDeviation: 0.1 };

  it('is now, where the dataset cannot support the task', () =>
    expect(judge(count(measured), judged('leakage/subject', [leak('P07')])).whenToStop).toBe(
      'Now. What is listed here is mended in the data, and no tuning of a model makes up for it.',
    ));

  it('is where the test set shows no more', () =>
    expect(judge(count(measured)).whenToStop).toBe(
      'Once a change gains less than 0.072: a mean score over 10 test subjects is not known any better (95 % interval; deviation 0.1 between subjects).',
    ));

  it('is before comparing anything, where the test set shows nothing', () => {
    const sentence =
      'Before comparing models: how well a score is known cannot be said with fewer than two test subjects.';
    expect(judge().whenToStop).toBe(sentence);
    expect(judge(count({ ...measured, meanScoreHalfInterval: null })).whenToStop).toBe(sentence);
  });
});
