import { describe, expect, it } from 'vitest';
import {
  compareFindings,
  comparePolicies,
  listFindings,
  type AuditFindings,
  type FullReport,
} from '../../src/change/compare-findings.ts';
import type { FindingSeverity } from '../../src/model/severity.ts';
import { buildAbdomenReport, buildCheck, buildFinding } from '../report/fixtures/abdomen-report.ts';

interface Found {
  readonly key: string;
  readonly severity?: FindingSeverity;
  readonly messageId?: string;
}

/** A report of one check for each severity; `hidden` findings are counted in it but not listed. */
function buildFull(found: readonly Found[], hidden: readonly Found[] = []): FullReport {
  const checkOf = (severity: FindingSeverity = 'warning') => `topic/${severity}`;
  const severities = ['error', 'warning', 'info'] as const;
  return {
    report: {
      ...buildAbdomenReport(),
      checks: severities.map((severity) =>
        buildCheck({
          id: checkOf(severity),
          summary: '',
          severity,
          findings: found
            .filter((one) => (one.severity ?? 'warning') === severity)
            .map(({ key, messageId = 'found' }) =>
              buildFinding({ key, messageId, message: `about ${key}`, severity }),
            ),
        }),
      ),
    },
    open: [...found, ...hidden].map(({ key, severity = 'warning', messageId = 'found' }) => ({
      check: checkOf(severity),
      severity,
      key,
      messageId,
    })),
  };
}

describe('compareFindings', () => {
  it('tells new, fixed and unchanged findings apart', () => {
    const { findings, report } = compareFindings(
      listFindings(buildFull([{ key: 'a' }, { key: 'b' }, { key: 'z', severity: 'error' }])),
      buildFull([{ key: 'b' }, { key: 'c' }, { key: 'd', severity: 'error' }]),
    );
    expect(findings).toEqual({
      new: { error: 1, warning: 1, info: 0 },
      unchanged: { error: 0, warning: 1, info: 0 },
      fixed: { error: 1, warning: 1, info: 0 },
      fixedFindings: {
        total: 2,
        items: [
          { check: 'topic/error', key: 'z', messageId: 'found', message: 'about z', severity: 'error' },
          { check: 'topic/warning', key: 'a', messageId: 'found', message: 'about a', severity: 'warning' },
        ],
      },
    });
    const marks = report.checks.flatMap((check) =>
      check.findings.map(({ key, standing }) => [key, standing]),
    );
    expect(marks).toEqual([
      ['d', 'new'],
      ['b', 'unchanged'],
      ['c', 'new'],
    ]);
  });

  it('takes another fault of the same name for another finding', () => {
    const { findings } = compareFindings(
      listFindings(buildFull([{ key: 'a', messageId: 'few' }])),
      buildFull([{ key: 'a', messageId: 'none' }]),
    );
    expect([findings.new.warning, findings.fixed.warning]).toEqual([1, 1]);
  });

  it('knows findings that a report leaves out', () => {
    const { findings, report } = compareFindings(
      listFindings(buildFull([], [{ key: 'a' }, { key: 'b' }])),
      buildFull([{ key: 'a' }], [{ key: 'c' }]),
    );
    expect(findings).toMatchObject({
      new: { warning: 1 },
      unchanged: { warning: 1 },
      fixed: { warning: 1 },
      fixedFindings: { total: 1, items: [] },
    });
    expect(report.checks[1]?.findings[0]?.standing).toBe('unchanged');
  });
});

describe('comparePolicies', () => {
  it('lists what would appear, vanish and weigh otherwise', () => {
    const current = listFindings(buildFull([{ key: 'a' }, { key: 'b' }]));
    const proposed: AuditFindings = {
      ...listFindings(buildFull([{ key: 'c' }])),
      verdict: 'supported',
      open: [
        { check: 'topic/warning', key: 'b', messageId: 'found', severity: 'error' },
        { check: 'topic/warning', key: 'c', messageId: 'found', severity: 'warning' },
      ],
    };
    const settings = [{ name: 'checks.topic/warning', after: 'error' }];
    expect(comparePolicies(current, proposed, settings)).toMatchObject({
      settings: { items: settings, total: 1 },
      verdict: 'supported',
      appearing: { items: [{ key: 'c' }], total: 1 },
      vanishing: { items: [{ key: 'a' }], total: 1 },
      regraded: { items: [{ key: 'b', severity: 'warning', wouldBe: 'error' }], total: 1 },
    });
  });
});
