import { defineCheck, type RawFinding } from '../../model/check.ts';
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
    const changes = groupBy(relocations, ({ from, to }) => JSON.stringify([from ?? null, to]));
    const findings = [...changes.values()].flatMap((members): RawFinding[] => {
      const [first] = members;
      if (!first) return [];
      const { from, to, location } = first;
      const shared = {
        samples: members.map(({ foundAt }) => foundAt).filter((path) => ids.has(path)),
        location,
        evidence: {
          paths: members.length,
          examples: members.slice(0, examplesShown).map(({ path, foundAt }) => `${path} → ${foundAt}`),
        },
      };
      return from === undefined
        ? [
            {
              key: `case:${to}`,
              messageId: 'spelled',
              data: { paths: members.length, folder: nameFolder(to) },
              ...shared,
            },
          ]
        : [
            {
              key: `${from} → ${to}`,
              messageId: 'moved',
              data: { paths: members.length, from: nameFolder(from), to: nameFolder(to) },
              ...shared,
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
  /** The folder that was written; undefined where only letter case differs. */
  readonly from?: string;
  /** The folder that takes its place, `.` for the dataset's own directory. */
  readonly to: string;
}

/** Tells what was written before the end that both paths share. */
function compareEnds({ path, foundAt, location }: Omit<Relocation, 'to'>): Relocation {
  const written = path.split(/[\\/]/);
  const found = foundAt.split('/');
  if (written.join('/').toLowerCase() === foundAt.toLowerCase())
    return { path, foundAt, location, to: folderOf(foundAt) };
  let shared = 0;
  while (shared < found.length && found.at(-1 - shared) === written.at(-1 - shared)) shared++;
  return {
    path,
    foundAt,
    location,
    from: written.slice(0, written.length - shared).join('/') || '.',
    to: found.slice(0, found.length - shared).join('/') || '.',
  };
}
