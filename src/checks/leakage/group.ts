import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { Json } from '../../model/json.ts';
import { groupBy, sortedUnique } from '../../model/order.ts';
import { describeSpread, locationOf, spreadEvidence, spreadOverSplits, subjectsOf } from './split-spread.ts';

export const group = defineCheck({
  id: 'leakage/group',
  summary: 'Does a study, series, clip, volume or session stand in two splits?',
  description: `Neighbouring frames of a clip and neighbouring slices of a volume are nearly the same picture. A group
is nested in its subject: where the subject is known, study \`1\` of one subject is another study than study \`1\` of
the next.

Coverage counts samples: those with a group and a split, and the others.`,
  defaultSeverity: 'error',
  needs: [],
  options: {},
  messages: {
    leak: {
      text: '{kind} {group} stands in {splits}',
      fix: 'Put all samples of {kind} {group} into one split.',
    },
    clean: { text: 'each of {groups|group|groups} stands in one split' },
    leaks: { text: '{leaking} of {groups|group|groups} in more than one split' },
    'no-groups': { text: 'no sample has both a group and a split' },
    'one-split': { text: 'there is only one split' },
  },
  run({ samples }) {
    const judged = samples.filter(
      (sample) => Object.keys(sample.groups).length > 0 && sample.splits.length > 0,
    );
    const coverage = { evaluated: judged.length, unavailable: samples.length - judged.length };
    if (judged.length === 0) return { skipped: { messageId: 'no-groups', data: {} }, coverage };
    if (spreadOverSplits(judged).size === 1)
      return { skipped: { messageId: 'one-split', data: {} }, coverage };

    const findings: RawFinding[] = [];
    const kinds = new Map<string, Json>();
    let groups = 0;
    for (const kind of sortedUnique(judged.flatMap((sample) => Object.keys(sample.groups)))) {
      const members = groupBy(judged, (sample) => {
        const id = Object.hasOwn(sample.groups, kind) ? sample.groups[kind] : undefined;
        return id === undefined ? undefined : JSON.stringify([sample.subject ?? null, id]);
      });
      groups += members.size;
      let leaking = 0;
      for (const group of members.values()) {
        const spread = spreadOverSplits(group);
        if (spread.size < 2) continue;
        leaking++;
        const [first] = group;
        const id = first?.groups[kind] ?? '';
        const location = locationOf(spread);
        findings.push({
          key: [kind, first?.subject, id].filter((part) => part !== undefined).join(':'),
          messageId: 'leak',
          data: { kind, group: id, splits: describeSpread(spread) },
          samples: group.map((sample) => sample.id),
          subjects: subjectsOf(group),
          ...(location && { location }),
          evidence: spreadEvidence(spread),
        });
      }
      kinds.set(kind, { groups: members.size, leaking });
    }
    return {
      coverage,
      measurements: { kinds: Object.fromEntries(kinds) },
      findings,
      summary: {
        messageId: findings.length > 0 ? 'leaks' : 'clean',
        data: { groups, leaking: findings.length },
      },
    };
  },
});
