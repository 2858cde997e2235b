import type { AnnotatedObject, AnnotationOutcome, Size } from '../model/annotation.ts';
import { maxObjects } from './bounds.ts';
import { encloseOutline } from './enclose-outline.ts';
import { fail } from './fail.ts';
import { listOf, textOf, valueOf } from './json-values.ts';
import { UnusableEntries } from './unusable.ts';
import { boundCoordinate, cleanName, quoteWritten } from './written-values.ts';

/**
 * Reads LabelMe: rectangles (two corners, whichever they are, as LabelMe itself takes them) and polygons. Points,
 * lines and circles mark no box and are left out.
 * @param content a parsed JSON text that has `shapes`
 */
export function readLabelMe(content: unknown, file: string): AnnotationOutcome {
  const shapes = listOf(content, 'shapes') ?? [];
  if (shapes.length > maxObjects)
    return fail(file, 'too-large', `${shapes.length} shapes; at most ${maxObjects} are read`);
  const unusable = new UnusableEntries();
  const objects = shapes.flatMap((shape, place): AnnotatedObject[] => {
    const object = readShape(shape);
    if (typeof object === 'string') unusable.add(`shape ${place} ${object}`);
    return object === undefined || typeof object === 'string' ? [] : [object];
  });
  const size = readSize(content);
  return {
    kind: 'annotation',
    file,
    format: 'labelme',
    unit: 'pixel',
    ...(size && { size }),
    objects,
    unusable: unusable.toList(),
  };
}

function readSize(content: unknown): Size | undefined {
  const width = boundCoordinate(valueOf(content, 'imageWidth'));
  const height = boundCoordinate(valueOf(content, 'imageHeight'));
  return width === undefined || height === undefined ? undefined : { width, height };
}

/** The object, what is wrong with it, or nothing for a shape that is none. */
function readShape(shape: unknown): AnnotatedObject | string | undefined {
  const kind = textOf(shape, 'shape_type') ?? 'polygon';
  if (kind !== 'rectangle' && kind !== 'polygon') return undefined;
  const className = cleanName(textOf(shape, 'label') ?? '');
  if (className === undefined) return 'has no label';
  const points = readPoints(shape);
  if (!points) return `(${quoteWritten(className)}) has points that are no pairs of numbers`;
  if (kind === 'rectangle' && points.length !== 4)
    return `(${quoteWritten(className)}) is a rectangle of ${points.length / 2} points`;
  if (points.length === 0) return `(${quoteWritten(className)}) has no points`;
  const polygons = kind === 'polygon' ? [points] : [];
  return { className, box: encloseOutline(points), polygons, isCrowd: false };
}

function readPoints(shape: unknown): number[] | undefined {
  const points = listOf(shape, 'points') ?? [];
  const flat: number[] = [];
  for (const point of points) {
    if (!Array.isArray(point) || point.length !== 2) return undefined;
    for (const part of point) {
      const value = boundCoordinate(part);
      if (value === undefined) return undefined;
      flat.push(value);
    }
  }
  return flat;
}
