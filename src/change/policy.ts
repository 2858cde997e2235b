import type { Config, Waiver } from '../model/config.ts';
import type { PolicySetting } from '../model/change.ts';
import { sortedUnique } from '../model/order.ts';
import { reportBounds } from '../model/report.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import { writeSorted } from '../model/sorted-json.ts';

/**
 * How a config finds and reads its dataset, with what another asks of it: severities, thresholds, waivers, limits, privacy,
 * the baseline and the domain that counts.
 */
export function applyPolicy(config: Config, policy: Config): Config {
  const { targetDomain } = policy.task;
  const lines = new Map(config.accept.map((waiver) => [nameWaiver(waiver), waiver.line]));
  return {
    ...config,
    task: { kind: config.task.kind, ...(targetDomain !== undefined && { targetDomain }) },
    baseline: policy.baseline,
    checks: policy.checks,
    report: policy.report,
    // Findings about waivers stand at lines of the config that is there.
    accept: policy.accept.map((waiver) => ({ ...waiver, line: lines.get(nameWaiver(waiver)) ?? 1 })),
    limits: policy.limits,
  };
}

/** What two configs ask differently of a dataset, by the setting's name. */
export function listPolicyChanges(before: Config, after: Config): PolicySetting[] {
  const earlier = describePolicy(before);
  const later = describePolicy(after);
  return sortedUnique([...earlier.keys(), ...later.keys()]).flatMap((name) => {
    const old = earlier.get(name);
    const now = later.get(name);
    if (old === now) return [];
    return [
      {
        name: shortenMiddle(name, reportBounds.pathLength),
        ...(old !== undefined && { before: old }),
        ...(now !== undefined && { after: now }),
      },
    ];
  });
}

const maxValueLength = 1000;

/** Each setting as a text by its name. */
function describePolicy({ task, baseline, checks, report, accept, limits }: Config): Map<string, string> {
  const settings: [string, unknown][] = [
    ['task.targetDomain', task.targetDomain],
    ['report.privacy', report.privacy],
    ...prefix('baseline', baseline),
    ...prefix('limits', limits),
    ...Object.entries(checks).map(([id, { severity, options }]): [string, unknown] => [
      `checks.${id}`,
      Object.keys(options).length === 0 ? severity : [severity, options],
    ]),
    ...accept.map((waiver): [string, unknown] => [
      `accept ${waiver.check} ${waiver.key}`,
      { reason: waiver.reason, until: waiver.until },
    ]),
  ];
  return new Map(
    settings.flatMap(([name, value]) =>
      value === undefined
        ? []
        : [
            [
              name,
              shortenMiddle(typeof value === 'string' ? value : writeSorted(value), maxValueLength),
            ] as const,
          ],
    ),
  );
}

function prefix(name: string, settings: object): [string, unknown][] {
  return Object.entries(settings).map(([key, value]: [string, unknown]) => [`${name}.${key}`, value]);
}

function nameWaiver({ check, key }: Waiver): string {
  return JSON.stringify([check, key]);
}
