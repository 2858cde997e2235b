import type { Config, LabelsConfig, SamplesConfig, TaskConfig } from '../../src/model/config.ts';

/** A config as the config room gives it, with what a test is about. `labelRoot` follows `root`, as there. */
export function makeConfig(
  samples: Partial<SamplesConfig>,
  labels: LabelsConfig['kind'] = 'mask',
  task: TaskConfig['kind'] = 'segmentation',
): Config {
  return {
    file: 'holdout.yml',
    dataset: { name: 'test' },
    samples: {
      manifests: [],
      lists: [],
      files: [],
      root: '',
      labelRoot: samples.root ?? '',
      columns: { groups: {} },
      patterns: {},
      groupPatterns: {},
      subjectScope: 'site',
      ...samples,
    },
    labels: { kind: labels, classes: [], background: { color: '#000000', index: 0 }, ignore: [] },
    task: { kind: task },
    baseline: { seed: 1, imageSize: 128, batchSize: 8, steps: 400, leakSeeds: 1, published: [] },
    checks: {},
    report: { privacy: 'open' },
    accept: [],
    limits: { pixels: 1e8, fileBytes: 1e9, decodeSeconds: 10 },
  };
}
