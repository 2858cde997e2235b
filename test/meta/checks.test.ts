import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillMessage } from '../../src/audit/fill-message.ts';
import { checks } from '../../src/checks/index.ts';
import { buildConfigSchema } from '../../src/config/schema.ts';
import type { Check, CheckResult, Said } from '../../src/model/check.ts';
import type { LabelsConfig } from '../../src/model/config.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { InventoryProblem } from '../../src/model/inventory.ts';
import { sortedUnique } from '../../src/model/order.ts';
import { at, buildDataset, image, mask, run, sample } from '../checks/build-dataset.ts';
import { drawDataset, drawOptions, labelings, reorderRows } from './draw-dataset.ts';

const all: readonly Check[] = Object.values(checks);
const configSchema = buildConfigSchema(all);

describe.each(all.map((check) => [check.id, check] as const))('%s', (_, check) => {
  it.each(Object.entries(labelings))('is skipped on an empty dataset with labels of kind %s', (_, labels) => {
    const result = run(check, buildDataset({ labels }));
    expect(result).toHaveProperty('skipped');
    expectWords(check, result);
  });

  it('says what it has words and data for, in JSON, with keys of its own, and never passes on nothing', () => {
    fc.assert(
      fc.property(drawDataset, drawOptions(check), (dataset, options) => {
        const before = structuredClone(dataset);
        const result = run(check, dataset, options);
        expect(dataset).toEqual(before);
        expect(run(check, dataset, options)).toEqual(result);
        expectWords(check, result);
        if ('skipped' in result) return;
        const { coverage, findings, measurements } = result;
        expectJson(measurements);
        for (const { evidence, location, samples, subjects = [] } of findings) {
          expectJson({ evidence, subjects, ...(location && { location: { ...location } }) });
          expect(dataset.samples.map(({ id }) => id)).toEqual(expect.arrayContaining([...samples]));
        }
        const keys = findings.map(({ key }) => key);
        expect(sortedUnique(keys)).toEqual([...keys].sort());
        expect(keys).not.toContain('');
        expectCount(coverage.evaluated);
        expectCount(coverage.unavailable);
        expect(coverage.evaluated + findings.length).toBeGreaterThan(0);
      }),
    );
  });

  it('names keys of the config that are there', () => {
    const texts = Object.values(check.messages).flatMap(({ text, fix = '' }) => [text, fix]);
    for (const [, key = ''] of texts.join('\n').matchAll(/`((?:samples|labels|limits)[.\w]*)`/g))
      expect(configSchema, key).toHaveProperty(`properties.${key.replaceAll('.', '.properties.')}`);
  });

  it('keeps its keys when the rows of the manifest are reordered', () => {
    fc.assert(
      fc.property(drawDataset, fc.integer({ min: 1, max: 96 }), (dataset, factor) => {
        const keysOf = (given: Dataset) => {
          const result = run(check, given);
          return 'skipped' in result ? [] : sortedUnique(result.findings.map(({ key }) => key));
        };
        expect(keysOf(reorderRows(dataset, factor))).toEqual(keysOf(dataset));
      }),
    );
  });
});

describe('what the inventory cannot take at its word', () => {
  const claims = [{ value: 'x', location: at(2) }, { value: 'y' }];
  const row = { kind: 'row', cells: 1, columns: 2, location: at(3) } as const;
  const problems = {
    'missing-file': [
      { kind: 'missing-file', role: 'image', path: 'x.png', location: at(3) },
      { kind: 'missing-file', role: 'label', path: 'x.png', location: at(3) },
    ],
    outside: [{ kind: 'outside', path: '../x.png' }],
    ambiguous: [{ kind: 'ambiguous', path: 'x', candidates: ['x.jpg', 'x.png'], location: at(3) }],
    relocated: [{ kind: 'relocated', path: '/y/x.png', foundAt: 'x.png', location: at(3) }],
    conflict: ['label', 'subject', 'domain', 'split', 'class', 'group:study'].map((field) => ({
      ...{ kind: 'conflict', image: 'a.png', field, claims },
    })),
    row: [
      { ...row, reason: 'too-many-cells' },
      { ...row, reason: 'too-few-cells' },
      { ...row, reason: 'no-image' },
    ],
    'duplicate-header': [{ kind: 'duplicate-header', column: 'split', location: at(1) }],
    'unknown-split': [
      { kind: 'unknown-split', name: 'tset', samples: 1 },
      { kind: 'unknown-split', name: 'tset', samples: 1, suggestion: 'test', location: at(3) },
    ],
    unlisted: [
      { kind: 'unlisted', role: 'image', path: 'x.png' },
      { kind: 'unlisted', role: 'label', path: 'x.png' },
    ],
  } as const satisfies { [K in InventoryProblem['kind']]: readonly Extract<InventoryProblem, { kind: K }>[] };

  const cases: readonly InventoryProblem[] = Object.values(problems).flat();

  const samples = [
    sample('a.png', { label: 'a_mask.png', subject: 'P1', split: 'train', domain: 'real', location: at(2) }),
    sample('b.png', { label: 'b_mask.png', subject: 'P2', split: 'test', domain: 'real', location: at(3) }),
  ];
  const images = { 'a.png': image('a'), 'b.png': image('b') };
  const masks = { 'a_mask.png': mask([6, 6]), 'b_mask.png': mask([6, 6]) };
  const labels: Partial<LabelsConfig> = { classes: [{ name: 'liver', index: 1 }] };
  const withProblems = (...given: readonly InventoryProblem[]) =>
    buildDataset({ samples, images, masks, labels, problems: given });
  const nothingDecoded = (...given: readonly InventoryProblem[]) =>
    buildDataset({ samples, labels, problems: given });

  it.each(cases.map((problem) => [JSON.stringify(problem), problem] as const))(
    'is reported by one check: %s',
    (_, problem) => {
      for (const build of [withProblems, nothingDecoded]) {
        const reporting = all.filter(
          (check) => findingsOf(check, build(problem)).length > findingsOf(check, build()).length,
        );
        expect(reporting.map(({ id }) => id)).toHaveLength(1);
      }
    },
  );
});

function findingsOf(check: Check, dataset: Dataset) {
  const result = run(check, dataset);
  return 'skipped' in result ? [] : result.findings;
}

/** Every message is there, and its data fill it and its fix. */
function expectWords({ messages }: Check, result: CheckResult): void {
  const said: readonly Said[] = 'skipped' in result ? [result.skipped] : [result.summary, ...result.findings];
  for (const { messageId, data } of said) {
    expectJson(data);
    const message = messages[messageId];
    if (!message) throw new Error(`there is no message "${messageId}"`);
    expect(fillMessage(message.text, data)).not.toMatch(/NaN|Infinity|undefined|\[object/);
    if (message.fix !== undefined) fillMessage(message.fix, data);
  }
  if ('skipped' in result) return;
  for (const { messageId } of result.findings) expect(messages[messageId]?.fix, messageId).toMatch(/\S/);
}

function expectCount(value: number): void {
  expect(Number.isSafeInteger(value) && value >= 0, String(value)).toBe(true);
}

/** Neither undefined, nor a number that JSON cannot hold, nor an object of a class. */
function expectJson(value: unknown): void {
  expect(isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value), JSON.stringify(value)).toBe(true);
}
