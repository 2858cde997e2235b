import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import type { AuditFindings } from '../../src/change/compare-findings.ts';
import { parseConfigOf } from '../../src/entry/load-dataset.ts';
import { auditWithMemory, rememberAudit } from '../../src/entry/remembered-audit.ts';
import { buildDataset, sample } from '../checks/build-dataset.ts';

const config = parseConfigOf(
  'dataset: { name: d }\nsamples: { manifest: m.csv, columns: { image: file } }\nlabels: { kind: none }\n',
  'holdout.yml',
);
const input = { dataset: buildDataset({ samples: [sample('a.png')] }), config, today: '2026-01-01' };

const finding = { check: 'leakage/subject', key: 'P1|é', messageId: 'leak', severity: 'error' } as const;
const found: AuditFindings = {
  verdict: 'unsupported',
  open: [finding, { ...finding, key: 'P2' }],
  listed: [{ ...finding, message: 'P1 is in train and test' }],
};

let folder = '';
let audits = 0;
const audit = (): AuditFindings => {
  audits++;
  return found;
};

beforeEach(async () => {
  audits = 0;
  folder = await mkdtemp(join(tmpdir(), 'holdout-audit-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

it('audits a dataset once', async () => {
  expect(await auditWithMemory(folder, input, audit)).toBe(found);
  expect(await auditWithMemory(folder, input, audit)).toStrictEqual(found);
  expect(audits).toBe(1);
  const other = { ...input, dataset: buildDataset({ samples: [sample('b.png')] }) };
  await auditWithMemory(folder, other, audit);
  expect(audits).toBe(2);
});

it('knows what a run without a base has found', async () => {
  await rememberAudit(folder, input, found);
  expect(await auditWithMemory(folder, input, audit)).toStrictEqual(found);
  expect(audits).toBe(0);
});

it('audits again without a folder, and where what is in it was damaged', async () => {
  await auditWithMemory(undefined, input, audit);
  await auditWithMemory(folder, input, audit);
  expect(audits).toBe(2);
  const path = join(folder, (await readdir(folder))[0] ?? '');
  const bytes = await readFile(path);
  for (const [place, byte] of bytes.entries()) {
    await writeFile(path, bytes.with(place, byte ^ 1));
    audits = 0;
    expect(await auditWithMemory(folder, input, audit)).toStrictEqual(found);
    expect(audits).toBe(1);
  }
});
