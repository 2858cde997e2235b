import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareParts, findPart, maxPartBytes, putPart, writePart } from '../../src/publish/baseline-part.ts';
import { renderComment } from '../../src/publish/comment-body.ts';
import { writeMarker } from '../../src/publish/comment-marker.ts';
import { publishPart } from '../../src/publish/publish-part.ts';
import { openMemoryForge } from '../memory-forge.ts';
import { buildAbdomenReport } from '../report/fixtures/abdomen-report.ts';

const headSha = 'a'.repeat(40);
const other = 'b'.repeat(40);
const author = 'holdout[bot]';
const marker = { headSha, runId: 20, attempt: 1, phase: 'ended' } as const;
const run = { name: 'holdout', headSha, runId: 30, attempt: 1 };
const source = { run, runUrl: 'https://example.org/run' };

describe('the part of a comment', () => {
  it('is found again, replaced, and leaves the rest as it is', () => {
    const first = writePart({ ...marker, phase: 'sent' }, 'waiting');
    const second = writePart(marker, 'done\n\nmore');
    const body = putPart('<!-- holdout:x -->\n\nreport\n', first);
    expect(findPart(body)).toEqual(first);
    const next = putPart(body, second);
    expect(findPart(next)).toEqual(second);
    expect(next).toBe(`<!-- holdout:x -->\n\nreport\n\n${second.text}`);
    expect(findPart('no part <!-- holdout-baseline -->')).toBeUndefined();
  });

  it('survives what a forge does to the ends of lines', () => {
    const part = writePart(marker, 'done');
    expect(findPart(`report\r\n\r\n${part.text.replaceAll('\n', '\r\n')}`)?.marker).toEqual(marker);
  });

  it('gives way to a later run, and of one run to its end', () => {
    const phases = fc.constantFrom('sent' as const, 'ended' as const);
    const part = fc.record({
      headSha: fc.constant(headSha),
      runId: fc.nat(5),
      attempt: fc.nat(3),
      phase: phases,
    });
    fc.assert(
      fc.property(part, part, (a, b) => {
        const rank = (one: typeof a) => one.runId * 100 + one.attempt * 10 + Number(one.phase === 'ended');
        expect(Math.sign(compareParts(a, b))).toBe(Math.sign(rank(a) - rank(b)));
      }),
      { seed: 1 },
    );
  });
});

describe('an audit that follows', () => {
  const report = buildAbdomenReport();
  const written = (part: ReturnType<typeof writePart>) =>
    putPart(`${writeMarker({ ...run, runId: 1 })}\nold\n`, part);

  it('keeps the part of its commit within the length of a comment', () => {
    const part = writePart(marker, 'x'.repeat(maxPartBytes - 200));
    for (const maxBytes of [60_000, 20_000]) {
      const body = renderComment(report, source, maxBytes, written(part));
      expect(findPart(body)).toEqual(part);
      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(maxBytes);
    }
  });

  it.each([
    ['of an older commit', writePart({ ...marker, headSha: other }, 'old')],
    ['that somebody has made too long', writePart(marker, 'x'.repeat(maxPartBytes))],
  ])('drops a part %s', (_, part) => {
    expect(renderComment(report, source, 60_000, written(part))).toBe(renderComment(report, source, 60_000));
  });
});

describe('publishPart', () => {
  const openForge = () =>
    openMemoryForge({
      pulls: [{ number: 7, isOpen: true, headSha, branch: 'more', repository: 'someone/scans' }],
      permissions: {},
      artifacts: [],
    });
  const request = (part: ReturnType<typeof writePart>) => ({ pullRequest: 7, author, name: 'holdout', part });

  it('writes a comment, then into the same, and leaves those of others alone', async () => {
    const forge = openForge();
    await forge.createComment(7, 'a person');
    const sent = writePart({ ...marker, phase: 'sent' }, 'waiting');
    expect(await publishPart(forge, request(sent))).toEqual({ kind: 'created', author });
    const ended = writePart(marker, 'done');
    expect(await publishPart(forge, request(ended))).toEqual({ kind: 'updated', author });
    expect(await publishPart(forge, request(sent))).toEqual({ kind: 'gave-way', to: 'newer-run' });
    expect(forge.comments.map(({ body }) => findPart(body))).toEqual([undefined, ended]);
  });

  it('tells the same run again in other words', async () => {
    const forge = openForge();
    await publishPart(forge, request(writePart(marker, 'one')));
    await publishPart(forge, request(writePart(marker, 'two')));
    expect(forge.comments[0]?.body).toContain('two');
  });

  it.each([
    ['closed', { isOpen: false }, 'closed'],
    ['of a newer commit', { headSha: other }, 'newer-push'],
  ])('writes nothing where the pull request is %s', async (_, change, to) => {
    const forge = openForge();
    forge.changePull(7, change);
    expect(await publishPart(forge, request(writePart(marker, 'x')))).toEqual({ kind: 'gave-way', to });
    expect(forge.comments).toEqual([]);
  });

  it('comes to rest with one comment where two write at once', async () => {
    const forge = openForge();
    const later = writePart({ ...marker, runId: 21 }, 'later');
    await Promise.all([
      publishPart(forge, request(writePart(marker, 'x'))),
      publishPart(forge, request(later)),
    ]);
    expect(forge.comments).toHaveLength(1);
    expect(findPart(forge.comments[0]?.body ?? '')).toEqual(later);
  });
});
