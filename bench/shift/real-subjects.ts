import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fingerprintFiles } from '../../src/fingerprint/fingerprint-files.ts';
import type { Subject } from './ask-check.ts';

const root = resolve(import.meta.dirname, '../..');
const shared = join(root, '../shared/data');
const example = join(root, 'examples/abdomen-ultrasound');

export interface RealDomain {
  readonly name: string;
  readonly subjects: readonly Subject[];
}

/** Where the pictures of a domain lie, and whose each is. */
interface Source {
  readonly name: string;
  readonly folder: string;
  readonly subjectOf: (path: string) => string;
}

const sources: readonly Source[] = [
  {
    name: 'abdomen-ultrasound, real',
    folder: join(example, 'images/real'),
    subjectOf: (path) => path.slice(0, path.lastIndexOf('_')),
  },
  {
    name: 'abdomen-ultrasound, synthetic',
    folder: join(example, 'images/synthetic'),
    subjectOf: (path) => path.slice(0, path.lastIndexOf('_')),
  },
  { name: 'bccd', folder: join(shared, 'bccd/JPEGImages'), subjectOf: (path) => path },
  { name: 'raccoon', folder: join(shared, 'raccoon/images'), subjectOf: (path) => path },
  {
    name: 'deeppcb, group44000',
    folder: join(shared, 'deeppcb/group44000/44000'),
    // A template and the board made by it.
    subjectOf: (path) => path.slice(0, path.lastIndexOf('_')),
  },
];

/** Real pictures, read by the decoder that the checks use; those of `../shared/data` where it is there. */
export async function readRealDomains(): Promise<RealDomain[]> {
  const domains: RealDomain[] = [];
  for (const { name, folder, subjectOf } of sources) {
    if (!existsSync(folder)) continue;
    const paths = (await readdir(folder)).filter((path) => /\.(jpg|png)$/u.test(path)).sort();
    const answers = await fingerprintFiles(
      paths.map((path) => ({ path, absolutePath: join(folder, path), bytes: 0, role: 'image' as const })),
      {
        limits: { pixels: 64_000_000, fileBytes: 512_000_000, decodeSeconds: 60 },
        palette: undefined,
        workers: availableParallelism(),
      },
    );
    const bySubject = new Map<string, Subject[number][]>();
    answers.forEach((answer, index) => {
      if (answer.kind !== 'image') return;
      const subject = subjectOf(paths[index] ?? '');
      bySubject.set(subject, [...(bySubject.get(subject) ?? []), answer.image]);
    });
    domains.push({ name, subjects: [...bySubject.values()] });
  }
  return domains;
}

/** The files of pictures that stand each for a subject, for planting. */
export async function readPictures(name: 'bccd' | 'raccoon'): Promise<Buffer[]> {
  const folder = join(shared, name, name === 'bccd' ? 'JPEGImages' : 'images');
  if (!existsSync(folder)) return [];
  const paths = (await readdir(folder)).filter((path) => path.endsWith('.jpg')).sort();
  return Promise.all(paths.map((path) => readFile(join(folder, path))));
}
