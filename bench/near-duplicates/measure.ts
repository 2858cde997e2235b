import { readFileSync } from 'node:fs';
import {
  findNearDuplicates,
  type DescribedPicture,
} from '../../src/fingerprint/near-duplicates/find-near-duplicates.ts';
import { describePicture } from '../../src/fingerprint/near-duplicates/picture-description.ts';
import type { DataSet } from './data-sets.ts';
import { draw, seedRandom } from './random.ts';
import { readPage } from './read-page.ts';
import { transformations } from './transformations.ts';

/** What was found of one transformation at one strength. */
export interface Tally {
  readonly transformation: string;
  readonly strength: string;
  readonly planted: number;
  readonly found: number;
  /** Clusters of planted copies that hold a picture of another subject or another original. */
  readonly falseClusters: number;
  readonly foundAsScene: number;
}

export interface Measured {
  readonly name: string;
  readonly pictures: number;
  /** Clusters among the clean pictures. */
  readonly cleanCopies: readonly (readonly string[])[];
  readonly cleanScenes: number;
  readonly thresholds: { readonly betweenSubjects: number; readonly withinSubject: number };
  readonly describeMs: number;
  readonly tallies: readonly Tally[];
}

/** Plants copies of a seeded sample in a data set, one transformation at one strength at a time. */
export async function measureDataSet(set: DataSet, copies: number, maxPictures: number): Promise<Measured> {
  const random = seedRandom(20_240_607);
  const files = draw(set.files, maxPictures, random);
  let describeMs = 0;
  const describe = async (bytes: Buffer) => {
    const page = await readPage(bytes);
    const started = performance.now();
    const description = describePicture(page);
    describeMs += performance.now() - started;
    return description;
  };
  const clean: DescribedPicture[] = [];
  for (const file of files) {
    const subject = set.subjectOf?.(file);
    clean.push({
      id: file,
      description: await describe(readFileSync(file)),
      ...(subject !== undefined && { subject }),
    });
  }
  const cleanMs = describeMs / clean.length;
  const before = findNearDuplicates(clean);
  const cleanPairs = new Set(before.clusters.flatMap(({ members }) => pairsOf(members)));
  const sources = draw(files, copies, random);
  const tallies: Tally[] = [];
  for (const { name, strengths, apply } of transformations) {
    for (const [strength, label] of strengths.entries()) {
      const planted: DescribedPicture[] = [];
      for (const file of sources) {
        const description = await describe(await apply(readFileSync(file), strength, random));
        // A copy that has lost its subject, as copies do.
        planted.push({ id: `copy:${file}`, description });
      }
      const { clusters } = findNearDuplicates([...clean, ...planted]);
      const isTogether = (file: string, kind?: string) =>
        clusters.some(
          (cluster) =>
            (kind === undefined || cluster.kind === kind) &&
            cluster.members.includes(file) &&
            cluster.members.includes(`copy:${file}`),
        );
      const found = sources.filter((file) => isTogether(file, 'copy')).length;
      tallies.push({
        transformation: name,
        strength: label,
        planted: sources.length,
        found,
        foundAsScene: sources.filter((file) => isTogether(file) && !isTogether(file, 'copy')).length,
        falseClusters: clusters.filter(
          ({ kind, members }) =>
            kind === 'copy' &&
            pairsOf([...new Set(members.map((id) => id.replace(/^copy:/u, '')))]).some(
              (pair) => !cleanPairs.has(pair),
            ),
        ).length,
      });
    }
  }
  return {
    name: set.name,
    pictures: clean.length,
    cleanCopies: before.clusters.filter(({ kind }) => kind === 'copy').map(({ members }) => members),
    cleanScenes: before.clusters.filter(({ kind }) => kind === 'same-scene').length,
    thresholds: before.thresholds,
    describeMs: cleanMs,
    tallies,
  };
}

function pairsOf(members: readonly string[]): string[] {
  const sorted = [...members].sort();
  return sorted.flatMap((a, index) => sorted.slice(index + 1).map((b) => `${a}\n${b}`));
}
