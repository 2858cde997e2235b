import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Sample } from '../../model/sample.ts';
import { listMasks, type DecodedMask } from './decoded-masks.ts';
import { findIdenticalMasks } from './identical-masks.ts';
import { listJudgedMasks } from './judged-masks.ts';
import { findOddShapes, type OddShape } from './odd-shapes.ts';
import { showsImage } from './picture.ts';

export const shapes = defineCheck({
  id: 'labels/shapes',
  summary: 'Do masks look like the other masks of the dataset?',
  description: `A slip of the brush, a fill that stopped short, a mask saved under another image's name: none of these
holds a wrong value, and all of them show in the shapes. Every class is split into its connected parts (neighbours by
sides and corners) and compared with the class in the other masks:

- specks: many parts of a few pixels beside a large one;
- holes in a class that has next to none elsewhere;
- two large parts far from each other, where nearly every other mask has one;
- a class along nearly the whole frame, as in an inverted mask;
- a size far from the usual. The size is the square root of the class's share of the pixels; the usual size is the
  median of the *subjects'* medians, and scores are in units of √(b² + w²), b being the median absolute deviation
  (times 1.4826, as for a normal distribution) of the subjects' medians, w the median of the same within subjects;
- one mask on different images that are no frames of one clip and no copies of each other;
- a mask that is the image itself.

Masks with undeclared or changed values are left to \`labels/palette\` and \`labels/values\`. On the 986 clean masks of
examples/abdomen-ultrasound the defaults find nothing: the largest score is 4.6, and no class has more than two specks.

Coverage counts masks: those of declared values, and the others.`,
  defaultSeverity: 'warning',
  needs: ['images', 'masks', 'near-duplicates'],
  options: {
    speckPixels: {
      type: 'integer',
      default: 16,
      minimum: 1,
      unit: 'pixels',
      description: 'A part or hole of fewer pixels is a speck; 16 is a slip of a brush of 4 × 4.',
    },
    minSpecks: {
      type: 'integer',
      default: 5,
      minimum: 1,
      maximum: 16,
      unit: 'specks',
      description: 'Specks (or holes) of one class in one mask from which they are reported.',
    },
    rareShare: {
      type: 'number',
      default: 0.05,
      minimum: 0,
      maximum: 1,
      unit: 'share (0–1)',
      description: "Share of a class's masks up to which holes, far parts and a full border are odd.",
    },
    minMasks: {
      type: 'integer',
      default: 20,
      minimum: 2,
      unit: 'masks',
      description: 'Masks of a class from which it is known what is usual: 5 % of 20 is one.',
    },
    partShare: {
      type: 'number',
      default: 0.1,
      minimum: 0,
      maximum: 1,
      unit: 'share (0–1)',
      description: 'Pixels of the second part against those of the largest from which it counts as a part.',
    },
    partGap: {
      type: 'number',
      default: 0.25,
      minimum: 0,
      maximum: 1,
      unit: "share of the mask's diagonal (0–1)",
      description: 'Distance of the centres of two parts from which they are far apart.',
    },
    borderShare: {
      type: 'number',
      default: 0.9,
      minimum: 0,
      maximum: 1,
      unit: 'share (0–1)',
      description: 'Share of the outermost pixels from which a class fills the border.',
    },
    sizeScore: {
      type: 'number',
      default: 6,
      minimum: 0,
      unit: 'robust standard deviations',
      description:
        'Distance from the usual size from which one is odd. Single values are called outliers from 3.5 (Iglewicz and Hoaglin 1993); with thousands of masks, more is needed.',
    },
    sizeRatio: {
      type: 'number',
      default: 2,
      minimum: 1,
      unit: 'times',
      description:
        'Area against the usual one (or the reverse) from which a size is odd, where sizes hardly spread.',
    },
    minSubjects: {
      type: 'integer',
      default: 5,
      minimum: 2,
      unit: 'subjects',
      description: 'Subjects with the class from which the usual size is known.',
    },
  },
  messages: {
    specks: {
      text: '{mask}: {name} has {specks|speck|specks} of fewer than {speckPixels|pixel|pixels}',
      fix: 'Remove the parts that a slip of the brush or a threshold left.',
    },
    holes: {
      text: '{mask}: {name} has {holes|hole|holes}, the largest of {largestHole|pixel|pixels}; {masksAlike} of {masksOfClass} masks have such',
      fix: 'Fill the holes, unless the image shows them.',
    },
    parts: {
      text: '{mask}: {name} lies in two parts, {gap%} of the diagonal apart, as in {masksAlike} of {masksOfClass} masks',
      fix: 'Look at the smaller part: it may be another class, or belong to another image.',
    },
    border: {
      text: '{mask}: {name} fills {borderShare%} of the border, as in {masksAlike} of {masksOfClass} masks',
      fix: 'The class and the background may be exchanged (an inverted mask), or a fill has run over.',
    },
    size: {
      text: '{mask}: {name} takes {share%} of the pixels, usually {usualShare%} ({score} robust standard deviations over {subjects|subject|subjects})',
      fix: 'Look at the mask over its image: a fill ran over or stopped short, another class was drawn, or the image has another scale.',
    },
    identical: {
      text: '{images|different image has|different images have} one mask: {masks}',
      fix: 'Find out which image it belongs to, and draw the others: one may have been saved under the name of the other.',
    },
    'is-image': {
      text: '{mask} is the image itself, not a mask',
      fix: 'Put the mask there: the image was saved or copied in its place.',
    },
    clean: { text: '{masks|mask|masks}, none unlike the others' },
    found: { text: '{odd} of {masks|mask|masks} unlike the others' },
    'no-masks': { text: 'labels are no masks, or no mask of declared values could be decoded' },
  },
  run(dataset, limits) {
    if (dataset.maskPalette === undefined) return { skipped: { messageId: 'no-masks', data: {} } };
    const { judged, unavailable } = listJudgedMasks(dataset);
    const images = findImages(dataset);
    const coverage = { evaluated: judged.length, unavailable };
    if (judged.length === 0 && images.length === 0)
      return { skipped: { messageId: 'no-masks', data: {} }, coverage };
    const findings = [
      ...findOddShapes(judged, dataset, limits).map(reportShape),
      ...findIdenticalMasks(judged, dataset).map(reportIdentical),
      ...images.map(reportImage),
    ];
    const odd = new Set(findings.flatMap(({ samples }) => samples)).size;
    const data = { masks: judged.length + images.length, odd: Math.min(odd, judged.length + images.length) };
    return {
      coverage,
      measurements: { ...data, findings: countKinds(findings) },
      findings,
      summary: { messageId: findings.length > 0 ? 'found' : 'clean', data },
    };
  },
});

/** Masks that show the image that they are to label. */
function findImages(dataset: Dataset): DecodedMask[] {
  return listMasks(dataset).decoded.filter(({ mask, samples }) =>
    samples.some(({ id }) => showsImage(mask, dataset.images.get(id))),
  );
}

function reportShape({ kind, one, name, measured }: OddShape): RawFinding {
  return {
    key: `${kind} ${name} ${one.path}`,
    messageId: kind,
    data: { mask: one.path, name, ...measured },
    ...about(one.samples),
    evidence: { class: name, ...measured },
  };
}

function reportIdentical({
  paths,
  samples,
}: {
  paths: readonly string[];
  samples: readonly Sample[];
}): RawFinding {
  return {
    key: `identical ${paths[0] ?? ''}`,
    messageId: 'identical',
    data: { masks: paths, images: samples.length },
    ...about(samples),
    evidence: { masks: paths, images: samples.map(({ id }) => id) },
  };
}

function reportImage({ path, mask, samples }: DecodedMask): RawFinding {
  return {
    key: `is-image ${path}`,
    messageId: 'is-image',
    data: { mask: path },
    ...about(samples),
    evidence: { distinctValues: mask.distinct, format: mask.format },
  };
}

function about(samples: readonly Sample[]): Pick<RawFinding, 'samples' | 'location'> {
  const location = samples.find((sample) => sample.location)?.location;
  return { samples: samples.map(({ id }) => id), ...(location && { location }) };
}

function countKinds(findings: readonly RawFinding[]): JsonObject {
  const counts: Record<string, number> = {};
  for (const { messageId } of findings) counts[messageId] = (counts[messageId] ?? 0) + 1;
  return counts;
}
