import type { LabelsConfig } from '../../model/config.ts';
import type { Rgb } from '../drawing/color-vision.ts';
import { chooseClassColors } from './class-colors.ts';
import type { PlaceColors } from './paint.ts';

/** What the colours of a sheet stand for. */
export interface Legend {
  readonly classes: readonly ClassColor[];
  /** For masks: by place of the palette that they were read with. */
  readonly places: PlaceColors;
}

export interface ClassColor {
  readonly name: string;
  readonly color: Rgb;
  /** The palette's colour, where another is drawn in its place. */
  readonly replaced?: string;
}

/**
 * Colours for the declared classes, in their order, and then for others that labels name.
 * @param maskClasses class of each place of the palette
 * @param names classes that the tiles show
 */
export function makeLegend(
  { classes }: Pick<LabelsConfig, 'classes'>,
  maskClasses: readonly (string | undefined)[],
  names: readonly string[],
): Legend {
  const declared = new Set(classes.map(({ name }) => name));
  const all: readonly { readonly name: string; readonly color?: string }[] = [
    ...classes,
    ...names.filter((name) => !declared.has(name)).map((name) => ({ name })),
  ];
  const colors = chooseClassColors(
    all.map(({ color }) => (color === undefined ? undefined : parseColor(color))),
  );
  const legend = all.map(({ name, color: own }, index): ClassColor => {
    const color = colors[index] ?? [230, 159, 0];
    const isReplaced = own !== undefined && own.toLowerCase() !== formatColor(color);
    return { name, color, ...(isReplaced && { replaced: own }) };
  });
  const byName = new Map(legend.map(({ name, color }) => [name, color]));
  return {
    classes: legend,
    places: maskClasses.map((name) => (name === undefined ? undefined : byName.get(name))),
  };
}

/** `#rrggbb`, lower case. */
export function formatColor(rgb: Rgb): string {
  return `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function parseColor(color: string): Rgb {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
