import { defineCheck, type RawFinding } from '../../model/check.ts';
import { groupBy } from '../../model/order.ts';
import { findIdenticalImages } from '../duplicates/identical-images.ts';
import { normalizeSpelling } from './spelling.ts';
import { nameSample, subjectsOf } from './split-spread.ts';

export const alias = defineCheck({
  id: 'leakage/alias',
  summary: 'Do subject ids differ only in spelling, or do two subjects share a picture?',
  description: `\`P07\`, \`p7\` and \` P007\` are most likely one patient; a split by subject that takes them for three
leaks. Ids are compared without case, separators and leading zeros. Two subjects that share an identical picture are
most likely one, or one of the pictures is filed wrongly.

Coverage counts samples: those whose subject is known, and the others.`,
  defaultSeverity: 'warning',
  needs: ['images'],
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
    clean: { text: '{subjects|subject|subjects}, no two alike in spelling or sharing a picture' },
    'clean-spelling': {
      text: '{subjects|subject|subjects}, no two alike in spelling; no image could be compared',
    },
    aliases: { text: '{pairs|suspicion|suspicions} that two ids mean one subject' },
    'no-subjects': { text: 'no subject is known' },
  },
  run(dataset) {
    const known = dataset.samples.filter((sample) => sample.subject !== undefined);
    const coverage = { evaluated: known.length, unavailable: dataset.samples.length - known.length };
    if (known.length === 0) return { skipped: { messageId: 'no-subjects', data: {} }, coverage };
    const bySubject = groupBy(known, (sample) => sample.subject);
    const findings: RawFinding[] = [];
    for (const ids of groupBy(bySubject.keys(), (id) => normalizeSpelling(id) || undefined).values()) {
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
