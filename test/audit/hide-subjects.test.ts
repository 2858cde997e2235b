import { describe, expect, it } from 'vitest';
import { countOnly } from '../../src/audit/count-only.ts';
import { hideSubjects } from '../../src/audit/hide-subjects.ts';
import { deriveKey, deriveSharedKey } from '../../src/audit/pseudonyms.ts';
import { runAudit } from '../../src/audit/run-audit.ts';
import { selectChecks } from '../../src/audit/select-checks.ts';
import { checks } from '../../src/checks/index.ts';
import type { Config, Waiver } from '../../src/model/config.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Report } from '../../src/model/report.ts';
import { serializeReport } from '../../src/report/json.ts';
import { goodResult, goodScores } from '../baseline/draw-result.ts';
import { at, buildDataset, image, sample } from '../checks/build-dataset.ts';
import { makeConfig } from '../inventory/make-config.ts';

/** Subjects that leak, differ in spelling, share a picture and contradict each other; no path holds their ids. */
const dataset = buildDataset({
  samples: [
    sample('1.png', { subject: 'Ada-07', split: 'train', groups: { study: 'Zed-1' }, location: at(2) }),
    sample('2.png', { subject: 'Ada-07', split: 'test', groups: { study: 'Zed-1' }, location: at(3) }),
    sample('3.png', { subject: 'ada 7', split: 'train', groups: { study: 'Zed-2' }, location: at(4) }),
    sample('4.png', { subject: 'Bob|9', split: 'test', location: at(5) }),
    sample('5.png', { split: 'val', location: at(6) }),
  ],
  images: Object.fromEntries(
    ['1', '2', '3', '4', '5'].map((name) => [`${name}.png`, image(name === '4' ? '3' : name)]),
  ),
  problems: [
    {
      kind: 'conflict',
      image: '5.png',
      field: 'subject',
      claims: [
        { value: 'Cleo', location: at(6) },
        { value: 'Ada-07', location: at(7) },
      ],
    },
    {
      kind: 'conflict',
      image: '5.png',
      field: 'group:study',
      claims: [{ value: 'Zed-1' }, { value: 'Zed-3' }],
    },
  ],
});
const shownIds = ['Ada-07', 'ada 7', 'Bob|9', 'Cleo', 'Zed-1', 'Zed-3'];

function audit(data: Dataset, accept: readonly Waiver[] = []): Report {
  const config: Config = { ...makeConfig({}), accept };
  return runAudit(data, selectChecks(Object.values(checks), config), {
    config,
    today: '2026-11-25',
    version: '1.2.3',
  });
}

/** How many findings each message has. */
function countByMessage({ checks: all }: Report): [string, number][] {
  const counts = new Map<string, number>();
  for (const { id, findings } of all)
    for (const { messageId } of findings) {
      const name = `${id} ${messageId}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  return [...counts].sort();
}

describe('hideSubjects', () => {
  const open = audit(dataset);
  const hidden = audit(hideSubjects(dataset, [], 'secret').dataset);

  it('finds the same with pseudonyms', () => {
    const counts = countByMessage(open);
    expect(counts.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'leakage/subject leak',
        'leakage/alias spelling',
        'leakage/alias picture',
        'leakage/group leak',
        'manifest/conflicts conflict',
      ]),
    );
    expect(countByMessage(hidden)).toEqual(counts);
  });

  it('shows no id, and still the files and lines by which the samples are found', () => {
    const text = serializeReport(hidden);
    for (const id of shownIds) {
      expect(serializeReport(open)).toContain(id);
      expect(text).not.toContain(id);
    }
    expect(text).not.toContain('secret');
    const leak = hidden.checks
      .find(({ id }) => id === 'leakage/subject')
      ?.findings.find(({ messageId }) => messageId === 'leak');
    expect(leak?.samples).toEqual(['1.png', '2.png']);
    expect(leak?.location?.file).toBe('m.csv');
    expect(leak?.subjects[0]).toMatch(/^subject-[0-9a-f]{10}$/u);
  });

  it('gives the same pseudonyms for the same key, and others for another', () => {
    const subjectsOf = (key?: string) =>
      hideSubjects(dataset, [], key).dataset.samples.map(({ subject }) => subject);
    expect(subjectsOf('secret')).toEqual(subjectsOf('secret'));
    expect(subjectsOf('secret')[0]).not.toBe(subjectsOf('other')[0]);
    expect(subjectsOf()).toEqual(subjectsOf());
    expect(subjectsOf()[0]).not.toBe(subjectsOf('secret')[0]);
  });

  it('keeps pseudonyms when subjects are added, where there is a key', () => {
    const more = { ...dataset, samples: [...dataset.samples, sample('6.png', { subject: 'Dan' })] };
    const firstOf = (data: Dataset, key?: string) => hideSubjects(data, [], key).dataset.samples[0]?.subject;
    expect(firstOf(more, 'secret')).toBe(firstOf(dataset, 'secret'));
    expect(firstOf(more)).not.toBe(firstOf(dataset));
  });

  it('keeps the pseudonyms of an earlier state, unless more subjects are new than it had', () => {
    const add = (...subjects: string[]): Dataset => ({
      ...dataset,
      samples: [...dataset.samples, ...subjects.map((subject) => sample(`${subject}.png`, { subject }))],
    });
    const ids = dataset.samples.flatMap(({ subject, groups }) =>
      [subject ?? [], Object.values(groups)].flat(),
    );
    const count = new Set(ids).size;
    const newcomers = Array.from({ length: count + 1 }, (_, index) => `new ${index}`);
    expect(deriveSharedKey(add(...newcomers.slice(1)), dataset)).toBe(deriveKey(dataset));
    expect(deriveSharedKey(add(...newcomers), dataset)).toBe(deriveKey(add(...newcomers)));
    // Subjects that are gone were part of what is kept.
    expect(deriveSharedKey({ samples: [] }, dataset)).toBe(deriveKey(dataset));
  });

  it('lets waivers name subjects by their ids or by their pseudonyms', () => {
    const waive = (check: string, key: string): Waiver => ({ check, key, reason: 'known', line: 1 });
    const acceptedWith = (accept: readonly Waiver[]) => {
      const data = hideSubjects(dataset, accept, 'secret');
      return audit(data.dataset, data.accept)
        .checks.flatMap(({ accepted }) => accepted.length)
        .reduce((a, b) => a + b);
    };
    const keyOf = (report: Report, check: string, message: string) =>
      report.checks.find(({ id }) => id === check)?.findings.find(({ messageId }) => messageId === message)
        ?.key ?? '';
    for (const [check, message] of [
      ['leakage/subject', 'leak'],
      ['leakage/alias', 'picture'],
      ['leakage/group', 'leak'],
    ] as const) {
      expect(acceptedWith([waive(check, keyOf(open, check, message))]), message).toBe(1);
      expect(acceptedWith([waive(check, keyOf(hidden, check, message))]), message).toBe(1);
    }
    expect(acceptedWith([waive('leakage/subject', 'Nobody')])).toBe(0);
  });
});

describe('countOnly', () => {
  const hidden = hideSubjects(dataset, [], 'secret').dataset;
  const report = countOnly(audit(hidden), hidden);

  it('counts findings and shows none', () => {
    const leak = report.checks.find(({ id }) => id === 'leakage/subject');
    expect(leak).toMatchObject({ status: 'failed', findings: [] });
    expect(leak?.findingsTotal).toBe(
      audit(hidden).checks.find(({ id }) => id === 'leakage/subject')?.findingsTotal,
    );
  });

  it('names no file and no subject, not even by its pseudonym', () => {
    const text = serializeReport({ ...report, verdict: { ...report.verdict, reasons: [] } });
    for (const { id, subject } of hidden.samples) {
      expect(text).not.toContain(`"${id}"`);
      if (subject !== undefined) expect(text).not.toContain(subject);
    }
  });
});

describe('a result of a baseline', () => {
  const [known = 'none'] = dataset.samples.flatMap(({ subject }) => subject ?? []);
  const rows = [known, 'Mallory'].map((name) => ({ name, split: 'test', images: 1, score: 0.5 }));
  const result = {
    ...goodResult,
    stages: { ...goodResult.stages, score: { ...goodScores, subjects: rows } },
  };
  const baseline = { result, expectedDigest: goodResult.input?.digest ?? '' };

  it('names its subjects as the report does, and none that the dataset does not know', () => {
    const hidden = hideSubjects({ ...dataset, baseline }, [], 'secret').dataset;
    const id = dataset.samples.find(({ subject }) => subject === known)?.id;
    const pseudonym = hidden.samples.find((one) => one.id === id)?.subject;
    expect(hidden.baseline?.result.stages.score?.subjects).toEqual([{ ...rows[0], name: pseudonym }]);
    expect(pseudonym).not.toBe(known);
  });
});
