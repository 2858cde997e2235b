import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { Json } from '../../model/json.ts';
import { groupBy } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';
import { spreadOverSplits, subjectsOf } from '../leakage/split-spread.ts';
import { findClassPresence } from './class-presence.ts';

export const coverage = defineCheck({
  id: 'classes/coverage',
  summary: 'Is every class seen in every split and domain, and in more than a subject or two?',
  description: `A class that the test set does not show is not tested; one that the target domain does not show has to
be learned from another domain alone; one that comes from a single subject is that subject's anatomy. Subjects are
counted by domain, or over the whole dataset where no domain is known. Only splits and domains with labelled samples
are asked.

Coverage counts labelled samples: those whose classes could be read, and the others.`,
  defaultSeverity: 'warning',
  needs: ['masks', 'annotations'],
  options: {
    minSubjects: {
      type: 'integer',
      default: 2,
      minimum: 0,
      unit: 'subjects',
      description: 'Fewest subjects that show a class in a domain where it occurs, or in the dataset.',
    },
  },
  messages: {
    absent: {
      text: '{name} is declared, but no label shows it',
      fix: 'Label samples that show {name}, or remove the class.',
    },
    'absent-in': {
      text: '{name} is missing from the {kind} {place}',
      fix: 'Label samples of {place} that show {name}, or leave the class out of the task.',
    },
    'few-subjects': {
      text: 'in {place}, {name} comes from {subjects|subject|subjects} only',
      fix: 'Label {name} in more subjects of {place}.',
    },
    clean: { text: '{classes|class|classes}, each seen in every split and domain' },
    gaps: {
      text: '{gaps|gap|gaps} in {classes|class|classes} over {places|split or domain|splits and domains}',
    },
    'no-classes': { text: 'no label names a class that could be read' },
  },
  run(dataset, options) {
    const { classes, bySample, unavailable } = findClassPresence(dataset);
    const coverage = { evaluated: bySample.size, unavailable };
    if (bySample.size === 0 || classes.length === 0) {
      return { skipped: { messageId: 'no-classes', data: {} }, coverage };
    }
    const labelled = [...bySample.keys()];
    const showing = (members: readonly Sample[], name: string): Sample[] =>
      members.filter((sample) => bySample.get(sample)?.has(name));
    const splits = spreadOverSplits(labelled);
    const domains = groupBy(labelled, (sample) => sample.domain);
    const findings: RawFinding[] = [];
    for (const name of classes) {
      if (showing(labelled, name).length === 0) {
        findings.push({
          key: name,
          messageId: 'absent',
          data: { name },
          samples: [],
          evidence: { labelled: labelled.length },
        });
        continue;
      }
      for (const [kind, places] of [
        ['split', splits],
        ['domain', domains],
      ] as const) {
        for (const [place, members] of places) {
          if (showing(members, name).length > 0) continue;
          const evidence = { labelled: members.length };
          findings.push({
            key: `${name}@${kind}:${place}`,
            messageId: 'absent-in',
            data: { name, kind, place },
            samples: [],
            evidence,
          });
        }
      }
      for (const [place, members] of domains.size > 0 ? domains : [['the dataset', labelled] as const]) {
        const shown = showing(members, name);
        const subjects = subjectsOf(shown);
        if (subjects.length === 0 || subjects.length >= options.minSubjects) continue;
        findings.push({
          key: domains.size > 0 ? `${name}@subjects:${place}` : `${name}@subjects`,
          messageId: 'few-subjects',
          data: { name, place, subjects: subjects.length },
          samples: [],
          subjects,
          evidence: { samples: shown.length, minimumSubjects: options.minSubjects },
        });
      }
    }
    const countShown = (places: ReadonlyMap<string, Sample[]>): Record<string, Json> =>
      Object.fromEntries(
        [...places].map(([place, members]) => [
          place,
          Object.fromEntries(classes.map((name) => [name, showing(members, name).length])),
        ]),
      );
    return {
      coverage,
      measurements: { samplesBySplit: countShown(splits), samplesByDomain: countShown(domains) },
      findings,
      summary:
        findings.length > 0
          ? {
              messageId: 'gaps',
              data: { gaps: findings.length, classes: classes.length, places: splits.size + domains.size },
            }
          : { messageId: 'clean', data: { classes: classes.length } },
    };
  },
});
