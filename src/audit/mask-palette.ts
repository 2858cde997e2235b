import type { LabelsConfig } from '../model/config.ts';
import type { MaskPalette } from '../model/fingerprint.ts';

/** How masks are read, and the class of each entry: undefined for the background and for ignored values. */
export interface MaskReading {
  readonly palette: MaskPalette;
  readonly classes: readonly (string | undefined)[];
}

/** Background first, then the classes in their order, then ignored values. Undefined where labels are no masks. */
export function readMasksBy({ kind, classes, background, ignore }: LabelsConfig): MaskReading | undefined {
  if (kind !== 'mask') return undefined;
  const names = [undefined, ...classes.map(({ name }) => name), ...ignore.map(() => undefined)];
  if (classes.some(({ color }) => color !== undefined)) {
    const colors = [background.color, ...classes.map(({ color = '' }) => color), ...ignore.map(String)];
    return { palette: { kind: 'color', colors: colors.map(parseColor) }, classes: names };
  }
  const indices = [background.index, ...classes.map(({ index = -1 }) => index), ...ignore.map(Number)];
  return { palette: { kind: 'index', indices }, classes: names };
}

/** `#rrggbb`, as the config's schema has checked it. */
function parseColor(color: string): [red: number, green: number, blue: number] {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
