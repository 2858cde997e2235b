import { describe, expect, it } from 'vitest';
import { runCli } from '../../src/entry/cli-run.ts';
import { digestConfig } from '../../src/publish/baseline-request.ts';
import { readMarker } from '../../src/publish/comment-marker.ts';
import { buildPullRequestEvent } from '../github/events.ts';
import { troubles, type GitHubServer } from '../github/server.ts';
import { endRun, takeJob } from '../github/stand-in-runner.ts';
import { actionsBot, type StoredRun } from '../github/state.ts';
import {
  completeRun,
  config,
  headSha,
  openRepository,
  runStep,
  writeCommand,
  type BaselineStep,
} from './baseline-step.ts';

const other = 'b'.repeat(40);
const command = `/holdout baseline ${headSha}`;

const reactions = ({ state }: GitHubServer) => state.reactions.map(({ content }) => content);
const botComments = ({ state }: GitHubServer) => state.comments.filter(({ type }) => type === 'Bot');

function label(github: GitHubServer, headRepository: string) {
  const { repository } = github.state;
  const head = { repository, number: 7, headSha, headBranch: 'more', headRepository };
  return { event: { name: 'pull_request', payload: buildPullRequestEvent(head) } };
}

describe('a command by a member', () => {
  it('starts the workflow of the default branch, and says so', async () => {
    const github = await openRepository('someone/scans');
    const step = await writeCommand(github, `Good.\n\n${command}\n`);
    expect(step).toMatchObject({ code: 0, outputs: { run: String(github.state.runs[0]?.id) } });
    expect(github.state.runs).toMatchObject([
      {
        headBranch: 'main',
        inputs: { pr: '7', head_sha: headSha, config_digest: digestConfig(config) },
        title: expect.stringMatching(/^holdout baseline of #7 at a{40} \[\d{32} [0-9a-f]{64}\]$/u) as string,
      },
    ]);
    expect(reactions(github)).toEqual(['rocket']);
    const [comment] = botComments(github);
    expect(comment?.body).toContain('Baseline: sent to a runner');
    expect(comment?.body).toContain(headSha);
    // An audit of the commit takes the comment over.
    expect(readMarker(comment?.body ?? '')).toMatchObject({ headSha, runId: 0 });
  });

  it.each([
    ['nobody knows', 'mallory'],
    ['may only read', 'bob'],
    ['is gone', ''],
  ])('is none where its author %s', async (_, author) => {
    const github = await openRepository();
    const step = await writeCommand(github, command, { author });
    expect(step.code).toBe(0);
    expect(step.summary).toContain('may not write to the repository');
    expect(github.state.runs).toEqual([]);
    expect(reactions(github)).toEqual(['-1']);
    expect(botComments(github)).toEqual([]);
  });

  it('reaches no commit but the newest', async () => {
    const github = await openRepository();
    const step = await writeCommand(github, `/holdout baseline ${other}`);
    expect(step.code).toBe(1);
    expect(github.state.runs).toEqual([]);
    expect(reactions(github)).toEqual(['confused']);
    expect(botComments(github)[0]?.body).toContain(
      `Baseline: not sent: ${other} is not the newest commit of the pull request`,
    );
  });

  it.each([
    ['an edited comment', command, { action: 'edited' }, 'not new'],
    ['a comment without a command', `Try ${command}`, {}, 'asks for no baseline'],
    ['a mistaken command', '/holdout baseline now', {}, 'whole id'],
    ['another command', '/holdout check', {}, 'asks for no baseline'],
  ])('is not %s', async (_, body, more, words) => {
    const github = await openRepository();
    const step = await writeCommand(github, body, more);
    expect(step.code).toBe(0);
    expect(step.summary).toContain(words);
    expect(github.served).toEqual([]);
  });

  it('sends nothing of a pull request that is closed', async () => {
    const github = await openRepository();
    for (const pull of github.state.pulls) pull.state = 'closed';
    expect((await writeCommand(github, command)).code).toBe(1);
    expect(github.state.runs).toEqual([]);
    expect(botComments(github)).toEqual([]);
  });
});

describe('an event of the pull request', () => {
  it('sends a branch of the repository itself', async () => {
    const github = await openRepository();
    expect((await runStep(github, label(github, 'clinic/scans'))).code).toBe(0);
    expect(github.state.runs).toHaveLength(1);
  });

  it('sends nothing of a fork, and says who can', async () => {
    const github = await openRepository('someone/scans');
    // The event claims what is not so.
    const step = await runStep(github, label(github, 'clinic/scans'));
    expect(step.code).toBe(1);
    expect(step.summary).toContain('in another repository');
    expect(github.state.runs).toEqual([]);
  });

  it.each(['pull_request_target', 'push', 'workflow_run'])('is not %s', async (name) => {
    const github = await openRepository();
    const step = await runStep(github, { event: { name, payload: {} } });
    expect(step.code).toBe(2);
    expect(step.log).toContain(name);
    expect(github.served).toEqual([]);
  });
});

describe('one run for each pull request', () => {
  it('is said where one is under way, and not doubled', async () => {
    const github = await openRepository();
    await writeCommand(github, command);
    const second = await writeCommand(github, command);
    expect(second).toMatchObject({ code: 1, outputs: { run: String(github.state.runs[0]?.id) } });
    expect(second.summary).toContain('is queued for this pull request already');
    expect(github.state.runs).toHaveLength(1);
    const run = takeJob(github.state);
    expect((await writeCommand(github, command)).summary).toContain('is in progress for this pull request');
    endRun(run, 'failure');
    expect((await writeCommand(github, command)).code).toBe(0);
    expect(github.state.runs).toHaveLength(2);
  });

  it('stays where two are sent at once', async () => {
    const github = await openRepository();
    const steps = await Promise.all([writeCommand(github, command), writeCommand(github, command)]);
    expect(steps.map(({ code }) => code).sort()).toEqual([0, 1]);
    expect(github.state.runs.filter(({ status }) => status === 'queued')).toHaveLength(1);
    const [first] = github.state.runs;
    expect(first?.status).toBe('queued');
    expect(botComments(github)).toHaveLength(1);
    expect(botComments(github)[0]?.body).toContain(`/runs/${first?.id ?? 0}`);
  });

  it('is not held up by another pull request, nor by a run with another title', async () => {
    const github = await openRepository();
    github.state.pulls.push(...github.state.pulls.map((pull) => ({ ...pull, number: 8 })));
    await writeCommand(github, command);
    const [run] = github.state.runs;
    if (!run) throw new Error('nothing was sent');
    github.state.runs.splice(
      0,
      1,
      { ...run, id: 1, title: run.title.replace('#7', '#8') },
      { ...run, id: 2, title: `holdout baseline of #7 at ${headSha}` },
    );
    expect((await writeCommand(github, command)).code).toBe(0);
  });
});

describe('the default branch', () => {
  const schedule = { event: { name: 'schedule', payload: { schedule: '17 3 * * 1' } } };

  /** Without the right to look at pull requests. */
  function askFor(github: GitHubServer, more: Partial<BaselineStep> = {}) {
    github.state.tokens.set('scheduled', {
      ...actionsBot,
      permissions: { actions: 'write', checks: 'write', contents: 'read' },
    });
    return runStep(github, { ...schedule, token: 'scheduled', ...more });
  }

  it.each(['schedule', 'workflow_dispatch'])('is sent on %s, as its newest commit', async (name) => {
    const github = await openRepository();
    const step = await askFor(github, { event: { name, payload: {} } });
    const { baseSha, runs } = github.state;
    expect(step).toMatchObject({ code: 0, outputs: { run: String(runs[0]?.id) } });
    expect(runs).toMatchObject([
      {
        inputs: { pr: 'none', head_sha: baseSha, config_digest: digestConfig(config) },
        title: expect.stringMatching(/^holdout baseline of #none at d{40} \[/u) as string,
      },
    ]);
    expect(github.state.comments).toEqual([]);
  });

  it('is sent once at a time, whatever pull requests do', async () => {
    const github = await openRepository();
    await writeCommand(github, command);
    expect((await askFor(github)).code).toBe(0);
    const again = await askFor(github);
    expect(again.code).toBe(1);
    expect(again.summary).toContain('is queued for the default branch already');
    expect(github.state.runs).toHaveLength(2);
  });

  it('stays one run where two are sent at once', async () => {
    const github = await openRepository();
    const steps = await Promise.all([askFor(github), askFor(github)]);
    expect(steps.map(({ code }) => code).sort()).toEqual([0, 1]);
    expect(github.state.runs.filter(({ status }) => status === 'queued')).toHaveLength(1);
  });

  it('is not sent again once its newest commit was trained on', async () => {
    const github = await openRepository();
    await askFor(github);
    const run = takeJob(github.state);
    endRun(run, 'success');
    const step = await askFor(github);
    expect(step).toMatchObject({ code: 0, outputs: { run: String(run.id) } });
    for (const told of [step.log, step.summary])
      expect(told).toContain('has a finished baseline with the same config already');
    expect(github.state.runs).toHaveLength(1);
  });

  it('is not sent where a pull request had the very commit trained on', async () => {
    const github = await openRepository();
    for (const pull of github.state.pulls) pull.headSha = github.state.baseSha;
    await writeCommand(github, `/holdout baseline ${github.state.baseSha}`);
    endRun(takeJob(github.state), 'success');
    expect((await askFor(github)).code).toBe(0);
    expect(github.state.runs).toHaveLength(1);
  });

  it.each<[string, (github: GitHubServer, run: StoredRun) => void]>([
    ['the run did not end well', (_, run) => endRun(run, 'failure')],
    [
      'the config has changed',
      ({ state }, run) => {
        endRun(run, 'success');
        state.files.set('holdout.yml', `${config}baseline: { steps: 10 }\n`);
      },
    ],
    [
      'a commit was added',
      ({ state }, run) => {
        endRun(run, 'success');
        state.runs.splice(0, 1, { ...run, title: run.title.replace(state.baseSha, other) });
      },
    ],
  ])('is sent again where %s', async (_, change) => {
    const github = await openRepository();
    await askFor(github);
    change(github, takeJob(github.state));
    expect((await askFor(github)).code).toBe(0);
    expect(github.state.runs).toHaveLength(2);
  });

  it('has its result at the commit and in the summary, and in no comment', async () => {
    const github = await openRepository();
    await askFor(github);
    const run = takeJob(github.state);
    endRun(run, 'failure');
    const step = await completeRun(github, run, { token: 'scheduled' });
    expect(step).toMatchObject({ code: 0, outputs: { result: 'not-run' } });
    expect(step.outputs).not.toHaveProperty('pull-request');
    expect(step.summary).toContain('### ⚪ Baseline: not run: the run ended as failure and left no result');
    const { baseSha, checkRuns, comments } = github.state;
    expect(checkRuns).toMatchObject([{ sha: baseSha, name: 'holdout/baseline', conclusion: 'cancelled' }]);
    expect(comments).toEqual([]);
  });

  it('is waited for where the step says so', async () => {
    const github = await openRepository();
    const step = await askFor(github, { inputs: { wait: 'true' } });
    expect(step).toMatchObject({ code: 1, outputs: { result: 'not-run' } });
    expect(step.summary).toContain('no runner with labels self-hosted, gpu took the job in 20 minutes');
    expect(github.state.checkRuns).toMatchObject([{ sha: github.state.baseSha, conclusion: 'cancelled' }]);
  });
});

describe('what goes wrong when it is sent', () => {
  it('is found again where the answer was lost, and not sent twice', async () => {
    const github = await openRepository();
    github.fail('actions/create-workflow-dispatch', { kind: 'cut', when: 'after' });
    expect(await writeCommand(github, command)).toMatchObject({ code: 0 });
    expect(github.state.runs).toHaveLength(1);
  });

  it('is found by its title where GitHub tells no id', async () => {
    const github = await openRepository();
    github.state.tellsRuns = false;
    const step = await writeCommand(github, command);
    expect(step).toMatchObject({ code: 0, outputs: { run: String(github.state.runs[0]?.id) } });
  });

  it('is given up after a few looks where no run has its title', async () => {
    const github = await openRepository();
    github.fail('actions/create-workflow-dispatch', { kind: 'answer', answer: { status: 204 } });
    let looks = 0;
    const step = await writeCommand(github, command, {
      meanwhile: () => {
        looks++;
      },
    });
    expect([step.code, looks]).toEqual([2, 4]);
    expect(step.log).toContain('no run of holdout-baseline.yml with the title of this request was found');
  });

  it.each<[string, (github: GitHubServer) => void, RegExp]>([
    [
      'the workflow is missing',
      ({ state }) => state.workflows.clear(),
      /main needs \.github\/workflows\/holdout-baseline\.yml/u,
    ],
    [
      'the workflow takes other inputs',
      ({ state }) =>
        void state.workflows.set('holdout-baseline.yml', { runName: 'x', inputs: ['pr'], labels: [] }),
      /its inputs have to be those/u,
    ],
    ['there is no config', ({ state }) => state.files.clear(), /main has no holdout\.yml/u],
    [
      'the token may not',
      (github) =>
        github.fail('actions/create-workflow-dispatch', { kind: 'answer', answer: troubles.forbidden }),
      /give the job `actions: write`/u,
    ],
  ])('is said where %s', async (_, spoil, words) => {
    const github = await openRepository();
    spoil(github);
    const step = await writeCommand(github, command);
    expect(step.code).toBe(2);
    expect(step.log).toMatch(words);
    expect(github.state.runs).toEqual([]);
  });

  it('is still sent where the reaction and the comment cannot be written', async () => {
    const github = await openRepository();
    github.fail('reactions/create-for-issue-comment', { kind: 'answer', answer: troubles.forbidden });
    github.fail('issues/create-comment', { kind: 'answer', answer: troubles.forbidden });
    const step = await writeCommand(github, command);
    expect(step.code).toBe(0);
    expect(step.summary).toContain('The comment was not published');
    expect(github.state.runs).toHaveLength(1);
  });
});

describe('waiting', () => {
  const waiting = { inputs: { wait: 'true', 'queue-minutes': '20' } };
  const minute = 60_000;

  it('gives up a run that no runner takes: not run, which is no pass', async () => {
    const github = await openRepository();
    const step = await writeCommand(github, command, waiting);
    expect(step).toMatchObject({ code: 1, outputs: { result: 'not-run' } });
    const reason = 'no runner with labels self-hosted, gpu took the job in 20 minutes';
    expect(step.summary).toContain(reason);
    expect(github.state.runs).toMatchObject([{ status: 'completed', conclusion: 'cancelled' }]);
    expect(github.state.checkRuns).toMatchObject([
      { sha: headSha, name: 'holdout/baseline', conclusion: 'cancelled', title: `Not run: ${reason}` },
    ]);
    expect(botComments(github)[0]?.body).toContain(reason);
    expect(botComments(github)[0]?.body).toContain('That is no pass');
  });

  it('waits as long as it takes once a runner has the job', async () => {
    const github = await openRepository();
    const step = await writeCommand(github, command, {
      ...waiting,
      meanwhile: (passedMs) => {
        const [run] = github.state.runs;
        if (passedMs >= 19 * minute && run?.status === 'queued') takeJob(github.state);
        if (passedMs >= 90 * minute && run?.status === 'in_progress') endRun(run, 'failure');
      },
    });
    expect(step).toMatchObject({ code: 1, outputs: { result: 'not-run' } });
    expect(step.summary).toContain('the run ended as failure and left no result');
  });

  it('does not count the time that somebody takes to approve the run', async () => {
    const github = await openRepository();
    const step = await writeCommand(github, command, {
      ...waiting,
      meanwhile: (passedMs) => {
        const [run] = github.state.runs;
        if (!run || run.status === 'completed') return;
        if (passedMs < 60 * minute) run.status = 'waiting';
        else if (run.status === 'waiting') run.status = 'queued';
        if (passedMs >= 75 * minute) endRun(run, 'cancelled');
      },
    });
    expect(step.summary).toContain('the run ended as cancelled before a runner');
  });
});

describe('holdout baseline dispatch', () => {
  async function run(github: GitHubServer, parameters: readonly string[], token = 'dispatch') {
    let said = '';
    const stream = { write: (text: string) => ((said += text), true), isTTY: false };
    const env = {
      GITHUB_TOKEN: token,
      GITHUB_API_URL: github.url,
      GITHUB_REPOSITORY: github.state.repository,
    };
    const outside = { cwd: '/', today: '2026-01-01', stdout: stream, stderr: stream, env };
    const code = await runCli(['baseline', 'dispatch', ...parameters], outside);
    return { code, said };
  }

  it('sends the commit that is named', async () => {
    const github = await openRepository('someone/scans');
    const sent = await run(github, ['--pull-request', '7', '--sha', headSha]);
    expect(sent).toEqual({ code: 0, said: `sent: run ${github.state.runs[0]?.id ?? 0}\n` });
    const again = await run(github, ['--pull-request', '7', '--sha', headSha]);
    expect(again.code).toBe(1);
    expect(again.said).toContain('is queued for this pull request already');
  });

  it.each([
    [['--pull-request', '7', '--sha', other], 'dispatch', 1, 'not the newest commit'],
    [['--pull-request', '7', '--sha', 'aaaaaaa'], 'dispatch', 2, 'whole id'],
    [['--pull-request', '7', '--sha', headSha], '', 2, 'no token'],
    [['--pull-request', '7', '--sha', headSha], 'write', 2, 'actions: write'],
    [['--pull-request', '7', '--sha', headSha, '--workflow', '../x.yml'], 'dispatch', 2, 'the workflow is'],
    [['--pull-request', '7', '--sha', headSha, '--repository', 'x'], 'dispatch', 2, 'not known'],
  ])('refuses %j with token %j', async (parameters, token, code, words) => {
    const github = await openRepository();
    const outcome = await run(github, parameters, token);
    expect(outcome.code).toBe(code);
    expect(outcome.said).toContain(words);
    expect(github.state.runs).toEqual([]);
  });
});
