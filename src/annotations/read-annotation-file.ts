import type { AnnotationOutcome } from '../model/annotation.ts';
import type { ClassConfig } from '../model/config.ts';
import type { AnnotationIndex } from './annotation-index.ts';
import { compileClassNames } from './class-names.ts';
import { decodeText } from './decode-text.ts';
import { fail } from './fail.ts';
import { readJson } from './read-json.ts';
import { readTextBoxes } from './read-text-boxes.ts';
import { readVoc } from './read-voc.ts';

/** Extensions of annotation files, in lower case. */
export const annotationExtensions = ['.xml', '.json', '.txt'] as const;

/** The extension of a path with its dot, in lower case; '' where the name has none. */
export function extensionOf(path: string): string {
  return /[^/](?<extension>\.[^./]+)$/.exec(path)?.groups?.['extension']?.toLowerCase() ?? '';
}

/**
 * Reads an annotation file, whose extension tells the format: `.xml` is Pascal VOC, `.txt` YOLO or corners, `.json`
 * COCO or LabelMe. Whatever the bytes are, it answers.
 * @param classes those of the config, which name the numbers of text files
 */
export function readAnnotationFile(
  file: string,
  bytes: Uint8Array,
  classes: readonly ClassConfig[],
): AnnotationOutcome | AnnotationIndex {
  const text = decodeText(bytes);
  if (text.startsWith('version https://git-lfs.github.com/spec/'))
    return fail(file, 'pointer', 'a Git LFS pointer, not the annotation');
  switch (extensionOf(file)) {
    case '.xml':
      return readVoc(text, file);
    case '.json':
      return readJson(text, file);
    case '.txt':
      return readTextBoxes(text, file, compileClassNames(classes));
    default:
      return fail(file, 'unknown-format', `its extension is none of ${annotationExtensions.join(', ')}`);
  }
}
