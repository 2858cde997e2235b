import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { listDataSets } from './data-sets.ts';
import { measureDataSet, type Measured, type Tally } from './measure.ts';
import { transformations } from './transformations.ts';

const [copiesText = '24', maxPicturesText = '300', ...only] = process.argv.slice(2);
const results: Measured[] = [];
for (const set of listDataSets().filter(({ name }) => only.length === 0 || only.includes(name))) {
  const started = performance.now();
  const measured = await measureDataSet(set, Number(copiesText), Number(maxPicturesText));
  results.push(measured);
  console.log(formatSet(measured, (performance.now() - started) / 1000));
}
const page = resolve(import.meta.dirname, '../../docs/benchmarks.md');
if (only.length === 0) {
  mkdirSync(dirname(page), { recursive: true });
  const otherTools = readFileSync(resolve(import.meta.dirname, 'other-tools.md'), 'utf8');
  writeFileSync(page, `${formatPage(results)}\n${otherTools}`);
}

function formatSet(measured: Measured, seconds: number): string {
  const { name, pictures, thresholds, cleanCopies, cleanScenes, cleanFalse, describeMs, tallies } = measured;
  const lines = [
    `${name}: ${pictures} pictures, thresholds ${thresholds.betweenSubjects.toFixed(3)} / ${thresholds.withinSubject.toFixed(3)}, ` +
      `clean: ${cleanCopies.length} copies, ${cleanScenes} scenes, ${cleanFalse ?? '?'} between subjects; describe ${describeMs.toFixed(2)} ms; ${seconds.toFixed(0)} s`,
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

function formatPage(sets: readonly Measured[]): string {
  const rows = transformations.flatMap(({ name, strengths }) =>
    strengths.map((strength) => {
      const cells = sets.map(({ tallies }) => {
        const tally = tallies.find((one) => one.transformation === name && one.strength === strength);
        return tally
          ? `${percent(tally.found, tally.planted)} (${percent(tally.calledCopies, tally.planted)})`
          : '–';
      });
      return `| ${name} | ${strength} | ${cells.join(' | ')} |`;
    }),
  );
  const sum = (of: (tally: Tally) => number) =>
    sets.map(({ tallies }) => tallies.reduce((total, tally) => total + of(tally), 0));
  const found = sum((tally) => tally.found);
  const planted = sum((tally) => tally.planted);
  const falseClusters = sum((tally) => tally.falseClusters);
  return [
    '# Benchmarks',
    '',
    'Written by `tsx bench/near-duplicates/run.ts`.',
    '',
    '## Near-duplicates',
    '',
    'Copies of a seeded sample are planted among clean pictures, one transformation at one strength at a time. A cell is',
    'the share of copies, in per cent, found in a cluster with their original, and in brackets the share called a copy',
    'rather than the same scene. Percentages of a size are of a side; `–`: pictures of two levels cannot be windowed.',
    '',
    `| transformation | strength | ${sets.map(({ name }) => name).join(' | ')} |`,
    `| --- | --- | ${sets.map(() => '---:').join(' | ')} |`,
    ...rows,
    `| **all** | | ${sets.map((_, index) => percent(found[index] ?? 0, planted[index] ?? 1)).join(' | ')} |`,
    `| copies planted | | ${planted.join(' | ')} |`,
    `| false clusters | | ${falseClusters.join(' | ')} |`,
    `| clean pictures | | ${sets.map(({ pictures }) => pictures).join(' | ')} |`,
    `| clean pictures: clusters of copies | | ${sets.map(({ cleanCopies }) => cleanCopies.length).join(' | ')} |`,
    `| clean pictures: clusters of a scene | | ${sets.map(({ cleanScenes }) => cleanScenes).join(' | ')} |`,
    `| clean pictures: clusters between subjects | | ${sets.map(({ cleanFalse }) => cleanFalse ?? '–').join(' | ')} |`,
    '',
    'A false cluster joins planted or clean pictures that were not together before; where subjects are known, only pictures',
    'of different subjects count, clusters of a scene included.',
    '',
  ].join('\n');
}

function percent(part: number, whole: number): string {
  const value = (100 * part) / whole;
  return Number.isInteger(value) ? value.toString() : value.toFixed(1);
}
