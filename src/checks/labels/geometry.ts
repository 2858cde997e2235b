import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { ImageFingerprint, MaskFingerprint } from '../../model/fingerprint.ts';
import type { Sample } from '../../model/sample.ts';

export const geometry = defineCheck({
  id: 'labels/geometry',
  summary: 'Do image and mask have the same size and orientation?',
  description: `A mask says something about the pixel at the same place of its image. Where the two differ in size, a
training script resizes one of them, and silently moves or stretches the labels. Where only one of them has an EXIF
orientation, programs that heed it turn one and not the other. Sizes are compared as stored. Told apart are: turned, the
size of one as EXIF turns the other; width and height swapped; one scaled by a factor; cropped or padded, by the same
number of pixels on three pairs or more; and other sizes.

Coverage counts samples with a mask: those whose image and mask were decoded, and the others.`,
  defaultSeverity: 'error',
  needs: ['images', 'masks'],
  options: {},
  messages: {
    pages: {
      text: '{mask} has {maskPages|page|pages}, its image {imagePages}',
      fix: 'Label every page, or split the image into single pages.',
    },
    orientation: {
      text: '{mask} has EXIF orientation {maskOrientation}, its image {imageOrientation}',
      fix: 'Turn the pixels as the orientation says and remove it, in both files.',
    },
    turned: {
      text: '{mask} is {maskSize}, its image {imageSize} with EXIF orientation {imageOrientation} (mask {maskOrientation}): one of them was turned as EXIF says, the other not',
      fix: 'Turn the pixels of the one with the orientation and remove it, so that both are stored as they are seen.',
    },
    transposed: {
      text: '{mask} is {maskSize}, its image {imageSize}: width and height are swapped',
      fix: 'Turn the mask by a quarter, and look at it over the image; or the axes were swapped when it was written.',
    },
    scaled: {
      text: '{mask} is {maskSize}, its image {imageSize}: scaled by {factor}',
      fix: 'Export the mask at the size of its image, without interpolation.',
    },
    cropped: {
      text: '{mask} is {maskSize}, its image {imageSize}: {columns} columns and {rows} rows apart, as on {pairs|pair|pairs} in all',
      fix: 'One of the two was cropped or padded by a constant. Do the same to the other; sizes do not tell at which edge.',
    },
    size: {
      text: '{mask} is {maskSize}, its image {imageSize}',
      fix: 'Find out whether the mask belongs to this image, and whether one of them was cropped or resized.',
    },
    clean: { text: '{pairs|mask|masks}, each of the size of its image' },
    differ: { text: '{differing} of {pairs|mask|masks} not of the size or orientation of the image' },
    'no-masks': { text: 'labels are no masks' },
    'no-pairs': { text: 'no image could be decoded together with its mask' },
  },
  run({ samples, labels, images, masks }) {
    if (labels.kind !== 'mask') return { skipped: { messageId: 'no-masks', data: {} } };
    const { pairs, unavailable } = listPairs(samples, images, masks);
    const differences = countDifferences(pairs);
    const findings = pairs.flatMap(({ sample, label, image, mask }): RawFinding[] => {
      const difference = compareGeometry(image, mask);
      if (difference === undefined) return [];
      const alike = differences.get(nameDifference(image, mask)) ?? 0;
      const { id, location } = sample;
      return [
        {
          key: id,
          messageId: difference === 'size' && alike >= sameDifferences ? 'cropped' : difference,
          data: {
            mask: label,
            maskSize: `${mask.width} × ${mask.height}`,
            imageSize: `${image.width} × ${image.height}`,
            maskPages: mask.pages,
            imagePages: image.pages,
            maskOrientation: mask.orientation,
            imageOrientation: image.orientation,
            factor: mask.width / image.width,
            columns: mask.width - image.width,
            rows: mask.height - image.height,
            pairs: alike,
          },
          samples: [id],
          ...(location && { location }),
          evidence: { image: describe(image), mask: { path: label, ...describe(mask) } },
        },
      ];
    });
    const coverage = { evaluated: pairs.length, unavailable };
    if (pairs.length === 0) return { skipped: { messageId: 'no-pairs', data: {} }, coverage };
    const counts = { pairs: pairs.length, differing: findings.length };
    return {
      coverage,
      measurements: counts,
      findings,
      summary: { messageId: findings.length > 0 ? 'differ' : 'clean', data: counts },
    };
  },
});

type Geometry = Pick<ImageFingerprint | MaskFingerprint, 'width' | 'height' | 'pages' | 'orientation'>;
type Difference = 'pages' | 'orientation' | 'turned' | 'transposed' | 'scaled' | 'size';

interface Pair {
  readonly sample: Sample;
  readonly label: string;
  readonly image: ImageFingerprint;
  readonly mask: MaskFingerprint;
}

/** Pairs with one difference of size from which a constant is the likely cause. */
const sameDifferences = 3;

function listPairs(
  samples: readonly Sample[],
  images: Dataset['images'],
  masks: Dataset['masks'],
): { readonly pairs: readonly Pair[]; readonly unavailable: number } {
  const labelled = samples.filter(({ label }) => label !== undefined);
  const pairs = labelled.flatMap((sample): Pair[] => {
    const { id, label = '' } = sample;
    const [image, mask] = [images.get(id), masks.get(label)];
    return image?.kind === 'image' && mask?.kind === 'mask' ? [{ sample, label, image, mask }] : [];
  });
  return { pairs, unavailable: labelled.length - pairs.length };
}

/** Pairs of which no other cause is known, by their difference of width and height. */
function countDifferences(pairs: readonly Pair[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { image, mask } of pairs) {
    if (compareGeometry(image, mask) !== 'size') continue;
    const name = nameDifference(image, mask);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function nameDifference(image: Geometry, mask: Geometry): string {
  return `${mask.width - image.width} ${mask.height - image.height}`;
}

function compareGeometry(image: Geometry, mask: Geometry): Difference | undefined {
  if (image.pages !== mask.pages) return 'pages';
  const isSameSize = image.width === mask.width && image.height === mask.height;
  if (isSameSize) return image.orientation === mask.orientation ? undefined : 'orientation';
  if (image.orientation !== mask.orientation && isSameShown(image, mask)) return 'turned';
  if (image.width === mask.height && image.height === mask.width) return 'transposed';
  return isScaled(image, mask) ? 'scaled' : 'size';
}

/** Whether both have one size once turned as EXIF says: orientations 5 to 8 swap width and height. */
function isSameShown(image: Geometry, mask: Geometry): boolean {
  const [a, b] = [image, mask].map(({ width, height, orientation }) =>
    orientation >= 5 ? [height, width] : [width, height],
  );
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}

/**
 * Whether one factor, other than 1, leads from both sides of the image to those of the mask, each rounded to
 * the nearest pixel: (w ± ½) / W and (h ± ½) / H have a value in common.
 */
function isScaled(image: Geometry, mask: Geometry): boolean {
  const grows = mask.width > image.width && mask.height > image.height;
  const shrinks = mask.width < image.width && mask.height < image.height;
  const difference = Math.abs(mask.width * image.height - mask.height * image.width);
  return (grows || shrinks) && difference <= (image.width + image.height) / 2;
}

function describe({ width, height, pages, orientation }: Geometry): Record<string, number> {
  return { width, height, pages, orientation };
}
