import type { AnnotatedObject, Box, ImageAnnotation, Size } from '../../model/annotation.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { ImageOutcome } from '../../model/fingerprint.ts';
import type { Sample } from '../../model/sample.ts';

/** A sample with what its annotation says, brought to pixels. */
export interface AnnotatedImage {
  readonly sample: Sample;
  readonly annotation: ImageAnnotation;
  /** Size of the decoded image: as shown where the annotation has it so, otherwise as stored. */
  readonly imageSize?: Size;
  /** The size that boxes are judged by: what the annotation says, or else that of the image. */
  readonly frame?: Size;
  /** Numbers that are not of the unit that the format means; their boxes cannot be judged. */
  readonly wrongUnit?: 'shares' | 'pixels';
  readonly objects: readonly PlacedObject[];
}

export interface PlacedObject {
  readonly object: AnnotatedObject;
  /** In pixels; in shares where `frame` is unknown and the format means shares. */
  readonly box: Box;
}

/** Every sample whose annotation could be read, in the order of samples, and how many could not. */
export function listAnnotatedImages({ samples, annotations, images }: Dataset): {
  readonly annotated: readonly AnnotatedImage[];
  readonly unavailable: number;
} {
  const annotated: AnnotatedImage[] = [];
  let unavailable = 0;
  for (const sample of samples) {
    const outcome = annotations?.byImage.get(sample.id);
    if (outcome?.kind === 'failure') unavailable++;
    if (outcome?.kind === 'annotation') annotated.push(placeObjects(sample, outcome, images.get(sample.id)));
  }
  return { annotated, unavailable };
}

function placeObjects(
  sample: Sample,
  annotation: ImageAnnotation,
  image: ImageOutcome | undefined,
): AnnotatedImage {
  const { size, unit, objects } = annotation;
  const imageSize = image?.kind === 'image' ? chooseSize(image, size) : undefined;
  const frame = size && size.width > 0 && size.height > 0 ? size : imageSize;
  const wrongUnit = findWrongUnit(annotation, frame);
  const [width, height] = unit === 'share' && frame ? [frame.width, frame.height] : [1, 1];
  return {
    sample,
    annotation,
    ...(imageSize && { imageSize }),
    ...(frame && { frame }),
    ...(wrongUnit && { wrongUnit }),
    objects: objects.map((object) => ({ object, box: scale(object.box, width, height) })),
  };
}

/** EXIF orientations 5 to 8 turn an image by a quarter where it is shown, and boxes are drawn on what is shown. */
function chooseSize(
  { width, height, orientation }: Extract<ImageOutcome, { kind: 'image' }>,
  declared: Size | undefined,
): Size {
  const stored = { width, height };
  if (orientation < 5) return stored;
  const isStored = declared?.width === width && declared.height === height;
  return isStored ? stored : { width: height, height: width };
}

/**
 * Shares where pixels are meant: no number is above 1, though some box has an area. Pixels where shares are meant: some
 * number is 2 or more away from the image's edges at 0 and 1, which no box drawn over an edge is.
 */
function findWrongUnit(
  { unit, objects }: ImageAnnotation,
  frame: Size | undefined,
): AnnotatedImage['wrongUnit'] {
  const boxes = objects.map(({ box }) => box);
  if (unit === 'share') {
    const isFar = boxes.some(
      ({ xmin, ymin, xmax, ymax }) => Math.min(xmin, ymin) <= -2 || Math.max(xmax, ymax) >= 3,
    );
    return isFar ? 'pixels' : undefined;
  }
  const isTiny = frame !== undefined && Math.max(frame.width, frame.height) <= 1;
  const areShares = boxes.every((box) => Object.values(box).every((value) => value >= 0 && value <= 1));
  return areShares && !isTiny && boxes.some(hasArea) ? 'shares' : undefined;
}

export function hasArea({ xmin, ymin, xmax, ymax }: Box): boolean {
  return xmax > xmin && ymax > ymin;
}

function scale({ xmin, ymin, xmax, ymax }: Box, width: number, height: number): Box {
  return { xmin: xmin * width, ymin: ymin * height, xmax: xmax * width, ymax: ymax * height };
}
