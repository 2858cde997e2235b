import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprintImage } from '../../src/fingerprint/fingerprint-image.ts';
import {
  findNearDuplicates,
  type DescribedPicture,
} from '../../src/fingerprint/near-duplicates/find-near-duplicates.ts';
import type { Likeness, LikenessCluster } from '../../src/model/near-duplicates.ts';

// Counts what holdout finds in the folders that plant.ts writes, as other_tools.py counts what others find, no subject
// being known to anyone. Usage: tsx planted-folders.ts FOLDER

const [root = ''] = process.argv.slice(2);
const limits = { pixels: 64_000_000, fileBytes: 512_000_000 };

for (const dataSet of await listFolders(root)) {
  let [found, planted, cleanCopies, cleanScenes] = [0, 0, 0, 0];
  const started = process.hrtime.bigint();
  for (const transformation of await listFolders(join(root, dataSet))) {
    const folder = join(root, dataSet, transformation);
    const names = await readdir(folder);
    const { clusters } = findNearDuplicates(await describeAll(folder, names));
    const copies = names.filter((name) => name.startsWith('copy--'));
    planted += copies.length;
    found += copies.filter((copy) =>
      clusters.some(
        ({ members }) =>
          members.includes(copy) && members.some((name) => name !== copy && stemOf(name) === stemOf(copy)),
      ),
    ).length;
    cleanCopies = Math.max(cleanCopies, countCleanPairs(clusters, 'copy'));
    cleanScenes = Math.max(cleanScenes, countCleanPairs(clusters, 'scene'));
  }
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  console.log(
    `holdout | ${dataSet} | ${found}/${planted} | ${cleanCopies} clean pairs as copies, ${cleanScenes} as scenes | ${seconds.toFixed(0)} s`,
  );
}

/** Pairs of originals in one cluster: the most that can be meant. */
function countCleanPairs(clusters: readonly LikenessCluster[], likeness: Likeness): number {
  return clusters
    .filter((cluster) => cluster.likeness === likeness)
    .map(({ members }) => members.filter((name) => name.startsWith('original--')).length)
    .reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}

async function listFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

async function describeAll(folder: string, names: readonly string[]): Promise<DescribedPicture[]> {
  const pictures: DescribedPicture[] = [];
  for (const id of names) {
    const { description, bytesHash } = await fingerprintImage(await readFile(join(folder, id)), limits, true);
    if (description) pictures.push({ id, bytesHash, description });
  }
  return pictures;
}

function stemOf(name: string): string {
  return name.slice(name.indexOf('--') + 2).replace(/\.\w+$/u, '');
}
