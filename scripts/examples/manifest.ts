import type { PlannedSample } from './example-dataset.ts';

export const manifestColumns = ['file', 'mask', 'subject', 'split', 'domain', 'clip'] as const;

/** Renders the manifest as CSV: a header, then one row a sample. No value needs quoting. */
export function renderManifest(samples: readonly PlannedSample[]): string {
  const rows = samples.map(({ image, mask = '', subject, split, domain, clip }) =>
    [image, mask, subject, split, domain, clip].join(','),
  );
  return [manifestColumns.join(','), ...rows, ''].join('\n');
}

/** Line of the manifest on which the sample at `index` stands, counted from 1, the header being line 1. */
export function manifestLine(index: number): number {
  return index + 2;
}
