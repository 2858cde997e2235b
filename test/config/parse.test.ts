import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse.ts';
import { declarations } from './declarations.ts';

function parse(text: string) {
  return parseConfig(text, 'holdout.yml', declarations);
}

describe('parseConfig', () => {
  it('fills in every default', () => {
    expect(parse('dataset: {name: x}\nsamples: {files: "*.png"}\n')).toEqual({
      file: 'holdout.yml',
      dataset: { name: 'x' },
      samples: {
        manifests: [],
        lists: [],
        files: ['*.png'],
        root: '',
        labelRoot: '',
        columns: { groups: {} },
        patterns: {},
        groupPatterns: {},
        subjectScope: 'site',
      },
      labels: { kind: 'none', classes: [], background: { color: '#000000', index: 0 }, ignore: [] },
      task: { kind: 'classification' },
      baseline: { seed: 1, imageSize: 128, batchSize: 8, steps: 400, leakSeeds: 1, published: [] },
      checks: {},
      report: { privacy: 'ids' },
      accept: [],
      limits: { pixels: 64_000_000, fileBytes: 512_000_000, decodeSeconds: 10 },
    });
  });

  it('reads every key', () => {
    const text = `$schema: ./holdout.schema.json
dataset: {name: Abdomen, description: Ultrasound frames}
samples:
  manifest: {train: [a.csv, ./b.csv], test: sub\\c.csv}
  splits: {val: lists/val.txt}
  files: ['**/*.png', '!**/x/**']
  root: ./images/
  labelRoot: masks
  subjectScope: dataset
  columns: {image: file, label: mask, subject: s, split: p, domain: d, class: c, groups: {study: st}}
  subject: {pattern: '^(?<subject>[^_]+)_'}
  groups: {series: {pattern: '(?P<series>x)'}}
  image: {template: '{dir}/{stem}_test{ext}'}
  label: {template: '{stem}.png'}
labels:
  kind: mask
  classes: [{name: liver, color: '#64006A'}]
  background: {color: '#FFFFFF'}
  ignore: ['#ABCDEF']
task: {kind: detection, targetDomain: real}
baseline: {command: [python3, train.py], seed: 7, imageSize: 64, batchSize: 2, steps: 30, leakSeeds: 3}
checks:
  leakage/subject: off
  subjects/count: [info, {minPerSplit: 3}]
report: {privacy: open}
accept:
  - {check: leakage/subject, key: P07, reason: ' same scanner ', until: 2028-02-29}
  - {check: leakage/subject, key: P08, reason: ok}
limits: {pixels: 100, fileMegabytes: 0.5, decodeSeconds: 2}
`;
    expect(parse(text)).toEqual({
      file: 'holdout.yml',
      dataset: { name: 'Abdomen', description: 'Ultrasound frames' },
      samples: {
        manifests: [
          { path: 'a.csv', split: 'train' },
          { path: 'b.csv', split: 'train' },
          { path: 'sub/c.csv', split: 'test' },
        ],
        lists: [{ path: 'lists/val.txt', split: 'val' }],
        files: ['**/*.png', '!**/x/**'],
        root: 'images',
        labelRoot: 'masks',
        columns: {
          image: 'file',
          label: 'mask',
          subject: 's',
          split: 'p',
          domain: 'd',
          class: 'c',
          groups: { study: 'st' },
        },
        imageTemplate: '{dir}/{stem}_test{ext}',
        labelTemplate: '{stem}.png',
        patterns: { subject: '^(?<subject>[^_]+)_' },
        groupPatterns: { series: '(?P<series>x)' },
        subjectScope: 'dataset',
      },
      labels: {
        kind: 'mask',
        classes: [{ name: 'liver', color: '#64006a' }],
        background: { color: '#ffffff', index: 0 },
        ignore: ['#abcdef'],
      },
      task: { kind: 'detection', targetDomain: 'real' },
      baseline: {
        command: ['python3', 'train.py'],
        seed: 7,
        imageSize: 64,
        batchSize: 2,
        steps: 30,
        leakSeeds: 3,
        published: [],
      },
      checks: {
        'leakage/subject': { severity: 'off', options: {} },
        'subjects/count': { severity: 'info', options: { minPerSplit: 3 } },
      },
      report: { privacy: 'open' },
      accept: [
        { check: 'leakage/subject', key: 'P07', reason: 'same scanner', until: '2028-02-29', line: 27 },
        { check: 'leakage/subject', key: 'P08', reason: 'ok', line: 28 },
      ],
      limits: { pixels: 100, fileBytes: 500_000, decodeSeconds: 2 },
    });
  });

  it.each([
    ['m.csv', [{ path: 'm.csv' }]],
    ['[a.csv, b/../c.csv]', [{ path: 'a.csv' }, { path: 'c.csv' }]],
  ])('takes the manifest %s', (manifest, expected) => {
    const config = parse(`dataset: {name: x}\nsamples: {manifest: ${manifest}, columns: {image: f}}\n`);
    expect(config.samples.manifests).toEqual(expected);
  });

  it('reads labels where images are, unless told otherwise', () => {
    expect(parse('dataset: {name: x}\nsamples: {files: "*", root: a}\n').samples.labelRoot).toBe('a');
    expect(
      parse('dataset: {name: x}\nsamples: {files: "*", root: a, labelRoot: .}\n').samples.labelRoot,
    ).toBe('');
  });

  it.each([
    ['{kind: mask, classes: [{name: a, index: 1}]}', 'segmentation'],
    ['{kind: boxes}', 'detection'],
    ['{kind: class}', 'classification'],
    ['{kind: none}', 'classification'],
  ])('derives the task from labels %s', (labels, kind) => {
    expect(parse(`dataset: {name: x}\nsamples: {files: "*"}\nlabels: ${labels}\n`).task).toEqual({ kind });
  });

  it('reads published scores', () => {
    const text = `dataset: {name: x}
samples: {files: "*"}
baseline:
  published:
    - {metric: Dice, value: 0.48, on: real, split: test, classes: [liver], citation: A et al. 2020, url: 'https://doi.org/10.1000/1'}
    - {metric: HD95, value: 12, citation: B et al. 2021}
`;
    expect(parse(text).baseline.published).toEqual([
      {
        metric: 'Dice',
        value: 0.48,
        on: 'real',
        split: 'test',
        classes: ['liver'],
        citation: 'A et al. 2020',
        url: 'https://doi.org/10.1000/1',
      },
      { metric: 'HD95', value: 12, citation: 'B et al. 2021' },
    ]);
  });

  it('lets classes without masks have the index that the background has in masks', () => {
    const text =
      'dataset: {name: x}\nsamples: {files: "*"}\nlabels: {kind: class, classes: [{name: a, index: 0}]}\n';
    expect(parse(text).labels.classes).toEqual([{ name: 'a', index: 0 }]);
  });

  it('reads anchors and aliases', () => {
    const text = 'dataset: {name: &n x, description: *n}\nsamples: {files: "*"}\n';
    expect(parse(text).dataset).toEqual({ name: 'x', description: 'x' });
  });
});
