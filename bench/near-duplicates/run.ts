import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { drawCtSets } from './ct-sets.ts';
import { listDataSets, type DataSet } from './data-sets.ts';
import { formatPage } from './format-page.ts';
import { listHeldOutSets } from './held-out-sets.ts';
import { measureDataSet, type Measured } from './measure.ts';
import { transformations } from './transformations.ts';
import { windowings } from './windowings.ts';

// Plants copies in the data sets that are there and writes docs/benchmarks.md, unless --only names some of them.
// FOLDER, kept between runs, holds what is drawn and what fetch_photographs.sh has fetched.

const { values: flags } = parseArgs({
  options: {
    copies: { type: 'string', default: '24' },
    pictures: { type: 'string', default: '120' },
    folder: { type: 'string', default: join(tmpdir(), 'holdout-near-duplicates') },
    only: { type: 'string', multiple: true, default: [] },
  },
});

const tuned = await measureAll(listDataSets());
const wide = await measureAll(await drawCtSets(flags.folder));
const heldOut = await measureAll(await listHeldOutSets(flags.folder));
if (flags.only.length === 0) {
  const page = resolve(import.meta.dirname, '../../docs/benchmarks.md');
  const otherTools = readFileSync(resolve(import.meta.dirname, 'other-tools.md'), 'utf8');
  const scale = readFileSync(resolve(import.meta.dirname, 'scale.md'), 'utf8');
  mkdirSync(resolve(page, '..'), { recursive: true });
  const tables = formatPage({ tuned, wide, heldOut, transformations, windowings });
  writeFileSync(page, `${tables}\n${otherTools}\n${scale}`);
}

async function measureAll(sets: readonly DataSet[]): Promise<Measured[]> {
  const results: Measured[] = [];
  for (const set of sets.filter(({ name }) => flags.only.length === 0 || flags.only.includes(name))) {
    const started = process.cpuUsage();
    const measured = await measureDataSet(set, Number(flags.copies), Number(flags.pictures));
    results.push(measured);
    console.log(formatSet(measured, process.cpuUsage(started).user / 1e6));
  }
  return results;
}

function formatSet(measured: Measured, seconds: number): string {
  const { name, pictures, thresholds, cleanCopies, cleanScenes, clean, describeMs, tallies } = measured;
  const found = tallies.reduce((sum, tally) => sum + tally.found, 0);
  const planted = tallies.reduce((sum, tally) => sum + tally.planted, 0);
  const lines = [
    `${name}: ${pictures} pictures, thresholds ${thresholds.betweenSubjects.toFixed(3)} / ${thresholds.withinSubject.toFixed(3)}, ` +
      `clean: ${cleanCopies.length} copies, ${cleanScenes} scenes; of all ${clean.pictures}: ${clean.falseClusters ?? '?'} between subjects; ` +
      `${found}/${planted} found; describe ${describeMs.toFixed(2)} ms; ${seconds.toFixed(0)} CPU s`,
    ...cleanCopies.map((members) => `  ${members.map((file) => basename(file)).join(' ')}`),
  ];
  for (const { transformation, strength, planted, found, calledCopies, falseClusters } of tallies) {
    if (calledCopies === planted && falseClusters === 0) continue;
    lines.push(
      `  ${transformation} ${strength}: ${found}/${planted} found, ${calledCopies} as copies, ${falseClusters} false clusters`,
    );
  }
  return lines.join('\n');
}
