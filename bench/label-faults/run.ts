import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { readCleanSamples } from './clean-data.ts';
import { colorFaults } from './color-faults.ts';
import type { Fault } from './fault.ts';
import { indexFaults } from './index-faults.ts';
import { measureFault, type Measured } from './measure.ts';
import { conflictFaults, controls, emptyFaults, geometryFaults } from './other-faults.ts';
import { shapeFaults } from './shape-faults.ts';
import { writeCleanFiles } from './write-data-set.ts';

// Plants each fault in copies of the clean masks of examples/abdomen-ultrasound and asks the checks. With words on
// the command line, only faults whose name holds one of them, and the page is left as it is.

const groups: readonly (readonly [string, readonly Fault[]])[] = [
  ['Masks by colour', colorFaults],
  ['Masks by index', indexFaults],
  ['Geometry', geometryFaults],
  ['Empty masks', emptyFaults],
  ['Shapes', shapeFaults],
  ['Conflicts', conflictFaults],
  ['Controls', controls],
];
const words = process.argv.slice(2);
const root = resolve(import.meta.dirname, '../..');
const example = join(root, 'examples/abdomen-ultrasound');
const samples = await readCleanSamples(example);
const temporary = await mkdtemp(join(root, 'node_modules/.cache/label-faults-'));
const page: string[] = [];
const all: Measured[] = [];
try {
  const files = await writeCleanFiles(samples, example, join(temporary, 'clean'));
  for (const [title, faults] of groups) {
    const measured: Measured[] = [];
    for (const fault of faults) {
      if (words.length > 0 && !words.some((word) => fault.name.includes(word))) continue;
      const one = await measureFault(fault, samples, files, temporary);
      measured.push(one);
      console.log(formatRow(one), countNames(one.falseFindings));
    }
    all.push(...measured);
    page.push(`## ${title}`, '', ...formatTable(measured), '');
  }
} finally {
  await rm(temporary, { recursive: true });
}
console.log(formatTotal(all));
if (words.length === 0) {
  const path = join(root, 'docs/benchmarks-labels.md');
  writeFileSync(path, await format(formatPage(), { ...(await resolveConfig(path)), parser: 'markdown' }));
}

function formatPage(): string {
  return `# Benchmark of the checks of masks

Written by \`npm run bench:labels\`.

Each fault is planted, with a fixed seed, in some of the ${samples.length} clean masks of examples/abdomen-ultrasound:
in one of four where a mask alone tells it, in all of them where the rest of the dataset does. Found: any finding is
about the sample. Named: one of the messages in the last column is. False findings: about clean samples alone, or of
another message, unless it says what comes of the fault. ${formatTotal(all)}

The example's own palette is the same with red and blue exchanged, so that masks of it cannot show an exchange; the
masks are painted in another palette here. A copy of low quality is missed within a clip, since the search for
near-duplicates takes it for a neighbouring frame, and labels of frames are not compared. The
marks that tell causes apart were set on these masks, so that other
datasets may do worse.

${page.join('\n')}`;
}

function formatTotal(measured: readonly Measured[]): string {
  const sum = (pick: (one: Measured) => number): number =>
    measured.reduce((total, one) => total + (one.fault.named.length > 0 ? pick(one) : 0), 0);
  const [planted, found, named] = [
    sum((one) => one.planted),
    sum((one) => one.found),
    sum((one) => one.named),
  ];
  const falseFindings = measured.reduce((total, one) => total + one.falseFindings.length, 0);
  const share = (part: number): string => (planted === 0 ? '–' : (part / planted).toFixed(4));
  return `In all ${planted} planted, ${found} found (${share(found)}), ${named} named (${share(named)}), ${falseFindings} false findings.`;
}

function formatTable(measured: readonly Measured[]): string[] {
  return [
    '| fault | planted | found | named | false findings | message |',
    '| --- | ---: | ---: | ---: | ---: | --- |',
    ...measured.map(formatRow),
  ];
}

function formatRow({ fault, planted, found, named, falseFindings }: Measured): string {
  const messages = fault.named.map((name) => `\`${name}\``).join(' or ');
  const isControl = fault.named.length === 0;
  const cells = [fault.name, planted, isControl ? '–' : found, isControl ? '–' : named, falseFindings.length];
  return `| ${cells.join(' | ')} | ${messages || 'none'} |`;
}

function countNames(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${count} × ${name}`).join(', ');
}
