import { readFileSync } from 'node:fs';
import {
  findNearDuplicates,
  type DescribedPicture,
} from '../../src/fingerprint/near-duplicates/find-near-duplicates.ts';
import { describePicture } from '../../src/fingerprint/near-duplicates/description/picture-description.ts';
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
  /** Of those found, how many are called copies rather than the same scene. */
  readonly calledCopies: number;
  /** Clusters that join what was not together before: of copies, and of a scene where subjects are known. */
  readonly falseClusters: number;
}

export interface Measured {
  readonly name: string;
  readonly pictures: number;
  /** Clusters of copies among the clean pictures. */
  readonly cleanCopies: readonly (readonly string[])[];
  readonly cleanScenes: number;
  /** What was found among all clean pictures, more than those that copies are planted in. */
  readonly clean: CleanSearch;
  readonly thresholds: { readonly betweenSubjects: number; readonly withinSubject: number };
  readonly describeMs: number;
  readonly tallies: readonly Tally[];
}

export interface CleanSearch {
  readonly pictures: number;
  /** Those that the clean pictures show, where known. */
  readonly subjects: number | undefined;
  /** Clusters of pictures of different subjects; where no subjects are known, clusters have to be looked at. */
  readonly falseClusters: number | undefined;
}

/** Clean pictures that are searched at most. */
const maxClean = 2000;

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
  const describeFile = async (file: string): Promise<DescribedPicture> => {
    const subject = set.subjectOf?.(file);
    const description = await describe(readFileSync(file));
    return { id: file, bytesHash: file, description, ...(subject !== undefined && { subject }) };
  };
  const clean: DescribedPicture[] = [];
  for (const file of files) clean.push(await describeFile(file));
  const cleanMs = describeMs / clean.length;
  const others: DescribedPicture[] = [];
  for (const file of set.files.filter((file) => !files.includes(file)).slice(0, maxClean - clean.length))
    others.push(await describeFile(file));
  const before = findNearDuplicates(clean);
  const cleanPairs = new Set(
    before.clusters.flatMap(({ members }) => pairsOf(members).map(([a, b]) => `${a}\n${b}`)),
  );
  const sources = draw(files, copies, random);
  const tallies: Tally[] = [];
  for (const { name, strengths, apply } of set.transformations ?? transformations) {
    if (set.isBinary === true && name === 'window') continue;
    for (const [strength, label] of strengths.entries()) {
      const planted: DescribedPicture[] = [];
      for (const file of sources) {
        const description = await describe(await apply(readFileSync(file), strength, random));
        const id = nameCopy(file);
        planted.push({ id, bytesHash: id, description, ...(set.subjectOf && { subject: id }) });
      }
      const { clusters } = findNearDuplicates([...clean, ...planted]);
      const copies = clusters.filter(({ likeness }) => likeness === 'copy');
      const isTogether = (among: typeof clusters, file: string) =>
        among.some(({ members }) => members.includes(file) && members.includes(nameCopy(file)));
      tallies.push({
        transformation: name,
        strength: label,
        planted: sources.length,
        found: sources.filter((file) => isTogether(clusters, file)).length,
        calledCopies: sources.filter((file) => isTogether(copies, file)).length,
        falseClusters: (set.subjectOf ? clusters : copies).filter(({ members }) =>
          pairsOf(members.map((id) => id.slice(id.startsWith(copyPrefix) ? copyPrefix.length : 0))).some(
            ([a, b]) =>
              !cleanPairs.has(`${a}\n${b}`) && (!set.subjectOf || set.subjectOf(a) !== set.subjectOf(b)),
          ),
        ).length,
      });
    }
  }
  return {
    name: set.name,
    pictures: clean.length,
    cleanCopies: before.clusters.filter(({ likeness }) => likeness === 'copy').map(({ members }) => members),
    cleanScenes: before.clusters.filter(({ likeness }) => likeness === 'scene').length,
    clean: searchClean([...clean, ...others], set),
    thresholds: before.thresholds,
    describeMs: cleanMs,
    tallies,
  };
}

function searchClean(pictures: readonly DescribedPicture[], { subjectOf }: DataSet): CleanSearch {
  if (!subjectOf) return { pictures: pictures.length, subjects: undefined, falseClusters: undefined };
  const isFalse = ({ members }: { members: readonly string[] }): boolean =>
    new Set(members.map(subjectOf)).size > 1;
  return {
    pictures: pictures.length,
    subjects: new Set(pictures.map(({ subject }) => subject)).size,
    falseClusters: findNearDuplicates(pictures).clusters.filter(isFalse).length,
  };
}

const copyPrefix = 'copy of ';

function nameCopy(file: string): string {
  return `${copyPrefix}${file}`;
}

function pairsOf(members: readonly string[]): [string, string][] {
  const sorted = [...new Set(members)].sort();
  return sorted.flatMap((a, index) => sorted.slice(index + 1).map((b): [string, string] => [a, b]));
}
