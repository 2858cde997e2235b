import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { renderVerdictPage } from '../../scripts/generate/verdict-page.ts';
import { neededEvidence, verdictRules } from '../../src/audit/verdict-rules.ts';

describe('docs/verdict.md', () => {
  const page = renderVerdictPage();

  it('is what the rules make', async () =>
    expect(await readFile(new URL('../../docs/verdict.md', import.meta.url), 'utf8')).toBe(page));

  it('has every rule with its level, its check and its ground, in the order of their weight', () => {
    const [, unsupported = '', limited = '', evidence = ''] = page.split(
      /^## (?:Unsupported|Limited|No evidence.*)$/mu,
    );
    for (const [level, part] of [
      ['unsupported', unsupported],
      ['limited', limited],
    ] as const) {
      const rules = verdictRules.filter((rule) => rule.level === level);
      const heads = [...part.matchAll(/^\*\*\[([^\]]+)\]/gmu)].map(([, check]) => check);
      expect(heads).toEqual(rules.map(({ check }) => check));
      for (const { why } of rules) expect(part).toContain(`- Why: ${why}`);
    }
    for (const { check } of neededEvidence) expect(evidence).toContain(`(checks/${check}.md)`);
  });

  it('shows what a text is filled with, without its forms', () => {
    expect(page).toContain('Red and blue are exchanged in {count} of {all} masks:');
    expect(page).not.toMatch(/\{[A-Za-z]+[|:%]/u);
  });
});
