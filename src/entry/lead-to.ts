import { relative, sep } from 'node:path';

/** What leads from one folder to another below it, ending in `/`; nothing where the other is elsewhere. */
export function leadTo(from: string, to: string): string {
  const way = relative(from, to).split(sep);
  return way[0] === '..' || way[0] === '' ? '' : `${way.join('/')}/`;
}
