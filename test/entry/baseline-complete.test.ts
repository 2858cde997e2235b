import { describe, expect, it } from 'vitest';
import type { BaselineResult } from '../../src/model/baseline.ts';
import { readMarker, writeMarker } from '../../src/publish/comment-marker.ts';
import { goodResult } from '../baseline/draw-result.ts';
import { troubles, type GitHubServer } from '../github/server.ts';
import { beginTelling, endRun, takeJob, uploadZip } from '../github/stand-in-runner.ts';
import type { StoredRun } from '../github/state.ts';
import { writeZip, type ZipEntry } from '../publish/write-zip.ts';
import {
  completeOwnRun,
  completeRun,
  config,
  headSha,
  openRepository,
  runStep,
  writeCommand,
} from './baseline-step.ts';

const other = 'b'.repeat(40);
const command = `/holdout baseline ${headSha}`;
const input = { digest: 'e'.repeat(64), revision: headSha };
const result: BaselineResult = { ...goodResult, input };

/** A run that a member sent and that waits for a runner. */
async function send(headRepository?: string): Promise<Sent> {
  const github = await openRepository(headRepository);
  await writeCommand(github, command);
  const [run] = github.state.runs;
  if (!run) throw new Error('no run was started');
  return { github, run };
}

/** A run that a member sent and that a runner has taken. */
async function sendAndTake(headRepository?: string): Promise<Sent> {
  const sent = await send(headRepository);
  return { ...sent, run: takeJob(sent.github.state) };
}

interface Left {
  readonly request?: Readonly<Record<string, unknown>>;
  readonly result?: unknown;
  readonly entries?: readonly ZipEntry[];
  readonly conclusion?: string;
}

interface Sent {
  readonly github: GitHubServer;
  readonly run: StoredRun;
}

/** What the run leaves, and its end. */
function leave(sent: Sent, left: Left = {}): void {
  upload(sent, left);
  endRun(sent.run, left.conclusion ?? 'success');
}

function upload({ github, run }: Sent, left: Left = {}): void {
  const { request = run.inputs, result: answer = result } = left;
  const entries = left.entries ?? [
    { name: 'request.json', content: JSON.stringify(request) },
    { name: 'result.json', content: typeof answer === 'string' ? answer : JSON.stringify(answer) },
    { name: 'curves.jsonl', content: '' },
  ];
  uploadZip(github.state, run, writeZip(entries));
}

const bodyOf = ({ state }: GitHubServer) =>
  state.comments
    .filter(({ type }) => type === 'Bot')
    .map(({ body }) => body)
    .join('\n---\n');

describe('the end of a run', () => {
  it('puts what it showed into the comment and at the commit', async () => {
    const sent = await sendAndTake('someone/scans');
    leave(sent);
    const { github, run } = sent;
    const step = await completeRun(github, run);
    expect(step).toMatchObject({ code: 0, outputs: { result: 'judged', 'pull-request': '7' } });
    expect(github.state.checkRuns).toMatchObject([
      { sha: headSha, name: 'holdout/baseline', conclusion: 'success', status: 'completed' },
    ]);
    const body = bodyOf(github);
    expect(body).toContain('### ✅ Baseline: it learned: 0.66');
    expect(body).toContain('| held out | 0.660 |');
    expect(body).toMatch(/xychart-beta\n  x-axis "step" 1 --> 2\n/u);
    expect(body).toContain(`Baseline of ${headSha}`);
    expect(body).toContain(`actions/runs/${run.id}`);
    expect(body).not.toContain('sent to a runner');
  });

  it('is told in the comment of the audit, and kept by the audits that follow', async () => {
    const sent = await sendAndTake();
    const { github, run } = sent;
    for (const comment of github.state.comments)
      if (comment.type === 'Bot')
        comment.body = `${writeMarker({ name: 'holdout', headSha, runId: 100, attempt: 1 })}\n## The audit\n`;
    leave(sent);
    await completeRun(github, run);
    expect(bodyOf(github)).toMatch(
      /^<!-- holdout:holdout [^\n]*run:100\.1 -->\n## The audit\n[^]*Baseline:/u,
    );
    expect(readMarker(bodyOf(github))).toMatchObject({ runId: 100 });
  });

  it('is told again where it is asked for by the id of the run, and changes nothing', async () => {
    const sent = await sendAndTake();
    leave(sent);
    const { github, run } = sent;
    await completeRun(github, run);
    const before = bodyOf(github);
    const again = await completeRun(github, run, {
      event: { name: 'workflow_dispatch', payload: {} },
      inputs: { run: String(run.id) },
    });
    expect(again.code).toBe(0);
    expect(bodyOf(github)).toBe(before);
  });

  it.each<[string, Left, string]>([
    ['the run failed, though its result is good', { conclusion: 'failure' }, 'failure'],
    ['the training was interrupted', { result: { ...result, status: 'interrupted' } }, 'failure'],
    ['it is of a dataset without a name', { result: { ...goodResult, input: undefined } }, 'failure'],
    [
      'it says nothing at all',
      { result: { ...result, stages: {}, status: 'failed', reason: { code: 'no-gpu', message: 'none' } } },
      'failure',
    ],
  ])('does not pass where %s', async (_, left, conclusion) => {
    const sent = await sendAndTake();
    leave(sent, left);
    expect((await completeRun(sent.github, sent.run)).code).toBe(0);
    expect(sent.github.state.checkRuns).toMatchObject([{ sha: headSha, conclusion }]);
    expect(bodyOf(sent.github)).not.toContain('✅');
  });

  it('is judged by the thresholds of the default branch', async () => {
    const github = await openRepository();
    github.state.files.set(
      'holdout.yml',
      `${config}checks: { baseline/smoke: [error, { minGain: 0.9 }] }\nreport: { privacy: open }\n`,
    );
    await writeCommand(github, command);
    const run = takeJob(github.state);
    leave({ github, run });
    await completeRun(github, run);
    expect(github.state.checkRuns).toMatchObject([{ conclusion: 'failure' }]);
    expect(bodyOf(github)).toContain('on val the model scores 0.66, the trivial predictor 0.1');
    // Its config shows subjects as they are.
    expect(bodyOf(github)).toContain('| h (real, test) |');
  });

  it('names subjects by pseudonyms, and hides what no subject should hold', async () => {
    const sent = await sendAndTake();
    const subjects = [{ name: 'Mary Smith', split: 'test', images: 4, score: 0.63 }];
    const { stages } = result;
    const score = stages.score && { ...stages.score, subjects };
    leave(sent, { result: { ...result, stages: { ...stages, score } } });
    await completeRun(sent.github, sent.run, { inputs: { 'privacy-key': 'secret' } });
    expect(bodyOf(sent.github)).not.toContain('Mary');
    expect(bodyOf(sent.github)).toMatch(/\| subject-[0-9a-f]{10} \(test\) \|/u);
  });

  it('counts alone where the config shows no more, and passes no better for it', async () => {
    const github = await openRepository();
    github.state.files.set(
      'holdout.yml',
      `${config}checks: { baseline/smoke: [error, { minGain: 0.9 }] }\nreport: { privacy: strict }\n`,
    );
    await writeCommand(github, command);
    const run = takeJob(github.state);
    leave({ github, run });
    await completeRun(github, run);
    expect(github.state.checkRuns).toMatchObject([{ conclusion: 'failure' }]);
    expect(bodyOf(github)).toContain('Baseline: 1 thing wrong; it scores 0.66');
    expect(bodyOf(github)).not.toContain('the model scores');
    expect(bodyOf(github)).not.toMatch(/\(real, test\)/u);
  });

  it('lists published scores beside it, with what keeps them from being compared', async () => {
    const github = await openRepository();
    const published = '{ metric: Dice, value: 0.8, split: fold 1, citation: Doe 2020 }';
    github.state.files.set('holdout.yml', `${config}baseline: { published: [${published}] }\n`);
    await writeCommand(github, command);
    const run = takeJob(github.state);
    leave({ github, run }, { result: { ...result, samples: { test: { images: 24, subjects: 6 } } } });
    await completeRun(github, run);
    expect(bodyOf(github)).toMatch(
      /\| Dice 0\.8 \|  \| fold 1 \| Doe 2020 \| no<br>[^\n]*none of this dataset/u,
    );
  });
});

describe('a run that tells by itself', () => {
  it('puts what it showed into the comment and at the commit before it has ended', async () => {
    const sent = await sendAndTake('someone/scans');
    upload(sent);
    const { github, run } = sent;
    beginTelling(github.state, run, 'success');
    const step = await completeOwnRun(github, run, 'success');
    expect(step).toMatchObject({ code: 0, outputs: { result: 'judged', 'pull-request': '7' } });
    expect(github.state.checkRuns).toMatchObject([
      { sha: headSha, name: 'holdout/baseline', conclusion: 'success', status: 'completed' },
    ]);
    expect(bodyOf(github)).toContain('### ✅ Baseline: it learned: 0.66');
    expect(run).toMatchObject({ status: 'in_progress', conclusion: null });
  });

  it('is the same run where its id is named', async () => {
    const sent = await sendAndTake();
    upload(sent);
    const { github, run } = sent;
    beginTelling(github.state, run, 'success');
    const step = await completeOwnRun(github, run, 'success', { inputs: { run: String(run.id) } });
    expect(step).toMatchObject({ code: 0, outputs: { result: 'judged' } });
  });

  it.each(['failure', 'cancelled', 'skipped'])(
    'does not pass where training ended as %s, though its result is good',
    async (outcome) => {
      const sent = await sendAndTake();
      upload(sent);
      const { github, run } = sent;
      beginTelling(github.state, run, outcome);
      expect((await completeOwnRun(github, run, outcome)).code).toBe(0);
      expect(github.state.checkRuns).toMatchObject([{ sha: headSha, conclusion: 'failure' }]);
      expect(bodyOf(github)).not.toContain('✅');
    },
  );

  const untaken = 'before a runner with labels self-hosted, gpu took the job';

  it.each<[string, boolean, string, string]>([
    ['was cancelled before a runner took it', false, 'cancelled', `ended as cancelled ${untaken}`],
    ['was not approved', false, 'failure', `ended as failure ${untaken}`],
    [
      'was ruled out',
      false,
      'skipped',
      'ended as skipped before a runner with the labels that it asks for took the job',
    ],
    ['was cancelled by a runner', true, 'cancelled', 'ended as cancelled and left no result'],
    ['failed', true, 'failure', 'ended as failure and left no result'],
  ])('is not run, and no pass, where training %s', async (_, isTaken, outcome, words) => {
    const sent = await send();
    const { github, run } = sent;
    if (isTaken) takeJob(github.state);
    beginTelling(github.state, run, outcome);
    // The runner of the job that tells is none that trains.
    expect(run.jobs.map(({ runner }) => runner)).toEqual([isTaken ? 'stand-in' : null, 'GitHub Actions 1']);
    const step = await completeOwnRun(github, run, outcome);
    expect(step).toMatchObject({ code: 0, outputs: { result: 'not-run' } });
    expect(github.state.checkRuns).toMatchObject([
      { sha: headSha, conclusion: 'cancelled', title: `Not run: the run ${words}` },
    ]);
    expect(bodyOf(github)).toContain('That is no pass');
  });

  it.each<[string, boolean, string]>([
    ['no runner had taken the job that trains', false, `the run ended as cancelled ${untaken}`],
    ['a runner had taken the job that trains', true, 'the run ended as cancelled and left no result'],
  ])('is told in the same words once it has ended, where %s', async (_, isTaken, words) => {
    const { github, run } = await send();
    if (isTaken) takeJob(github.state);
    beginTelling(github.state, run, 'cancelled');
    endRun(run, 'cancelled');
    await completeRun(github, run);
    expect(github.state.checkRuns).toMatchObject([{ title: `Not run: ${words}` }]);
  });

  it('is told of by the job that trained, not by one that was ruled out', async () => {
    const { github, run } = await sendAndTake();
    beginTelling(github.state, run, 'failure');
    const labels = ['ubuntu-latest'];
    run.jobs.push({ id: 1, labels, status: 'completed', conclusion: 'skipped', runner: null });
    await completeOwnRun(github, run, 'failure');
    expect(github.state.checkRuns).toMatchObject([
      { title: 'Not run: the run ended as failure and left no result' },
    ]);
  });

  it.each([
    ['', 'input outcome is empty (it is how the job ended that trained, `${{ needs.train.result }}`)'],
    ['timed_out', 'input outcome is "timed_out" (it may be success, failure, cancelled, skipped)'],
    ['Success', 'input outcome is "Success"'],
    ['success\n::error::x', 'input outcome is "success\\n::error::x"'],
  ])('cannot tell with the outcome %j', async (outcome, words) => {
    const sent = await sendAndTake();
    upload(sent);
    const { github, run } = sent;
    beginTelling(github.state, run, 'success');
    const before = bodyOf(github);
    const step = await completeOwnRun(github, run, outcome);
    expect(step.code).toBe(2);
    expect(step.log).toContain(words);
    expect(step.log.trimEnd().split('\n')).toHaveLength(1);
    expect(bodyOf(github)).toBe(before);
    expect(github.state.checkRuns).toEqual([]);
  });

  it('has no say in how another run ended', async () => {
    const sent = await sendAndTake();
    leave(sent, { conclusion: 'failure' });
    const { github, run } = sent;
    const step = await completeRun(github, run, { inputs: { outcome: 'success' } });
    expect(step.code).toBe(2);
    expect(step.log).toContain(`input outcome is of no use for run ${run.id}`);
    expect(github.state.checkRuns).toEqual([]);
  });

  it('does nothing where it is of a branch, whose workflow anybody who writes can change', async () => {
    const sent = await sendAndTake();
    upload(sent);
    const { github } = sent;
    const run = { ...sent.run, headBranch: 'evil' };
    github.state.runs.splice(0, 1, run);
    const step = await completeOwnRun(github, run, 'success');
    expect(step.code).toBe(0);
    expect(step.summary).toContain('is not of the default branch');
    expect(github.state.checkRuns).toEqual([]);
  });
});

describe('a run of the default branch', () => {
  it('is told at the commit and in the summary once it has been waited for, and in no comment', async () => {
    const github = await openRepository();
    const { state } = github;
    const step = await runStep(github, {
      event: { name: 'schedule', payload: {} },
      inputs: { wait: 'true' },
      meanwhile: () => {
        const [run] = state.runs;
        if (run?.status !== 'queued') return;
        const taken = takeJob(state);
        const answer = { ...result, input: { ...input, revision: state.baseSha } };
        leave({ github, run: taken }, { result: answer });
      },
    });
    expect(step).toMatchObject({ code: 0, outputs: { result: 'judged' } });
    expect(step.summary).toContain('### ✅ Baseline: it learned: 0.66');
    expect(step.summary).toContain('| held out | 0.660 |');
    expect(step.summary).toContain(`Baseline of ${state.baseSha}`);
    expect(state.checkRuns).toMatchObject([{ sha: state.baseSha, conclusion: 'success' }]);
    expect(state.comments).toEqual([]);
  });
});

describe('a result that is none', () => {
  const forged = { ...result, input: { ...input, revision: other } };

  it.each<[string, Left | ((run: StoredRun) => Left), string]>([
    [
      'is of another commit, by what it was asked',
      (run) => ({ request: { ...run.inputs, head_sha: other } }),
      'of another commit',
    ],
    ['is of another commit, by its own word', { result: forged }, 'of another commit'],
    ['is of no pull request', (run) => ({ request: { ...run.inputs, pr: 'none' } }), 'of another commit'],
    ['is of another pull request', (run) => ({ request: { ...run.inputs, pr: '8' } }), 'of another commit'],
    [
      'is of another request',
      (run) => ({ request: { ...run.inputs, correlation_id: 'f'.repeat(32) } }),
      'of another request',
    ],
    [
      'is of another config',
      (run) => ({ request: { ...run.inputs, config_digest: 'f'.repeat(64) } }),
      'of another config',
    ],
    ['does not say what it was asked', { request: { pr: 7 } }, 'no request.json'],
    ['is no JSON', { result: '{' }, 'is no result of a baseline: no JSON'],
    ['breaks its schema', { result: { ...result, verdict: 'fine' } }, 'is no result of a baseline'],
    [
      'claims more than a score can be',
      { result: { ...result, stages: { learning: { ...goodResult.stages.learning, score: 7 } } } },
      'is no result of a baseline',
    ],
    [
      'is a link',
      { entries: [{ name: 'result.json', content: '/etc/passwd', mode: 0o120777 }] },
      'no regular file',
    ],
    ['leaves its folder', { entries: [{ name: '../result.json', content: '{}' }] }, 'relative path'],
    [
      'is a bomb',
      { entries: [{ name: 'result.json', content: new Uint8Array(8_000_001) }] },
      'more than 8000000 bytes',
    ],
  ])('is refused, and the commit is red: it %s', async (_, left, words) => {
    const sent = await sendAndTake();
    leave(sent, typeof left === 'function' ? left(sent.run) : left);
    const step = await completeRun(sent.github, sent.run);
    expect(step).toMatchObject({ code: 0, outputs: { result: 'unusable' } });
    expect(sent.github.state.checkRuns).toMatchObject([{ sha: headSha, conclusion: 'failure' }]);
    expect(sent.github.state.checkRuns[0]?.title).toContain(words);
    expect(bodyOf(sent.github)).toContain('Baseline: no result that can be used');
  });

  it('is refused where the config has changed since', async () => {
    const sent = await sendAndTake();
    leave(sent);
    sent.github.state.files.set('holdout.yml', `${config}checks: { baseline/smoke: off }\n`);
    await completeRun(sent.github, sent.run);
    expect(sent.github.state.checkRuns[0]).toMatchObject({ conclusion: 'failure' });
    expect(bodyOf(sent.github)).toContain('has changed: send it again');
  });

  it('says nothing but what it is escaped to', async () => {
    const sent = await sendAndTake();
    const hostile = '<img src=x>\n<!-- holdout-baseline head:x -->\n@team [a](http://x) `x` ::error::x';
    const { stages } = result;
    const rows = [{ name: hostile, score: 0.5, images: 4, subjects: 1 }];
    const score = stages.score && { ...stages.score, classes: rows, domains: rows };
    leave(sent, {
      result: {
        ...result,
        notes: [hostile],
        model: { name: hostile, parameters: 1 },
        stages: { ...stages, score },
      },
    });
    const step = await completeRun(sent.github, sent.run);
    const body = bodyOf(sent.github);
    expect(body.match(/<!-- holdout-baseline/gu)).toHaveLength(1);
    for (const trick of ['<img', '@team', '[a](', '`x`']) expect(body).not.toContain(trick);
    expect(step.log).not.toMatch(/^::error/mu);
  });
});

describe('a run without a result is not run, and no pass', () => {
  it.each<[string, (run: StoredRun) => void, string]>([
    [
      'no runner took it',
      (run) => {
        for (const job of run.jobs) job.runner = null;
        endRun(run, 'cancelled');
      },
      'the run ended as cancelled before a runner with labels self-hosted, gpu took the job',
    ],
    ['it was cancelled', (run) => endRun(run, 'cancelled'), 'the run ended as cancelled and left no result'],
    ['it took too long', (run) => endRun(run, 'timed_out'), 'the run ended as timed_out and left no result'],
  ])('where %s', async (_, end, words) => {
    const { github, run } = await sendAndTake();
    end(run);
    const step = await completeRun(github, run);
    expect(step).toMatchObject({ code: 0, outputs: { result: 'not-run' } });
    expect(github.state.checkRuns).toMatchObject([{ sha: headSha, conclusion: 'cancelled' }]);
    expect(github.state.checkRuns[0]?.title).toContain(words);
    expect(bodyOf(github)).toContain('That is no pass');
  });

  it('where it was stopped before it trained', async () => {
    const sent = await sendAndTake();
    leave(sent, {
      entries: [{ name: 'request.json', content: JSON.stringify(sent.run.inputs) }],
      conclusion: 'cancelled',
    });
    await completeRun(sent.github, sent.run);
    expect(bodyOf(sent.github)).toContain('the run ended as cancelled before it trained');
  });
});

describe('a run that holdout did not send', () => {
  it.each<[string, Partial<StoredRun>]>([
    ['is of a branch, whose workflow anybody who writes can change', { headBranch: 'evil' }],
    ['is of another workflow', { path: '.github/workflows/other.yml' }],
    ['was on a push', { event: 'push' }],
    ['has a title of its own', { title: `holdout baseline of #7 at ${headSha}` }],
    ['has a title that says two things', { title: `holdout baseline of #8 at x [y z] #7 at ${headSha}` }],
  ])('changes nothing where it %s', async (_, change) => {
    const sent = await sendAndTake();
    leave(sent);
    const { github } = sent;
    const run = { ...sent.run, ...change };
    github.state.runs.splice(0, 1, run);
    const before = bodyOf(github);
    expect((await completeRun(github, run)).code).toBe(0);
    expect(bodyOf(github)).toBe(before);
    expect(github.state.checkRuns).toEqual([]);
  });
});

describe('where it is told', () => {
  it('is the commit alone, once another was pushed', async () => {
    const sent = await sendAndTake();
    leave(sent);
    const { github, run } = sent;
    for (const pull of github.state.pulls) pull.headSha = other;
    const before = bodyOf(github);
    const step = await completeRun(github, run);
    expect(step.code).toBe(0);
    expect(step.summary).toContain('a newer commit was pushed');
    expect(github.state.checkRuns).toMatchObject([{ sha: headSha, conclusion: 'success' }]);
    expect(bodyOf(github)).toBe(before);
  });

  it('is not an older run, once a later one has been told of', async () => {
    const sent = await sendAndTake();
    const { github, run } = sent;
    leave(sent);
    await writeCommand(github, command);
    const later = takeJob(github.state);
    leave({ github, run: later });
    await completeRun(github, later);
    const step = await completeRun(github, run);
    expect(step.summary).toContain('a later run has commented');
    expect(bodyOf(github)).toContain(`/runs/${later.id}"`);
  });

  it.each([
    ['checks/create', 'The result of the commit was not published'],
    ['issues/update-comment', 'The comment was not published'],
  ])('is told of where %s fails, and the rest is done', async (operation, words) => {
    const sent = await sendAndTake();
    leave(sent);
    const { github, run } = sent;
    github.fail(operation, { kind: 'answer', answer: troubles.forbidden });
    const step = await completeRun(github, run);
    expect(step.code).toBe(2);
    expect(step.summary).toContain(words);
    expect(github.state.checkRuns.length + Number(bodyOf(github).includes('it learned'))).toBe(1);
  });
});
