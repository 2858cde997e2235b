import { maxImageFileBytes, maxIndexFileBytes } from '../annotations/bounds.ts';
import {
  collectAnnotations,
  type AnnotationReading,
  type CollectedAnnotations,
} from '../annotations/collect-annotations.ts';
import { fail } from '../annotations/fail.ts';
import { readAnnotationFile } from '../annotations/read-annotation-file.ts';
import { findUnusedFiles } from '../annotations/unused-files.ts';
import type { Config } from '../model/config.ts';
import { DatasetError } from '../model/errors.ts';
import type { FileSource } from '../model/file-source.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Sample } from '../model/sample.ts';

/** Files read at once. */
const concurrency = 32;

/**
 * Reads the annotations of a dataset whose labels are boxes. Files for many images are read in any case, since they
 * say which samples are labelled; those for one image only where `isNeeded`.
 * @throws DatasetError where a file for many images is not there
 */
export async function loadAnnotations(
  { labels, limits, samples: { root } }: Config,
  { samples, sources }: Inventory,
  files: FileSource,
  isNeeded: boolean,
): Promise<CollectedAnnotations | { readonly samples: readonly Sample[] }> {
  const indices = labels.annotations ?? [];
  if (labels.kind !== 'boxes' || (!isNeeded && indices.length === 0)) return { samples };
  const bytesByPath = new Map((await files.list()).files.map(({ path, bytes }) => [path, bytes]));
  const listed = [...bytesByPath.keys()];
  const named = new Set(samples.flatMap(({ label }) => (label === undefined ? [] : [label])));
  const own = isNeeded ? [...named] : [];
  const unused = isNeeded ? findUnusedFiles(listed, named, new Set([...named, ...indices, ...sources])) : [];

  const read = async (file: string, maxBytes: number): Promise<AnnotationReading> => {
    const limit = Math.min(maxBytes, limits.fileBytes);
    const bytes = bytesByPath.get(file);
    if (bytes === undefined)
      throw new DatasetError(`There is no file ${JSON.stringify(file)} in the dataset.`, {
        hint: "labels.annotations is relative to the dataset's directory.",
      });
    if (bytes > limit) return fail(file, 'too-large', `${bytes} bytes; at most ${limit} are read`);
    return readAnnotationFile(file, await files.read(file, limit), labels.classes);
  };
  const readAll = (paths: readonly string[], maxBytes: number): Promise<AnnotationReading[]> =>
    mapBounded(paths, (path) => read(path, maxBytes));

  const ofIndices: AnnotationReading[] = [];
  for (const file of indices) ofIndices.push(await read(file, maxIndexFileBytes));
  const ofOwn = await readAll(own, maxImageFileBytes);
  return collectAnnotations(samples, listed, root, {
    ofIndices,
    ofLabels: new Map(ofOwn.map((reading) => [reading.file, reading])),
    ofUnused: await readAll(unused, maxImageFileBytes),
  });
}

/** The answers in the order of the items, of which a few are worked on at a time. */
async function mapBounded<T, R>(items: readonly T[], map: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (let at = 0; at < items.length; at += concurrency)
    answers.push(...(await Promise.all(items.slice(at, at + concurrency).map(map))));
  return answers;
}
