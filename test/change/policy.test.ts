import { describe, expect, it } from 'vitest';
import { applyPolicy, listPolicyChanges } from '../../src/change/policy.ts';
import type { Config } from '../../src/model/config.ts';
import { makeConfig } from '../inventory/make-config.ts';

const waiver = { check: 'leakage/subject', key: 'p1', reason: 'known', line: 30 };

const strict: Config = {
  ...makeConfig({ root: 'old' }, 'class', 'classification'),
  task: { kind: 'classification', targetDomain: 'real' },
  checks: { 'leakage/subject': { severity: 'error', options: { least: 2 } } },
  report: { privacy: 'strict' },
  accept: [waiver],
  limits: { pixels: 1, fileBytes: 2, decodeSeconds: 3 },
  baseline: {
    seed: 9,
    imageSize: 1,
    batchSize: 1,
    steps: 1,
    leakSeeds: 1,
    published: [],
    command: ['train'],
  },
};

describe('applyPolicy', () => {
  it('keeps how a dataset is found and read, and takes what is asked of it', () => {
    const own: Config = { ...makeConfig({ root: 'new' }), accept: [{ ...waiver, line: 7 }, waiver] };
    const { samples, labels, dataset, file } = own;
    expect(applyPolicy(own, strict)).toEqual({
      ...strict,
      ...{ samples, labels, dataset, file },
      task: { kind: 'segmentation', targetDomain: 'real' },
      accept: [{ ...waiver, line: 30 }],
    });
    expect(applyPolicy(strict, own).task).toEqual({ kind: 'classification' });
  });

  it('lets findings about a waiver stand at its line of today, or at the first where it is gone', () => {
    expect(applyPolicy({ ...strict, accept: [{ ...waiver, line: 4 }] }, strict).accept[0]?.line).toBe(4);
    expect(applyPolicy({ ...strict, accept: [] }, strict).accept[0]?.line).toBe(1);
  });
});

describe('listPolicyChanges', () => {
  it('finds none but in what is asked', () => {
    const own = applyPolicy(makeConfig({ root: 'elsewhere' }), strict);
    expect(listPolicyChanges(strict, own)).toEqual([]);
    const reordered = { ...strict, limits: { decodeSeconds: 3, fileBytes: 2, pixels: 1 } };
    expect(listPolicyChanges(strict, reordered)).toEqual([]);
  });

  it('names every setting with its value before and after', () => {
    const loose: Config = {
      ...strict,
      task: { kind: 'classification' },
      checks: { 'leakage/subject': { severity: 'off', options: {} } },
      accept: [{ ...waiver, until: '2027-01-01' }],
      baseline: { ...strict.baseline, command: ['curl', 'evil'] },
    };
    expect(listPolicyChanges(strict, loose)).toEqual([
      {
        name: 'accept leakage/subject p1',
        before: '{"reason":"known"}',
        after: '{"reason":"known","until":"2027-01-01"}',
      },
      { name: 'baseline.command', before: '["train"]', after: '["curl","evil"]' },
      { name: 'checks.leakage/subject', before: '["error",{"least":2}]', after: 'off' },
      { name: 'task.targetDomain', before: 'real' },
    ]);
  });
});
