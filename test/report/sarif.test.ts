import AjvDraft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { maxResults, renderSarif } from '../../src/report/sarif.ts';
import { buildAbdomenReport, buildCheck, buildFinding } from './fixtures/abdomen-report.ts';
import { arbitraryText, buildHostileReport } from './fixtures/hostile-report.ts';

interface Message {
  readonly text: string;
}

interface Sarif {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly invocations: readonly [
        {
          readonly executionSuccessful: boolean;
          readonly toolExecutionNotifications: readonly {
            readonly level: string;
            readonly message: Message;
          }[];
        },
      ];
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: Message;
        readonly locations: readonly {
          readonly physicalLocation: {
            readonly artifactLocation: { readonly uri: string };
            readonly region?: { readonly startLine: number };
          };
        }[];
        readonly partialFingerprints: Readonly<Record<string, string>>;
        readonly suppressions?: readonly { readonly justification: string }[];
      }[];
    },
  ];
}

/** The schema of OASIS, which the package carries for its own matchers. */
const schema = createRequire(import.meta.url)(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
) as object;
const ajv = new AjvDraft4.default({ strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

function render(report: Report, prefix?: string): Sarif['runs'][0] {
  const sarif: unknown = JSON.parse(renderSarif(report, prefix === undefined ? {} : { prefix }));
  expect(validate(sarif), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  return (sarif as Sarif).runs[0];
}

function withChecks(...checks: Report['checks']): Report {
  return { ...buildAbdomenReport(), checks };
}

describe('renderSarif', () => {
  it('gives every check a rule and every finding a result at its line', () => {
    const report = buildAbdomenReport();
    const { tool, results } = render(report, 'data/');
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(report.checks.map(({ id }) => id));
    const leak = results.find(({ ruleId }) => ruleId === 'leakage/subject');
    const [finding] = report.checks.find(({ id }) => id === 'leakage/subject')?.findings ?? [];
    expect(leak).toMatchObject({
      level: 'error',
      message: { text: `${finding?.message}. ${finding?.fix}` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: `data/${finding?.location?.file}`, uriBaseId: '%SRCROOT%' },
            region: { startLine: finding?.location?.line },
          },
        },
      ],
    });
    expect(tool.driver.rules[leak?.ruleIndex ?? -1]?.id).toBe('leakage/subject');
  });

  it('puts a finding without a place at its first image, or at the config', () => {
    const findings = [
      buildFinding({ key: 'a', message: 'One', samples: ['images/b 1#.png', 'c.png'] }),
      buildFinding({ key: 'b', message: 'Two' }),
    ];
    const { results } = render(
      withChecks(buildCheck({ id: 'x/y', summary: '', status: 'failed', findings })),
    );
    expect(results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri)).toEqual([
      'images/b%201%23.png',
      'holdout.yml',
    ]);
  });

  it('keeps a fingerprint when lines move, and gives each key and check another', () => {
    const fingerprintsOf = (line: number, key: string, id: string) =>
      render(
        withChecks(
          buildCheck({
            id,
            summary: '',
            status: 'failed',
            findings: [buildFinding({ key, message: `Line ${line}`, location: { file: 'm.csv', line } })],
          }),
        ),
      ).results.map(({ partialFingerprints }) => partialFingerprints);
    expect(fingerprintsOf(3, 'k', 'x/y')).toEqual(fingerprintsOf(9, 'k', 'x/y'));
    expect(fingerprintsOf(3, 'k', 'x/y')).not.toEqual(fingerprintsOf(3, 'l', 'x/y'));
    expect(fingerprintsOf(3, 'k', 'x/y')).not.toEqual(fingerprintsOf(3, 'k', 'x/z'));
  });

  it('suppresses what the config accepts, with the reason', () => {
    const accepted = buildAbdomenReport().checks.flatMap((check) => check.accepted);
    const { results } = render(buildAbdomenReport());
    expect(results.flatMap(({ suppressions = [] }) => suppressions)).toEqual(
      accepted.map(({ accepted: { reason } }) => ({
        kind: 'external',
        status: 'accepted',
        justification: reason,
      })),
    );
    expect(accepted.length).toBeGreaterThan(0);
  });

  it('says that a check crashed or was skipped', () => {
    const { invocations } = render(
      withChecks(
        buildCheck({ id: 'x/y', status: 'errored', summary: 'did not finish' }),
        buildCheck({ id: 'x/z', status: 'skipped', summary: 'no masks' }),
      ),
    );
    expect(invocations[0].executionSuccessful).toBe(false);
    expect(
      invocations[0].toolExecutionNotifications.map(({ level, message }) => [level, message.text]),
    ).toEqual([
      ['error', 'x/y: did not finish'],
      ['note', 'x/z: no masks'],
    ]);
  });

  it('leaves out the least grave findings beyond what GitHub takes, and counts them', () => {
    const many = (id: string, severity: 'error' | 'info', count: number) =>
      buildCheck({
        id,
        summary: '',
        status: 'failed',
        findings: Array.from({ length: count }, (_, index) =>
          buildFinding({ key: String(index), message: 'x', severity }),
        ),
      });
    const { results, invocations } = render(
      withChecks(many('x/a', 'info', maxResults), many('x/b', 'error', 10)),
    );
    expect(results.length).toBe(maxResults);
    expect(results.filter(({ level }) => level === 'error').length).toBe(10);
    expect(invocations[0].toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
      '10 findings left out',
    ]);
  });

  it('makes neither links nor placeholders of hostile texts', () => {
    const message = '[click](javascript:alert(1)) {0} \\[';
    const finding = buildFinding({ key: 'k', message });
    const { results } = render(
      withChecks(buildCheck({ id: 'x/y', summary: '', status: 'failed', findings: [finding] })),
    );
    expect(results[0]?.message.text).toBe('\\[click\\](javascript:alert(1)) {{0}} \\\\\\[');
  });

  it('is valid whatever the texts, and every place is a relative reference', () => {
    fc.assert(
      fc.property(fc.uniqueArray(arbitraryText(), { minLength: 1, maxLength: 6 }), (texts) => {
        const { results } = render(buildHostileReport(texts));
        for (const { locations } of results) {
          const { uri } = locations[0]?.physicalLocation.artifactLocation ?? { uri: ':' };
          expect(new URL(uri, 'https://example.org/a/').origin).toBe('https://example.org');
          expect(uri).not.toMatch(/[^\w%/.~!*'()-]/u);
        }
      }),
      { numRuns: 50 },
    );
    render(buildHostileReport());
  });
});
