import { defineCheck, type RawFinding, type Said } from '../../model/check.ts';
import { groupBy } from '../../model/order.ts';
import type { SourceLocation } from '../../model/sample.ts';
import { folderOf, nameFolder } from './folder.ts';

export const paths = defineCheck({
  id: 'manifest/paths',
  summary: 'Do the paths that are listed agree with where the files lie?',
  description: `A manifest written on another machine names folders that are not here, such as
\`/home/ana/abdomen/images/a.png\`. holdout finds the one file that ends alike, or that differs in letter case only; a
training script does not, or does on one operating system only. It is a warning since the file was found. Paths that
were changed in the same way are one finding.

Coverage counts rows of manifests and lines of lists.`,
  defaultSeverity: 'warning',
  needs: [],
  options: {},
  messages: {
    moved: {
      text: '{paths|path leads|paths lead} below {from}, but the {paths:file lies|files lie} below {to}',
      fix: 'Write each path relative to the dataset, as the file lies there.',
    },
    spelled: {
      text: '{paths|path differs|paths differ} in letter case from the {paths:file|files} in {folder}',
      fix: 'Write each path as the file is named: most systems tell upper from lower case.',
    },
    renamed: {
      text: '{path} is listed, but the file is called {foundAt}',
      fix: 'Write each path relative to the dataset, as the file is called.',
    },
    clean: { text: '{rows|row|rows} read, each path as the file lies' },
    found: {
      text: '{relocated|path does|paths do} not agree with where the {relocated:file lies|files lie}',
    },
    'no-rows': { text: 'no manifest or list names images' },
  },
  run({ samples, problems, rowsRead }) {
    const relocations = problems.flatMap((problem) =>
      problem.kind === 'relocated' ? compareEnds(problem) : [],
    );
    if (rowsRead === 0 && relocations.length === 0) return { skipped: { messageId: 'no-rows', data: {} } };
    const ids = new Set(samples.map(({ id }) => id));
    const changes = groupBy(relocations, ({ key }) => key);
    const findings = [...changes].flatMap(([key, members]): RawFinding[] => {
      const [first] = members;
      if (!first) return [];
      const { said, location } = first;
      return [
        {
          key,
          messageId: said.messageId,
          data: { ...said.data, paths: members.length },
          samples: members.map(({ foundAt }) => foundAt).filter((path) => ids.has(path)),
          location,
          evidence: {
            paths: members.length,
            examples: members.slice(0, examplesShown).map(({ path, foundAt }) => `${path} → ${foundAt}`),
          },
        },
      ];
    });
    const counts = { rows: rowsRead, relocated: relocations.length };
    return {
      coverage: { evaluated: Math.max(rowsRead, relocations.length), unavailable: 0 },
      measurements: counts,
      findings,
      summary: { messageId: findings.length > 0 ? 'found' : 'clean', data: counts },
    };
  },
});

const examplesShown = 5;

interface Relocation {
  readonly path: string;
  readonly foundAt: string;
  readonly location: SourceLocation;
  /** The same for all paths that were changed in the same way. */
  readonly key: string;
  readonly said: Said;
}

/** Tells what was written before the end that both paths share, whatever its letter case. */
function compareEnds({
  path,
  foundAt,
  location,
}: Pick<Relocation, 'path' | 'foundAt' | 'location'>): Relocation {
  const written = path.split(/[\\/]/);
  const found = foundAt.split('/');
  let shared = 0;
  while (shared < found.length && isSpelledAlike(found.at(-1 - shared), written.at(-1 - shared))) shared++;
  const relocation = { path, foundAt, location };
  if (shared === 0)
    return { ...relocation, key: path, said: { messageId: 'renamed', data: { path, foundAt } } };
  if (shared === written.length && found.slice(-shared).join('/') !== written.join('/')) {
    const folder = folderOf(foundAt);
    const said = { messageId: 'spelled', data: { folder: nameFolder(folder) } };
    return { ...relocation, key: `case:${folder}`, said };
  }
  const from = written.slice(0, written.length - shared).join('/') || '.';
  const to = found.slice(0, found.length - shared).join('/') || '.';
  const said = { messageId: 'moved', data: { from: nameFolder(from), to: nameFolder(to) } };
  return { ...relocation, key: `${from} → ${to}`, said };
}

function isSpelledAlike(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a.normalize('NFC').toLowerCase() === b?.normalize('NFC').toLowerCase();
}
