import { defineCheck, type RawFinding } from '../../model/check.ts';
import { isLabelled, type Dataset } from '../../model/dataset.ts';
import { groupBy } from '../../model/order.ts';
import { folderOf, nameFolder } from '../manifest/folder.ts';

export const annotations = defineCheck({
  id: 'labels/annotations',
  summary: 'Does every image have an annotation, and every annotation an image?',
  description: `Where boxes are the labels, an image without an annotation is left out by one training script and taken
for an image without objects by another. An image that shows no object is said to do so by an annotation without
objects: an empty YOLO file, or an entry in \`images\` of COCO. An annotation that belongs to no image is work that
nobody uses, and often the other half of an image that counts as unlabelled since the two names differ. Looked for are
files in the folders of annotations that hold objects, and entries in files for many images.

Coverage counts images; none is counted where nothing annotates any of them.`,
  defaultSeverity: 'warning',
  needs: ['annotations'],
  options: {},
  messages: {
    unannotated: {
      text: '{images|image has|images have} no annotation',
      fix: 'Annotate them, with an annotation without objects where there are none; or leave them out.',
    },
    'orphan-files': {
      text: '{files|annotation|annotations} in {folder} {files:belongs|belong} to no image',
      fix: 'Correct the names that should join them to images, or remove them.',
    },
    'orphan-entries': {
      text: '{file}: {images|image|images} that the dataset does not hold, such as {example}',
      fix: 'Add the images, correct their `file_name`, or remove the entries.',
    },
    clean: { text: '{images|image|images}, each with an annotation' },
    unpaired: {
      text: '{images|image|images} without annotation, {orphans|annotation|annotations} without image',
    },
    'no-boxes': { text: 'labels are no boxes' },
    'no-annotations': { text: 'nothing annotates any image' },
  },
  run(dataset) {
    if (dataset.labels.kind !== 'boxes') return { skipped: { messageId: 'no-boxes', data: {} } };
    const { samples, labels, annotations: given } = dataset;
    if (!given || (given.byImage.size === 0 && given.orphans.length === 0))
      return { skipped: { messageId: 'no-annotations', data: {} } };
    const without = samples
      .filter((sample) => !isLabelled(sample, labels) && !given.byImage.has(sample.id))
      .map(({ id }) => id);
    const findings = [...describeWithout(without), ...describeOrphans(given)];
    const counts = { images: without.length, orphans: given.orphans.length };
    return {
      coverage: { evaluated: samples.length, unavailable: 0 },
      measurements: { images: samples.length, unannotated: without.length, orphans: given.orphans.length },
      findings,
      summary:
        findings.length > 0
          ? { messageId: 'unpaired', data: counts }
          : { messageId: 'clean', data: { images: samples.length } },
    };
  },
});

const examplesShown = 10;

function describeWithout(ids: readonly string[]): RawFinding[] {
  if (ids.length === 0) return [];
  return [
    {
      key: '@unannotated',
      messageId: 'unannotated',
      data: { images: ids.length },
      samples: ids,
      evidence: { images: ids.length },
    },
  ];
}

function describeOrphans({ orphans }: NonNullable<Dataset['annotations']>): RawFinding[] {
  const files = orphans.filter(({ image }) => image === undefined).map(({ file }) => file);
  const entries = groupBy(orphans, ({ file, image }) => (image === undefined ? undefined : file));
  return [
    ...[...groupBy(files, folderOf)].map(([folder, paths]): RawFinding => ({
      key: `${folder}/`,
      messageId: 'orphan-files',
      data: { folder: nameFolder(folder), files: paths.length },
      samples: [],
      evidence: { files: paths.length, examples: paths.slice(0, examplesShown) },
    })),
    ...[...entries].map(([file, members]): RawFinding => {
      const names = members.map(({ image }) => image ?? '');
      return {
        key: file,
        messageId: 'orphan-entries',
        data: { file, images: names.length, example: names[0] ?? '' },
        samples: [],
        location: { file },
        evidence: { images: names.length, examples: names.slice(0, examplesShown) },
      };
    }),
  ];
}
