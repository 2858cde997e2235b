import type { AnnotatedObject, ImageAnnotation } from '../model/annotation.ts';
import type { BaselineBox, BaselineSample } from '../model/baseline.ts';
import type { Dataset } from '../model/dataset.ts';
import type { ImageFingerprint } from '../model/fingerprint.ts';
import { sortedUnique } from '../model/order.ts';
import type { Sample } from '../model/sample.ts';

/** Why a labelled sample cannot be used, in words. */
export type Exclusion =
  | 'in several splits'
  | 'in none of train, val and test'
  | 'image not decoded'
  | 'label not read'
  | 'label of another size than its image'
  | 'label of several pages'
  | 'no class that is declared';

type Label = Pick<BaselineSample, 'label' | 'labelHash' | 'classes' | 'boxes'>;

/** The declared classes in their order; those found, sorted, where none are declared. */
export function listLearnedClasses({ labels, samples, annotations }: Dataset): string[] {
  const declared = labels.classes.map(({ name }) => name);
  if (declared.length > 0 || labels.kind === 'mask') return declared;
  if (labels.kind === 'class') return sortedUnique(samples.flatMap(({ classes }) => classes));
  const outcomes = [...(annotations?.byImage.values() ?? [])];
  return sortedUnique(
    outcomes.flatMap((outcome) =>
      outcome.kind === 'annotation' ? outcome.objects.map(({ className }) => className) : [],
    ),
  );
}

/** What the trainer is told of a sample's label, or why it cannot be used. */
export function describeLabel(
  sample: Sample,
  image: ImageFingerprint,
  dataset: Dataset,
  classes: readonly string[],
): Label | Exclusion {
  switch (dataset.labels.kind) {
    case 'mask':
      return describeMask(sample, image, dataset);
    case 'class':
      return describeClasses(sample, classes);
    case 'boxes':
      return describeBoxes(sample, image, dataset, classes);
    case 'none':
      return 'label not read';
  }
}

function describeMask(
  { label = '' }: Sample,
  { width, height }: ImageFingerprint,
  { masks }: Dataset,
): Label | Exclusion {
  const mask = masks.get(label);
  if (mask?.kind !== 'mask') return 'label not read';
  if (mask.pages > 1) return 'label of several pages';
  if (mask.width !== width || mask.height !== height) return 'label of another size than its image';
  return { label, labelHash: mask.bytesHash };
}

function describeClasses(sample: Sample, classes: readonly string[]): Label | Exclusion {
  const places = sample.classes.map((name) => classes.indexOf(name)).filter((place) => place >= 0);
  if (places.length < sample.classes.length || places.length === 0) return 'no class that is declared';
  return { classes: places.sort((a, b) => a - b) };
}

function describeBoxes(
  { id }: Sample,
  image: ImageFingerprint,
  { annotations }: Dataset,
  classes: readonly string[],
): Label | Exclusion {
  const annotation = annotations?.byImage.get(id);
  if (annotation?.kind !== 'annotation') return 'label not read';
  return { boxes: annotation.objects.flatMap((object) => describeBox(object, annotation, image, classes)) };
}

/** Boxes of undeclared classes and those without a size show nothing that could be learned. */
function describeBox(
  { className, box: { xmin, ymin, xmax, ymax } }: AnnotatedObject,
  { unit }: ImageAnnotation,
  { width, height }: ImageFingerprint,
  classes: readonly string[],
): BaselineBox[] {
  const place = classes.indexOf(className);
  const [across, down] = unit === 'share' ? [1, 1] : [width, height];
  const corners = [xmin / across, ymin / down, xmax / across, ymax / down] as const;
  if (place < 0 || !corners.every(Number.isFinite) || !(xmin < xmax && ymin < ymax)) return [];
  const [left, top, right, bottom] = corners.map(roundShare);
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return [];
  return [{ class: place, corners: [left, top, right, bottom] }];
}

/** A millionth is less than a pixel of any image. */
function roundShare(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 1e6) / 1e6;
}
