import type { Change, Listed } from '../model/change.ts';

/** The change without what names a file, a subject or a finding: all is counted, nothing is listed. */
export function hideNames(change: Change): Change {
  const { samples, findings, policy, ...rest } = change;
  return {
    ...rest,
    ...(samples && {
      samples: {
        added: countOf(samples.added),
        removed: countOf(samples.removed),
        renamed: countOf(samples.renamed),
        replaced: countOf(samples.replaced),
        relabelled: countOf(samples.relabelled),
        reassigned: countOf(samples.reassigned),
        moved: countOf(samples.moved),
        movedSubjects: countOf(samples.movedSubjects),
        trainToTest: samples.trainToTest,
      },
    }),
    ...(findings && { findings: { ...findings, fixedFindings: countOf(findings.fixedFindings) } }),
    ...(policy && {
      policy: {
        ...policy,
        // A waiver's name holds the key of a finding.
        settings: {
          ...policy.settings,
          items: policy.settings.items.filter(({ name }) => !name.startsWith('accept ')),
        },
        appearing: countOf(policy.appearing),
        vanishing: countOf(policy.vanishing),
        regraded: countOf(policy.regraded),
      },
    }),
  };
}

function countOf<T>({ total }: Listed<T>): Listed<T> {
  return { items: [], total };
}
