import type { AnnotatedObject, AnnotationOutcome, Box, RunLengths, Size } from '../model/annotation.ts';
import type { AnnotationIndex } from './annotation-index.ts';
import { maxObjects } from './bounds.ts';
import { fail } from './fail.ts';
import { listOf, textOf, valueOf } from './json-values.ts';
import { readRunLengths } from './run-lengths.ts';
import { UnusableEntries } from './unusable.ts';
import { boundCoordinate, cleanName } from './written-values.ts';

interface ImageEntry {
  readonly name: string;
  readonly size: Size | undefined;
  readonly objects: AnnotatedObject[];
  readonly unusable: UnusableEntries;
  /** All that name the image, the unusable ones included. */
  count: number;
}

/**
 * Reads COCO: `images`, `annotations` and `categories`, tied by ids. An image without annotations is annotated with
 * nothing. Of two images with one id, the second is not used.
 * @param content a parsed JSON text that has `images`
 */
export function readCoco(content: unknown, file: string): AnnotationIndex {
  const unusable = new UnusableEntries();
  const images = collectImages(content, unusable);
  const names = collectNames(content, unusable);
  for (const [place, annotation] of (listOf(content, 'annotations') ?? []).entries()) {
    const id = readId(annotation, 'image_id');
    const image = id === undefined ? undefined : images.get(id);
    if (!image) {
      unusable.add(`${nameEntry(annotation, place)} is of image ${String(id ?? 'none')}, which is not there`);
      continue;
    }
    image.count++;
    // Beyond, the image is given up: what it holds need not be kept.
    if (image.count > maxObjects) image.objects.length = 0;
    else readObject(annotation, place, names, image);
  }
  return {
    kind: 'index',
    file,
    entries: [...images.values()].map((image) => ({ image: image.name, outcome: describe(image, file) })),
    unusable: unusable.toList(),
  };
}

function describe({ size, objects, unusable, count }: ImageEntry, file: string): AnnotationOutcome {
  if (count > maxObjects)
    return fail(file, 'too-large', `${count} objects in an image; at most ${maxObjects} are read`);
  return {
    kind: 'annotation',
    file,
    format: 'coco',
    unit: 'pixel',
    ...(size && { size }),
    objects,
    unusable: unusable.toList(),
  };
}

function collectImages(content: unknown, unusable: UnusableEntries): Map<string | number, ImageEntry> {
  const images = new Map<string | number, ImageEntry>();
  for (const [place, entry] of (listOf(content, 'images') ?? []).entries()) {
    const id = readId(entry, 'id');
    const name = textOf(entry, 'file_name');
    if (id === undefined || name === undefined || name === '')
      unusable.add(`entry ${place} of images has no ${id === undefined ? 'id' : 'file_name'}`);
    else if (images.has(id)) unusable.add(`two images have the id ${String(id)}`);
    else
      images.set(id, { name, size: readSize(entry), objects: [], unusable: new UnusableEntries(), count: 0 });
  }
  return images;
}

function readSize(entry: unknown): Size | undefined {
  const width = boundCoordinate(valueOf(entry, 'width'));
  const height = boundCoordinate(valueOf(entry, 'height'));
  return width === undefined || height === undefined ? undefined : { width, height };
}

function collectNames(content: unknown, unusable: UnusableEntries): Map<string | number, string> {
  const names = new Map<string | number, string>();
  for (const [place, category] of (listOf(content, 'categories') ?? []).entries()) {
    const id = readId(category, 'id');
    const name = cleanName(textOf(category, 'name') ?? '');
    if (id === undefined || name === undefined)
      unusable.add(`entry ${place} of categories has no ${id === undefined ? 'id' : 'name'}`);
    else if (names.has(id)) unusable.add(`two categories have the id ${String(id)}`);
    else names.set(id, name);
  }
  return names;
}

const maxIdLength = 100;

function readId(entry: unknown, key: string): string | number | undefined {
  const id = valueOf(entry, key);
  if (typeof id === 'string') return id.length <= maxIdLength ? id : undefined;
  return typeof id === 'number' && Number.isFinite(id) ? id : undefined;
}

/** `annotation 17` by its id, or by its place in the list. */
function nameEntry(annotation: unknown, place: number): string {
  const id = readId(annotation, 'id');
  return id === undefined ? `entry ${place} of annotations` : `annotation ${String(id)}`;
}

function readObject(
  annotation: unknown,
  place: number,
  names: ReadonlyMap<string | number, string>,
  { objects, unusable }: ImageEntry,
): void {
  const category = readId(annotation, 'category_id');
  const className = category === undefined ? undefined : names.get(category);
  const box = readBox(annotation);
  const name = nameEntry(annotation, place);
  if (className === undefined)
    unusable.add(`${name} is of category ${String(category ?? 'none')}, which is not there`);
  else if (box === undefined) unusable.add(`${name} has no bbox of four numbers`);
  else {
    const shape = readSegmentation(valueOf(annotation, 'segmentation'));
    if (!shape) unusable.add(`${name} has a segmentation that is neither outlines nor runs`);
    const crowd = valueOf(annotation, 'iscrowd');
    objects.push({ className, box, polygons: [], ...shape, isCrowd: crowd === 1 || crowd === true });
  }
}

function readBox(annotation: unknown): Box | undefined {
  const [xmin, ymin, width, height, ...more] = (listOf(annotation, 'bbox') ?? []).map(boundCoordinate);
  if (xmin === undefined || ymin === undefined || width === undefined || height === undefined)
    return undefined;
  return more.length > 0 ? undefined : { xmin, ymin, xmax: xmin + width, ymax: ymin + height };
}

interface Shape {
  readonly polygons: readonly (readonly number[])[];
  readonly runLengths?: RunLengths;
}

/** Undefined for what is no segmentation; none at all is one without anything in it. */
function readSegmentation(segmentation: unknown): Shape | undefined {
  if (segmentation === undefined || segmentation === null) return { polygons: [] };
  if (!Array.isArray(segmentation)) {
    const runLengths = readRunLengths(segmentation);
    return runLengths && { polygons: [], runLengths };
  }
  return segmentation.every(isOutline) ? { polygons: segmentation } : undefined;
}

function isOutline(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((part) => boundCoordinate(part) !== undefined);
}
