import leven from 'leven';
import type { RawFinding } from '../../model/check.ts';
import { groupBy } from '../../model/order.ts';
import type { AnnotatedImage } from './annotated-images.ts';

/** One finding for each class that objects name and `declared` does not hold, with the nearest that it does. */
export function findUnknownClasses(
  annotated: readonly AnnotatedImage[],
  declared: readonly string[],
): RawFinding[] {
  const known = new Set(declared);
  const named = annotated.flatMap((image) =>
    image.annotation.objects
      .filter(({ className }) => !known.has(className))
      .map((object) => ({ image, object })),
  );
  return [...groupBy(named, ({ object }) => object.className)].flatMap(([name, members]): RawFinding[] => {
    const [first] = members;
    if (!first) return [];
    const { file } = first.image.annotation;
    const { line } = first.object;
    const samples = [...new Set(members.map(({ image }) => image.sample.id))];
    const nearest = findNearest(name, declared);
    return [
      {
        key: `@class:${name}`,
        messageId: nearest === undefined ? 'unknown-class' : 'misspelled-class',
        data: { name, objects: members.length, images: samples.length, nearest: nearest ?? '' },
        samples,
        location: { file, ...(line !== undefined && { line }) },
        evidence: {
          objects: members.length,
          images: samples.length,
          declared: declared.slice(0, shownNames),
          ...(nearest !== undefined && { nearest }),
        },
      },
    ];
  });
}

const shownNames = 20;
/** Longer names are no slips of the keyboard. */
const longestName = 80;

/** The declared class that is one slip in three letters away at most, letter case aside. */
function findNearest(name: string, declared: readonly string[]): string | undefined {
  if (name.length > longestName) return undefined;
  let nearest: string | undefined;
  let fewest = Math.floor(name.length / 3) + 1;
  for (const candidate of declared) {
    if (candidate.length > longestName) continue;
    const edits = leven(name.toLowerCase(), candidate.toLowerCase());
    if (edits >= fewest) continue;
    fewest = edits;
    nearest = candidate;
  }
  return nearest;
}
