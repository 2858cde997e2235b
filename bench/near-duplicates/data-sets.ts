import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Transformation } from './transformations.ts';

/** Clean pictures of one kind, from which copies are made. */
export interface DataSet {
  readonly name: string;
  readonly files: readonly string[];
  /** The subject that a file shows, where the data say so. */
  readonly subjectOf?: (file: string) => string;
  /** Pictures of two levels, which no window can be laid on. */
  readonly isBinary?: boolean;
  /** How copies are made; by default in all ways. */
  readonly transformations?: readonly Transformation[];
}

const project = resolve(import.meta.dirname, '../..');
const shared = resolve(project, '../shared/data');

/** The data sets that are there; those of `../shared/data` are not part of the project. */
export function listDataSets(): DataSet[] {
  const ultrasound = join(project, 'examples/abdomen-ultrasound/images');
  const subjectOf = (file: string) => basename(file).split('_')[0] ?? file;
  const all: DataSet[] = [
    { name: 'ultrasound real', files: listPictures(join(ultrasound, 'real')), subjectOf },
    { name: 'ultrasound synthetic', files: listPictures(join(ultrasound, 'synthetic')), subjectOf },
    { name: 'bccd', files: listShared('bccd') },
    { name: 'raccoon', files: listShared('raccoon') },
    {
      name: 'deeppcb',
      files: listShared('deeppcb').filter((file) => file.includes('_test')),
      isBinary: true,
    },
  ];
  return all.filter(({ files }) => files.length > 0);
}

/** The pictures of a data set of `../shared/data`; none where it is not there. */
export function listShared(name: string): string[] {
  return listPictures(join(shared, name));
}

function listPictures(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return listPictures(path);
      return /\.(?:jpe?g|png)$/iu.test(name) ? [path] : [];
    });
}
