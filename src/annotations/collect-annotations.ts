import type {
  AnnotationFailure,
  AnnotationOrphan,
  AnnotationOutcome,
  Annotations,
  UnusableEntry,
} from '../model/annotation.ts';
import { compareText } from '../model/order.ts';
import type { Sample, WrittenBox } from '../model/sample.ts';
import type { AnnotationIndex } from './annotation-index.ts';
import { maxObjects } from './bounds.ts';
import { fail } from './fail.ts';
import { compileImageFinder } from './image-finder.ts';
import { readRows } from './read-rows.ts';
import { quoteWritten } from './written-values.ts';

export type AnnotationReading = AnnotationOutcome | AnnotationIndex;

export interface AnnotationReadings {
  /** Of the files that samples name, by path. */
  readonly ofLabels: ReadonlyMap<string, AnnotationReading>;
  /** Of the files for many images, in the order of the config. */
  readonly ofIndices: readonly AnnotationReading[];
  /** Of files that no sample uses. */
  readonly ofUnused: readonly AnnotationReading[];
}

export interface CollectedAnnotations {
  /** Those given, with the label of those that a file for many images annotates. */
  readonly samples: readonly Sample[];
  readonly annotations: Annotations;
}

/**
 * Brings annotations to their images. What a sample's own file says goes before the rows of a manifest, and these before
 * a file for many images; of several entries for one image, the first counts.
 * @param listed paths of all files of the dataset
 * @param root the folder of images
 */
export function collectAnnotations(
  samples: readonly Sample[],
  listed: readonly string[],
  root: string,
  readings: AnnotationReadings,
): CollectedAnnotations {
  const byImage = new Map<string, AnnotationOutcome>();
  const orphans: AnnotationOrphan[] = [];
  const unusable: { file: string; entries: readonly UnusableEntry[] }[] = [];
  const findSample = compileImageFinder(
    samples.map(({ id }) => id),
    root,
  );
  const findFile = compileImageFinder(listed, root);

  const useIndex = ({ file, entries, unusable: left }: AnnotationIndex): void => {
    const twice: UnusableEntry[] = [];
    const own = new Set<string>();
    for (const { image, outcome } of entries) {
      const id = findSample(image, file);
      if (id === undefined) {
        if (findFile(image, file) === undefined) orphans.push({ file, image });
      } else if (own.has(id)) twice.push({ detail: `a second entry for image ${quoteWritten(image)}` });
      else {
        own.add(id);
        if (!byImage.has(id)) byImage.set(id, outcome);
      }
    }
    const all = [...left, ...twice.slice(0, maxTwice)];
    if (all.length > 0) unusable.push({ file, entries: all });
  };

  for (const { id, label, boxes = [], location } of samples) {
    const reading = label === undefined ? undefined : readings.ofLabels.get(label);
    if (reading && reading.kind !== 'index') byImage.set(id, reading);
    else if (boxes.length > 0 && location) byImage.set(id, readOwnRows(boxes, location.file));
  }
  // A file that the config names and rows name, too, is one.
  const indices = new Map<string, AnnotationIndex>();
  for (const reading of [...readings.ofIndices, ...readings.ofLabels.values()])
    if (reading.kind === 'index') indices.set(reading.file, reading);
  for (const index of indices.values()) useIndex(index);
  for (const reading of readings.ofUnused)
    if (reading.kind === 'annotation' && reading.objects.length > 0) orphans.push({ file: reading.file });

  return {
    samples: samples.map((sample) => {
      const outcome = byImage.get(sample.id);
      const isOfIndex = sample.label === undefined && sample.boxes === undefined;
      return isOfIndex && outcome ? { ...sample, label: outcome.file } : sample;
    }),
    annotations: {
      byImage,
      failures: readings.ofIndices
        .filter((reading): reading is AnnotationFailure => reading.kind === 'failure')
        .sort(compareFiles),
      unusable: unusable.sort(compareFiles),
      orphans: orphans.sort((a, b) => compareFiles(a, b) || compareText(a.image ?? '', b.image ?? '')),
    },
  };
}

function readOwnRows(boxes: readonly WrittenBox[], file: string): AnnotationOutcome {
  if (boxes.length <= maxObjects) return readRows(boxes, file);
  return fail(file, 'too-large', `${boxes.length} rows for an image; at most ${maxObjects} are read`);
}

/** Second entries that are described. */
const maxTwice = 100;

function compareFiles(a: { readonly file: string }, b: { readonly file: string }): number {
  return compareText(a.file, b.file);
}
