import { describe, expect, it } from 'vitest';
import { judgeVerdict, type JudgedCheck } from '../../src/audit/judge-verdict.ts';
import { verdictRules } from '../../src/audit/verdict-rules.ts';
import { fillMessage } from '../../src/audit/fill-message.ts';
import { checks } from '../../src/checks/index.ts';
import type { RawFinding } from '../../src/model/check.ts';
import { buildFinding } from './build-check.ts';

function judged(id: string, findings: readonly RawFinding[], parts: Partial<JudgedCheck> = {}): JudgedCheck {
  return { id, severity: 'warning', isErrored: false, findings, summary: 'the summary', ...parts };
}

const leak = (subject: string): RawFinding =>
  buildFinding(subject, { messageId: 'leak', data: { subject, splits: 'train (2), test (1)' } });

const unknownSubjects = judged('subjects/identified', [
  buildFinding('unknown', { messageId: 'none', data: {} }),
]);

describe('judgeVerdict', () => {
  it('supports a dataset that nothing speaks against', () =>
    expect(judgeVerdict([judged('leakage/subject', []), judged('a/b', [buildFinding('x')])])).toEqual({
      level: 'supported',
      reasons: [],
    }));

  it('gives a leak by name, and several by their number', () => {
    expect(judgeVerdict([judged('leakage/subject', [leak('P07')])])).toEqual({
      level: 'unsupported',
      reasons: [
        {
          level: 'unsupported',
          check: 'leakage/subject',
          text: 'Subject P07 stands in train (2), test (1): scores on the test set would be too good.',
        },
      ],
    });
    expect(judgeVerdict([judged('leakage/subject', [leak('P07'), leak('P08')])]).reasons[0]?.text).toBe(
      '2 subjects stand in more than one split: scores on the test set would be too good.',
    );
  });

  it('puts what makes a dataset useless before what limits it', () => {
    const verdict = judgeVerdict([unknownSubjects, judged('leakage/subject', [leak('P07')])]);
    expect(verdict.reasons.map(({ level }) => level)).toEqual(['unsupported', 'limited']);
  });

  it('is limited by any error, and by a check that crashed', () => {
    const error = judged('labels/new', [buildFinding('x')], { severity: 'error' });
    expect(judgeVerdict([error])).toEqual({
      level: 'limited',
      reasons: [{ level: 'limited', check: 'labels/new', text: 'labels/new: the summary.' }],
    });
    expect(judgeVerdict([judged('a/b', [], { isErrored: true })])).toEqual({
      level: 'limited',
      reasons: [
        {
          level: 'limited',
          check: 'a/b',
          text: 'The check a/b did not finish: what it asks is not known.',
        },
      ],
    });
  });
});

describe.each(verdictRules.map((rule) => [`${rule.check} ${rule.messageIds.join(', ')}`, rule] as const))(
  'the rule for %s',
  (_, { check: id, messageIds, one, many }) => {
    it('is about findings that the check makes', () => {
      const check = checks[id];
      for (const messageId of messageIds) expect(check?.messages[messageId]?.fix, messageId).toBeDefined();
    });

    it('names only what the messages of those findings have, or a count', () => {
      const names = (text: string) => [...text.matchAll(/\{([A-Za-z]+)/gu)].map(([, name]) => name ?? '');
      for (const messageId of messageIds) {
        const known = names(checks[id]?.messages[messageId]?.text ?? '');
        const used = messageIds.length === 1 ? names(one) : [];
        for (const name of used) expect(known, `${messageId}: ${name}`).toContain(name);
      }
      for (const name of names(many ?? '')) expect(['count', 'target'], name).toContain(name);
      expect(fillMessage('{count}', { count: 2 })).toBe('2');
    });
  },
);
