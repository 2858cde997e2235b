import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { builtCli, makeFolder, repositoryRoot, runProgram, type Outcome } from './programs.ts';

let folder = '';

beforeEach(async () => {
  folder = await makeFolder();
  await cp(join(repositoryRoot, 'examples/leaking-split'), folder, { recursive: true });
});

function runCli(...parameters: string[]): Promise<Outcome> {
  return runProgram(builtCli, parameters, { cwd: folder });
}

const readManifest = (): Promise<string> => readFile(join(folder, 'manifest.csv'), 'utf8');

it('shows how the leak is mended, and writes nothing unless told to', async () => {
  const before = await readManifest();
  const { code, stdout, stderr } = await runCli('split');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('p07: 2 samples from test to train');
  expect(stdout).toContain('nothing was written');
  expect(await readManifest()).toBe(before);
});

it('mends the manifest in place, and then the dataset passes', async () => {
  const before = (await readManifest()).split('\n');
  expect((await runCli('check')).code).toBe(1);
  expect((await runCli('split', '--write')).code).toBe(0);
  const after = (await readManifest()).split('\n');
  const changed = after.flatMap((line, index) => (line === before[index] ? [] : [index + 1]));
  expect(changed).toEqual([42, 43]);
  for (const line of changed) expect(after[line - 1]).toBe(before[line - 1]?.replace(',test,', ',train,'));
  expect((await runCli('check')).code).toBe(0);
});

it('writes folds to a file of their own', async () => {
  const { code } = await runCli('split', '--folds', '4', '--output', 'out/folds.csv');
  expect(code).toBe(0);
  const [header, ...rows] = (await readFile(join(folder, 'out/folds.csv'), 'utf8')).trim().split('\n');
  expect(header).toBe('image,split');
  expect(rows).toHaveLength(72);
  const foldsOf = new Map<string, Set<string>>();
  for (const row of rows) {
    const [image = '', fold = ''] = row.split(',');
    const subject = /p\d+/u.exec(image)?.[0] ?? '';
    foldsOf.set(subject, (foldsOf.get(subject) ?? new Set()).add(fold));
  }
  expect([...foldsOf.values()].map(({ size }) => size)).toEqual(Array(12).fill(1));
  expect(new Set(rows.map((row) => row.split(',')[1]))).toEqual(
    new Set(['fold-1', 'fold-2', 'fold-3', 'fold-4']),
  );
});

it('mends lists in place', async () => {
  await mkdir(join(folder, 'lists'));
  const rows = (await readManifest()).trim().split('\n').slice(1);
  for (const split of ['train', 'val', 'test']) {
    const images = rows.filter((row) => row.includes(`,${split},`)).map((row) => row.split(',')[0] ?? '');
    await writeFile(join(folder, `lists/${split}.txt`), `${images.join('\n')}\n`);
  }
  const config = `dataset: { name: lists }
samples:
  splits: { train: lists/train.txt, val: lists/val.txt, test: lists/test.txt }
  subject: { pattern: '(?<subject>p[0-9]+)_' }
`;
  await writeFile(join(folder, 'holdout.yml'), config);
  expect((await runCli('check')).code).toBe(1);
  expect((await runCli('split', '--write')).stdout).toContain('written: lists/train.txt');
  expect((await runCli('check')).code).toBe(0);
});

it.each([
  [['split', '--new', '--repair'], '--new, --repair and --folds exclude each other'],
  [['split', '--ratios', 'train'], 'train=70,val=15,test=15'],
  [['split', '--folds', '1'], 'folds is a whole number from 2 to 1000'],
  [['split', '--folds', '3', '--write'], 'folds are not written over your splits'],
])('says in a sentence what is wrong with %j', async (parameters, sentence) => {
  const { code, stderr } = await runCli(...parameters);
  expect(code).toBe(2);
  expect(stderr).toContain(sentence);
  expect(stderr).not.toContain('    at ');
});
