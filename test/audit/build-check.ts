import type { Check, CheckResult, RawFinding } from '../../src/model/check.ts';

/** A check called `topic/name` that gives `result`, with messages for what the builders below say. */
export function buildCheck(result: () => CheckResult, parts: Partial<Check> = {}): Check {
  return {
    id: 'topic/name',
    summary: 'Is it so?',
    description: 'Why.',
    defaultSeverity: 'warning',
    needs: [],
    options: {},
    messages: {
      wrong: { text: 'wrong: {what}', fix: 'mend {what}' },
      result: { text: '{count} found' },
      nothing: { text: 'there is nothing' },
    },
    run: result,
    ...parts,
  };
}

export function buildFinding(key: string, parts: Partial<RawFinding> = {}): RawFinding {
  return { key, messageId: 'wrong', data: { what: key }, samples: [], evidence: {}, ...parts };
}

export function buildResult(findings: readonly RawFinding[]): CheckResult {
  return {
    coverage: { evaluated: 10, unavailable: 1 },
    measurements: { found: findings.length },
    findings,
    summary: { messageId: 'result', data: { count: findings.length } },
  };
}
