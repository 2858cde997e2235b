import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { leakLines, writeDataset } from './dataset.ts';
import { builtCli, copyDist, findActionNode, makeFolder, runProgram } from './programs.ts';
import { readCommands, runStep } from './runner.ts';

let actionNode = '';
let dist = '';
let workspace = '';

beforeAll(async () => {
  actionNode = await findActionNode();
});

beforeEach(async () => {
  const folder = await makeFolder();
  dist = await copyDist(folder);
  workspace = join(folder, 'workspace');
  await mkdir(workspace);
});

describe.each([
  ['the Node of these tests', () => process.execPath],
  ['the Node of actions', () => actionNode],
] as const)('the Action from dist/ alone, on %s', (_, node) => {
  it.each(['native', 'wasm'])('passes a clean dataset (%s)', async (sharp) => {
    await writeDataset(workspace);
    const run = await runStep({ node: node(), dist, workspace, inputs: {}, env: { HOLDOUT_SHARP: sharp } });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.outputs).toMatchObject({
      errors: '0',
      report: join(workspace, '../runner-temp/holdout-report.json'),
    });
    expect(run.commands.filter(({ name }) => name === 'error')).toEqual([]);
    expect(run.summary).toContain('tiny');
    expect(await readFile(run.outputs['report'] ?? '', 'utf8')).toBe(await auditInstalled(workspace));
  });

  it.each(['native', 'wasm'])('fails a leak at its lines of the manifest (%s)', async (sharp) => {
    const data = join(workspace, 'data set');
    await writeDataset(data, 'p1');
    const inputs = {
      ...{ directory: 'data set', report: 'out/report.json', charts: 'out/charts', workers: '1' },
      ...{ sarif: 'out/holdout.sarif', junit: 'out/junit.xml' },
    };
    const run = await runStep({ node: node(), dist, workspace, inputs, env: { HOLDOUT_SHARP: sharp } });
    expect(run).toMatchObject({ code: 1, stderr: '' });
    expect(run.outputs).toMatchObject({ verdict: 'unsupported', report: join(workspace, 'out/report.json') });
    expect(Number(run.outputs['errors'])).toBeGreaterThan(0);
    const leak = run.commands.find(({ properties }) => properties['title'] === 'holdout: leakage/subject');
    expect(leak).toMatchObject({ name: 'error', properties: { file: 'data set/manifest.csv' } });
    expect(leakLines).toContain(Number(leak?.properties['line']));
    expect(leak?.data).toContain('p1');
    expect(run.summary).toContain('leakage/subject');
    expect(await readFile(join(workspace, 'out/report.json'), 'utf8')).toBe(await auditInstalled(data));
    const sarif = await readFile(join(workspace, 'out/holdout.sarif'), 'utf8');
    expect(sarif).toContain('"uri": "data%20set/manifest.csv"');
    expect(await readFile(join(workspace, 'out/junit.xml'), 'utf8')).toContain(
      '<testcase classname="leakage" name="subject">',
    );
    const names = ['light', 'dark'].flatMap((theme) => ['png', 'svg'].map((form) => `${theme}.${form}`));
    expect(await readdir(join(workspace, 'out/charts'))).toEqual(
      expect.arrayContaining(names.map((name) => `subjects-by-split-${name}`)),
    );
  });
});

async function auditInstalled(directory: string): Promise<string> {
  const parameters = [builtCli, 'check', directory, '--format', 'json', '--fail-on', 'never'];
  const env = { HOLDOUT_SHARP: 'installed' };
  const { code, stdout, stderr } = await runProgram(process.execPath, parameters, { cwd: directory, env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

it.each(['::stop-commands::gone', '##[error]gone', '%0A::error::gone', '::error title=gone::gone'])(
  'obeys nothing that a dataset says: %s',
  async (name) => {
    await writeDataset(workspace, name);
    const run = await runStep({ node: process.execPath, dist, workspace, inputs: { 'fail-on': 'never' } });
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('gone');
    const titles = run.commands.map(({ properties }) => properties['title']);
    expect(titles).toContain('holdout: leakage/subject');
    for (const title of titles) expect(title).toMatch(/^holdout/u);
  },
);

it('finds commands in a log as the runner does', () => {
  const log =
    'a\n  ::error file=x%2Cy,line=2::b%0Ac\r::notice::d\n##[debug]e\n::stop-commands::t\n::error::no\n::t::\n::warning::f';
  expect(readCommands(log)).toEqual([
    { name: 'error', properties: { file: 'x,y', line: '2' }, data: 'b\nc' },
    { name: 'notice', properties: { '': '' }, data: 'd' },
    { name: 'debug', properties: { '': '' }, data: 'e' },
    { name: 'warning', properties: { '': '' }, data: 'f' },
  ]);
});

it('tells a mistake of the config at its line', async () => {
  const data = join(workspace, 'data');
  await writeDataset(data);
  const config = await readFile(join(data, 'holdout.yml'), 'utf8');
  await writeFile(join(data, 'holdout.yml'), config.replace('subject: subject', 'subejct: subject'));
  const run = await runStep({ node: process.execPath, dist, workspace, inputs: { directory: 'data' } });
  expect(run.code).toBe(2);
  expect(run.commands).toHaveLength(1);
  expect(run.commands[0]).toMatchObject({
    name: 'error',
    properties: { file: 'data/holdout.yml', line: '5' },
  });
  expect(run.commands[0]?.data).toMatch(/subejct.*subject/su);
  expect(run.stdout).not.toContain('    at ');
});

it.each([
  [{ 'fail-on': 'errors' }, 'input fail-on is "errors"'],
  [{ workers: '0' }, 'input workers is "0"'],
  [{ directory: 'nowhere' }, 'nowhere'],
])('tells in a sentence what it cannot work with: %j', async (inputs, sentence) => {
  await writeDataset(workspace);
  const run = await runStep({ node: process.execPath, dist, workspace, inputs });
  expect(run.code).toBe(2);
  expect(run.commands).toHaveLength(1);
  expect(run.commands[0]).toMatchObject({ name: 'error', properties: { title: 'holdout' } });
  expect(run.commands[0]?.data).toContain(sentence);
});

it('says so when no decoder loads', async () => {
  await writeDataset(workspace);
  const env = { HOLDOUT_SHARP: 'installed' };
  const run = await runStep({ node: process.execPath, dist, workspace, inputs: {}, env });
  expect(run.code).toBe(2);
  const { platform, arch } = process;
  expect(run.commands.map(({ data }) => data)).toEqual([
    `images cannot be decoded on this machine: no build of the image decoder sharp loads on ${platform} ${arch} (installed: not installed)`,
  ]);
});
