import { countOnly } from '../audit/count-only.ts';
import { hideSubjects } from '../audit/hide-subjects.ts';
import { runAudit } from '../audit/run-audit.ts';
import { selectChecks } from '../audit/select-checks.ts';
import type { BaselineResult } from '../model/baseline.ts';
import type { Config } from '../model/config.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Report } from '../model/report.ts';
import type { Sample } from '../model/sample.ts';
import { catalogue } from './load-dataset.ts';

export interface BaselineJudgement {
  /** The base's, whose thresholds and waivers count. */
  readonly config: Config;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly version: string;
  /** Secret from which pseudonyms are made. */
  readonly privacyKey?: string;
}

const judgingChecks = ['baseline/smoke', 'baseline/published'];

/**
 * Judges a result where the dataset is not at hand: by `baseline/smoke`, with `baseline/published` beside it. That the
 * result is of the commit it is shown at has been made sure of otherwise.
 * @returns a report of these checks alone, whose counts of samples mean nothing
 */
export function judgeBaseline(
  result: BaselineResult,
  { config: whole, today, version, privacyKey }: BaselineJudgement,
): Report {
  const config = { ...whole, accept: whole.accept.filter(({ check }) => judgingChecks.includes(check)) };
  const checks = selectChecks(catalogue, config).filter(({ check }) => judgingChecks.includes(check.id));
  const known = describeKnown(result, config);
  const keep = (report: Report): Report => ({
    ...report,
    checks: report.checks.filter(({ id }) => judgingChecks.includes(id)),
  });
  const { privacy } = config.report;
  if (privacy === 'open') return keep(runAudit(known, checks, { config, today, version }));
  const { dataset, accept } = hideSubjects(known, config.accept, privacyKey);
  const report = keep(runAudit(dataset, checks, { config: { ...config, accept }, today, version }));
  return privacy === 'strict' ? countOnly(report, dataset) : report;
}

/** The dataset as far as a result tells of it: splits, and who was held out. */
function describeKnown(result: BaselineResult, config: Config): Dataset {
  const rows: Pick<Sample, 'splits' | 'subject' | 'domain'>[] = [
    ...Object.keys(result.samples ?? {}).map((split) => ({ splits: [split] })),
    ...(result.stages.score?.subjects ?? []).map(({ name, split, domain }) => ({
      splits: [split],
      subject: name,
      ...(domain !== undefined && { domain }),
    })),
  ];
  return {
    name: config.dataset.name,
    task: config.task,
    labels: config.labels,
    publishedScores: config.baseline.published,
    maskClasses: [],
    samples: rows.map((row, index) => ({ id: `held-out/${index}`, groups: {}, classes: [], ...row })),
    problems: [],
    rowsRead: 0,
    images: new Map(),
    masks: new Map(),
    baseline: { result, expectedDigest: result.input?.digest ?? '' },
  };
}
