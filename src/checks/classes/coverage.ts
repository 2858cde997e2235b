import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { Json } from '../../model/json.ts';
import { groupBy } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';
import { spreadOverSplits, subjectsOf } from '../leakage/split-spread.ts';
import { findClassPresence, type ClassPresence } from './class-presence.ts';
import { tallyClasses, type ClassTally } from './class-tally.ts';

export const coverage = defineCheck({
  id: 'classes/coverage',
  summary: 'Is every class seen in every split and domain, and in more than a subject or two?',
  description: `A class that the test set does not show is not tested; one that the target domain does not show has to
be learned from another domain alone; one that comes from a single subject is that subject's anatomy. Subjects are
counted by domain, or over the whole dataset where no domain is known. Only splits and domains with labelled samples
are asked.

A class may show in many test images and few test subjects: its score is then that of a patient or two. Over two
subjects, the 95 % interval of a mean is nine deviations wide to each side (Student's t), over three 2.5; hence the
default of \`minTestSubjects\`. A test set with fewer subjects in all is the matter of \`subjects/count\`.

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
    minTestSubjects: {
      type: 'integer',
      default: 3,
      minimum: 0,
      unit: 'subjects',
      description: 'Fewest subjects of the test split that show a class, where the split has as many.',
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
    'few-in-test': {
      text: 'in the test split, {name} comes from {subjects|subject|subjects} of {all} only',
      fix: 'Move whole subjects that show {name} into the test split, or report no score for {name}.',
    },
    clean: { text: '{classes|class|classes}, each seen in every split and domain' },
    gaps: {
      text: '{gaps|gap|gaps} in {classes|class|classes} over {places|split or domain|splits and domains}',
    },
    'no-classes': { text: 'no label names a class that could be read' },
  },
  run(dataset, options) {
    const presence = findClassPresence(dataset);
    const { classes, bySample, unavailable } = presence;
    const coverage = { evaluated: bySample.size, unavailable };
    if (bySample.size === 0 || classes.length === 0) {
      return { skipped: { messageId: 'no-classes', data: {} }, coverage };
    }
    const labelled = [...bySample.keys()];
    const splits = tallyPlaces(spreadOverSplits(labelled), presence);
    const domains = tallyPlaces(
      groupBy(labelled, (sample) => sample.domain),
      presence,
    );
    const all = tallyClasses(labelled, presence);
    const test = splits.get('test');
    const testSubjects = subjectsOf(test?.members ?? []).length;
    const findings: RawFinding[] = [];
    for (const name of classes) {
      if (!all.has(name)) {
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
        for (const [place, { tallies, members }] of places) {
          if (tallies.has(name)) continue;
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
      for (const [place, { tallies }] of domains.size > 0
        ? domains
        : [['the dataset', { tallies: all }] as const]) {
        const { samples = 0, subjects = [] } = tallies.get(name) ?? {};
        if (subjects.length === 0 || subjects.length >= options.minSubjects) continue;
        findings.push({
          key: domains.size > 0 ? `${name}@subjects:${place}` : `${name}@subjects`,
          messageId: 'few-subjects',
          data: { name, place, subjects: subjects.length },
          samples: [],
          subjects,
          evidence: { samples, minimumSubjects: options.minSubjects },
        });
      }
      const { samples = 0, subjects = [] } = test?.tallies.get(name) ?? {};
      if (
        subjects.length > 0 &&
        subjects.length < options.minTestSubjects &&
        testSubjects >= options.minTestSubjects
      ) {
        findings.push({
          key: `${name}@test`,
          messageId: 'few-in-test',
          data: { name, subjects: subjects.length, all: testSubjects },
          samples: [],
          subjects,
          evidence: { samples, minimumSubjects: options.minTestSubjects },
        });
      }
    }
    const countShown = (places: ReadonlyMap<string, Place>): Record<string, Json> =>
      Object.fromEntries(
        [...places].map(([place, { tallies }]) => [
          place,
          Object.fromEntries(classes.map((name) => [name, tallies.get(name)?.samples ?? 0])),
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

/** A split or a domain, with its labelled samples and what they show. */
interface Place {
  readonly members: readonly Sample[];
  readonly tallies: ReadonlyMap<string, ClassTally>;
}

function tallyPlaces(
  places: ReadonlyMap<string, readonly Sample[]>,
  presence: ClassPresence,
): ReadonlyMap<string, Place> {
  return new Map(
    [...places].map(([place, members]) => [place, { members, tallies: tallyClasses(members, presence) }]),
  );
}
