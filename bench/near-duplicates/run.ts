import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { listDataSets } from './data-sets.ts';
import { measureDataSet, type Measured } from './measure.ts';

const [copiesText = '30', maxPicturesText = '400', only = ''] = process.argv.slice(2);
const results: Measured[] = [];
for (const set of listDataSets().filter(({ name }) => name.includes(only))) {
  const started = performance.now();
  const measured = await measureDataSet(set, Number(copiesText), Number(maxPicturesText));
  results.push(measured);
  console.log(formatSet(measured, (performance.now() - started) / 1000));
}
const page = resolve(import.meta.dirname, '../../docs/benchmarks.md');
if (only === '') {
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, formatPage(results));
}

function formatSet(measured: Measured, seconds: number): string {
  const { name, pictures, thresholds, cleanCopies, cleanScenes, describeMs, tallies } = measured;
  const lines = [
    `${name}: ${pictures} pictures, thresholds ${thresholds.betweenSubjects.toFixed(3)} / ${thresholds.withinSubject.toFixed(3)}, ` +
      `clean: ${cleanCopies.length} copies, ${cleanScenes} scenes; describe ${describeMs.toFixed(2)} ms; ${seconds.toFixed(0)} s`,
    ...cleanCopies.map((members) => `  ${members.map((file) => basename(file)).join(' ')}`).slice(0, 20),
  ];
  for (const { transformation, strength, planted, found, foundAsScene, falseClusters } of tallies) {
    if (found === planted && falseClusters === 0) continue;
    lines.push(
      `  ${transformation} ${strength}: ${found}/${planted} (+${foundAsScene} as scene), ${falseClusters} false clusters`,
    );
  }
  return lines.join('\n');
}

function formatPage(sets: readonly Measured[]): string {
  const first = sets[0]?.tallies ?? [];
  const rows = first.map(({ transformation, strength }, index) => {
    const cells = sets.map(({ tallies }) => {
      const tally = tallies[index];
      return tally ? `${((100 * tally.found) / tally.planted).toFixed(0)}` : '';
    });
    return `| ${transformation} | ${strength} | ${cells.join(' | ')} |`;
  });
  return [
    '# Benchmarks',
    '',
    'Written by `tsx bench/near-duplicates/run.ts`.',
    '',
    '## Near-duplicates: recall in per cent',
    '',
    `| transformation | strength | ${sets.map(({ name }) => name).join(' | ')} |`,
    `| --- | --- | ${sets.map(() => '---:').join(' | ')} |`,
    ...rows,
    '',
  ].join('\n');
}
