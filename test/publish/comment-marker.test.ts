import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditNamePattern, compareRuns, readMarker, writeMarker } from '../../src/publish/comment-marker.ts';

const marker = { name: 'holdout', headSha: 'a'.repeat(40), runId: 12, attempt: 2 };

describe('the marker of a comment', () => {
  it('is read as it was written', () => {
    const hex = fc.stringMatching(/^[0-9a-f]{40}$/u);
    const names = fc.stringMatching(auditNamePattern);
    const numbers = fc.nat({ max: 999_999 });
    fc.assert(
      fc.property(names, hex, numbers, numbers, (name, headSha, runId, attempt) => {
        const one = { name, headSha, runId, attempt };
        expect(readMarker(`${writeMarker(one)}\r\ntext`)).toEqual(one);
        expect(readMarker(writeMarker(one))).toEqual(one);
      }),
    );
  });

  it.each([
    ['behind other text', `text\n${writeMarker(marker)}\n`],
    ['behind a space', ` ${writeMarker(marker)}\n`],
    ['with text on its line', `${writeMarker(marker)} text\n`],
    ['of a number that is too long', writeMarker({ ...marker, runId: 1e15 })],
    ['without a commit', writeMarker({ ...marker, headSha: 'main' })],
    ['of no name', writeMarker({ ...marker, name: 'a b' })],
    ['not at all', 'text'],
  ])('is not read %s', (_, body) => expect(readMarker(body)).toBeUndefined());

  it('is one line that Markdown does not show', () => {
    expect(writeMarker(marker)).toBe(`<!-- holdout:holdout head:${'a'.repeat(40)} run:12.2 -->`);
  });
});

describe('compareRuns', () => {
  it.each([
    [{ runId: 1, attempt: 9 }, { runId: 2, attempt: 1 }, -1],
    [{ runId: 2, attempt: 2 }, { runId: 2, attempt: 1 }, 1],
    [{ runId: 2, attempt: 1 }, { runId: 2, attempt: 1 }, 0],
  ])('%j against %j', (a, b, sign) => {
    expect([Math.sign(compareRuns(a, b)), Math.sign(compareRuns(b, a)) + 0]).toEqual([sign, -sign + 0]);
  });
});
