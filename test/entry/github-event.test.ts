import { describe, expect, it } from 'vitest';
import { readPullRequestEvent, readWorkflowRunEvent } from '../../src/entry/github-event.ts';
import { EnvironmentError } from '../../src/model/errors.ts';
import { buildPullRequestEvent, buildWorkflowRunEvent } from '../github/events.ts';

const head = {
  repository: 'clinic/scans',
  number: 7,
  headSha: 'a'.repeat(40),
  headBranch: 'more',
  headRepository: 'clinic/scans',
  baseSha: 'c'.repeat(40),
};

describe('readPullRequestEvent', () => {
  it.each([
    ['clinic/scans', false],
    ['someone/scans', true],
    [null, true],
  ])('tells whether %s is a fork', (headRepository, isFork) => {
    const payload = buildPullRequestEvent({ ...head, headRepository: headRepository ?? '' });
    // As GitHub sends it where the fork was deleted.
    if (headRepository === null)
      Object.assign((payload as { pull_request: { head: object } }).pull_request.head, { repo: null });
    expect(readPullRequestEvent(payload)).toEqual({
      number: 7,
      headSha: head.headSha,
      baseSha: head.baseSha,
      isFork,
    });
  });

  it.each([
    null,
    {},
    { repository: { full_name: 'a/b' } },
    buildPullRequestEvent({ ...head, headSha: '../main' }),
    buildPullRequestEvent({ ...head, baseSha: '--upload-pack=evil' }),
  ])('refuses what is no such payload', (payload) =>
    expect(() => readPullRequestEvent(payload)).toThrow(EnvironmentError),
  );
});

describe('readWorkflowRunEvent', () => {
  const run = { ...head, runId: 12, attempt: 2, conclusion: 'success' };

  it('tells the run that ended', () => {
    expect(readWorkflowRunEvent(buildWorkflowRunEvent(run))).toEqual({
      trigger: 'pull_request',
      runId: 12,
      attempt: 2,
      headSha: head.headSha,
      headBranch: 'more',
      headRepository: 'clinic/scans',
      conclusion: 'success',
    });
  });

  it('knows no repository where the fork is gone, and no end where there is none', () => {
    const payload = buildWorkflowRunEvent(run) as { workflow_run: object };
    Object.assign(payload.workflow_run, { head_repository: null, conclusion: null });
    expect(readWorkflowRunEvent(payload)).toMatchObject({ headRepository: undefined, conclusion: undefined });
  });

  it('refuses what is no such payload', () => {
    expect(() => readWorkflowRunEvent(buildPullRequestEvent(head))).toThrow('no workflow_run.event');
  });
});
