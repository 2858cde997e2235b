import type { Box } from '../../model/annotation.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Sample } from '../../model/sample.ts';
import type { Outline } from '../../model/thumbnail.ts';
import { listAnnotatedImages } from './annotated-images.ts';

/** What an annotation marks in an image, ready to be drawn. */
export interface OutlinedImage {
  readonly outlines: readonly Outline[];
  /** Whether they are drawn on the image as it is stored, against its EXIF orientation. */
  readonly isAsStored: boolean;
}

/** Objects drawn of one image, and points of one object: hostile files hold as many as they like. */
const maxObjects = 500;
const maxPoints = 1000;

/** The objects of a sample in shares of its image; undefined where no annotation of it could be read. */
export function outlineObjects(
  { annotations, images, ...dataset }: Dataset,
  sample: Sample,
): OutlinedImage | undefined {
  if (!annotations) return undefined;
  const { annotated } = listAnnotatedImages({ ...dataset, images, annotations, samples: [sample] });
  const [found] = annotated;
  if (!found) return undefined;
  const { frame, wrongUnit, annotation, objects } = found;
  const image = images.get(sample.id);
  if (!frame || wrongUnit) return { outlines: [], isAsStored: false };
  const { width, height } = frame;
  const [across, down] = annotation.unit === 'share' ? [1, 1] : [width, height];
  return {
    outlines: objects.slice(0, maxObjects).map(({ object, box }) => ({
      className: object.className,
      box: toShares(box, width, height),
      polygons: object.polygons.map((points) =>
        points.slice(0, 2 * maxPoints).map((value, at) => value / (at % 2 === 0 ? across : down)),
      ),
    })),
    isAsStored:
      image?.kind === 'image' &&
      image.orientation >= 5 &&
      width === image.width &&
      height === image.height &&
      width !== height,
  };
}

function toShares({ xmin, ymin, xmax, ymax }: Box, width: number, height: number): Box {
  return { xmin: xmin / width, ymin: ymin / height, xmax: xmax / width, ymax: ymax / height };
}
