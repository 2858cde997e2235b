import type { AnnotatedObject, ImageAnnotation, Size } from '../model/annotation.ts';
import type { WrittenBox } from '../model/sample.ts';
import { UnusableEntries } from './unusable.ts';
import { cleanName, parseCoordinate, quoteWritten } from './written-values.ts';

const edges = ['xmin', 'ymin', 'xmax', 'ymax'] as const;

/**
 * What the rows of a manifest say about one image. A row without any edge says that nothing is to be seen. The size is
 * that of the first row that has one; rows with another are told.
 * @param file the manifest, as findings name it; lines are those of its rows
 */
export function readRows(rows: readonly WrittenBox[], file: string): ImageAnnotation {
  const unusable = new UnusableEntries();
  let size: ImageAnnotation['size'];
  const objects = rows.flatMap((row): AnnotatedObject[] => {
    const line = row.location?.file === file ? row.location.line : undefined;
    const extent = readSize(row);
    if (extent && !size) size = { ...extent, ...(line !== undefined && { line }) };
    else if (extent && size && (extent.width !== size.width || extent.height !== size.height))
      unusable.add(
        `a row says ${extent.width} × ${extent.height}, another ${size.width} × ${size.height}`,
        line,
      );
    const object = readObject(row);
    if (typeof object === 'string') unusable.add(object, line);
    if (object === undefined || typeof object === 'string') return [];
    return [{ ...object, ...(line !== undefined && { line }) }];
  });
  return {
    kind: 'annotation',
    file,
    format: 'rows',
    unit: 'pixel',
    ...(size && { size }),
    objects,
    unusable: unusable.toList(),
  };
}

function readSize({ cells }: WrittenBox): Size | undefined {
  const width = parseCoordinate(cells.width ?? '');
  const height = parseCoordinate(cells.height ?? '');
  return width === undefined || height === undefined ? undefined : { width, height };
}

/** The object, what is wrong with it, or nothing for a row without one. */
function readObject({ cells, class: written = '' }: WrittenBox): AnnotatedObject | string | undefined {
  if (edges.every((edge) => cells[edge] === undefined)) return undefined;
  const [xmin, ymin, xmax, ymax] = edges.map((edge) => parseCoordinate(cells[edge] ?? ''));
  if (xmin === undefined || ymin === undefined || xmax === undefined || ymax === undefined) {
    const edge = edges.find((name) => parseCoordinate(cells[name] ?? '') === undefined) ?? 'xmin';
    return `${edge} is ${quoteWritten(cells[edge] ?? '')}`;
  }
  const className = cleanName(written);
  if (className === undefined) return 'a box without a class';
  return { className, box: { xmin, ymin, xmax, ymax }, polygons: [], isCrowd: false };
}
