import { expect, it } from 'vitest';
import { neededFacts, selectChecks } from '../../src/audit/select-checks.ts';
import { buildCheck, buildResult } from './build-check.ts';

const options = {
  least: { type: 'integer', default: 5, minimum: 0, unit: 'samples', description: 'Fewest.' },
  strict: { type: 'boolean', default: false, unit: 'yes or no', description: 'Whether.' },
} as const;

const pure = buildCheck(() => buildResult([]), { id: 'a/pure', options });
const decoding = buildCheck(() => buildResult([]), { id: 'b/decoding', needs: ['images', 'masks'] });

it('fills in severities and options that the config does not set', () => {
  const config = { checks: { 'a/pure': { severity: 'error', options: { least: 9 } } } } as const;
  expect(selectChecks([pure, decoding], config)).toEqual([
    { check: pure, severity: 'error', options: { least: 9, strict: false } },
    { check: decoding, severity: 'warning', options: {} },
  ]);
});

it('needs nothing for checks that are off', () => {
  const off = { checks: { 'b/decoding': { severity: 'off', options: {} } } } as const;
  expect([...neededFacts(selectChecks([pure, decoding], off))]).toEqual([]);
  expect([...neededFacts(selectChecks([pure, decoding], { checks: {} }))]).toEqual(['images', 'masks']);
});
