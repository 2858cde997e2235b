import { cp, mkdir, readdir, readFile, rename, symlink, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareTrainer } from '../../scripts/python/trainer-environment.ts';
import type { BaselineInput, BaselineResult } from '../../src/model/baseline.ts';
import { goodResult } from '../baseline/draw-result.ts';
import type { GitHubServer } from '../github/server.ts';
import { endRun, takeJob, uploadFolder } from '../github/stand-in-runner.ts';
import type { StoredRun } from '../github/state.ts';
import {
  completeRun,
  headSha,
  makeFolder,
  openRepository,
  runStep,
  writeCommand,
  type StepOutcome,
} from './baseline-step.ts';

const example = fileURLToPath(new URL('../../examples/leaking-split', import.meta.url));
const trainerSetupMs = 900_000;
const isTrainerLeftOut = process.env['HOLDOUT_SKIP_BASELINE'] === '1';
if (isTrainerLeftOut) console.warn('skipped: HOLDOUT_SKIP_BASELINE is set');

interface Runner {
  readonly github: GitHubServer;
  readonly run: StoredRun;
  /** With the checkouts `base` and `data`. */
  readonly workspace: string;
  /** Runs the step that trains. */
  readonly train: (env?: NodeJS.ProcessEnv) => Promise<StepOutcome>;
}

/** A runner that has taken the job that a member sent, with what the workflow checks out; `more` adds to the config. */
async function startRunner(more: string): Promise<Runner> {
  const github = await openRepository();
  const config = `${await readFile(join(example, 'holdout.yml'), 'utf8')}\n${more}\n`;
  github.state.files.set('holdout.yml', config);
  await writeCommand(github, `/holdout baseline ${headSha}`);
  const run = takeJob(github.state);
  const workspace = await makeFolder();
  await mkdir(join(workspace, 'base'));
  await writeFile(join(workspace, 'base/holdout.yml'), config);
  await cp(example, join(workspace, 'data'), { recursive: true });
  const train = (env = process.env) =>
    runStep(github, {
      event: { name: 'workflow_dispatch', payload: { inputs: run.inputs } },
      inputs: { mode: 'train', device: 'cpu', token: '' },
      ...{ workspace, temporary: workspace, env },
    });
  return { github, run, workspace, train };
}

const readJson = async (...path: string[]): Promise<unknown> =>
  JSON.parse(await readFile(join(...path), 'utf8'));

/** A trainer that answers what all is well with. */
const quickTrainer = `
import { readFileSync, writeFileSync } from 'node:fs';
const [, input, , data, , output] = process.argv.slice(2);
const { digest, revision } = JSON.parse(readFileSync(input, 'utf8'));
const result = { ...${JSON.stringify(goodResult)}, input: { digest, revision } };
writeFileSync(output + '/result.json', JSON.stringify(result));
console.log('::error::from the trainer');`;
const quickCommand = `baseline: { command: [${process.execPath}, base/train.mjs] }`;

async function startQuickRunner(): Promise<Runner> {
  const runner = await startRunner(quickCommand);
  await writeFile(join(runner.workspace, 'base/train.mjs'), quickTrainer);
  return runner;
}

describe('training on a runner', () => {
  it('leaves what it was asked and what came of it', async () => {
    const { run, train, workspace } = await startQuickRunner();
    const step = await train();
    expect(step).toMatchObject({ code: 0, outputs: { folder: join(workspace, 'holdout-baseline') } });
    const folder = join(workspace, 'holdout-baseline');
    expect(await readJson(folder, 'request.json')).toEqual(run.inputs);
    expect(await readJson(folder, 'result.json')).toMatchObject({ input: { revision: headSha } });
    expect(await readJson(folder, 'input.json')).toMatchObject({ revision: headSha });
  });

  it('takes config and trainer from the default branch, whatever the pull request holds', async () => {
    const { train, workspace } = await startQuickRunner();
    await writeFile(
      join(workspace, 'data/holdout.yml'),
      'baseline: { command: [touch, owned] }\nlabels: { kind: none }\n',
    );
    await writeFile(join(workspace, 'data/train.mjs'), 'throw new Error()');
    expect((await train()).code).toBe(0);
    expect(await readdir(workspace)).not.toContain('owned');
  });

  it('does not start where the config is another than the one that was sent', async () => {
    const { train, workspace } = await startQuickRunner();
    await writeFile(join(workspace, 'base/holdout.yml'), `${quickCommand}\n`);
    const step = await train();
    expect(step.code).toBe(2);
    expect(step.log).toContain('it has changed since: send the baseline again');
    // What it was asked is left all the same: the run is told of as not run.
    expect(await readdir(step.outputs['folder'] ?? '')).toEqual(['request.json']);
  });

  it('does not start for inputs that holdout did not send', async () => {
    const { github, workspace } = await startQuickRunner();
    for (const inputs of [
      {},
      { pr: '7' },
      { pr: '7', head_sha: 'HEAD', correlation_id: '', config_digest: '' },
    ]) {
      const event = { name: 'workflow_dispatch', payload: { inputs } };
      const step = await runStep(github, { event, inputs: { mode: 'train' }, workspace });
      expect(step.code).toBe(2);
      expect(step.log).toContain('are not those of a baseline');
    }
  });

  it('reads nothing outside of the checkout: neither a linked picture nor a linked folder', async () => {
    const { train, workspace } = await startQuickRunner();
    const manifest = await readFile(join(workspace, 'data/manifest.csv'), 'utf8');
    const [first = ''] = /[^,\n]+\.(?:jpg|png)/u.exec(manifest) ?? [];
    const picture = join(workspace, 'data', first);
    const secret = join(workspace, 'secret.jpg');
    await rename(picture, secret);
    await symlink(secret, picture);
    await writeFile(
      join(workspace, 'data/manifest.csv'),
      `${manifest.trimEnd()}\n../secret.jpg,,p99,train,real,\n`,
    );
    expect((await train()).code).toBe(0);
    const input = (await readJson(workspace, 'holdout-baseline/input.json')) as BaselineInput;
    expect(input.samples.length).toBeGreaterThan(0);
    expect(input.samples.map(({ image }) => image)).not.toContain(first);
    expect(JSON.stringify(input)).not.toContain('secret');

    await rename(join(workspace, 'data'), join(workspace, 'elsewhere'));
    await mkdir(join(workspace, 'data'));
    await symlink(join(workspace, 'elsewhere'), join(workspace, 'data/set'));
    const step = await runStep((await startQuickRunner()).github, {
      event: {
        name: 'workflow_dispatch',
        payload: { inputs: await readJson(workspace, 'holdout-baseline/request.json') },
      },
      inputs: { mode: 'train', directory: 'set', config: 'holdout.yml' },
      ...{ workspace, temporary: workspace },
    });
    expect(step.code).toBe(2);
    expect(step.log).toContain('leads out of the checkout');
    await unlink(join(workspace, 'data/set'));
  });

  it.each(['../elsewhere', '/etc', 'a/../../b'])('takes no folder %s', async (directory) => {
    const github = await openRepository();
    const event = { name: 'workflow_dispatch', payload: {} };
    const step = await runStep(github, { event, inputs: { mode: 'train', directory } });
    expect(step.code).toBe(2);
    expect(step.log).toContain('does not leave it');
  });
});

describe.skipIf(isTrainerLeftOut)('with the real trainer', () => {
  let env: NodeJS.ProcessEnv = {};

  beforeAll(async () => {
    const { command, env: more } = await prepareTrainer();
    env = { ...process.env, ...more, HOLDOUT_BASELINE_PYTHON: command };
  }, trainerSetupMs);

  it('goes from a comment to a result in the same comment', { timeout: 300_000 }, async () => {
    const runner = await startRunner('baseline: { imageSize: 32, steps: 6, batchSize: 4 }');
    const { github, run, workspace } = runner;
    const step = await runner.train(env);
    expect(step.code).toBe(0);
    await uploadFolder(github.state, run, step.outputs['folder'] ?? '');
    endRun(run, 'success');
    expect((await completeRun(github, run)).outputs).toMatchObject({ result: 'judged' });
    const result = (await readJson(workspace, 'holdout-baseline/result.json')) as BaselineResult;
    const body = github.state.comments.find(({ type }) => type === 'Bot')?.body ?? '';
    expect(body).toContain(`| held out | ${result.stages.score?.overall.score?.toFixed(3) ?? ''} |`);
    expect(body).toContain('| the 2 leaking images |');
    // Six steps teach little: that is said, and is no error by default.
    expect(body).toMatch(/### ⚠️ Baseline: \d+ things wrong/u);
    expect(github.state.checkRuns).toMatchObject([{ sha: headSha, conclusion: 'success' }]);
  });

  it('tells what a run had that was stopped', { timeout: 300_000 }, async () => {
    const runner = await startRunner('baseline: { imageSize: 32, steps: 4000, batchSize: 4 }');
    const { github, run, workspace } = runner;
    const training = runner.train(env);
    const file = join(workspace, 'holdout-baseline/result.json');
    for (;;) {
      const text = await readFile(file, 'utf8').catch(() => '{}');
      if (text.includes('"overfit"') && text.includes('"firstLoss"')) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    // As the runner does to a run that is cancelled.
    process.emit('SIGINT', 'SIGINT');
    const step = await training;
    expect(step.code).toBe(1);
    await uploadFolder(github.state, run, step.outputs['folder'] ?? '');
    endRun(run, 'cancelled');
    await completeRun(github, run);
    const body = github.state.comments.find(({ type }) => type === 'Bot')?.body ?? '';
    expect(body).toContain('the run is interrupted');
    expect(body).toContain('| one batch, by heart |');
    expect(github.state.checkRuns).toMatchObject([{ conclusion: 'failure' }]);
  });
});
