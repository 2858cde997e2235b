import { createHash } from 'node:crypto';
import { formatLocation } from '../../model/errors.ts';
import type { Finding } from '../../model/report.ts';
import { shortenMiddle } from '../../model/shorten-text.ts';
import { revealInvisible } from '../escape.ts';
import { formatEvidence } from '../format.ts';
import type { FindingRow } from './finding-row.ts';
import { idLength } from './packed-rows.ts';
import { splitsOfFinding } from './splits-of-finding.ts';

/** How much of each finding a page holds. */
export interface RowDetail {
  /** Most samples, and most subjects, that are named. */
  readonly names: number;
  readonly hasEvidence: boolean;
  /** Code points of a message or of what to do. */
  readonly textLength: number;
}

/** All that a reader wants of one finding. */
export const fullDetail: RowDetail = { names: 20, hasEvidence: true, textLength: 2000 };

/** Rows of a check's findings. `fix` stays empty where `hasCommonFix`. */
export function listRows(
  check: string,
  findings: readonly Finding[],
  knownSplits: ReadonlySet<string>,
  hasCommonFix: boolean,
  { names, hasEvidence, textLength }: RowDetail,
): FindingRow[] {
  return findings.map((finding) => ({
    id: nameRow(check, finding),
    message: show(finding.message, textLength),
    fix: hasCommonFix ? '' : show(finding.fix, textLength),
    key: show(finding.key, 200),
    place: finding.location === undefined ? '' : show(formatLocation(finding.location), 300),
    subjects: finding.subjects.slice(0, names).map((subject) => show(subject, 100)),
    subjectsTotal: finding.subjects.length,
    splits: splitsOfFinding(finding, knownSplits).map((split) => show(split, 100)),
    samples: finding.samples.slice(0, names).map((sample) => show(sample, 300)),
    samplesTotal: finding.samplesTotal,
    evidence: hasEvidence
      ? formatEvidence(finding.evidence).flatMap(({ label, value }) => [show(label, 60), show(value, 2000)])
      : [],
  }));
}

/** The fix that all findings share, where there is one. */
export function findCommonFix(findings: readonly Finding[]): string {
  const fixes = new Set(findings.map(({ fix }) => fix));
  const [fix = ''] = fixes;
  return fixes.size === 1 ? fix : '';
}

/** The same for the same finding in every report: links into a report hold when it is made again. */
export function nameRow(check: string, { key, messageId }: Pick<Finding, 'key' | 'messageId'>): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([check, messageId, key]))
    .digest('base64url');
  return `f-${hash}`.slice(0, idLength);
}

function show(text: string, maxLength: number): string {
  return revealInvisible(shortenMiddle(text, maxLength));
}
