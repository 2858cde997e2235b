import { DatasetError, formatLocation } from '../model/errors.ts';
import type { SourceLocation } from '../model/sample.ts';
import type { HeldMemory } from './text-columns.ts';

/** The rows of all manifests of a dataset, and what they take in memory. */
export interface HeldRows extends HeldMemory {
  rows: number;
}

/** Most rows with content, over all manifests of a dataset. */
export const maxRows = 16_000_000;

/** Most memory that their cells take: about twice what ten million rows of six cells need. */
export const maxHeldBytes = 2 * 1024 ** 3;

/**
 * Counts a row.
 * @throws DatasetError naming the row that is one too many
 */
export function checkRowBounds(held: HeldRows, location: SourceLocation): void {
  held.rows++;
  if (held.rows > maxRows) throw refuse(location, `the manifests have more than ${maxRows} rows`);
  if (held.bytes > maxHeldBytes)
    throw refuse(location, `the manifests' cells up to here take more than ${maxHeldBytes} bytes`);
}

function refuse(location: SourceLocation, reason: string): DatasetError {
  return new DatasetError(`${formatLocation(location)}: ${reason}, too many to audit at once.`, {
    hint: 'Name a manifest here, not a data file, or audit parts of the dataset with a config each.',
  });
}
