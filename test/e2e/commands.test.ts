import { expect, it } from 'vitest';
import { writeMarker } from '../../src/publish/comment-marker.ts';
import { buildCommentEvent } from '../github/events.ts';
import { makePlace, openPullRequest, runOnGitHub } from './github-run.ts';

it('answers a comment with a reaction and what it asks for', async () => {
  const headSha = 'a'.repeat(40);
  const github = await openPullRequest(headSha);
  const { state } = github;
  const { repository } = state;
  const marker = writeMarker({ name: 'holdout', headSha, runId: 100, attempt: 1 });
  state.collaborators.set('ann', 'read');
  const body = 'What is that?\n\n/holdout explain leakage/subject';
  state.comments.push(
    { id: 1, pull: 7, login: 'github-actions[bot]', type: 'Bot', body: `${marker}\nthe audit\n` },
    { id: 2, pull: 7, login: 'ann', type: 'User', body },
  );
  const payload = buildCommentEvent({ repository, number: 7, comment: 2, author: 'ann', body });
  const run = await runOnGitHub(github, await makePlace(), {
    ...{ action: 'comment', runId: 200, token: 'dispatch' },
    event: { name: 'issue_comment', payload },
  });
  expect(run).toMatchObject({ code: 0, stderr: '', commands: [] });
  expect(run.summary).toContain('was explained');
  expect(state.comments[0]?.body).toContain('<code>leakage/subject</code> asks');
  expect(state.reactions).toEqual([{ comment: 2, content: '+1' }]);
});
