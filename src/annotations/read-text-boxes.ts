import type { AnnotatedObject, AnnotationOutcome } from '../model/annotation.ts';
import { maxObjects } from './bounds.ts';
import { encloseOutline } from './enclose-outline.ts';
import { fail } from './fail.ts';
import { UnusableEntries } from './unusable.ts';
import { parseCoordinate, quoteWritten } from './written-values.ts';

interface Line {
  readonly line: number;
  readonly numbers: readonly number[];
}

/**
 * Reads a text of one object a line, whose numbers stand apart by blanks or commas. YOLO: the class's number, then
 * centre x and y, width and height (and a score, in what a model wrote), or at least three points of an outline.
 * Corners (as DeepPCB has them): see `areCorners`. A file without lines says that nothing is to be seen.
 * @param text as `decodeText` gives it
 * @param nameOf the name of a class's number
 */
export function readTextBoxes(
  text: string,
  file: string,
  nameOf: (number: number) => string,
): AnnotationOutcome {
  const written = text.split('\n', maxLines + 1);
  if (written.length > maxLines)
    return fail(file, 'too-large', `more than ${maxLines} lines; no more are read`);
  const unusable = new UnusableEntries();
  const lines = written.flatMap((content, index): Line[] => {
    const cells = content.split(/[\s,]+/).filter((cell) => cell !== '');
    if (cells.length === 0) return [];
    const numbers = cells.map(parseCoordinate);
    const at = numbers.indexOf(undefined);
    if (at < 0) return [{ line: index + 1, numbers: numbers.filter((value) => value !== undefined) }];
    unusable.add(`${quoteWritten(cells[at] ?? '')} is no number`, index + 1);
    return [];
  });
  if (lines.length > maxObjects)
    return fail(file, 'too-large', `${lines.length} objects; at most ${maxObjects} are read`);
  const format = areCorners(lines) ? 'corners' : 'yolo';
  const read = format === 'corners' ? readCorners : readYolo;
  const objects = lines.flatMap(({ numbers, line }): AnnotatedObject[] => {
    const object = read(numbers, nameOf);
    if (typeof object === 'string') unusable.add(object, line);
    return typeof object === 'string' ? [] : [{ ...object, line }];
  });
  const refused = unusable.toList();
  const [first] = refused;
  if (objects.length === 0 && first)
    return fail(file, 'unknown-format', `no line is of YOLO: ${first.detail}`, first.line);
  const unit = format === 'corners' ? 'pixel' : 'share';
  return { kind: 'annotation', file, format, unit, objects, unusable: refused };
}

/** Blank lines do not make a file too large. */
const maxLines = 10 * maxObjects;

/**
 * Whether every line is five whole numbers, not all 0 or 1, and the last column has less to it than the first: the
 * numbers of classes are small, and the first column of YOLO holds them.
 */
function areCorners(lines: readonly Line[]): boolean {
  const largest = (column: number): number =>
    lines.reduce((most, { numbers }) => Math.max(most, numbers[column] ?? 0), 0);
  const areWhole = lines.every(({ numbers }) => numbers.length === 5 && numbers.every(Number.isInteger));
  return areWhole && largest(4) < largest(0) && Math.max(largest(0), largest(1), largest(2), largest(3)) > 1;
}

type Reading = AnnotatedObject | string;

function readCorners(numbers: readonly number[], nameOf: (number: number) => string): Reading {
  const [xmin = 0, ymin = 0, xmax = 0, ymax = 0, number = 0] = numbers;
  return { className: nameOf(number), box: { xmin, ymin, xmax, ymax }, polygons: [], isCrowd: false };
}

function readYolo(numbers: readonly number[], nameOf: (number: number) => string): Reading {
  const [number = 0, x = 0, y = 0, width = 0, height = 0] = numbers;
  const isBox = numbers.length === 5 || numbers.length === 6;
  const isOutline = numbers.length >= 7 && numbers.length % 2 === 1;
  if (!isBox && !isOutline) return `a line of ${numbers.length} numbers`;
  if (!Number.isInteger(number) || number < 0) return `${number} is no number of a class`;
  const className = nameOf(number);
  if (isBox) {
    const box = {
      xmin: x - width / 2,
      ymin: y - height / 2,
      xmax: x + width / 2,
      ymax: y + height / 2,
    };
    return { className, box, polygons: [], isCrowd: false };
  }
  const points = numbers.slice(1);
  return { className, box: encloseOutline(points), polygons: [points], isCrowd: false };
}
