import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DataSet } from './data-sets.ts';
import { drawChestSlice } from './simulate-ct.ts';
import { windowings } from './windowings.ts';

const bodies = 40;
const slicesOfBody = 3;

/** Simulated slices of 12 bits in 16-bit PNGs, whose copies are what viewers show of them in 8 bits. */
export async function drawCtSets(folder: string): Promise<DataSet[]> {
  const own = join(folder, 'ct');
  mkdirSync(own, { recursive: true });
  const files: string[] = [];
  for (let body = 0; body < bodies; body++) {
    for (let slice = 0; slice < slicesOfBody; slice++) {
      const file = join(own, `body${body}_${slice}.png`);
      if (!existsSync(file)) writeFileSync(file, await drawChestSlice(body, 4 * slice));
      files.push(file);
    }
  }
  const subjectOf = (file: string): string => basename(file).split('_')[0] ?? file;
  return [{ name: 'CT, 16 bits', files, subjectOf, transformations: windowings }];
}
