import type { ClassConfig } from '../model/config.ts';

/**
 * A function that names the class of a number. The number is the class's `index` where classes have one, and
 * otherwise its place in the list, from 0. A number of no class is its own name.
 */
export function compileClassNames(classes: readonly ClassConfig[]): (number: number) => string {
  const hasIndices = classes.some(({ index }) => index !== undefined);
  const names = new Map(
    classes.flatMap(({ name, index }, place): [number, string][] => {
      const number = hasIndices ? index : place;
      return number === undefined ? [] : [[number, name]];
    }),
  );
  return (number) => names.get(number) ?? String(number);
}
