import type { AnnotationOutcome } from '../model/annotation.ts';
import type { AnnotationIndex } from './annotation-index.ts';
import { fail } from './fail.ts';
import { listOf } from './json-values.ts';
import { compileLineOf } from './line-of.ts';
import { readCoco } from './read-coco.ts';
import { readLabelMe } from './read-labelme.ts';

/**
 * Reads a JSON annotation: COCO, which has `images`, or LabelMe, which has `shapes`. Of a key that stands twice, the
 * last counts, as in every usual reader.
 * @param text as `decodeText` gives it
 */
export function readJson(text: string, file: string): AnnotationOutcome | AnnotationIndex {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return fail(file, 'malformed', 'it is no valid JSON', findErrorLine(error, text));
  }
  if (listOf(content, 'images')) return readCoco(content, file);
  if (listOf(content, 'shapes')) return readLabelMe(content, file);
  return fail(file, 'unknown-format', 'it has neither the "images" of COCO nor the "shapes" of LabelMe');
}

/** The line of a syntax error, where the engine says its position or the text ends too early. */
function findErrorLine(error: unknown, text: string): number | undefined {
  const message = error instanceof Error ? error.message : '';
  const position = /at position (?<position>\d+)/.exec(message)?.groups?.['position'];
  if (position !== undefined) return compileLineOf(text)(Number(position));
  return message.includes('end of JSON input') ? compileLineOf(text)(text.length) : undefined;
}
