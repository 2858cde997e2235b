import type { GitTree } from '../adapters/git-tree-source.ts';
import type { DecodeRequest } from '../fingerprint/fingerprint-files.ts';
import type { Answer } from '../fingerprint/protocol.ts';
import type { AroundDecoding } from './load-dataset.ts';

/** Files of the base that are decoded at most: those that the change took away or replaced. */
export const maxBaseFiles = 1000;

/** What was decoded, to be known again by its content. */
export interface KnownAnswers {
  /** Remembers what it decodes. */
  readonly record: AroundDecoding;
  /** Decodes of a tree what is not known by its content, under the names that the files have today. */
  readonly reuse: (
    tree: GitTree,
    renames: ReadonlyMap<string, string>,
    blobOf: (path: string) => string | undefined,
  ) => ReusedDecoding;
}

export interface ReusedDecoding {
  readonly around: AroundDecoding;
  /** Once decoded: files that nothing was known of. More than `maxBaseFiles` are all left alone. */
  readonly unknown: () => number;
  /** Paths of files that only point to their content, which is not in the repository (Git LFS). */
  readonly pointers: () => ReadonlySet<string>;
}

/** Answers by the path of the file, for each way of reading one. */
type AnswersByReading = ReadonlyMap<string, ReadonlyMap<string, Answer>>;

export function rememberAnswers(): KnownAnswers {
  const known = new Map<string, Map<string, Answer>>();
  return {
    record: async (requests, settings, decode) => {
      const answers = await decode(requests, settings);
      const readingOf = describeReading(settings);
      requests.forEach(({ role, path }, index) => {
        const answer = answers[index];
        const reading = readingOf(role);
        const byPath = known.get(reading) ?? new Map<string, Answer>();
        known.set(reading, byPath);
        if (answer) byPath.set(path, answer);
      });
      return answers;
    },
    reuse: (tree, renames, blobOf) => reuseAnswers(known, tree, renames, blobOf),
  };
}

function reuseAnswers(
  known: AnswersByReading,
  tree: GitTree,
  renames: ReadonlyMap<string, string>,
  blobOf: (path: string) => string | undefined,
): ReusedDecoding {
  const pointers = new Set<string>();
  let unknown = 0;
  const around: AroundDecoding = async (requests, settings, decode) => {
    // Renames are found once the inventory is read, just before.
    const origins = new Map([...renames].map(([from, to]) => [to, from]));
    const originOf = (path: string): string => origins.get(path) ?? path;
    const readingOf = describeReading(settings);
    const byContent = new Map([...known].map(([reading, byPath]) => [reading, keyByBlob(byPath, blobOf)]));
    const answers = requests.map(({ role, path }) => {
      const blob = tree.blobOf(originOf(path));
      return blob === undefined ? undefined : byContent.get(readingOf(role))?.get(blob);
    });
    const missing = requests.flatMap((request, index) => (answers[index] ? [] : [{ request, index }]));
    unknown += missing.length;
    const isTooMuch = unknown > maxBaseFiles;
    const asked = missing.map(({ request }) => request);
    if (!isTooMuch) await extract(asked, tree, originOf, settings);
    const decoded = isTooMuch ? [] : await decode(asked, settings);
    missing.forEach(({ request, index }, at) => {
      const answer = decoded[at] ?? leftAlone;
      answers[index] = answer;
      if (answer.kind === 'failure' && answer.fault === 'pointer') pointers.add(request.path);
    });
    return answers.map((answer) => answer ?? leftAlone);
  };
  return { around, unknown: () => unknown, pointers: () => pointers };
}

const leftAlone: Answer = { kind: 'failure', fault: 'missing', detail: 'not decoded' };

/** Puts those files of the tree on disk that are asked for there, and not in the dataset of today. */
async function extract(
  requests: readonly DecodeRequest[],
  tree: GitTree,
  originOf: (path: string) => string,
  { limits }: Parameters<AroundDecoding>[1],
): Promise<void> {
  const paths = requests.flatMap(({ path, absolutePath, bytes }) => {
    const origin = originOf(path);
    return absolutePath === tree.absolutePath(origin) && bytes <= limits.fileBytes ? [origin] : [];
  });
  await tree.extract(paths);
}

function keyByBlob(
  byPath: ReadonlyMap<string, Answer>,
  blobOf: (path: string) => string | undefined,
): ReadonlyMap<string, Answer> {
  const byBlob = new Map<string, Answer>();
  for (const [path, answer] of byPath) {
    const blob = blobOf(path);
    if (blob !== undefined) byBlob.set(blob, answer);
  }
  return byBlob;
}

/**
 * All that an answer depends on beside the file. Whether images are described is left out: of the dataset as it is now,
 * all is asked that is asked of the base.
 */
function describeReading({
  limits,
  palette,
}: Parameters<AroundDecoding>[1]): (role: DecodeRequest['role']) => string {
  const readings = {
    image: JSON.stringify(['image', limits]),
    mask: JSON.stringify(['mask', limits, palette]),
    pixels: JSON.stringify(['pixels', limits]),
  };
  return (role) => readings[role];
}
