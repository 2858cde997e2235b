import type { AuditFindings, OpenFinding } from '../change/compare-findings.ts';
import { listOf, oneOf, record, text } from '../fingerprint/cache/codec.ts';
import { recallResult, rememberResult, type ResultKind } from '../fingerprint/cache/remembered-result.ts';
import type { MentionedFinding } from '../model/change.ts';
import { nameAudit, type AuditInput } from './name-audit.ts';
import { identifyProgram } from './identify-program.ts';

const severity = oneOf(['error', 'warning', 'info']);
const word = text(1 << 20);
/** More findings are not remembered. */
const maxFindings = 1_000_000;

const audits: ResultKind<AuditFindings> = {
  name: 'audit',
  codec: record<AuditFindings>({
    verdict: oneOf(['unsupported', 'limited', 'supported']),
    open: listOf(record<OpenFinding>({ check: word, severity, key: word, messageId: word }), maxFindings),
    listed: listOf(
      record<MentionedFinding>({ check: word, key: word, messageId: word, message: word, severity }),
      maxFindings,
    ),
  }),
  // Those of a few branches.
  kept: 4,
};

/**
 * What an audit finds: what a run of the same program over the same dataset has remembered in a folder, or what it finds now.
 * @param folder without it, nothing is remembered
 */
export async function auditWithMemory(
  folder: string | undefined,
  input: AuditInput,
  audit: () => AuditFindings,
): Promise<AuditFindings> {
  if (folder === undefined) return audit();
  const key = nameAudit(input, identifyProgram());
  const known = await recallResult(folder, audits, key);
  if (known) return known;
  const found = audit();
  await rememberResult(folder, audits, key, found);
  return found;
}

/** Keeps what an audit found for changes that start from the same dataset. */
export async function rememberAudit(folder: string, input: AuditInput, found: AuditFindings): Promise<void> {
  await rememberResult(folder, audits, nameAudit(input, identifyProgram()), found);
}
