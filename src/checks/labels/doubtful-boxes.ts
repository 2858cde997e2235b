import { defineCheck, type RawFinding } from '../../model/check.ts';
import { groupBy } from '../../model/order.ts';
import { hasArea, listAnnotatedImages, type AnnotatedImage, type PlacedObject } from './annotated-images.ts';
import { findBoxFault, measureExcess } from './box-faults.ts';
import { isCrossing, mostPoints } from './crossing-outline.ts';
import { describeObjects } from './object-finding.ts';
import { findRepeatedBoxes } from './repeated-boxes.ts';

export const doubtfulBoxes = defineCheck({
  id: 'labels/doubtful-boxes',
  summary: 'Do boxes reach beyond their image, stand there twice, or have outlines that cross themselves?',
  description: `Each of these is a slip that a training script takes without a word. A box that reaches beyond the image
is clipped by one script and not by another, and its centre is off. An object that is marked twice counts twice in the
loss and cannot be found twice in the test. The area inside an outline that crosses itself depends on the program that
fills it.

Two boxes of one class are one where all corners lie within a pixel and more than half is shared, or where the
intersection over the union reaches \`repeatOverlap\`. Boxes that stand for many objects (\`iscrowd\` of COCO) are not
compared. Outlines of more than 2,000 points are not looked at.

Coverage counts images with an annotation: those whose annotation was read in the right unit, and the others.`,
  defaultSeverity: 'warning',
  needs: ['images', 'annotations'],
  options: {
    tolerance: {
      type: 'number',
      default: 1,
      minimum: 0,
      unit: 'pixels',
      description:
        'How far a box may reach beyond the image: tools differ in whether the first pixel is 0 or 1.',
    },
    repeatOverlap: {
      type: 'number',
      default: 0.99,
      minimum: 0.5,
      maximum: 1,
      unit: 'share (0–1)',
      description: 'Intersection over union from which two boxes of one class are one box, drawn twice.',
    },
  },
  messages: {
    'beyond-edge': {
      text: '{file}: {objects|box reaches|boxes reach} beyond the image, {name} {box}',
      fix: 'Clip the box to the image, or look whether the annotation belongs to it.',
    },
    repeated: {
      text: '{file}: {objects|box repeats|boxes repeat} another of the same class, {name} {box}',
      fix: 'Remove the second one, or correct its class or place.',
    },
    crossing: {
      text: '{file}: {objects|outline crosses|outlines cross} itself, {name} {box}',
      fix: 'Draw the outline again, or split it where it crosses.',
    },
    clean: { text: '{objects|box|boxes} in {images|image|images}, all inside, once and without crossings' },
    doubts: { text: '{doubtful} of {images|image|images} with doubtful boxes' },
    'no-boxes': { text: 'labels are no boxes' },
    'no-annotations': { text: 'no image has an annotation that could be judged' },
  },
  run(dataset, options) {
    if (dataset.labels.kind !== 'boxes') return { skipped: { messageId: 'no-boxes', data: {} } };
    const { annotated, unavailable } = listAnnotatedImages(dataset);
    const judged = annotated.filter(({ wrongUnit }) => wrongUnit === undefined);
    const coverage = {
      evaluated: judged.length,
      unavailable: unavailable + annotated.length - judged.length,
    };
    if (judged.length === 0) return { skipped: { messageId: 'no-annotations', data: {} }, coverage };
    const findings = judged.flatMap((image) => [
      ...findBeyondEdge(image, options.tolerance),
      ...findRepeated(image, options.repeatOverlap),
      ...findCrossing(image),
    ]);
    const objects = judged.reduce((sum, image) => sum + image.objects.length, 0);
    const doubtful = new Set(findings.flatMap(({ samples }) => samples)).size;
    const counts = { images: judged.length, objects, doubtful };
    return {
      coverage,
      measurements: counts,
      findings,
      summary: { messageId: findings.length > 0 ? 'doubts' : 'clean', data: counts },
    };
  },
});

/** YOLO's shares have six digits: a corner of an image of 6,600 pixels is off by less than this. */
const roundingPixels = 0.01;

function findBeyondEdge(image: AnnotatedImage, tolerance: number): RawFinding[] {
  const { frame, objects } = image;
  if (!frame) return [];
  const beyond = objects.filter(
    ({ box }) =>
      findBoxFault(box, frame) === undefined && measureExcess(box, frame) > tolerance + roundingPixels,
  );
  return describeObjects(image, 'beyond-edge', listObjects(beyond));
}

function findRepeated(image: AnnotatedImage, overlap: number): RawFinding[] {
  const inPixels = image.annotation.unit === 'pixel' || image.frame !== undefined;
  const compared = image.objects.filter(({ object, box }) => !object.isCrowd && hasArea(box));
  const repeated = [...groupBy(compared, ({ object }) => object.className).values()].flatMap((members) =>
    findRepeatedBoxes(
      members.map(({ box }) => box),
      inPixels ? 1 + roundingPixels : 0,
      overlap,
    ).flatMap((place) => members[place] ?? []),
  );
  return describeObjects(image, 'repeated', listObjects(repeated));
}

function findCrossing(image: AnnotatedImage): RawFinding[] {
  const crossing = image.objects.filter(({ object }) =>
    object.polygons.some((outline) => outline.length <= 2 * mostPoints && isCrossing(outline)),
  );
  return describeObjects(image, 'crossing', listObjects(crossing));
}

function listObjects(placed: readonly PlacedObject[]) {
  return placed.map(({ object }) => object);
}
