import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadDataset } from '../../src/entry/load-dataset.ts';
import type { Fact } from '../../src/model/check.ts';
import { draw, seedRandom } from '../near-duplicates/random.ts';
import type { CleanSample } from './clean-data.ts';
import type { Fault } from './fault.ts';
import { listFindings, type NamedFinding } from './list-findings.ts';
import { writeDataSet, type CleanFiles, type WrittenSample } from './write-data-set.ts';

const judged = ['palette', 'values', 'geometry', 'empty', 'shapes', 'conflict', 'class-names'].map(
  (name) => `labels/${name}`,
);
/** Every so many samples are taken, where a fault is told by its mask alone. */
const sparse = 4;

export interface Measured {
  readonly fault: Fault;
  readonly planted: number;
  /** Planted faults of which any finding tells. */
  readonly found: number;
  readonly named: number;
  /** Findings about clean samples alone, or of a message that says neither the fault nor what comes of it. */
  readonly falseFindings: readonly string[];
}

export async function measureFault(
  fault: Fault,
  all: readonly CleanSample[],
  files: CleanFiles,
  temporary: string,
): Promise<Measured> {
  const samples = fault.isRelative ? all : all.filter((_, at) => at % sparse === 0);
  const folder = await mkdtemp(join(temporary, 'data-'));
  try {
    const written = await plant(fault, samples, files);
    const faulty = await writeDataSet(folder, fault.labels, written, files);
    const facts = new Set<Fact>([
      'images',
      'masks',
      ...(fault.isRelative ? ['near-duplicates' as const] : []),
    ]);
    const { dataset } = await loadDataset({ directory: folder, workers: 2 }, () => facts);
    return judge(fault, faulty, listFindings(dataset, judged));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function plant(
  fault: Fault,
  samples: readonly CleanSample[],
  { imagePath }: CleanFiles,
): Promise<WrittenSample[]> {
  const random = seedRandom(2026);
  const fitting = samples.filter((sample) => fault.fits?.(sample) ?? true);
  const chosen = draw(fitting, fault.planted ?? fitting.length, random);
  const planted = new Map<CleanSample, WrittenSample>();
  for (const [turn, sample] of chosen.entries()) {
    const clean = samples.filter((one) => one.subject !== sample.subject && !chosen.includes(one));
    const [other = sample] = draw(clean, 1, random);
    const imageBytes = await readFile(imagePath(sample));
    planted.set(sample, {
      sample,
      planted: await fault.plant({ sample, other, imageBytes, random, turn }),
    });
  }
  return samples.map((sample) => planted.get(sample) ?? { sample });
}

function judge(
  fault: Fault,
  faulty: ReadonlyMap<string, WrittenSample>,
  findings: readonly NamedFinding[],
): Measured {
  const found = new Set<WrittenSample>();
  const named = new Set<WrittenSample>();
  const falseFindings: string[] = [];
  for (const { name, finding } of findings) {
    const about = finding.samples.flatMap((id) => faulty.get(id) ?? []);
    for (const one of about) {
      found.add(one);
      if (fault.named.includes(name)) named.add(one);
    }
    const isExpected = fault.named.includes(name) || (fault.also ?? []).includes(name);
    if (about.length === 0 || !isExpected) falseFindings.push(name);
  }
  return {
    fault,
    planted: new Set(faulty.values()).size,
    found: found.size,
    named: named.size,
    falseFindings,
  };
}
