import type { Change, Standing } from './change.ts';
import type { Json, JsonObject } from './json.ts';
import type { SourceLocation } from './sample.ts';
import type { FindingSeverity } from './severity.ts';

export const reportSchemaVersion = 1;

/** `report.json`: all that any person is shown is rendered from this. */
export interface Report {
  readonly schemaVersion: typeof reportSchemaVersion;
  readonly tool: { readonly name: 'holdout'; readonly version: string };
  readonly dataset: DatasetSummary;
  readonly verdict: Verdict;
  /** Sorted by severity (errors first), then by id. */
  readonly checks: readonly CheckReport[];
  readonly charts: readonly Chart[];
  /** What a change makes of the dataset; absent where it was compared with nothing. */
  readonly change?: Change;
}

export interface DatasetSummary {
  readonly name: string;
  /** Relative to the dataset's directory, with `/`. */
  readonly configFile: string;
  readonly description?: string;
  readonly targetDomain?: string;
  readonly counts: {
    readonly samples: number;
    readonly labelled: number;
    /** Distinct known subjects. */
    readonly subjects: number;
    readonly splits: Readonly<Record<string, number>>;
    readonly domains: Readonly<Record<string, number>>;
  };
}

export type VerdictLevel = 'supported' | 'limited' | 'unsupported';

export interface Verdict {
  readonly level: VerdictLevel;
  /** One sentence each, the gravest first. */
  readonly reasons: readonly VerdictReason[];
  /** When to stop tuning a model on the dataset, as a sentence. */
  readonly whenToStop?: string;
}

export interface VerdictReason {
  readonly level: Exclude<VerdictLevel, 'supported'>;
  /** The check whose measurement or findings give the reason. */
  readonly check: string;
  readonly text: string;
  /** What would lift the reason, in a sentence. */
  readonly lift?: string;
}

export type CheckStatus = 'passed' | 'failed' | 'skipped' | 'errored';

export interface CheckReport {
  readonly id: string;
  /** What the check asks, in one sentence. */
  readonly question: string;
  readonly status: CheckStatus;
  readonly severity: FindingSeverity;
  /** The result, or why there is none, in one line. */
  readonly summary: string;
  readonly coverage: { readonly evaluated: number; readonly unavailable: number };
  readonly measurements: Readonly<Record<string, Json>>;
  /** At most `maxFindingsPerCheck`, sorted by key; `findingsTotal` counts all. */
  readonly findings: readonly Finding[];
  readonly findingsTotal: number;
  /** Findings that a waiver of the config covers; they decide nothing. */
  readonly accepted: readonly AcceptedFinding[];
}

export interface Finding {
  readonly key: string;
  readonly messageId: string;
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
  readonly severity: FindingSeverity;
  /** Sample ids, at most `maxSamplesPerFinding`; `samplesTotal` counts all. */
  readonly samples: readonly string[];
  readonly samplesTotal: number;
  readonly subjects: readonly string[];
  readonly location?: SourceLocation;
  readonly evidence: JsonObject;
  /** Absent where the findings of the base are not known. */
  readonly standing?: Standing;
}

export interface AcceptedFinding extends Finding {
  readonly accepted: { readonly reason: string; readonly until?: string };
}

/** A picture of measurements, redrawn from `kind` and `data` alone. */
export interface Chart {
  readonly id: string;
  /** The check whose measurements it shows. */
  readonly check: string;
  /** What it says, as a sentence. */
  readonly title: string;
  /** What was counted and how many. */
  readonly subtitle: string;
  /** What it shows, in words, for those who do not see it. */
  readonly alternative: string;
  readonly kind: string;
  readonly data: Json;
  /** Vega-Lite, with the data in it, for notebooks; whoever does not trust the report draws from `data` instead. */
  readonly spec: Json;
}

/** Bounds of a report's size; what is cut is counted. */
export const maxFindingsPerCheck = 1000;
export const maxSamplesPerFinding = 100;

/**
 * How long texts and lists of a report may be. A report that an untrusted job made is refused beyond them, so
 * whoever makes one keeps within them.
 */
export const reportBounds = {
  /** Code points of a name: of a dataset, split, domain, check. */
  nameLength: 1000,
  /** Code points of a path, or of the name of what is wrong, which may hold two paths. */
  pathLength: 10_000,
  /** Code points of a sentence or of a text in evidence. */
  textLength: 20_000,
  checks: 200,
  reasons: 200,
  charts: 200,
  /** Splits or domains. */
  names: 10_000,
  /** Items of a list, or entries of an object, in evidence, measurements and charts. */
  values: 100_000,
} as const;

/** Findings by severity, the cut ones included, the accepted ones not. A check that crashed counts as an error. */
export function countFindings(report: Report): Record<FindingSeverity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const check of report.checks) {
    counts[check.severity] += check.findingsTotal;
    if (check.status === 'errored') counts.error += 1;
  }
  return counts;
}
