import type { LabelsConfig } from '../../model/config.ts';
import { sortedUnique } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';

/** Part of the files that must be named so, for the others to be slips. */
const minShare = 0.5;

/**
 * The classes of which files are masks of their own, told by their names: that of an image and that of a class, such
 * as `a_liver.png`. Sorted; empty where less than half of the files are named so.
 */
export function findClassMasks(
  paths: readonly string[],
  samples: readonly Sample[],
  { classes }: Pick<LabelsConfig, 'classes'>,
): readonly string[] {
  const stems = new Set(samples.map(({ id }) => splitName(id).join(' ')));
  const names = classes.map(({ name }) => ({ name, words: splitName(`${name}.`).join(' ') }));
  const found = paths.flatMap((path) => {
    const words = splitName(path).join(' ');
    const named = names.find(({ words: ofClass }) => isImageWith(words, ofClass, stems));
    return named ? [named.name] : [];
  });
  return found.length >= minShare * paths.length ? sortedUnique(found) : [];
}

function isImageWith(words: string, ofClass: string, stems: ReadonlySet<string>): boolean {
  if (ofClass === '') return false;
  return (
    (words.endsWith(` ${ofClass}`) && stems.has(words.slice(0, -ofClass.length - 1))) ||
    (words.startsWith(`${ofClass} `) && stems.has(words.slice(ofClass.length + 1)))
  );
}

/** Words of a file's name without its folder and extension, in lower case. */
function splitName(path: string): string[] {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/u, '');
  return name.toLowerCase().split(/[\s._-]+/u);
}
