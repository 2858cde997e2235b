import type { AnnotatedObject } from '../../model/annotation.ts';
import type { RawFinding } from '../../model/check.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { AnnotatedImage } from './annotated-images.ts';

const shownObjects = 10;

/** A finding about one image by `messageId`, at its annotation's file and, where it is known, line. */
export function describeImage(
  { sample, annotation: { file } }: Pick<AnnotatedImage, 'sample' | 'annotation'>,
  messageId: string,
  line: number | undefined,
  data: JsonObject,
  evidence: JsonObject,
): RawFinding {
  return {
    key: `${sample.id}@${messageId}`,
    messageId,
    data: { file, image: sample.id, ...data },
    samples: [sample.id],
    location: { file, ...(line !== undefined && { line }) },
    evidence,
  };
}

/** A finding about some of the objects of an image, at least one; nothing for none. */
export function describeObjects(
  image: AnnotatedImage,
  messageId: string,
  objects: readonly AnnotatedObject[],
): RawFinding[] {
  const [first] = objects;
  if (!first) return [];
  const data = { objects: objects.length, name: first.className, box: showBox(first) };
  const evidence = { objects: objects.length, examples: objects.slice(0, shownObjects).map(describeObject) };
  return [describeImage(image, messageId, first.line, data, evidence)];
}

function describeObject(object: AnnotatedObject): Json {
  const { className, line, box } = object;
  return {
    class: className,
    box: [box.xmin, box.ymin, box.xmax, box.ymax],
    ...(line !== undefined && { line }),
  };
}

/** Corners as the file has them: `[181, 329, 181, 329]`; four digits behind the point. */
function showBox({ box: { xmin, ymin, xmax, ymax } }: AnnotatedObject): string {
  return `[${[xmin, ymin, xmax, ymax].map((value) => Number(value.toFixed(4))).join(', ')}]`;
}
