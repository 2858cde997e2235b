import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { runAudit } from '../../src/audit/run-audit.ts';
import { selectChecks } from '../../src/audit/select-checks.ts';
import type { Check } from '../../src/model/check.ts';
import type { Config } from '../../src/model/config.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { maxFindingsPerCheck, maxSamplesPerFinding, type Report } from '../../src/model/report.ts';
import { serializeReport } from '../../src/report/json.ts';
import { reportSchema } from '../../src/report/report-schema.ts';
import { makeConfig } from '../inventory/make-config.ts';
import { buildCheck, buildFinding, buildResult } from './build-check.ts';

const validate = new Ajv({ strict: true }).compile(reportSchema);

function audit(checks: readonly Check[], config: Partial<Config> = {}): Report {
  const whole = { ...makeConfig({}), ...config };
  const dataset: Dataset = {
    name: 'test',
    task: whole.task,
    labels: whole.labels,
    maskClasses: [],
    samples: [{ id: 'a.png', groups: {}, splits: ['train'], classes: [] }],
    problems: [],
    rowsRead: 1,
    images: new Map(),
    masks: new Map(),
  };
  const report = runAudit(dataset, selectChecks(checks, whole), {
    config: whole,
    today: '2026-11-25',
    version: '1.2.3',
  });
  expect(validate(JSON.parse(serializeReport(report))) || validate.errors).toBe(true);
  return report;
}

const waiver = { check: 'topic/name', key: 'a', reason: 'known', line: 7 };

describe('runAudit', () => {
  it('puts words to findings and sorts them by key', () => {
    const location = { file: 'm.csv', line: 3 };
    const check = buildCheck(() =>
      buildResult([buildFinding('b'), buildFinding('a', { location, samples: ['a.png'], subjects: ['s'] })]),
    );
    const [report] = audit([check]).checks;
    expect(report).toEqual({
      id: 'topic/name',
      question: 'Is it so?',
      status: 'failed',
      severity: 'warning',
      summary: '2 found',
      coverage: { evaluated: 10, unavailable: 1 },
      measurements: { found: 2 },
      findings: [
        {
          key: 'a',
          messageId: 'wrong',
          message: 'wrong: a',
          fix: 'mend a',
          severity: 'warning',
          samples: ['a.png'],
          samplesTotal: 1,
          subjects: ['s'],
          location,
          evidence: {},
        },
        {
          key: 'b',
          messageId: 'wrong',
          message: 'wrong: b',
          fix: 'mend b',
          severity: 'warning',
          samples: [],
          samplesTotal: 0,
          subjects: [],
          evidence: {},
        },
      ],
      findingsTotal: 2,
      accepted: [],
    });
  });

  it('passes a check without findings', () =>
    expect(audit([buildCheck(() => buildResult([]))]).checks[0]?.status).toBe('passed'));

  it('never passes a check that evaluated nothing', () => {
    const empty = { ...buildResult([]), coverage: { evaluated: 0, unavailable: 5 } };
    const skipped = {
      skipped: { messageId: 'nothing', data: {} },
      coverage: { evaluated: 0, unavailable: 4 },
    };
    expect(audit([buildCheck(() => empty)]).checks[0]).toMatchObject({
      status: 'skipped',
      coverage: { evaluated: 0, unavailable: 5 },
    });
    expect(audit([buildCheck(() => skipped)]).checks[0]).toMatchObject({
      status: 'skipped',
      summary: 'there is nothing',
      coverage: { evaluated: 0, unavailable: 4 },
    });
  });

  it('shows a crash and a text without its data as errors of the run, and the other checks as they are', () => {
    const crash = buildCheck(() => {
      throw new Error('no such thing');
    });
    const mute = buildCheck(() => buildResult([buildFinding('a', { data: {} })]), { id: 'topic/mute' });
    const fine = buildCheck(() => buildResult([]), { id: 'topic/fine' });
    const report = audit([crash, mute, fine]);
    expect(report.checks.map(({ id, status, summary }) => [id, status, summary])).toEqual([
      ['topic/fine', 'passed', '0 found'],
      [
        'topic/mute',
        'errored',
        'the check did not finish: the message "wrong: {what}" has no value for {what}',
      ],
      ['topic/name', 'errored', 'the check did not finish: no such thing'],
    ]);
    expect(report.verdict.level).toBe('limited');
  });

  it('leaves out what the config turns off, and takes its severities', () => {
    const checks = ['a', 'b', 'c'].map((name) =>
      buildCheck(() => buildResult([buildFinding('x')]), { id: `topic/${name}` }),
    );
    const settings = {
      'topic/a': { severity: 'off', options: {} },
      'topic/c': { severity: 'error', options: {} },
    };
    const report = audit(checks, { checks: settings as Config['checks'] });
    expect(report.checks.map(({ id, severity }) => [id, severity])).toEqual([
      ['topic/c', 'error'],
      ['topic/b', 'warning'],
    ]);
    expect(report.checks[0]?.findings[0]?.severity).toBe('error');
  });

  it('counts the findings and samples that it cuts', () => {
    const samples = Array.from({ length: maxSamplesPerFinding + 5 }, (_, index) => `${index}.png`);
    const findings = Array.from({ length: maxFindingsPerCheck + 3 }, (_, index) =>
      buildFinding(String(index), { samples }),
    );
    const [check] = audit([buildCheck(() => buildResult(findings))]).checks;
    expect(check?.findings).toHaveLength(maxFindingsPerCheck);
    expect(check?.findingsTotal).toBe(maxFindingsPerCheck + 3);
    expect(check?.findings[0]?.samples).toHaveLength(maxSamplesPerFinding);
    expect(check?.findings[0]?.samplesTotal).toBe(maxSamplesPerFinding + 5);
  });

  it('keeps texts within the bounds of a report, whatever a dataset calls its things', () => {
    const long = 'x'.repeat(50_000);
    const finding = buildFinding(long, {
      samples: [long],
      subjects: [long],
      location: { file: long },
      evidence: { [long]: [long, { a: long }] },
    });
    audit([buildCheck(() => buildResult([finding]))], { dataset: { name: long, description: long } });
  });

  it('takes an accepted finding out of what decides', () => {
    const check = buildCheck(() => buildResult([buildFinding('a'), buildFinding('b')]));
    const report = audit([check], { accept: [{ ...waiver, until: '2026-11-25' }] });
    const accepted = report.checks.find(({ id }) => id === 'topic/name');
    expect(accepted?.findings.map(({ key }) => key)).toEqual(['b']);
    expect(accepted?.accepted[0]).toMatchObject({
      key: 'a',
      accepted: { reason: 'known', until: '2026-11-25' },
    });
    expect(report.checks.find(({ id }) => id === 'config/waivers')).toMatchObject({ status: 'passed' });
  });

  it.each([
    ['expired', { ...waiver, until: '2026-11-24' }, 'the acceptance of topic/name a ended on 2026-11-24'],
    ['unmatched', { ...waiver, key: 'z' }, 'the acceptance of topic/name z matches no finding'],
  ])('reports an %s acceptance at its line, and it covers nothing', (messageId, accept, message) => {
    const report = audit([buildCheck(() => buildResult([buildFinding('a')]))], { accept: [accept] });
    expect(report.checks.find(({ id }) => id === 'topic/name')?.findingsTotal).toBe(1);
    const [finding] = report.checks.find(({ id }) => id === 'config/waivers')?.findings ?? [];
    expect(finding).toMatchObject({ messageId, message, location: { file: 'holdout.yml', line: 7 } });
  });

  it('cannot judge the acceptance of a check that was not judged', () => {
    const check = buildCheck(() => ({ skipped: { messageId: 'nothing', data: {} } }));
    expect(
      audit([check], { accept: [waiver] }).checks.find(({ id }) => id === 'config/waivers'),
    ).toMatchObject({
      status: 'skipped',
      coverage: { evaluated: 0, unavailable: 1 },
    });
  });

  it('gives a check that runs last what no waiver covers of what the others found', () => {
    const seen: unknown[] = [];
    const last = buildCheck(() => buildResult([]), {
      id: 'topic/last',
      runsLast: true,
      run: (_dataset, _options, found) => {
        seen.push(found);
        return buildResult([buildFinding('own')]);
      },
    });
    const other = { ...last, id: 'topic/other-last' };
    const first = buildCheck(() => buildResult([buildFinding('a'), buildFinding('b')]));
    audit([last, other, first], { accept: [waiver] });
    const expected = [{ check: 'topic/name', severity: 'warning', finding: buildFinding('b') }];
    expect(seen).toEqual([expected, expected]);
  });
});
