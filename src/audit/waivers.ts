import { defineCheck, type RawFinding } from '../model/check.ts';
import type { Config, Waiver } from '../model/config.ts';
import type { Outcome } from './run-check.ts';

/**
 * The check of the waivers themselves. It is judged by the audit, which alone knows what the other checks found;
 * `run` says so for a caller that asks it of a dataset.
 */
export const waiverCheck = defineCheck({
  id: 'config/waivers',
  summary: 'Does every accepted finding still exist, and is its acceptance still in date?',
  description: `A finding that the config accepts stays in the report and decides nothing. An acceptance whose last day
is past no longer holds, and one that matches no finding is either done with or misspelled: both are reported at their
line of the config. An acceptance of a check that is turned off, was skipped or crashed cannot be judged.

Coverage counts acceptances: those whose check was judged, and the others.`,
  defaultSeverity: 'warning',
  needs: [],
  options: {},
  messages: {
    expired: {
      text: 'the acceptance of {check} {key} ended on {until}',
      fix: 'Mend what was accepted, or look at it again and set a later `until`.',
    },
    unmatched: {
      text: 'the acceptance of {check} {key} matches no finding',
      fix: 'Remove it from `accept`, or correct its key: the report shows the keys of findings.',
    },
    fine: { text: '{waivers|acceptance|acceptances} in date and in use' },
    stale: { text: '{stale} of {waivers|acceptance|acceptances} expired or without a finding' },
    'not-judged': { text: 'no check with an acceptance was judged' },
    'no-waivers': { text: 'the config accepts no finding' },
  },
  run: () => ({ skipped: { messageId: 'no-waivers', data: {} } }),
});

/** A waiver holds through its last day. */
function isExpired({ until }: Waiver, today: string): boolean {
  return until !== undefined && until < today;
}

/** Finds the waiver of a finding; of several the first. */
export function findWaiver(
  waivers: readonly Waiver[],
  today: string,
): (check: string, key: string) => Waiver | undefined {
  const holding = new Map<string, Waiver>();
  for (const waiver of waivers) {
    const name = JSON.stringify([waiver.check, waiver.key]);
    if (!isExpired(waiver, today) && !holding.has(name)) holding.set(name, waiver);
  }
  return (check, key) => holding.get(JSON.stringify([check, key]));
}

/**
 * Judges the config's waivers.
 * @param outcomes of the checks that ran, by id
 * @param today `YYYY-MM-DD`
 */
export function judgeWaivers(
  { accept, file }: Pick<Config, 'accept' | 'file'>,
  outcomes: ReadonlyMap<string, Outcome>,
  today: string,
): Outcome {
  const findings: RawFinding[] = [];
  let evaluated = 0;
  for (const waiver of accept) {
    const outcome = outcomes.get(waiver.check);
    if (outcome?.status !== 'judged') continue;
    evaluated++;
    const isMatched = outcome.findings.some(({ key }) => key === waiver.key);
    if (isMatched && !isExpired(waiver, today)) continue;
    const { check, key, until, line } = waiver;
    findings.push({
      key: `${check} ${key}`,
      messageId: isMatched ? 'expired' : 'unmatched',
      data: { check, key, until: until ?? '' },
      samples: [],
      location: { file, line },
      evidence: { reason: waiver.reason, ...(until !== undefined && { until }) },
    });
  }
  const coverage = { evaluated, unavailable: accept.length - evaluated };
  if (evaluated === 0) return { status: 'skipped', coverage, summary: { messageId: 'not-judged', data: {} } };
  const data = { waivers: evaluated, stale: findings.length };
  return {
    status: 'judged',
    coverage,
    measurements: data,
    findings,
    summary: { messageId: findings.length > 0 ? 'stale' : 'fine', data },
  };
}
