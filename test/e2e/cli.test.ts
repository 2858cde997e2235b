import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { writeDataset } from './dataset.ts';
import { builtCli, copyDist, makeFolder, runProgram, type Outcome } from './programs.ts';

let folder = '';

beforeEach(async () => {
  folder = await makeFolder();
});

function runCli(...parameters: string[]): Promise<Outcome> {
  return runProgram(builtCli, parameters, { cwd: folder });
}

it('can be run as it is', async () => {
  expect((await stat(builtCli)).mode & 0o111).toBe(0o111);
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(await runCli('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

it('ends with 0 on a clean dataset', async () => {
  await writeDataset(folder);
  const { code, stdout } = await runCli('check');
  expect(stdout).toContain('leakage/subject');
  expect(code).toBe(0);
});

it('ends with 1 on a leak, unless told that findings fail nothing', async () => {
  const data = join(folder, 'data');
  await writeDataset(data, 'p1');
  const { code, stdout } = await runCli('check', 'data');
  expect(stdout).toContain('p1');
  expect(code).toBe(1);
  expect((await runCli('check', 'data', '--fail-on', 'never')).code).toBe(0);
});

it('ends with 2 and the reason where it cannot work', async () => {
  await writeFile(join(folder, 'holdout.yml'), 'samples: [');
  const { code, stdout, stderr } = await runCli('check');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('holdout.yml:1');
  expect(stderr).not.toContain('    at ');
});

it('writes the report to a file', async () => {
  await writeDataset(folder);
  const { code } = await runCli('check', '--format', 'json', '--output', 'report.json');
  expect(code).toBe(0);
  expect(JSON.parse(await readFile(join(folder, 'report.json'), 'utf8'))).toMatchObject({
    tool: { name: 'holdout' },
    dataset: { name: 'tiny', counts: { samples: 12, subjects: 6 } },
  });
});

it('gives the same report from a copy of dist/ with no node_modules in reach', async () => {
  const data = join(folder, 'data');
  await writeDataset(data, 'p1');
  const copy = join(await copyDist(folder), 'cli.js');
  const parameters = ['check', 'data', '--format', 'json'];
  const outcome = await runProgram(process.execPath, [copy, ...parameters], { cwd: folder });
  expect(outcome).toEqual(await runCli(...parameters));
});
