import type { Chart } from '../model/report.ts';

/** A chart before its spec is made of its kind and data. */
export type Drawing = Omit<Chart, 'spec'>;
