import { parseXml, XmlElement, XmlError } from '@rgrove/parse-xml';
import type { AnnotatedObject, AnnotationOutcome, Box, Size } from '../model/annotation.ts';
import { maxDepth, maxObjects } from './bounds.ts';
import { fail } from './fail.ts';
import { compileLineOf } from './line-of.ts';
import { UnusableEntries } from './unusable.ts';
import { cleanName, parseCoordinate, quoteWritten } from './written-values.ts';

/**
 * Reads a Pascal VOC annotation. The parser knows no entities but the five of XML, so that none that the file
 * defines is ever expanded, and opens nothing.
 * @param text as `decodeText` gives it
 */
export function readVoc(text: string, file: string): AnnotationOutcome {
  const root = parseRoot(text, file);
  if (!(root instanceof XmlElement)) return root;
  if (root.name !== 'annotation')
    return fail(
      file,
      'unknown-format',
      `the root is ${quoteWritten(root.name)}; in Pascal VOC it is "annotation"`,
      1,
    );
  const marked = childrenOf(root, 'object');
  if (marked.length > maxObjects)
    return fail(file, 'too-large', `${marked.length} objects; at most ${maxObjects} are read`);
  const lineOf = compileLineOf(text);
  const unusable = new UnusableEntries();
  const objects = marked.flatMap((element): AnnotatedObject[] => {
    const line = lineOf(element.start);
    const object = readObject(element);
    if (typeof object === 'string') unusable.add(object, line);
    return typeof object === 'string' ? [] : [{ ...object, line }];
  });
  const size = childrenOf(root, 'size')[0];
  const extent = size && readSize(size);
  return {
    kind: 'annotation',
    file,
    format: 'voc',
    unit: 'pixel',
    ...(size && extent && { size: { ...extent, line: lineOf(size.start) } }),
    objects,
    unusable: unusable.toList(),
  };
}

function parseRoot(text: string, file: string): XmlElement | AnnotationOutcome {
  const tooDeep = fail(file, 'malformed', `elements lie more than ${maxDepth} levels deep`);
  try {
    const { root } = parseXml(text, { includeOffsets: true });
    if (!root) return fail(file, 'malformed', 'there is no element');
    return isDeeper(root, maxDepth) ? tooDeep : root;
  } catch (error) {
    // The parser goes down a level in a call of its own: what exhausts the stack is deeper than any limit.
    if (error instanceof RangeError) return tooDeep;
    if (!(error instanceof XmlError)) throw error;
    const [reason = ''] = error.message.split(' (line ', 1);
    return fail(file, 'malformed', reason.split('\n', 1).join(''), error.line);
  }
}

function isDeeper(root: XmlElement, levels: number): boolean {
  let level = [root];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > levels) return true;
    level = level.flatMap(({ children }) => children.filter((child) => child instanceof XmlElement));
  }
  return false;
}

function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children
    .filter((child) => child instanceof XmlElement)
    .filter((child) => child.name === name);
}

/** The text of the first child of that name. */
function textOf(element: XmlElement, name: string): string | undefined {
  return childrenOf(element, name)[0]?.text;
}

function readSize(size: XmlElement): Size | undefined {
  const width = parseCoordinate(textOf(size, 'width') ?? '');
  const height = parseCoordinate(textOf(size, 'height') ?? '');
  return width === undefined || height === undefined ? undefined : { width, height };
}

/** The object, or what is wrong with it. */
function readObject(element: XmlElement): AnnotatedObject | string {
  const className = cleanName(textOf(element, 'name') ?? '');
  if (className === undefined) return 'an object without a name';
  const [bounds] = childrenOf(element, 'bndbox');
  if (!bounds) return `an object ${quoteWritten(className)} without a box`;
  const box: Partial<Record<keyof Box, number>> = {};
  for (const corner of ['xmin', 'ymin', 'xmax', 'ymax'] as const) {
    const written = textOf(bounds, corner);
    if (written === undefined) return `a box without ${corner}`;
    const value = parseCoordinate(written);
    if (value === undefined) return `${corner} is ${quoteWritten(written)}`;
    box[corner] = value;
  }
  const { xmin = 0, ymin = 0, xmax = 0, ymax = 0 } = box;
  return { className, box: { xmin, ymin, xmax, ymax }, polygons: [], isCrowd: false };
}
