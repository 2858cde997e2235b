import { existsSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { loadDataset } from '../../src/entry/load-dataset.ts';
import { listFindings, type NamedFinding } from '../label-faults/list-findings.ts';
import { draw, seedRandom } from '../near-duplicates/random.ts';
import { readCleanPictures } from './clean-pictures.ts';
import { boxFaults, type BoxFault } from './faults.ts';
import { writeDataSet, type Format, type Written } from './write-data-set.ts';

// Plants each fault in 30 of the annotated pictures of ../shared/data/bccd, in each format that can hold it, and asks
// the checks.

const planted = 30;
const judged = ['boxes', 'doubtful-boxes', 'annotations', 'class-names'].map((name) => `labels/${name}`);
const root = resolve(import.meta.dirname, '../..');
const source = resolve(root, '../shared/data/bccd');
if (!existsSync(source)) throw new Error(`there is no folder ${source}`);
const pictures = readCleanPictures(source);
await mkdir(join(root, 'node_modules/.cache'), { recursive: true });
const temporary = await mkdtemp(join(root, 'node_modules/.cache/box-faults-'));

interface Measured {
  readonly fault: BoxFault;
  readonly format: Format;
  readonly found: number;
  readonly named: number;
  readonly falseFindings: readonly string[];
}

const measured: Measured[] = [];
try {
  for (const fault of boxFaults)
    for (const one of fault.formats) {
      const result = await measureFault(fault, one);
      measured.push(result);
      console.log(formatRow(result), result.falseFindings.join(', '));
    }
} finally {
  await rm(temporary, { recursive: true });
}
const path = join(root, 'docs/benchmarks-boxes.md');
writeFileSync(path, await format(formatPage(), { ...(await resolveConfig(path)), parser: 'markdown' }));

async function measureFault(fault: BoxFault, one: Format): Promise<Measured> {
  const random = seedRandom(2026);
  const chosen = new Set(
    draw(
      pictures.filter(({ boxes }) => boxes.length > 0),
      planted,
      random,
    ),
  );
  const written = pictures.map((picture): Written => ({
    picture,
    ...(chosen.has(picture) && fault.plant(picture, random)),
  }));
  const folder = await mkdtemp(join(temporary, 'data-'));
  await writeDataSet(folder, one, written, join(source, 'JPEGImages'));
  const facts = new Set(['images', 'annotations'] as const);
  const { dataset } = await loadDataset({ directory: folder, workers: 2 }, () => facts);
  await rm(folder, { recursive: true });
  const faulty = new Set([...chosen].map(({ stem }) => `images/${stem}.jpg`));
  return { fault, format: one, ...judge(fault, faulty, listFindings(dataset, judged)) };
}

function judge(
  fault: BoxFault,
  faulty: ReadonlySet<string>,
  findings: readonly NamedFinding[],
): Pick<Measured, 'found' | 'named' | 'falseFindings'> {
  const found = new Set<string>();
  const named = new Set<string>();
  const falseFindings: string[] = [];
  let counted = 0;
  for (const { name, finding } of findings) {
    const isNamed = name === fault.named;
    const about = finding.samples.filter((id) => faulty.has(id));
    if (isNamed && fault.countedAs) counted += Number(finding.evidence[fault.countedAs]);
    for (const id of about) {
      found.add(id);
      if (isNamed) named.add(id);
    }
    const isExpected = isNamed || (fault.also ?? []).includes(name);
    if (!isExpected || about.length < finding.samples.length) falseFindings.push(name);
  }
  return fault.countedAs
    ? { found: counted, named: counted, falseFindings }
    : { found: found.size, named: named.size, falseFindings };
}

function formatRow({ fault, format: one, found, named, falseFindings }: Measured): string {
  const counts = fault.named === undefined ? ['–', '–', '–'] : [planted, found, named];
  const message = fault.named === undefined ? 'none' : `\`${fault.named}\``;
  return `| ${[fault.name, one, ...counts, falseFindings.length, message].join(' | ')} |`;
}

function formatPage(): string {
  const faults = measured.filter(({ fault }) => fault.named !== undefined);
  const sum = (pick: (one: Measured) => number): number =>
    faults.reduce((total, one) => total + pick(one), 0);
  const total = faults.length * planted;
  const share = (part: number): string => (part / total).toFixed(4);
  const falseFindings = measured.reduce((count, one) => count + one.falseFindings.length, 0);
  const boxes = pictures.reduce((count, picture) => count + picture.boxes.length, 0);
  return `# Benchmark of the checks of boxes

Written by \`npm run bench:boxes\`.

Each fault is planted, with a fixed seed, in the annotations of ${planted} of the ${pictures.length} pictures of BCCD (${boxes} boxes, without
its two that have no area), written as Pascal VOC, COCO and YOLO where the format can hold it. Found: any finding
is about the picture, or counts it. Named: one of the message in the last column is. False findings: about a clean
picture, or of another message, unless it says what comes of the fault. In all ${total} planted, ${sum(({ found }) => found)} found
(${share(sum(({ found }) => found))}), ${sum(({ named }) => named)} named (${share(sum(({ named }) => named))}), ${falseFindings} false findings.

| fault | format | planted | found | named | false findings | message |
| --- | --- | ---: | ---: | ---: | ---: | --- |
${measured.map(formatRow).join('\n')}
`;
}
