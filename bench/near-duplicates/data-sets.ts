import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** Clean pictures of one kind, from which copies are made. */
export interface DataSet {
  readonly name: string;
  readonly files: readonly string[];
  /** The subject that a file shows, where the data say so. */
  readonly subjectOf?: (file: string) => string;
  /** Pictures of two levels, which no window can be laid on. */
  readonly isBinary?: boolean;
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
    { name: 'bccd', files: listPictures(join(shared, 'bccd')) },
    { name: 'raccoon', files: listPictures(join(shared, 'raccoon')) },
    {
      name: 'deeppcb',
      files: listPictures(join(shared, 'deeppcb')).filter((file) => file.includes('_test')),
      isBinary: true,
    },
  ];
  return all.filter(({ files }) => files.length > 0);
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
