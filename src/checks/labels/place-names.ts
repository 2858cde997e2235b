import type { Dataset } from '../../model/dataset.ts';

/** What a place of the palette is called: its class, `background` or `ignored`. */
export function namePlace({ maskClasses }: Pick<Dataset, 'maskClasses'>, place: number): string {
  return maskClasses[place] ?? (place === 0 ? 'background' : 'ignored');
}
