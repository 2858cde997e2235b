import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { Dataset } from '../../model/dataset.ts';
import { groupBy } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';
import { findIdenticalImages } from '../duplicates/identical-images.ts';
import { normalizeSpelling } from './spelling.ts';
import { describePair } from './like-pairs.ts';
import { readNamedSubject } from './named-subject.ts';
import {
  describeSpread,
  locationOf,
  nameSample,
  spreadEvidence,
  spreadOverSplits,
  subjectsOf,
} from './split-spread.ts';

const copiesShown = 10;

export const alias = defineCheck({
  id: 'leakage/alias',
  summary:
    'Do subject ids differ only in spelling, do two subjects share a picture, do names suggest a subject?',
  description: `\`P07\`, \`p7\` and \` P007\` are most likely one patient; a split by subject that takes them for three
leaks. Ids are compared without case, separators and leading zeros. Two subjects that share an identical picture are
most likely one, or one of the pictures is filed wrongly; likewise two of which one has a copy of the other's picture
(\`leakage/near-duplicate\` says how copies are found).

Where no subject is declared, the names of files and folders are read for one (\`patient_07\`, \`sub-03\`, \`case12\`; a
single letter and a number is none, it may be a page). What names suggest is a reason to look, never a leak.

Coverage counts samples: those whose subject is known or suggested, and the others.`,
  defaultSeverity: 'warning',
  needs: ['images', 'near-duplicates'],
  options: {},
  messages: {
    spelling: {
      text: 'subjects {ids} differ in spelling only',
      fix: 'Write one subject in one way, then split by subject again.',
    },
    picture: {
      text: 'subjects {ids} share an identical picture',
      fix: 'Find out whose picture it is; if the ids mean one subject, merge them.',
    },
    copy: {
      text: 'subjects {ids} share a picture: {a} ({aSplit}) is {b} ({bSplit}), {orientation}, correlation {correlation}',
      fix: 'Find out whose picture it is; if the ids mean one subject, merge them.',
    },
    name: {
      text: 'names suggest one subject, {suggested}, in {splits}',
      fix: 'Declare the subject of these files, with `samples.subject.pattern` if their paths hold it.',
    },
    clean: { text: '{subjects|subject|subjects}, no two alike in spelling or sharing a picture' },
    'clean-spelling': {
      text: '{subjects|subject|subjects}, no two alike in spelling; no image could be compared',
    },
    aliases: { text: '{pairs|suspicion|suspicions} that two ids or names mean one subject' },
    'no-subjects': { text: 'no subject is known' },
  },
  run(dataset) {
    const known = dataset.samples.filter((sample) => sample.subject !== undefined);
    const suggested = groupBy(
      dataset.samples.filter((sample) => sample.subject === undefined),
      ({ id }) => readNamedSubject(id),
    );
    const evaluated = [...suggested.values()].reduce((sum, { length }) => sum + length, known.length);
    const coverage = { evaluated, unavailable: dataset.samples.length - evaluated };
    if (evaluated === 0) return { skipped: { messageId: 'no-subjects', data: {} }, coverage };
    const bySubject = groupBy(known, (sample) => sample.subject);
    const findings: RawFinding[] = [];
    const spellingOf = (id: string) => (dataset.spellings?.get(id) ?? normalizeSpelling(id)) || undefined;
    for (const ids of groupBy(bySubject.keys(), spellingOf).values()) {
      if (ids.length < 2) continue;
      const examples = ids.flatMap((id) => bySubject.get(id)?.slice(0, 1) ?? []);
      const location = examples.find((sample) => sample.location)?.location;
      findings.push({
        key: ids.join('|'),
        messageId: 'spelling',
        data: { ids },
        samples: examples.map((sample) => sample.id),
        subjects: ids,
        ...(location && { location }),
        evidence: Object.fromEntries(ids.map((id) => [id, { samples: bySubject.get(id)?.length ?? 0 }])),
      });
    }
    const { clusters, evaluated: compared } = findIdenticalImages({ ...dataset, samples: known });
    for (const { samples } of clusters) {
      const ids = subjectsOf(samples);
      if (ids.length < 2) continue;
      const location = samples.find((sample) => sample.location)?.location;
      findings.push({
        key: `${ids.join('|')}@${samples[0]?.id ?? ''}`,
        messageId: 'picture',
        data: { ids },
        samples: samples.map((sample) => sample.id),
        subjects: ids,
        ...(location && { location }),
        evidence: { files: samples.map(nameSample) },
      });
    }
    findings.push(...findCopies(dataset), ...findSuggestedLeaks(suggested));
    return {
      coverage,
      measurements: { subjects: bySubject.size, suspicions: findings.length, imagesCompared: compared },
      findings,
      summary: {
        messageId: findings.length > 0 ? 'aliases' : compared > 0 ? 'clean' : 'clean-spelling',
        data: { subjects: bySubject.size, pairs: findings.length },
      },
    };
  },
});

/** Clusters of copies that are filed under several subjects; those of equal pixels alone are reported as pictures. */
function findCopies({ samples, images, nearDuplicates }: Dataset): RawFinding[] {
  const byId = new Map(samples.map((sample) => [sample.id, sample]));
  const pixelsOf = (id: string): string | undefined => {
    const image = images.get(id);
    return image?.kind === 'image' ? image.pixelsHash : undefined;
  };
  return (nearDuplicates?.clusters ?? []).flatMap(({ likeness, members, tree }): RawFinding[] => {
    if (likeness !== 'copy') return [];
    const copies = members.flatMap((id) => byId.get(id) ?? []);
    const ids = subjectsOf(copies);
    const shown = tree.find(({ a, b }) => {
      const subjects = [byId.get(a)?.subject, byId.get(b)?.subject];
      return !subjects.includes(undefined) && subjects[0] !== subjects[1] && pixelsOf(a) !== pixelsOf(b);
    });
    if (!shown) return [];
    const location = byId.get(shown.b)?.location ?? byId.get(shown.a)?.location;
    return [
      {
        key: `copy:${ids.join('|')}@${members[0] ?? ''}`,
        messageId: 'copy',
        data: { ids, ...describePair(shown, byId) },
        samples: members,
        subjects: ids,
        ...(location && { location }),
        evidence: { overlap: shown.overlap, files: copies.slice(0, copiesShown).map(nameSample) },
      },
    ];
  });
}

/** Subjects that names alone suggest, where they stand in several splits. */
function findSuggestedLeaks(suggested: ReadonlyMap<string, readonly Sample[]>): RawFinding[] {
  return [...suggested].flatMap(([name, members]): RawFinding[] => {
    const spread = spreadOverSplits(members);
    if (spread.size < 2) return [];
    const location = locationOf(spread);
    return [
      {
        key: `name:${name}`,
        messageId: 'name',
        data: { suggested: name, splits: describeSpread(spread) },
        samples: members.map(({ id }) => id),
        ...(location && { location }),
        evidence: spreadEvidence(spread),
      },
    ];
  });
}
