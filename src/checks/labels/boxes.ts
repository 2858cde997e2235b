import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { Dataset } from '../../model/dataset.ts';
import { groupBy } from '../../model/order.ts';
import { listAnnotatedImages, type AnnotatedImage } from './annotated-images.ts';
import { findBoxFault } from './box-faults.ts';
import { describeImage, describeObjects } from './object-finding.ts';
import { findUnknownClasses } from './unknown-classes.ts';

export const boxes = defineCheck({
  id: 'labels/boxes',
  summary: 'Can every annotation be read, and is every box one that a model can learn from?',
  description: `A training script stops at a box without width or height, or learns from it that everything is
background; one that lies outside its image, or is counted in another unit, teaches a place where nothing is. Read are
Pascal VOC (\`.xml\`), YOLO and lists of corners (\`.txt\`), COCO and LabelMe (\`.json\`), and boxes in the rows of a
manifest. Corners are judged as they are written: a Pascal VOC box whose corners are the same pixel has no width, as
training scripts compute it. A box counts as outside where it lies a pixel or more beyond the image, since some tools
count pixels from 0 and others from 1.

Boxes are judged by the size that the annotation gives the image, and by the decoded image where it gives none; that the
two agree is asked, too. Where an image has an EXIF orientation, its size as shown is right as well. All objects of an
image with one fault are one finding.

Coverage counts images with an annotation: those whose annotation was read, and the others.`,
  defaultSeverity: 'error',
  needs: ['images', 'annotations'],
  options: {},
  messages: {
    malformed: {
      text: '{file} cannot be read: {detail}',
      fix: 'Export the annotation again, or copy it again from its source.',
    },
    'too-large': {
      text: '{file} is too large to be read: {detail}',
      fix: 'Give every image a file of its own, or leave it out of the dataset.',
    },
    pointer: {
      text: '{file} is {detail}',
      fix: 'Fetch the content with `git lfs pull`; in a workflow, check out with `lfs: true`.',
    },
    'unknown-format': {
      text: '{file} is of no format of annotations: {detail}',
      fix: 'Export it as Pascal VOC, COCO, YOLO or LabelMe, with the usual extension.',
    },
    incomplete: {
      text: '{file}: {entries|entry|entries} for {image} cannot be used: {detail}',
      fix: 'Correct the entries, or remove them.',
    },
    'incomplete-file': {
      text: '{file}: {entries|entry|entries} cannot be used: {detail}',
      fix: 'Correct the entries, or remove them.',
    },
    degenerate: {
      text: '{file}: {objects|box|boxes} without width or height, {name} {box}',
      fix: 'Draw the box again, or remove it.',
    },
    inverted: {
      text: '{file}: {objects|box|boxes} whose far corner lies before the near one, {name} {box}',
      fix: 'Exchange the corners, or draw the box again.',
    },
    outside: {
      text: '{file}: {objects|box|boxes} outside the image, {name} {box}',
      fix: 'Look at the annotation over its image: it may belong to another one, or to one that was cropped or resized.',
    },
    size: {
      text: '{file} says that {image} is {declared}; it is {actual}',
      fix: 'Find out whether the image was cropped or resized after it was annotated, and correct the boxes or the size.',
    },
    shares: {
      text: '{file}: all corners lie between 0 and 1, where pixels are meant',
      fix: 'Multiply the corners by the width and height of the image.',
    },
    pixels: {
      text: '{file}: numbers far above 1, where shares of the image are meant ({name} {box})',
      fix: 'Divide the numbers by the width and height of the image.',
    },
    'unknown-class': {
      text: 'class {name} of {objects|object|objects} in {images|image|images} is not declared',
      fix: 'Declare it under `labels.classes`, or correct the annotations.',
    },
    'misspelled-class': {
      text: 'class {name} of {objects|object|objects} in {images|image|images} is not declared; {nearest} is',
      fix: 'Write {nearest} if that is meant, or declare {name} under `labels.classes`.',
    },
    'few-points': {
      text: '{file}: {objects|object|objects} outlined by fewer than three points, {name} {box}',
      fix: 'Draw the outline again; two points make no area.',
    },
    'run-size': {
      text: '{file}: {objects|mask|masks} of another size than {image}, {name} {box}',
      fix: 'Encode the masks again at the size of the image; `size` is height, then width.',
    },
    'run-sum': {
      text: '{file}: {objects|mask|masks} whose runs do not add up to the pixels of the mask, {name} {box}',
      fix: 'Encode the masks again.',
    },
    clean: { text: '{objects|box|boxes} in {images|image|images}, none at fault' },
    faults: { text: '{faults|fault|faults} in the annotations of {images|image|images}' },
    'no-boxes': { text: 'labels are no boxes' },
    'no-annotations': { text: 'no image has an annotation that could be read' },
  },
  run(dataset) {
    if (dataset.labels.kind !== 'boxes') return { skipped: { messageId: 'no-boxes', data: {} } };
    const { annotated, unavailable } = listAnnotatedImages(dataset);
    const coverage = { evaluated: annotated.length, unavailable };
    const findings = [
      ...findFileFaults(dataset),
      ...annotated.flatMap(findImageFaults),
      ...(dataset.labels.classes.length === 0
        ? []
        : findUnknownClasses(
            annotated,
            dataset.labels.classes.map(({ name }) => name),
          )),
    ];
    if (annotated.length === 0 && findings.length === 0)
      return { skipped: { messageId: 'no-annotations', data: {} }, coverage };
    const all = annotated.flatMap(({ objects }) => objects);
    const byClass = groupBy(all, ({ object }) => object.className);
    return {
      coverage,
      measurements: {
        images: annotated.length,
        boxes: all.length,
        boxesByClass: Object.fromEntries([...byClass].map(([name, members]) => [name, members.length])),
      },
      findings,
      summary:
        findings.length > 0
          ? { messageId: 'faults', data: { faults: findings.length, images: annotated.length + unavailable } }
          : { messageId: 'clean', data: { objects: all.length, images: annotated.length } },
    };
  },
});

/** Files that cannot be read, and entries that belong to no image; each file once. */
function findFileFaults({ samples, annotations }: Dataset): RawFinding[] {
  if (!annotations) return [];
  const failed = [
    ...annotations.failures.map((outcome) => ({ id: undefined, outcome })),
    ...samples.flatMap(({ id }) => {
      const outcome = annotations.byImage.get(id);
      return outcome?.kind === 'failure' ? [{ id, outcome }] : [];
    }),
  ];
  const byFile = groupBy(failed, ({ outcome }) => outcome.file);
  const unreadable = [...byFile.values()].flatMap((members): RawFinding[] => {
    const [first] = members;
    if (!first) return [];
    const { file, fault, detail, line } = first.outcome;
    return [
      {
        key: `${file}@file`,
        messageId: fault,
        data: { file, detail },
        samples: members.flatMap(({ id }) => id ?? []),
        location: { file, ...(line !== undefined && { line }) },
        evidence: { detail },
      },
    ];
  });
  const incomplete = annotations.unusable.flatMap(({ file, entries }): RawFinding[] => {
    const [first] = entries;
    if (!first) return [];
    return [
      {
        key: `${file}@entries`,
        messageId: 'incomplete-file',
        data: { file, entries: entries.length, detail: first.detail },
        samples: [],
        location: { file },
        evidence: { details: entries.map(({ detail }) => detail) },
      },
    ];
  });
  return [...unreadable, ...incomplete];
}

function findImageFaults(image: AnnotatedImage): RawFinding[] {
  const { annotation, wrongUnit, frame, objects } = image;
  const findings: RawFinding[] = [...findEntryFault(image), ...findSizeFault(image)];
  const ofObjects = (messageId: string, isAtFault: (placed: AnnotatedImage['objects'][number]) => boolean) =>
    describeObjects(
      image,
      messageId,
      objects.filter(isAtFault).map(({ object }) => object),
    );
  if (wrongUnit) findings.push(...describeObjects(image, wrongUnit, annotation.objects));
  else
    for (const fault of ['degenerate', 'inverted', 'outside'] as const)
      findings.push(...ofObjects(fault, ({ box }) => findBoxFault(box, frame) === fault));
  return [
    ...findings,
    ...ofObjects('few-points', ({ object }) => object.polygons.some(({ length }) => length < 6)),
    ...ofObjects('run-size', ({ object: { runLengths } }) => {
      if (!runLengths || !frame) return false;
      return runLengths.width !== frame.width || runLengths.height !== frame.height;
    }),
    ...ofObjects('run-sum', ({ object: { runLengths } }) => {
      return runLengths !== undefined && runLengths.pixels !== runLengths.width * runLengths.height;
    }),
  ];
}

function findEntryFault(image: AnnotatedImage): RawFinding[] {
  const { unusable } = image.annotation;
  const [first] = unusable;
  if (!first) return [];
  const data = { entries: unusable.length, detail: first.detail };
  const details = unusable.map(({ detail, line }) => ({ detail, ...(line !== undefined && { line }) }));
  return [describeImage(image, 'incomplete', first.line, data, { details })];
}

function findSizeFault(image: AnnotatedImage): RawFinding[] {
  const { annotation, imageSize } = image;
  const { size } = annotation;
  if (!size || !imageSize) return [];
  if (size.width === imageSize.width && size.height === imageSize.height) return [];
  const data = {
    declared: `${size.width} × ${size.height}`,
    actual: `${imageSize.width} × ${imageSize.height}`,
  };
  return [
    describeImage(image, 'size', size.line, data, {
      declared: { width: size.width, height: size.height },
      image: { width: imageSize.width, height: imageSize.height },
    }),
  ];
}
