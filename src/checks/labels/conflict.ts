import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { Sample } from '../../model/sample.ts';
import { compareMasks } from './label-difference.ts';
import { namePlace } from './place-names.ts';
import { findSamePictures } from './same-pictures.ts';

export const conflict = defineCheck({
  id: 'labels/conflict',
  summary: 'Does one picture have one label, wherever it occurs?',
  description: `A picture that occurs twice with two labels cannot be learned: whatever the model says is wrong once.
And it tells how far labels can be trusted elsewhere. Pictures are one where their pixels are equal, or where one is a
copy of the other (saved again, resized) that lies upright and whole on it.

Masks are compared at 32 × 32 places: those that both read as the same class, against those that either reads as a class.
Two people who draw the same organ agree to about 0.9 by Dice, which is 0.82 by this measure; findings are made
below \`minAgreement\`. A class that one mask holds and the other lacks altogether is a conflict whatever its size (from
0.1 % of the pixels). Classes of images are compared as they are written.

Coverage counts samples with a label: those whose image and label could be read, and the others.`,
  defaultSeverity: 'error',
  needs: ['images', 'masks', 'near-duplicates'],
  options: {
    minAgreement: {
      type: 'number',
      default: 0.8,
      minimum: 0,
      maximum: 1,
      unit: 'share (0–1)',
      description: 'Agreement (Jaccard) of two masks of one picture below which they are in conflict.',
    },
  },
  messages: {
    mask: {
      text: '{a} and {b} show one picture, but their masks agree only to {agreement%}',
      fix: 'Compare the two masks, keep the right one, and remove the other sample.',
    },
    'mask-classes': {
      text: '{a} and {b} show one picture, but the mask of only one of them holds {classes}',
      fix: 'Compare the two masks, keep the right one, and remove the other sample.',
    },
    class: {
      text: '{a} and {b} show one picture, but one is {classA}, the other {classB}',
      fix: 'Look at the picture, give it its class, and remove the other sample.',
    },
    clean: { text: '{repeated|picture|pictures} more than once, none with two labels' },
    found: { text: '{conflicting} of {repeated|repeated picture|repeated pictures} with two labels' },
    'no-labels': { text: 'no labelled image could be read, or labels are neither masks nor classes' },
  },
  run(dataset, { minAgreement }) {
    const { samples, labels } = dataset;
    if (labels.kind !== 'mask' && labels.kind !== 'class')
      return { skipped: { messageId: 'no-labels', data: {} } };
    const labelled = samples.filter((sample) =>
      labels.kind === 'mask' ? sample.label !== undefined : sample.classes.length > 0,
    );
    const read = new Set(labelled.filter((sample) => isRead(sample, dataset)).map(({ id }) => id));
    const coverage = { evaluated: read.size, unavailable: labelled.length - read.size };
    if (read.size === 0) return { skipped: { messageId: 'no-labels', data: {} }, coverage };
    const repeated = findSamePictures(dataset)
      .map((members) => members.filter(({ id }) => read.has(id)))
      .filter((members) => members.length > 1);
    const findings = repeated.flatMap((members): RawFinding[] => {
      const worst = findWorst(members, dataset, minAgreement);
      if (!worst) return [];
      const { a, b, messageId, data, evidence } = worst;
      const location = [a, b].find((sample) => sample.location)?.location;
      return [
        {
          key: members[0]?.id ?? a.id,
          messageId,
          data: { a: a.id, b: b.id, ...data },
          samples: members.map(({ id }) => id),
          ...(location && { location }),
          evidence: { pair: [a.id, b.id], ...evidence },
        },
      ];
    });
    const counts = { repeated: repeated.length, conflicting: findings.length };
    return {
      coverage,
      measurements: counts,
      findings,
      summary: { messageId: findings.length > 0 ? 'found' : 'clean', data: counts },
    };
  },
});

/** Members of one picture that are compared pair by pair. */
const maxCompared = 30;

interface Conflict {
  readonly a: Sample;
  readonly b: Sample;
  readonly messageId: 'mask' | 'mask-classes' | 'class';
  readonly data: JsonObject;
  readonly evidence: Readonly<Record<string, Json>>;
  /** Less is worse. */
  readonly agreement: number;
}

function isRead({ id, label = '' }: Sample, { images, masks, labels }: Dataset): boolean {
  if (images.get(id)?.kind !== 'image') return false;
  if (labels.kind === 'class') return true;
  const mask = masks.get(label);
  return mask?.kind === 'mask' && mask.labelHash !== undefined;
}

/** The pair of labels that agree least, of those in conflict; the first of equals. */
function findWorst(members: readonly Sample[], dataset: Dataset, minAgreement: number): Conflict | undefined {
  const compared = members.slice(0, maxCompared);
  let worst: Conflict | undefined;
  for (const [at, a] of compared.entries()) {
    for (const b of compared.slice(at + 1)) {
      const found =
        dataset.labels.kind === 'class' ? compareClasses(a, b) : compareLabels(a, b, dataset, minAgreement);
      if (found && (!worst || found.agreement < worst.agreement)) worst = found;
    }
  }
  return worst;
}

function compareClasses(a: Sample, b: Sample): Conflict | undefined {
  if (a.classes.join('\n') === b.classes.join('\n')) return undefined;
  const data = { classA: [...a.classes], classB: [...b.classes] };
  return { a, b, messageId: 'class', data, evidence: data, agreement: 0 };
}

function compareLabels(a: Sample, b: Sample, dataset: Dataset, minAgreement: number): Conflict | undefined {
  const [maskA, maskB] = [dataset.masks.get(a.label ?? ''), dataset.masks.get(b.label ?? '')];
  if (maskA?.kind !== 'mask' || maskB?.kind !== 'mask') return undefined;
  const difference = compareMasks(maskA, maskB, (place) => dataset.maskClasses[place] !== undefined);
  if (!difference) return undefined;
  const { agreement, onlyA, onlyB } = difference;
  const name = (place: number): string => namePlace(dataset, place);
  const classes = [...onlyA, ...onlyB].sort((first, second) => first - second).map(name);
  if (classes.length === 0 && agreement >= minAgreement) return undefined;
  return {
    a,
    b,
    messageId: classes.length > 0 ? 'mask-classes' : 'mask',
    data: { agreement, classes },
    evidence: {
      agreement,
      onlyInFirst: onlyA.map(name),
      onlyInSecond: onlyB.map(name),
      masks: [a.label ?? '', b.label ?? ''],
    },
    agreement,
  };
}
