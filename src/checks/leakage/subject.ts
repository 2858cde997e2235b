import { defineCheck } from '../../model/check.ts';
import type { Json } from '../../model/json.ts';
import { compareText, groupBy } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';
import { findJoinedSubjects } from './joined-subjects.ts';
import { describeSpread, listSmaller, locationOf, spreadEvidence, spreadOverSplits } from './split-spread.ts';

export const subject = defineCheck({
  id: 'leakage/subject',
  summary: 'Does a subject stand in two splits?',
  description: `Images of one patient, animal or plant resemble each other far more than images of two. A model that
has seen a subject in training is asked to remember, not to generalise, when it meets that subject in the test set,
and its score says nothing about new subjects. Every subject has to stand in one split only.

Ids are not the last word: where pictures of two subjects have the same pixels, or are copies of one another
(\`leakage/near-duplicate\`), the subjects are one, or a file is filed under the wrong one. If they stand in
different splits, that is reported with the path of evidence, link by link. Ids that differ only in spelling and names of
files are weak evidence and tie nothing here; \`leakage/alias\` reports them.

Coverage counts samples: those whose subject and split are known, and the others.`,
  defaultSeverity: 'error',
  needs: ['images', 'near-duplicates'],
  options: {},
  messages: {
    leak: {
      text: 'subject {subject} stands in {splits}',
      fix: 'Put all samples of {subject} into one split, or correct the subject where it is wrong.',
    },
    joined: {
      text: 'subjects {ids} are one, or a file is filed wrongly: {a} ({aSplit}) and {b} ({bSplit}) are tied ({tie})',
      fix: 'Find out whose picture it is: give both subjects one id and one split, or file the picture under its own subject.',
    },
    clean: { text: 'each of {subjects|subject|subjects} stands in one split' },
    leaks: { text: '{leaking} of {subjects|subject|subjects} in more than one split' },
    joins: {
      text: '{leaking} of {subjects|subject|subjects} in more than one split; {joined|set|sets} of subjects tied across splits by pictures',
    },
    'no-subjects': { text: 'no sample has both a subject and a split' },
    'one-split': { text: 'there is only one split' },
  },
  run(dataset) {
    const { samples } = dataset;
    const judged = samples.filter((sample) => sample.subject !== undefined && sample.splits.length > 0);
    const coverage = { evaluated: judged.length, unavailable: samples.length - judged.length };
    if (judged.length === 0) return { skipped: { messageId: 'no-subjects', data: {} }, coverage };
    const splits = [...spreadOverSplits(judged).keys()];
    if (splits.length === 1) return { skipped: { messageId: 'one-split', data: {} }, coverage };

    const subjects = groupBy(judged, (sample) => sample.subject);
    const spreads = new Map([...subjects].map(([id, members]) => [id, spreadOverSplits(members)]));
    const direct = [...spreads].flatMap(([id, spread]) => {
      const members = subjects.get(id) ?? [];
      if (spread.size < 2) return [];
      const location = locationOf(spread);
      return {
        key: id,
        messageId: 'leak',
        data: { subject: id, splits: describeSpread(spread), fewest: listSmaller(spread) },
        samples: members.map((sample) => sample.id),
        subjects: [id],
        ...(location && { location }),
        evidence: spreadEvidence(spread),
      };
    });
    const joined = findJoinedSubjects(dataset);
    const findings = [...direct, ...joined];
    const counts = { subjects: subjects.size, leaking: direct.length, joined: joined.length };
    return {
      coverage,
      measurements: { ...counts, splits, subjectsBySplit: listLargest(spreads) },
      findings,
      summary: {
        messageId: joined.length > 0 ? 'joins' : direct.length > 0 ? 'leaks' : 'clean',
        data: counts,
      },
    };
  },
});

const subjectsShown = 60;

/** The samples of subjects by split: of those in most splits first, then of those with most samples. */
function listLargest(spreads: ReadonlyMap<string, ReadonlyMap<string, readonly Sample[]>>): Json[] {
  const rows = [...spreads].map(([subject, spread]) => ({
    subject,
    splits: Object.fromEntries([...spread].map(([split, { length }]) => [split, length])),
    count: spread.size,
    samples: [...spread.values()].reduce((sum, { length }) => sum + length, 0),
  }));
  return rows
    .sort((a, b) => b.count - a.count || b.samples - a.samples || compareText(a.subject, b.subject))
    .slice(0, subjectsShown)
    .map(({ subject, splits }) => ({ subject, splits }));
}
