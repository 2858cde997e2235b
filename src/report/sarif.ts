import { createHash } from 'node:crypto';
import type { AcceptedFinding, CheckReport, Finding, Report } from '../model/report.ts';
import type { FindingSeverity } from '../model/severity.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import { formatQuantity } from '../model/number-words.ts';
import { escapeSarif, revealInvisible } from './escape.ts';
import type { RenderOptions } from './reporters.ts';

/** GitHub refuses a file with more results in a run (docs.github.com, "SARIF results exceed one or more limits"). */
export const maxResults = 25_000;

/** GitHub shows the first 1,000 characters of a message. */
const maxMessageLength = 1000;

const levels: Readonly<Record<FindingSeverity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};
const ranks: Readonly<Record<FindingSeverity, number>> = { error: 0, warning: 1, info: 2 };

type SarifOptions = Pick<RenderOptions, 'prefix'>;

interface Result {
  readonly check: CheckReport;
  readonly ruleIndex: number;
  readonly finding: Finding | AcceptedFinding;
}

/**
 * The report in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS): a rule for each check, a
 * result for each finding, errors first, at most `maxResults`. A finding without a place of its own stands at its
 * first image, or at the config, since GitHub refuses results without a place. Findings that the config accepts are
 * suppressed results; checks that were skipped or crashed are notifications.
 */
export function renderSarif(report: Report, { prefix = '' }: SarifOptions): string {
  const { checks, tool, dataset } = report;
  const results = checks.flatMap((check, ruleIndex): Result[] =>
    [...check.findings, ...check.accepted].map((finding) => ({ check, ruleIndex, finding })),
  );
  const shown = results
    .sort((a, b) => ranks[a.finding.severity] - ranks[b.finding.severity])
    .slice(0, maxResults);
  const total = checks.reduce((sum, { findingsTotal, accepted }) => sum + findingsTotal + accepted.length, 0);
  const sarif = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: tool.name, version: tool.version, rules: checks.map(describeRule) },
        },
        invocations: [
          {
            executionSuccessful: !checks.some(({ status }) => status === 'errored'),
            toolExecutionNotifications: [
              ...checks.flatMap(notify),
              ...(total > shown.length
                ? [
                    {
                      level: 'note',
                      message: say(`${formatQuantity(total - shown.length, 'finding')} left out`),
                    },
                  ]
                : []),
            ],
          },
        ],
        columnKind: 'unicodeCodePoints',
        results: shown.map((result) => describeResult(result, prefix, dataset.configFile)),
      },
    ],
  };
  return `${JSON.stringify(sarif, undefined, 2)}\n`;
}

function describeRule({ id, severity, question }: CheckReport): object {
  return {
    id,
    name: id.replace(/(?:^|[/-])([a-z])/gu, (_, letter: string) => letter.toUpperCase()),
    shortDescription: say(question),
    help: say(question),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [id.split('/', 1).join()] },
  };
}

function notify({ id, status, summary }: CheckReport): object[] {
  if (status !== 'errored' && status !== 'skipped') return [];
  return [
    {
      level: status === 'errored' ? 'error' : 'note',
      message: say(`${id}: ${summary}`),
      associatedRule: { id },
    },
  ];
}

function describeResult({ check, ruleIndex, finding }: Result, prefix: string, configFile: string): object {
  const { key, messageId, message, fix, severity, samples, location } = finding;
  const place = location ?? { file: samples[0] ?? configFile };
  return {
    ruleId: check.id,
    ruleIndex,
    level: levels[severity],
    message: say([message, fix].filter((sentence) => sentence !== '').join('. ')),
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: toUri(`${prefix}${place.file}`), uriBaseId: '%SRCROOT%' },
          ...(place.line !== undefined && {
            region: {
              startLine: place.line,
              ...(place.column !== undefined && { startColumn: place.column }),
            },
          }),
        },
      },
    ],
    partialFingerprints: { 'holdoutFinding/v1': hash(`${check.id}\n${messageId}\n${key}`) },
    // 'new' or 'unchanged'; those that only the base has are no results of this run.
    ...(finding.standing !== undefined && { baselineState: finding.standing }),
    ...('accepted' in finding && {
      suppressions: [{ kind: 'external', status: 'accepted', justification: bound(finding.accepted.reason) }],
    }),
  };
}

function say(text: string): { text: string } {
  return { text: escapeSarif(bound(text)) };
}

function bound(text: string): string {
  return shortenMiddle(revealInvisible(text), maxMessageLength);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const loneSurrogates = /\p{Cs}/gu;

/** A relative reference: `%`, `?`, `#` and all that no URI holds are encoded; a colon would make it a scheme. */
function toUri(path: string): string {
  return path
    .split('/')
    .map((name) => encodeURIComponent(name.replace(loneSurrogates, '\ufffd')))
    .join('/');
}
