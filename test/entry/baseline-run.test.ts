import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareTrainer } from '../../scripts/python/trainer-environment.ts';
import { runCli } from '../../src/entry/cli-run.ts';
import type { BaselineInput, BaselineResult } from '../../src/model/baseline.ts';
import type { Report } from '../../src/model/report.ts';
import { goodResult } from '../baseline/draw-result.ts';

const example = fileURLToPath(new URL('../../examples/leaking-split', import.meta.url));
const trainerSetupMs = 900_000;
const isTrainerLeftOut = process.env['HOLDOUT_SKIP_BASELINE'] === '1';
if (isTrainerLeftOut) console.warn('skipped: HOLDOUT_SKIP_BASELINE is set');

let folder = '';
let config = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdout-baseline-'));
  await cp(example, folder, { recursive: true });
  config = await readFile(join(folder, 'holdout.yml'), 'utf8');
});
afterAll(() => rm(folder, { recursive: true }));

/** A trainer of a few lines: what it does with the parameters `--input`, `--data` and `--output`. */
async function writeTrainer(body: string): Promise<void> {
  const script = `
import { readFileSync, writeFileSync } from 'node:fs';
const [first, , inputFile, , data, , output] = process.argv.slice(2);
const input = JSON.parse(readFileSync(inputFile, 'utf8'));
const answer = (result) => writeFileSync(output + '/result.json', JSON.stringify(result));
const good = { ...${JSON.stringify(goodResult)}, input: { digest: input.digest } };
${body}`;
  await writeFile(join(folder, 'trainer.mjs'), script);
  const command = JSON.stringify([process.execPath, join(folder, 'trainer.mjs'), '$(touch owned); *']);
  await writeFile(join(folder, 'holdout.yml'), `${config}\nbaseline: {command: ${command}}\n`);
}

async function run(...parameters: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const stream = { write: (text: string) => ((said += text), true), isTTY: false };
  const code = await runCli(parameters, {
    ...{ cwd: folder, today: '2026-01-01', stdout: stream, stderr: stream, env: process.env },
  });
  return { code, said };
}

const readJson = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, name), 'utf8'));

async function judge(...parameters: string[]): Promise<Report['checks'][number] | undefined> {
  await run('check', '--format', 'json', '--output', 'report.json', ...parameters);
  const report = (await readJson('report.json')) as Report;
  return report.checks.find(({ id }) => id === 'baseline/smoke');
}

describe('another trainer', () => {
  it('gets the input, the directory and the output, and no shell', async () => {
    await writeTrainer(`
writeFileSync(output + '/seen.json', JSON.stringify({ first, data, samples: input.samples.length }));
console.log('\\u001b[2Jtrained');
answer(good);`);
    const { code, said } = await run('baseline', 'run', '--output', 'out');
    expect(code).toBe(0);
    expect(said).toBe('⟨U+001B⟩[2Jtrained\n');
    expect(await readJson('out/seen.json')).toEqual({
      first: '$(touch owned); *',
      data: folder,
      samples: 72,
    });
    expect(((await readJson('out/input.json')) as BaselineInput).digest).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('is judged by holdout check, as long as the dataset stays as it is', async () => {
    expect(await judge('--baseline', 'out/result.json')).toMatchObject({ status: 'passed' });
    expect(await judge()).toMatchObject({
      status: 'skipped',
      summary: 'not run: no result of a baseline was given',
    });
    const manifest = await readFile(join(folder, 'manifest.csv'), 'utf8');
    await writeFile(join(folder, 'manifest.csv'), manifest.replace(',p07,test,', ',p07,train,'));
    const changed = await judge('--baseline', 'out/result.json');
    await writeFile(join(folder, 'manifest.csv'), manifest);
    expect(changed?.status).toBe('skipped');
    expect(changed?.summary).toMatch(/^not run on this state of the dataset/u);
  });

  it.each([
    ['says that it failed', "answer({ ...good, status: 'failed' });", 1, ''],
    ['answers nothing', '', 2, 'cannot be read'],
    ['answers something else', 'answer({ score: 1 });', 2, 'is no result of a baseline'],
    ['ends with an error after it finished', 'answer(good); process.exitCode = 3;', 2, 'ended with 3'],
    ['is killed', "process.kill(process.pid, 'SIGKILL');", 2, 'cannot be read'],
  ])('that %s is no success', async (_, body, expected, message) => {
    await writeTrainer(body);
    const { code, said } = await run('baseline', 'run', '--output', 'out');
    expect(code).toBe(expected);
    expect(said).toContain(message);
  });

  it('that is not there is an error', async () => {
    await writeFile(join(folder, 'holdout.yml'), `${config}\nbaseline: {command: [/no/such/trainer]}\n`);
    const { code, said } = await run('baseline', 'run', '--output', 'out');
    expect(code).toBe(2);
    expect(said).toContain('/no/such/trainer cannot be started');
  });
});

describe('holdout baseline export', () => {
  it('holds the leak, with a division that mends it, and is the same for any number of workers', async () => {
    await writeFile(join(folder, 'holdout.yml'), config);
    const { code } = await run(
      'baseline',
      'export',
      '--output',
      'one.json',
      '--workers',
      '1',
      '--revision',
      'abc',
    );
    expect(code).toBe(0);
    const { said } = await run('baseline', 'export', '--workers', '2', '--revision', 'abc');
    expect(said).toBe(await readFile(join(folder, 'one.json'), 'utf8'));
    const input = JSON.parse(said) as BaselineInput;
    expect(input.revision).toBe('abc');
    const moved = input.samples.filter(({ split, cleanSplit }) => split !== cleanSplit);
    expect(moved.map(({ subject, split, cleanSplit }) => [subject, split, cleanSplit])).toEqual([
      ['p07', 'test', 'train'],
      ['p07', 'test', 'train'],
    ]);
    expect(input.classes.every(({ weight }) => weight !== undefined && weight > 0)).toBe(true);
    expect(input.backgroundWeight).toBeGreaterThan(0);
  });
});

describe.skipIf(isTrainerLeftOut)("holdout's trainer", () => {
  beforeAll(async () => {
    const { command } = await prepareTrainer();
    process.env['HOLDOUT_BASELINE_PYTHON'] = command;
  }, trainerSetupMs);

  it('trains on an example, and its result is judged', { timeout: 300_000 }, async () => {
    const baseline = 'baseline: {imageSize: 32, steps: 6, batchSize: 4}\n';
    await writeFile(join(folder, 'holdout.yml'), `${config}\n${baseline}`);
    const { code, said } = await run('baseline', 'run', '--output', 'real', '--device', 'cpu');
    expect(said).toContain('learning: step 6 of 6');
    expect(code).toBe(0);
    const result = (await readJson('real/result.json')) as BaselineResult;
    expect(result.stages.score?.classes.map(({ name }) => name)).toHaveLength(8);
    expect(result.stages.leak?.paired).toMatchObject({ images: 2, units: 1, folds: 1, trainingImages: 46 });
    const check = await judge('--baseline', 'real/result.json');
    expect(check?.coverage).toEqual({ evaluated: 5, unavailable: 0 });
    // Six steps teach little: that is said.
    expect(check?.status).toBe('failed');
  });
});
