import type {
  AnnotatedObject,
  AnnotationOutcome,
  Annotations,
  ImageAnnotation,
} from '../../../src/model/annotation.ts';
import type { Dataset } from '../../../src/model/dataset.ts';
import type { ImageOutcome } from '../../../src/model/fingerprint.ts';
import { buildDataset, image, sample } from '../build-dataset.ts';

/** A box of the class `cell`. */
export function object(
  corners: readonly [xmin: number, ymin: number, xmax: number, ymax: number],
  parts: Partial<AnnotatedObject> = {},
): AnnotatedObject {
  const [xmin, ymin, xmax, ymax] = corners;
  return { className: 'cell', box: { xmin, ymin, xmax, ymax }, polygons: [], isCrowd: false, ...parts };
}

/** A Pascal VOC annotation in `a.xml`. */
export function annotation(
  objects: readonly AnnotatedObject[],
  parts: Partial<ImageAnnotation> = {},
): ImageAnnotation {
  return {
    ...{ kind: 'annotation', file: 'a.xml', format: 'voc', unit: 'pixel' },
    ...{ objects, unusable: [] },
    ...parts,
  };
}

export interface AnnotatedParts extends Partial<Omit<Annotations, 'byImage'>> {
  readonly classes?: readonly string[];
  readonly images?: Readonly<Record<string, ImageOutcome>>;
}

/** A dataset of boxes with a sample for each outcome, whose images are 100 × 80 pixels where nothing else is said. */
export function annotate(
  outcomes: Readonly<Record<string, AnnotationOutcome>>,
  { classes = [], images, failures = [], unusable = [], orphans = [] }: AnnotatedParts = {},
): Dataset {
  const ids = Object.keys(outcomes);
  return {
    ...buildDataset({
      samples: ids.map((id) => sample(id, { label: outcomes[id]?.file ?? '' })),
      labels: { kind: 'boxes', classes: classes.map((name) => ({ name })) },
      images: images ?? Object.fromEntries(ids.map((id) => [id, image(id, { width: 100, height: 80 })])),
    }),
    annotations: { byImage: new Map(Object.entries(outcomes)), failures, unusable, orphans },
  };
}
