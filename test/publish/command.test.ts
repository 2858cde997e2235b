import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parseCommand } from '../../src/publish/command.ts';

const sha = '0123456789abcdef0123456789abcdef01234567';

describe('parseCommand', () => {
  it.each([
    ['/holdout check', { kind: 'check' }],
    [`/holdout baseline ${sha}`, { kind: 'baseline', sha }],
    [`/holdout  baseline\t${sha}  `, { kind: 'baseline', sha }],
    [`/holdout baseline ${'a'.repeat(64)}`, { kind: 'baseline', sha: 'a'.repeat(64) }],
    ['/holdout explain leakage/near-duplicate', { kind: 'explain', check: 'leakage/near-duplicate' }],
    [`Looks good.\r\n\r\n/holdout baseline ${sha}\r\nThanks!`, { kind: 'baseline', sha }],
    [`> /holdout check\n\n/holdout baseline ${sha}`, { kind: 'baseline', sha }],
    ['```\ncode\n```\n/holdout check', { kind: 'check' }],
  ])('takes %j', (text, command) => {
    expect(parseCommand(text)).toEqual({ kind: 'command', command });
  });

  it.each([
    'holdout check',
    'please /holdout check',
    '> /holdout check',
    '    /holdout check',
    '`/holdout check`',
    '/holdouts check',
    '/holdout/check',
    '```\n/holdout check\n```',
    '~~~~\n~~~\n/holdout check\n~~~~',
    '```\n```x\n/holdout check',
    `${'x'.repeat(65_536)}\n/holdout check`,
    '',
  ])('passes over %j', (text) => {
    expect(parseCommand(text)).toEqual({ kind: 'none' });
  });

  it.each([
    ['/holdout', '/holdout check'],
    ['/holdout check now', '/holdout check'],
    ['/holdout merge', '/holdout check'],
    ['/holdout baseline', 'whole id'],
    ['/holdout baseline 0123456', 'whole id'],
    [`/holdout baseline ${sha.toUpperCase()}`, 'whole id'],
    [`/holdout baseline ${sha} and more`, '/holdout baseline'],
    [`/holdout baseline ${sha};echo`, 'whole id'],
    ['/holdout baseline $(id)', 'whole id'],
    ['/holdout explain ../../secret', '/holdout explain'],
    ['/holdout explain', '/holdout explain'],
    [`/holdout check\n/holdout baseline ${sha}`, 'one command'],
    [`/holdout check${' '.repeat(300)}`, '/holdout check'],
  ])('tells what is wrong with %j', (text, words) => {
    const parsed = parseCommand(text);
    expect(parsed).toMatchObject({ kind: 'mistaken' });
    expect('reason' in parsed && parsed.reason).toContain(words);
  });

  it('repeats nothing of what is wrong', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 8 }), (text) => {
        const parsed = parseCommand(`/holdout ~${text}`);
        if (parsed.kind === 'mistaken') expect(parsed.reason).not.toContain(text);
      }),
      { seed: 1 },
    );
  });

  it('takes no long time over a long text', () => {
    const started = process.cpuUsage().user;
    for (const piece of ['/holdout check \t', '```', '\n', ' \t', '/holdout ', '~~~\n'])
      parseCommand(piece.repeat(1_000_000));
    expect(process.cpuUsage().user - started).toBeLessThan(2_000_000);
  });
});
