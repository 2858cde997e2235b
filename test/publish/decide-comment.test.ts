import { describe, expect, it } from 'vitest';
import { writeMarker, type CommentMarker } from '../../src/publish/comment-marker.ts';
import {
  decideComment,
  findOwnComments,
  type CommentStep,
  type OwnComment,
} from '../../src/publish/decide-comment.ts';

const head = 'a'.repeat(40);
const older = 'b'.repeat(40);
const open = { number: 7, isOpen: true, headSha: head };
const run = { name: 'holdout', headSha: head, runId: 20, attempt: 2 };

/** The comment of a run. */
function comment(id: number, runId: number, attempt = 1, headSha = head): OwnComment {
  return { id, marker: { ...run, headSha, runId, attempt } };
}

describe('decideComment', () => {
  it.each<[string, readonly OwnComment[], CommentStep]>([
    ['creates the first', [], { kind: 'create' }],
    ['rewrites that of an earlier run', [comment(1, 19)], { kind: 'update', id: 1 }],
    ['rewrites that of an earlier attempt', [comment(1, 20, 1)], { kind: 'update', id: 1 }],
    ['rests at its own', [comment(1, 20, 2)], { kind: 'done' }],
    ['gives way to a later attempt', [comment(1, 20, 3)], { kind: 'give-way', to: 'newer-run' }],
    ['gives way to a later run', [comment(1, 21)], { kind: 'give-way', to: 'newer-run' }],
    [
      'rewrites what speaks of another commit, however late',
      [comment(1, 99, 1, older)],
      { kind: 'update', id: 1 },
    ],
    ['removes the older of two', [comment(1, 19), comment(2, 20, 2)], { kind: 'remove', id: 1 }],
    [
      'removes its own where another came later',
      [comment(1, 21), comment(2, 20, 2)],
      { kind: 'remove', id: 2 },
    ],
    ['keeps the first of two of one run', [comment(2, 20, 2), comment(1, 20, 2)], { kind: 'remove', id: 2 }],
    [
      'removes what speaks of another commit',
      [comment(1, 99, 1, older), comment(2, 20, 2)],
      { kind: 'remove', id: 1 },
    ],
  ])('%s', (_, own, step) => expect(decideComment(run, open, own)).toEqual(step));

  it.each([
    ['closed', { ...open, isOpen: false }],
    ['newer-push', { ...open, headSha: older }],
  ] as const)('writes nothing where the pull request is another: %s', (to, pull) => {
    for (const own of [[], [comment(1, 19)], [comment(1, 20, 2)]])
      expect(decideComment(run, pull, own)).toEqual({ kind: 'give-way', to });
  });

  it('removes what it wrote a moment too late', () => {
    const own = [comment(1, 21, 1, older), comment(2, 20, 2)];
    expect(decideComment(run, { ...open, headSha: older }, own)).toEqual({ kind: 'remove', id: 2 });
  });
});

describe('findOwnComments', () => {
  const marker: CommentMarker = { ...run, runId: 1 };
  const body = `${writeMarker(marker)}\ntext`;

  it('takes what has both the marker and the author', () => {
    const comments = [
      { id: 1, author: 'bot', body },
      { id: 2, author: 'someone', body },
      { id: 3, author: 'bot', body: 'text' },
      { id: 4, author: 'bot', body: `quoted:\n${body}` },
      { id: 5, author: 'bot', body: writeMarker({ ...marker, name: 'other' }) },
    ];
    expect(findOwnComments(comments, 'bot', 'holdout')).toEqual([{ id: 1, marker }]);
  });
});
