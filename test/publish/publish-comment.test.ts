import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ForgeError, maxCommentBytes, type Forge, type ForgeFailure } from '../../src/model/forge.ts';
import {
  compareRuns,
  readMarker,
  writeMarker,
  type CommentMarker,
} from '../../src/publish/comment-marker.ts';
import { publishComment, type CommentRequest } from '../../src/publish/publish-comment.ts';
import { openMemoryForge, type MemoryForge } from '../memory-forge.ts';

const commits = ['a', 'b', 'c'].map((digit) => digit.repeat(40));
const [head = ''] = commits;
const author = 'holdout[bot]';

function openForge(): MemoryForge {
  const pull = { number: 7, isOpen: true, headSha: head, branch: 'more', repository: 'clinic/scans' };
  return openMemoryForge({ pulls: [pull], permissions: {}, artifacts: [] });
}

function request(runId: number, more: Partial<CommentMarker> = {}): CommentRequest {
  const run = { name: 'holdout', headSha: head, runId, attempt: 1, ...more };
  return { pullRequest: 7, author, run, renderBody: (maxBytes) => `${writeMarker(run)}\n${maxBytes}` };
}

/** The forge with one method that fails `times` times, after the act where the reason is `interrupted`. */
function failing(
  forge: MemoryForge,
  method: 'createComment' | 'updateComment' | 'deleteComment',
  reason: ForgeFailure,
  times = 1,
): Forge {
  let left = times;
  return {
    ...forge,
    [method]: async (id: number, body: string) => {
      const failure = new ForgeError(reason, 'as told');
      if (left-- <= 0) return forge[method](id, body);
      if (reason === 'interrupted') await forge[method](id, body);
      throw failure;
    },
  };
}

describe('publishComment', () => {
  it('creates, then rewrites in place', async () => {
    const forge = openForge();
    expect(await publishComment(forge, request(1))).toEqual({ kind: 'created', author });
    expect(await publishComment(forge, request(2))).toEqual({ kind: 'updated', author });
    expect(await publishComment(forge, request(2))).toEqual({ kind: 'unchanged', author });
    expect(await publishComment(forge, request(1))).toEqual({ kind: 'gave-way', to: 'newer-run' });
    expect(forge.comments).toMatchObject([
      { id: 1, body: request(2).renderBody(maxCommentBytes, undefined) },
    ]);
  });

  it('leaves the comments of others and of other audits alone', async () => {
    const forge = openForge();
    await forge.createComment(7, 'text');
    await publishComment(forge, request(1, { name: 'other' }));
    await publishComment(forge, request(2));
    expect(forge.comments.map(({ body }) => readMarker(body)?.name)).toEqual([undefined, 'other', 'holdout']);
  });

  it('creates anew where a person has deleted it meanwhile', async () => {
    const forge = openForge();
    await publishComment(forge, request(1));
    const deleting: Forge = {
      ...forge,
      updateComment: async (id, body) => {
        if (forge.comments.length > 0) await forge.deleteComment(id);
        return forge.updateComment(id, body);
      },
    };
    expect(await publishComment(deleting, request(2))).toEqual({ kind: 'created', author });
    expect(forge.comments).toHaveLength(1);
  });

  it.each(['createComment', 'updateComment'] as const)(
    'looks for what %s wrote when its answer was lost',
    async (method) => {
      const forge = openForge();
      if (method === 'updateComment') await publishComment(forge, request(1));
      const outcome = await publishComment(failing(forge, method, 'interrupted'), request(2));
      expect(outcome).toEqual({ kind: 'unchanged', author });
      expect(forge.comments.map(({ body }) => readMarker(body)?.runId)).toEqual([2]);
    },
  );

  it('tries a short comment where the usual one is refused', async () => {
    const forge = openForge();
    await publishComment(failing(forge, 'createComment', 'refused'), request(1));
    expect(forge.comments[0]?.body).toBe(request(1).renderBody(20_000, undefined));
    await expect(
      publishComment(failing(openForge(), 'createComment', 'refused', 2), request(1)),
    ).rejects.toThrow('as told');
  });

  it.each(['forbidden', 'locked', 'limited', 'unreachable'] as const)(
    'gives up at once where it is %s',
    async (reason) => {
      const forge = openForge();
      await expect(publishComment(failing(forge, 'createComment', reason), request(1))).rejects.toMatchObject(
        { reason },
      );
      expect(forge.comments).toEqual([]);
    },
  );

  it('gives up where the forge is gone for longer, with its words', async () => {
    const forge = openForge();
    let attempts = 0;
    const gone: Forge = {
      ...forge,
      createComment: () => {
        attempts++;
        return Promise.reject(new ForgeError('interrupted', '502'));
      },
    };
    await expect(publishComment(gone, request(1))).rejects.toThrow('502');
    expect(attempts).toBe(3);
  });

  it('does not look for ever', async () => {
    const missing = failing(openForge(), 'createComment', 'missing', Infinity);
    await expect(publishComment(missing, request(1))).rejects.toThrow('20 attempts');
  });

  it('looks again for what it wrote where a list has not heard of it yet', async () => {
    const forge = openForge();
    let lag = 4;
    let created = 0;
    const lagging: Forge = {
      ...forge,
      createComment: (number, body) => {
        created++;
        return forge.createComment(number, body);
      },
      listComments: async (number) => (lag-- > 0 ? [] : forge.listComments(number)),
    };
    expect(await publishComment(lagging, request(1))).toEqual({ kind: 'created', author });
    expect(created).toBe(1);
    // Where it takes longer, a second is written, seen in the end, and removed.
    lag = 8;
    expect(await publishComment(lagging, request(2))).toEqual({ kind: 'created', author });
    expect(created).toBe(3);
    expect(forge.comments.map(({ body }) => readMarker(body)?.runId)).toEqual([2]);
  });

  it('finds the doubles of an author that it did not expect', async () => {
    const forge = openForge();
    const wrong = { author: 'github-actions[bot]' };
    expect(await publishComment(forge, { ...request(1), ...wrong })).toEqual({ kind: 'created', author });
    await publishComment(forge, { ...request(2), ...wrong });
    expect(forge.comments.map(({ body }) => readMarker(body)?.runId)).toEqual([2]);
  });
});

/** The forge as runs at the same time see it: the scheduler says whose answer comes next. */
function schedule(forge: Forge, scheduler: fc.Scheduler): Forge {
  return {
    ...forge,
    readPullRequest: scheduler.scheduleFunction((number) => forge.readPullRequest(number)),
    listComments: scheduler.scheduleFunction((number) => forge.listComments(number)),
    createComment: scheduler.scheduleFunction((number, body) => forge.createComment(number, body)),
    updateComment: scheduler.scheduleFunction((id, body) => forge.updateComment(id, body)),
    deleteComment: scheduler.scheduleFunction((id) => forge.deleteComment(id)),
  };
}

describe('runs at the same time', () => {
  const run = fc.record({ runId: fc.integer({ min: 1, max: 9 }), attempt: fc.integer({ min: 1, max: 2 }) });
  const runs = fc.uniqueArray(run, {
    minLength: 2,
    maxLength: 4,
    selector: ({ runId, attempt }) => `${runId}.${attempt}`,
  });
  const settings = { numRuns: 500, seed: 20261125 };

  it('leave one comment, whenever each begins', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), runs, fc.boolean(), async (scheduler, started, wasThere) => {
        const forge = openForge();
        if (wasThere) await publishComment(forge, request(0, { headSha: 'f'.repeat(40) }));
        const seen = schedule(forge, scheduler);
        const publish = started.map(async ({ runId, attempt }) => {
          await scheduler.schedule(Promise.resolve());
          return publishComment(seen, request(runId, { attempt }));
        });
        await scheduler.waitFor(Promise.all(publish));
        expect(forge.comments.map(({ body }) => readMarker(body)?.headSha)).toEqual([head]);
      }),
      settings,
    );
  });

  it('leave the comment of the latest, where all saw none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), runs, async (scheduler, started) => {
        const forge = openForge();
        const seen = schedule(forge, scheduler);
        const publish = started.map(({ runId, attempt }) =>
          publishComment(seen, request(runId, { attempt })),
        );
        await scheduler.waitFor(Promise.all(publish));
        const [latest] = [...started].sort((a, b) => compareRuns(b, a));
        expect(forge.comments.map(({ body }) => readMarker(body))).toMatchObject([latest ?? {}]);
      }),
      settings,
    );
  });

  it('leave one comment while commits are pushed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), runs, async (scheduler, started) => {
        const forge = openForge();
        const seen = schedule(forge, scheduler);
        const [, ...pushed] = commits;
        const push = async () => {
          for (const headSha of pushed) {
            await scheduler.schedule(Promise.resolve());
            forge.changePull(7, { headSha });
          }
        };
        const publish = started.map(async ({ runId, attempt }, at) => {
          await scheduler.schedule(Promise.resolve());
          const headSha = commits[at % commits.length] ?? '';
          return publishComment(seen, request(runId, { attempt, headSha }));
        });
        await scheduler.waitFor(Promise.all([push(), ...publish]));
        expect(forge.comments.length).toBeLessThanOrEqual(1);
        await publishComment(forge, request(100, { headSha: pushed.at(-1) ?? '' }));
        expect(forge.comments.map(({ body }) => readMarker(body)?.runId)).toEqual([100]);
      }),
      settings,
    );
  });
});
