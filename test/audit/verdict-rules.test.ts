import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neededEvidence, verdictRules } from '../../src/audit/verdict-rules.ts';
import { checks } from '../../src/checks/index.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { buildDataset, run, sample } from '../checks/build-dataset.ts';
import { drawDataset, drawOptions } from '../meta/draw-dataset.ts';

const rules = verdictRules.map((rule) => [`${rule.check} ${rule.messageIds.join(', ')}`, rule] as const);

/** Scanner and class are one: what random datasets hardly ever show. */
const confounded = buildDataset({
  labels: { kind: 'class' },
  samples: Array.from({ length: 24 }, (_, at) =>
    sample(`${at}.png`, { classes: [`class ${at % 2}`], domain: `scanner ${at % 2}` }),
  ),
});

/** Names of the data of a check's findings, by message, as far as some datasets show them. */
function observeData(id: string): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  const check = checks[id];
  if (!check) return names;
  const drawn = fc.sample(fc.tuple(drawDataset, drawOptions(check)), { numRuns: 300, seed: 5 });
  const cases: (readonly [Dataset, Record<string, number>])[] = [...drawn, [confounded, {}]];
  for (const [dataset, options] of cases) {
    const result = run(check, dataset, options);
    if ('skipped' in result) continue;
    for (const { messageId, data } of result.findings) {
      const own = Object.keys(data);
      const shared = names.get(messageId);
      // Only what every finding of the message has.
      names.set(messageId, new Set(shared ? own.filter((name) => shared.has(name)) : own));
    }
  }
  return names;
}

const namesIn = (text: string): string[] =>
  [...text.matchAll(/\{([A-Za-z]+)/gu)].map(([, name]) => name ?? '');

describe.each(rules)('the rule for %s', (_, { check: id, messageIds, one, many, lift, liftMany, why }) => {
  it('is about findings that the check makes', () => {
    for (const messageId of messageIds) expect(checks[id]?.messages[messageId]?.fix, messageId).toMatch(/\S/);
  });

  it('names only what those findings have, a count, or what could be judged', () => {
    const observed = observeData(id);
    const wanted = [one, many, lift, liftMany].flatMap((text) => (text === undefined ? [] : namesIn(text)));
    for (const messageId of messageIds) {
      const known = [
        ...namesIn(checks[id]?.messages[messageId]?.text ?? ''),
        ...(observed.get(messageId) ?? (id === 'domain/confound' ? (observed.get('domain') ?? []) : [])),
        ...['count', 'all'],
      ];
      for (const name of wanted) expect(known, `${messageId}: ${name}`).toContain(name);
    }
  });

  it('has sentences, a way out and a ground', () => {
    for (const text of [one, many ?? one, lift, liftMany ?? lift, why]) expect(text).toMatch(/^\S.*\.$/su);
  });
});

describe('the evidence that is needed', () => {
  it.each(neededEvidence.map((rule) => [rule.check, rule] as const))(
    'comes from a check that is there: %s',
    (id, { text, lift, unless, why }) => {
      expect(checks[id]).toBeDefined();
      expect(namesIn(text)).toEqual(['reason']);
      for (const other of unless) expect(verdictRules.map(({ check }) => check)).toContain(other);
      for (const sentence of [text, lift, why]) expect(sentence).toMatch(/^\S.*\.$/su);
    },
  );
});
