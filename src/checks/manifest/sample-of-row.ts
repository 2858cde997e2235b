import { formatLocation } from '../../model/errors.ts';
import type { Sample, SourceLocation } from '../../model/sample.ts';

/** A function that gives the id of the sample that a row declares; nothing where the row declares none. */
export function indexRows(samples: readonly Sample[]): (location: SourceLocation | undefined) => string[] {
  const byRow = new Map<string, string>();
  for (const { id, location } of samples) if (location) byRow.set(formatLocation(location), id);
  return (location) => {
    const id = location && byRow.get(formatLocation(location));
    return id === undefined ? [] : [id];
  };
}
