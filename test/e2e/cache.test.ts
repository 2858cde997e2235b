import { cp, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CheckReport, Report } from '../../src/model/report.ts';
import { makeDatasetPlace } from './github-run.ts';
import { builtCli, makeFolder, repositoryRoot, runProgram } from './programs.ts';
import { runStep } from './runner.ts';

let folder = '';

beforeEach(async () => {
  folder = await makeFolder();
});

interface Audit {
  readonly report: string;
  readonly decoded: string;
}

async function audit(...more: string[]): Promise<Audit> {
  const parameters = ['check', 'data', '--format', 'json', '--fail-on', 'never', ...more];
  const { code, stdout, stderr } = await runProgram(builtCli, parameters, { cwd: folder });
  expect(code).toBe(0);
  return { report: stdout, decoded: stderr.trim() };
}

/** Audits with a cache and without, and holds the reports to each other. */
async function compare(...more: string[]): Promise<string> {
  return (await compareAudits(...more)).decoded;
}

async function compareAudits(...more: string[]): Promise<Audit> {
  const cached = await audit('--cache', 'cache', ...more);
  const plain = await audit(...more);
  expect(cached.report).toBe(plain.report);
  expect(plain.decoded).toBe('');
  return cached;
}

async function git(...parameters: string[]): Promise<void> {
  const settings = ['-c', 'user.name=a', '-c', 'user.email=a@b'];
  const { code, stderr } = await runProgram('git', [...settings, ...parameters], {
    cwd: join(folder, 'data'),
  });
  if (code !== 0) throw new Error(stderr);
}

describe.each(['leaking-split'])('the example %s', (example) => {
  const data = (...names: string[]): string => join(folder, 'data', ...names);

  beforeEach(async () => {
    await cp(join(repositoryRoot, 'examples', example), data(), { recursive: true });
  });

  it('has the same report with a cache, which is used with git and without', async () => {
    const all = await compare();
    expect(all).toMatch(/^holdout: \d+ files decoded, 0 fingerprints taken from the cache$/u);
    const none = all.replace(/(\d+) files decoded, 0/u, '0 files decoded, $1');
    expect(await compare()).toBe(none);

    await git('init', '--quiet');
    await git('add', '--all');
    await git('commit', '--quiet', '--message=x');
    expect(await compare()).toBe(none);

    // A clone: other times and inodes, the same contents.
    await runProgram('git', ['clone', '--quiet', 'data', 'clone'], { cwd: folder });
    await rm(data(), { recursive: true });
    await rename(join(folder, 'clone'), data());
    expect(await compare()).toBe(none);
  });

  it('has only the changed picture decoded again', async () => {
    await git('init', '--quiet');
    await git('add', '--all');
    await git('commit', '--quiet', '--message=x');
    await compare();
    const [manifest = ''] = (await readFile(data('manifest.csv'), 'utf8')).split('\n').slice(1);
    const [image = ''] = manifest.split(',');
    await truncate(data(image), 0);
    expect(await compare()).toContain('1 file decoded');
    await git('checkout', '--', image);
    expect(await compare()).toContain('0 files decoded');
  });

  it('has a copy that a change brings found among all, by what the base calls alike', async () => {
    await git('init', '--quiet');
    await git('add', '--all');
    await git('commit', '--quiet', '--message=x');
    const before = await compareAudits();
    const text = await readFile(data('manifest.csv'), 'utf8');
    const [file = '', mask = '', ...others] = (text.split('\n')[1] ?? '').split(',');
    const darker = await sharp(data(file)).linear(0.8).png().toBuffer();
    await writeFile(data('images/darker.png'), darker);
    const subject = text.split('\n')[0]?.split(',').indexOf('subject') ?? 0;
    const split = text.split('\n')[0]?.split(',').indexOf('split') ?? 0;
    const cells = ['images/darker.png', mask, ...others];
    cells[subject] = 'stranger';
    cells[split] = 'test';
    await writeFile(data('manifest.csv'), `${text}${cells.join(',')}\n`);
    const { report, decoded } = await compareAudits('--base', 'HEAD');
    expect(decoded).toContain('1 file decoded');
    const search = readSearch(report);
    expect(search.findings.map(({ samples, standing }) => ({ samples, standing }))).toEqual([
      { samples: [file, 'images/darker.png'].sort(), standing: 'new' },
    ]);
    expect(search.measurements['thresholds']).toEqual(readSearch(before.report).measurements['thresholds']);
  });

  it('has the base judged once, before the change or in its first run', async () => {
    const countAudits = async (): Promise<number> =>
      (await readdir(join(folder, 'cache'))).filter((name) => name.startsWith('audit-')).length;
    const config = await readFile(data('holdout.yml'), 'utf8');
    await writeFile(data('holdout.yml'), config.replace('privacy: open', 'privacy: ids'));
    await git('init', '--quiet');
    await git('add', '--all');
    await git('commit', '--quiet', '--message=x');
    await compare();
    expect(await countAudits()).toBe(1);

    const manifest = await readFile(data('manifest.csv'), 'utf8');
    const [last = ''] = manifest.trim().split('\n').slice(-1);
    await writeFile(data('manifest.csv'), manifest.replace(`${last}\n`, ''));
    await compare('--base', 'HEAD');
    expect(await countAudits()).toBe(1);

    // With a new subject, too: pseudonyms are those of the base.
    const cells = last.split(',');
    cells[2] = 'new';
    await writeFile(data('manifest.csv'), manifest.replace(last, cells.join()));
    await compare('--base', 'HEAD');
    expect(await countAudits()).toBe(1);
  });

  it('has its report from a damaged cache, too, and is told of it', async () => {
    await compare();
    for (const name of await readdir(join(folder, 'cache')))
      await writeFile(join(folder, 'cache', name), (await readFile(join(folder, 'cache', name))).fill(7, 40));
    expect(await compare()).toMatch(
      /0 fingerprints taken from the cache\nholdout: the cache, or a part of it, was of no use/u,
    );
    expect(await compare()).toContain('0 files decoded');
  });
});

describe('the Action', () => {
  it('keeps fingerprints in the folder that it is told, and says in the log alone what it decoded', async () => {
    const { dist, workspace } = await makeDatasetPlace();
    const run = (inputs: Readonly<Record<string, string>>) =>
      runStep({ node: process.execPath, dist, workspace, inputs });
    const plain = await run({});
    const reportFile = plain.outputs['report'] ?? '';
    const report = await readFile(reportFile, 'utf8');
    const inputs = { cache: '../runner-temp/cache' };
    expect((await run(inputs)).stdout).toContain('12 files decoded, 0 fingerprints taken from the cache');
    const warm = await run(inputs);
    expect(warm.stdout).toContain('0 files decoded, 12 fingerprints taken from the cache');
    expect(await readFile(reportFile, 'utf8')).toBe(report);
    expect(warm.summary).toBe(plain.summary);
  });

  it('goes on without a folder that it cannot write', async () => {
    const { dist, workspace } = await makeDatasetPlace();
    await writeFile(join(workspace, '..', 'file'), '');
    const run = await runStep({ node: process.execPath, dist, workspace, inputs: { cache: '../file' } });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('was of no use');
  });
});

function readSearch(report: string): CheckReport {
  const found = (JSON.parse(report) as Report).checks.find(({ id }) => id === 'leakage/near-duplicate');
  if (!found) throw new Error('no search for near-duplicates');
  return found;
}
