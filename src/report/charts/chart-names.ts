import type { Chart } from '../../model/report.ts';

/** A chart's picture for a white and for a dark page. */
export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const plainId = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const maxIdLength = 60;

/**
 * What the file of a chart's picture is called, such as `composition-dark.png`.
 * @returns undefined for a chart whose id cannot stand in a file's name: none of ours
 */
export function nameChartPicture(
  { id }: Pick<Chart, 'id'>,
  theme: Theme,
  format: 'png' | 'svg',
): string | undefined {
  return plainId.test(id) && id.length <= maxIdLength ? `${id}-${theme}.${format}` : undefined;
}
