import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { CheckReport, Report } from '../../src/model/report.ts';
import { reportSchema } from '../../src/report/report-schema.ts';
import { builtCli, makeFolder, repositoryRoot, runProgram } from './programs.ts';

const data = resolve(repositoryRoot, '../shared/data');
const isAbsent = !existsSync(data);
if (isAbsent) console.warn('skipped: ../shared/data is not there');

const validate = new Ajv({ strict: true }).compile<Report>(reportSchema);

/** Audits a folder of the real data by a config beside it. */
async function audit(dataset: string, config: string): Promise<{ report: Report; code: number | null }> {
  const folder = await makeFolder();
  const configFile = join(folder, 'holdout.yml');
  await writeFile(configFile, config);
  const output = join(folder, 'report.json');
  const parameters = ['check', join(data, dataset), '--config', configFile, '-f', 'json', '-o', output];
  const { code, stderr } = await runProgram(builtCli, parameters, { cwd: folder });
  expect(stderr).toBe('');
  const report: unknown = JSON.parse(await readFile(output, 'utf8'));
  if (!validate(report)) throw new Error(JSON.stringify(validate.errors));
  return { report, code };
}

function findCheck({ checks }: Report, id: string): CheckReport {
  const check = checks.find((one) => one.id === id);
  if (!check) throw new Error(`no ${id} in the report`);
  return check;
}

describe.skipIf(isAbsent)('the built program on real datasets', () => {
  it('finds the fields of blood cells that stand in two splits, and the two boxes without a size', async () => {
    const { report, code } = await audit(
      'bccd',
      `dataset: { name: bccd }
samples:
  splits: { train: ImageSets/Main/train.txt, val: ImageSets/Main/val.txt, test: ImageSets/Main/test.txt }
  root: JPEGImages
  labelRoot: Annotations
  label: { template: '{stem}.xml' }
labels: { kind: boxes }
`,
    );
    expect(report.dataset.counts).toMatchObject({
      samples: 364,
      labelled: 364,
      splits: { train: 205, val: 87, test: 72 },
    });
    expect(findCheck(report, 'leakage/duplicate')).toMatchObject({
      status: 'passed',
      coverage: { evaluated: 364, unavailable: 0 },
    });
    // Every pair was looked at: each is one field of a slide, photographed twice with the stage moved a little.
    const listPictures = (id: string): string[] =>
      findCheck(report, id).findings.map(({ samples }) =>
        samples.map((path) => /(\d{3})\.jpg$/u.exec(path)?.[1] ?? '').join(' '),
      );
    expect(listPictures('leakage/near-duplicate')).toEqual([
      '204 277',
      '227 260',
      '230 257',
      '236 253',
      '386 391',
    ]);
    expect(listPictures('leakage/scene')).toEqual([
      '037 038',
      '223 263',
      '226 261',
      '229 258',
      '233 254',
      '242 248 249',
      '244 247',
    ]);
    expect(listPictures('labels/boxes')).toEqual(['338', '343']);
    expect(findCheck(report, 'images/readable').status).toBe('passed');
    expect(findCheck(report, 'leakage/subject').status).toBe('skipped');
    expect(code).toBe(1);
  });

  it('finds the four pairs of copies among the raccoons, all within train', async () => {
    const { report, code } = await audit(
      'raccoon',
      `dataset: { name: raccoon }
samples:
  manifest: { train: train_labels.csv, test: test_labels.csv }
  root: images
  columns:
    image: filename
    class: class
    box: { xmin: xmin, ymin: ymin, xmax: xmax, ymax: ymax, width: width, height: height }
labels: { kind: boxes, classes: [{ name: raccoon }] }
`,
    );
    expect(report.dataset.counts).toMatchObject({ samples: 200, splits: { train: 160, test: 40 } });
    const { findings } = findCheck(report, 'duplicates/within-split');
    const copies = findings.filter(({ messageId }) => messageId === 'copies');
    const numbers = copies.map(({ samples }) =>
      samples.map((id) => Number(/\d+/u.exec(id)?.[0])).sort((a, b) => a - b),
    );
    expect(numbers.sort(([a = 0], [b = 0]) => a - b)).toEqual([
      [11, 116],
      [52, 74],
      [65, 98],
      [83, 120],
    ]);
    for (const { evidence, location } of copies) {
      expect(evidence).toEqual({ copies: 2, split: 'train' });
      expect(location?.file).toBe('train_labels.csv');
    }
    for (const id of ['leakage/duplicate', 'leakage/near-duplicate', 'leakage/scene', 'labels/boxes'])
      expect(findCheck(report, id).status).toBe('passed');
    expect(code).toBe(0);
  });

  it('finds the boards that stand in both splits', async () => {
    const { report, code } = await audit(
      'deeppcb',
      `dataset: { name: deeppcb }
samples:
  splits: { train: trainval.txt, test: test.txt }
  image: { template: '{dir}/{stem}_test.jpg' }
  subject: { pattern: '^(?<subject>group\\d+)/' }
report: { privacy: open }
labels: { kind: boxes }
`,
    );
    const leaks = findCheck(report, 'leakage/subject').findings;
    expect(leaks.map(({ key, evidence }) => [key, evidence['samples']])).toEqual([
      ['group44000', { train: 50, test: 50 }],
      ['group77000', { train: 100, test: 7 }],
    ]);
    // Tracks repeat: boards are alike, and no picture is a copy of another.
    for (const id of ['leakage/duplicate', 'leakage/near-duplicate'])
      expect(findCheck(report, id).status).toBe('passed');
    expect(report.verdict.level).toBe('unsupported');
    expect(code).toBe(1);
  });

  it.each(['hostile/images', 'hostile/dicom'])('answers for every file of %s and ends', async (folder) => {
    const started = performance.now();
    const { report, code } = await audit(
      folder,
      `dataset: { name: hostile }
samples: { files: ['**/*', '*'] }
`,
    );
    expect((performance.now() - started) / 1000).toBeLessThan(60);
    const { coverage, findings } = findCheck(report, 'images/readable');
    expect(report.dataset.counts.samples).toBeGreaterThan(10);
    expect(coverage.evaluated + coverage.unavailable).toBe(report.dataset.counts.samples);
    expect(findings.length).toBeGreaterThan(0);
    expect(code).toBe(1);
  });
});
