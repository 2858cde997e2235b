import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../src/model/change.ts';
import type { Report } from '../../src/model/report.ts';
import { writeDataset, writeManifest } from './dataset.ts';
import { builtCli, makeFolder, runProgram, type Outcome } from './programs.ts';
import { commitAll, edit, git, initialize } from './repository.ts';

let folder = '';
let base = '';

beforeEach(async () => {
  folder = await makeFolder();
});

async function startWith(leakingSubject?: string): Promise<void> {
  await writeDataset(folder, leakingSubject);
  base = await initialize(folder);
}

interface Comparison extends Outcome {
  readonly report: Report;
  readonly change: Change;
}

/** Audits the folder against its first commit. */
async function compare(...parameters: string[]): Promise<Comparison> {
  const outcome = await runCli('--base', base, '--format', 'json', ...parameters);
  const report = JSON.parse(outcome.stdout || '{}') as Report;
  return { ...outcome, report, change: report.change ?? { notes: ['none'] } };
}

function runCli(...parameters: string[]): Promise<Outcome> {
  return runProgram(builtCli, ['check', '.', ...parameters], { cwd: folder });
}

function setSplit(subject: string, split: string): Promise<void> {
  return edit(folder, 'manifest.csv', (text) =>
    text.replace(new RegExp(`,${subject},\\w+,`, 'gu'), `,${subject},${split},`),
  );
}

function findLeaks({ checks }: Report) {
  return checks.find(({ id }) => id === 'leakage/subject')?.findings ?? [];
}

const none = { error: 0, warning: 0, info: 0 };

describe('a change', () => {
  it('is told since a commit that is named by steps back', async () => {
    await startWith();
    await setSplit('p1', 'test');
    await commitAll(folder);
    const { stdout } = await runCli('--base', 'HEAD~1', '--format', 'json');
    expect((JSON.parse(stdout) as Report).change?.baseSha).toBe(base);
    expect((await runCli('--base', 'HEAD~2')).stderr).toContain('no commit "HEAD~2"');
    expect((await runCli('--base', 'HEAD~1..HEAD')).stderr).toContain('is not the name of a commit');
  });

  it('names a subject that moved from train to test', async () => {
    await startWith();
    await setSplit('p1', 'test');
    await setSplit('p5', 'train');
    const { change } = await compare();
    expect(change).toMatchObject({ baseSha: base, notes: [] });
    expect(change.samples?.movedSubjects).toEqual({
      total: 2,
      items: [
        { subject: 'p1', before: ['train'], after: ['test'] },
        { subject: 'p5', before: ['val'], after: ['train'] },
      ],
    });
    expect(change.samples?.moved.total).toBe(4);
    expect(change.before?.counts.splits).toEqual({ train: 8, val: 2, test: 2 });
    const { stdout } = await runCli('--base', base);
    expect(stdout).toContain(
      `Since ${base.slice(0, 7)}: 1 subject moved from train to test; 1 other subject`,
    );
  });

  it('shows a sample that was added, removed, renamed, replaced and relabelled', async () => {
    await startWith();
    const images = join(folder, 'images');
    await cp(join(images, 'image-2.png'), join(images, 'image-0.png'));
    await rename(join(images, 'image-4.png'), join(images, 'fourth.png'));
    await writeFile(join(images, 'new.png'), await draw(9));
    await edit(
      folder,
      'manifest.csv',
      (text) =>
        `${text
          .replace('image-4.png', 'fourth.png')
          .replace(/^image-6.*\n/mu, '')
          .replace('image-8.png,p5,val,healthy', 'image-8.png,p5,val,sick')}new.png,p7,train,sick\n`,
    );
    const { samples } = (await compare()).change;
    expect(samples).toMatchObject({
      added: { items: [{ sample: 'images/new.png', splits: ['train'] }] },
      removed: { items: [{ sample: 'images/image-6.png', splits: ['train'] }] },
      renamed: { items: [{ from: 'images/image-4.png', sample: 'images/fourth.png' }] },
      replaced: { items: [{ sample: 'images/image-0.png', splits: ['train'] }] },
      relabelled: { items: [{ sample: 'images/image-8.png', before: 'healthy', after: 'sick' }] },
      moved: { total: 0 },
      movedSubjects: { total: 0 },
    });
  });

  it('brings no new finding where rows are in another order, or an image has another name', async () => {
    await startWith('p1');
    // A finding that is named by the image, which is one of two in it.
    await cp(join(folder, 'images/image-6.png'), join(folder, 'images/image-8.png'));
    await commitAll(folder);
    base = 'HEAD';
    const before = await compare();
    expect(
      before.report.checks.flatMap(({ findings }) => findings).map(({ standing }) => standing),
    ).not.toContain('new');
    await rename(join(folder, 'images/image-6.png'), join(folder, 'images/z.png'));
    await edit(folder, 'manifest.csv', (text) => {
      const [header, ...rows] = text.replace('image-6.png', 'z.png').trimEnd().split('\n');
      return [header, ...rows.reverse(), ''].join('\n');
    });
    const { code, change, report } = await compare('--fail-on-new');
    const found = (id: string) =>
      report.checks.find((check) => check.id === id)?.findings.map(({ key }) => key);
    expect(found('leakage/duplicate')).toEqual(['images/image-8.png']);
    expect(found('leakage/subject')).toEqual(['joined:p4|p5', 'p1']);
    expect(change.findings).toMatchObject({ new: none, fixed: none });
    expect(change.findings?.unchanged.error).toBeGreaterThanOrEqual(2);
    expect(change.samples?.renamed.total).toBe(1);
    expect(code).toBe(0);
  });

  it('fails on what it brings alone, where that is asked for', async () => {
    await startWith('p1');
    await edit(folder, 'manifest.csv', (text) => text.replace('p5,val,sick', 'p5,val,healthy'));
    expect((await compare()).code).toBe(1);
    const harmless = await compare('--fail-on-new');
    expect(harmless.code).toBe(0);
    expect(harmless.change.findings?.new.error).toBe(0);
    await edit(folder, 'manifest.csv', (text) => text.replace('p2,train,sick', 'p2,test,sick'));
    const leaking = await compare('--fail-on-new');
    expect(leaking.code).toBe(1);
    const subject = leaking.report.checks.find(({ id }) => id === 'leakage/subject');
    expect(subject?.findings.map(({ key, standing }) => [key, standing])).toEqual([
      ['p1', 'unchanged'],
      ['p2', 'new'],
    ]);
  });

  it('tells what it has fixed', async () => {
    await startWith('p1');
    await writeManifest(folder);
    const { code, change } = await compare();
    expect(code).toBe(0);
    expect(change.before?.verdict).toBe('unsupported');
    expect(change.findings?.fixedFindings.items[0]).toMatchObject({
      check: 'leakage/subject',
      key: 'p1',
      severity: 'error',
    });
  });

  it('shows the mask of a sample before and after', async () => {
    await writeMasks([20, 30, 40]);
    base = await initialize(folder);
    await writeMask(1, 12);
    const { change } = await compare();
    expect(change.samples?.relabelled).toEqual({
      total: 1,
      items: [
        {
          sample: 'images/1.png',
          pixels: [{ name: 'liver', before: 30 * edge, after: 12 * edge }],
          maskPixels: { before: edge * edge, after: edge * edge },
        },
      ],
    });
    const { stdout } = await runCli('--base', base);
    expect(stdout.replace(/\s+/gu, ' ')).toContain(
      'images/1.png: liver 62.5 % → 25.0 % (1,440 → 576 pixels)',
    );
  });
});

describe('the policy', () => {
  it('is that of the base, and a change of it is told', async () => {
    await startWith('p1');
    await edit(folder, 'holdout.yml', (text) =>
      [
        text,
        'checks: { leakage/subject: off, subjects/count: error }',
        'accept: [{ check: leakage/duplicate, key: x, reason: because }]',
        'limits: { pixels: 1 }',
        '',
      ].join('\n'),
    );
    const { code, change, report } = await compare();
    expect(code).toBe(1);
    expect(report.checks.find(({ id }) => id === 'leakage/subject')).toMatchObject({ severity: 'error' });
    expect(report.checks.find(({ id }) => id === 'images/readable')).toMatchObject({ status: 'passed' });
    expect(change.policy?.settings.items).toEqual([
      { name: 'accept leakage/duplicate x', after: '{"reason":"because"}' },
      { name: 'checks.leakage/subject', after: 'off' },
      { name: 'checks.subjects/count', after: 'error' },
      { name: 'limits.pixels', before: '64000000', after: '1' },
    ]);
    expect(change.policy?.vanishing.items).toMatchObject([{ check: 'leakage/subject', key: 'p1' }]);
    expect(change.policy?.appearing.items).toMatchObject([{ check: 'config/waivers' }]);
    expect(new Set(change.policy?.regraded.items.map(({ check, wouldBe }) => `${check} ${wouldBe}`))).toEqual(
      new Set(['subjects/count error']),
    );
    const { stdout } = await runCli('--base', base, '--format', 'markdown');
    expect(stdout).toContain('### Policy');
    expect(stdout).toContain('1 finding would vanish');
  });

  it('is not told where the config says the same in other words', async () => {
    await startWith();
    await edit(folder, 'holdout.yml', (text) => `# a remark\n${text}accept: []\n`);
    expect((await compare()).change).not.toHaveProperty('policy');
  });

  it('takes waivers from the base, under another name of the config, too', async () => {
    await writeDataset(folder, 'p1');
    await edit(
      folder,
      'holdout.yml',
      (text) => `${text}accept: [{ check: leakage/subject, key: p1, reason: known }]\n`,
    );
    base = await initialize(folder);
    await rm(join(folder, 'holdout.yml'));
    await writeDataset(folder, 'p1');
    await rename(join(folder, 'holdout.yml'), join(folder, 'holdout.yaml'));
    const { report } = await compare();
    expect(report.checks.find(({ id }) => id === 'leakage/subject')?.accepted).toHaveLength(1);
    expect(report.change?.policy?.appearing.items).toMatchObject([{ check: 'leakage/subject', key: 'p1' }]);
  });

  it('is that of the newest base, while the data are compared with where the change began', async () => {
    await startWith('p1');
    await git(folder, 'checkout', '--quiet', '-b', 'change');
    await setSplit('p6', 'val');
    await commitAll(folder);
    await git(folder, 'checkout', '--quiet', 'main');
    await edit(folder, 'holdout.yml', (text) => `${text}checks: { leakage/subject: warning }\n`);
    await setSplit('p2', 'val');
    await commitAll(folder);
    await git(folder, 'checkout', '--quiet', 'change');
    const began = base;
    base = 'main';
    const { report, change } = await compare();
    expect(change.baseSha).toBe(began);
    expect(change.samples?.movedSubjects.items.map(({ subject }) => subject)).toEqual(['p6']);
    expect(report.checks.find(({ id }) => id === 'leakage/subject')?.severity).toBe('warning');
  });

  it('is that of holdout itself where the config of the base is broken', async () => {
    await writeDataset(folder, 'p1');
    await writeFile(join(folder, 'holdout.yml'), 'dataset: [');
    base = await initialize(folder);
    await writeDataset(folder, 'p1');
    await edit(folder, 'holdout.yml', (text) => `${text}checks: { leakage/subject: off }\n`);
    const { code, change, report } = await compare();
    expect(code).toBe(1);
    expect(change.notes).toHaveLength(1);
    expect(change.notes[0]).toMatch(
      /^The config of the base cannot be used \(holdout\.yml:1:\d+: .*built-in settings/u,
    );
    expect(change).not.toHaveProperty('samples');
    expect(JSON.stringify(report)).not.toContain('"p1"');
  });

  it('is that of the dataset itself where it is new', async () => {
    await writeFile(join(folder, 'README.md'), '');
    base = await initialize(folder);
    await writeDataset(folder, 'p1');
    await edit(folder, 'holdout.yml', (text) => `${text}checks: { leakage/subject: warning }\n`);
    const { code, change } = await compare();
    expect(code).toBe(0);
    expect(change.notes).toEqual(['The dataset is new here: it is judged by its own config.']);
    expect(change).not.toHaveProperty('policy');
    // Nothing is known to be old.
    expect((await compare('--fail-on-new', '--fail-on', 'warning')).code).toBe(1);
  });
});

describe('ids', () => {
  const hide = (privacy: string) =>
    edit(folder, 'holdout.yml', (text) => text.replace('privacy: open', `privacy: ${privacy}`));

  it('have the same pseudonyms before and after, though a subject comes', async () => {
    await writeDataset(folder, 'patient-seven');
    await hide('ids');
    base = await initialize(folder);
    const [before] = findLeaks(JSON.parse((await runCli('--format=json')).stdout) as Report);
    await edit(folder, 'manifest.csv', (text) => text.replaceAll('p2,train', 'newcomer,train'));
    await setSplit('p3', 'test');
    const { change, report, stdout } = await compare();
    expect(stdout).not.toMatch(/patient-seven|newcomer|"p3"/u);
    expect(findLeaks(report)).toMatchObject([{ key: before?.key, standing: 'unchanged' }]);
    expect(before?.key).toMatch(/^subject-/u);
    expect(change.samples?.movedSubjects.items).toMatchObject([{ after: ['test'] }]);
  });

  it('are counted alone where privacy is strict', async () => {
    await writeDataset(folder, 'p1');
    await hide('strict');
    base = await initialize(folder);
    await edit(
      folder,
      'holdout.yml',
      (text) => `${text}accept: [{ check: leakage/subject, key: p1, reason: known }]\n`,
    );
    await setSplit('p3', 'test');
    const { stdout, change } = await compare();
    expect(stdout).not.toMatch(/p3|image-|"p1"| p1/u);
    expect(change.samples).toMatchObject({ trainToTest: 1, movedSubjects: { total: 1, items: [] } });
    expect(change.policy?.settings).toEqual({ total: 1, items: [] });
  });
});

describe('a base', () => {
  it('that no commit is ends with 2 and a sentence', async () => {
    await startWith();
    for (const name of ['nowhere', '--help', 'HEAD^{/x}', 'a b']) {
      const { code, stdout, stderr } = await runCli(`--base=${name}`);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/no commit|not the name of a commit/u);
    }
    expect((await runCli('--fail-on-new')).stderr).toContain('--base');
  });

  it('is fetched into a shallow clone', async () => {
    const origin = await makeFolder();
    await writeDataset(origin, 'p1');
    base = await initialize(origin);
    await git(origin, 'checkout', '--quiet', '-b', 'change');
    await writeManifest(origin);
    await commitAll(origin);
    folder = join(await makeFolder(), 'clone');
    await git(origin, 'clone', '--quiet', '--depth=1', '--branch=change', pathToFileURL(origin).href, folder);
    const { change } = await compare();
    expect(change).toMatchObject({ baseSha: base, notes: [] });
    expect(change.findings?.fixed.error).toBeGreaterThan(0);
  });

  it('that cannot be fetched leaves the audit as it is, and says what to do', async () => {
    const origin = await makeFolder();
    await writeDataset(origin, 'p1');
    base = await initialize(origin);
    await commitAll(origin);
    folder = join(await makeFolder(), 'clone');
    await git(origin, 'clone', '--quiet', '--depth=1', pathToFileURL(origin).href, folder);
    await git(folder, 'remote', 'set-url', 'origin', pathToFileURL(join(origin, 'gone')).href);
    const { code, change } = await compare('--fail-on-new');
    expect(code).toBe(1);
    expect(change.notes).toHaveLength(1);
    expect(change.notes[0]).toContain('fetch-depth: 0');
    expect(change).not.toHaveProperty('baseSha');
  });

  it('whose files are in Git LFS is compared without those that are not here', async () => {
    await startWith('p1');
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`;
    const real = await readFile(join(folder, 'images/image-4.png'));
    await writeFile(join(folder, 'images/image-4.png'), pointer);
    base = await commitAll(folder);
    await writeFile(join(folder, 'images/image-4.png'), real);
    const { change } = await compare();
    expect(change.notes).toEqual([
      '1 file of the base is in Git LFS and not here: what was found about it is not compared.',
    ]);
    expect(change.samples?.replaced.items).toMatchObject([{ sample: 'images/image-4.png' }]);
    expect(change.findings?.fixedFindings.items.filter(({ check }) => check === 'images/readable')).toEqual(
      [],
    );
  });

  it('whose manifest cannot be read is compared with nothing, but its policy counts', async () => {
    await writeDataset(folder, 'p1');
    await rm(join(folder, 'manifest.csv'));
    base = await initialize(folder);
    await writeDataset(folder, 'p1');
    const { code, change } = await compare('--fail-on-new');
    expect(code).toBe(1);
    expect(change.notes[0]).toMatch(/dataset of the base cannot be read: .*manifest\.csv/u);
  });
});

const edge = 48;

function draw(seed: number): Promise<Buffer> {
  const pixels = Buffer.alloc(edge * edge);
  let state = seed;
  for (let at = 0; at < pixels.length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    pixels[at] = state >>> 24;
  }
  return sharp(pixels, { raw: { width: edge, height: edge, channels: 1 } })
    .png()
    .toBuffer();
}

/** A mask whose upper rows are liver. */
async function writeMask(index: number, rows: number): Promise<void> {
  const pixels = Buffer.alloc(edge * edge);
  pixels.fill(1, 0, rows * edge);
  const file = sharp(pixels, { raw: { width: edge, height: edge, channels: 1 } }).png();
  await writeFile(join(folder, `masks/${index}.png`), await file.toBuffer());
}

async function writeMasks(rows: readonly number[]): Promise<void> {
  for (const name of ['images', 'masks']) await mkdir(join(folder, name), { recursive: true });
  for (const [index, count] of rows.entries()) {
    await writeFile(join(folder, `images/${index}.png`), await draw(index + 1));
    await writeMask(index, count);
  }
  await writeFile(
    join(folder, 'holdout.yml'),
    `dataset: { name: masks }
samples: { files: images/*.png, label: { template: 'masks/{stem}.png' } }
labels: { kind: mask, classes: [{ name: liver, index: 1 }] }
`,
  );
}
