import type { GitTree } from '../adapters/git-tree-source.ts';
import type { FingerprintRequest } from '../fingerprint/fingerprint-files.ts';
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

export function rememberAnswers(): KnownAnswers {
  const answersByPath = new Map<string, { readonly settings: string; readonly answer: Answer }>();
  return {
    record: async (requests, settings, decode) => {
      const answers = await decode(requests, settings);
      const read = describeReading(settings);
      requests.forEach((request, index) => {
        const answer = answers[index];
        if (answer) answersByPath.set(nameRequest(request), { settings: read(request), answer });
      });
      return answers;
    },
    reuse: (tree, renames, blobOf) => reuseAnswers(answersByPath, tree, renames, blobOf),
  };
}

function reuseAnswers(
  answersByPath: ReadonlyMap<string, { readonly settings: string; readonly answer: Answer }>,
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
    const read = describeReading(settings);
    const byContent = new Map<string, Answer>();
    for (const [name, { settings: how, answer }] of answersByPath) {
      const { role, path } = parseRequest(name);
      const blob = blobOf(path);
      if (blob !== undefined) byContent.set(JSON.stringify([role, blob, how]), answer);
    }
    const answers = requests.map((request) =>
      byContent.get(JSON.stringify([request.role, tree.blobOf(originOf(request.path)), read(request)])),
    );
    const missing = requests.flatMap((request, index) => (answers[index] ? [] : [{ request, index }]));
    unknown += missing.length;
    const decoded = unknown > maxBaseFiles ? [] : await decodeTree(missing, tree, originOf, settings, decode);
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

async function decodeTree(
  missing: readonly { readonly request: FingerprintRequest }[],
  tree: GitTree,
  originOf: (path: string) => string,
  settings: Parameters<AroundDecoding>[1],
  decode: Parameters<AroundDecoding>[2],
): Promise<readonly Answer[]> {
  const requests = missing.map(({ request }) => {
    const path = originOf(request.path);
    return { ...request, path, absolutePath: tree.absolutePath(path) };
  });
  await tree.extract(
    requests.filter(({ bytes }) => bytes <= settings.limits.fileBytes).map(({ path }) => path),
  );
  return decode(requests, settings);
}

/**
 * All that an answer depends on beside the file. Whether images are described is left out: of the dataset as it is now,
 * all is asked that is asked of the base.
 */
function describeReading({
  limits,
  palette,
}: Parameters<AroundDecoding>[1]): (request: FingerprintRequest) => string {
  const images = JSON.stringify(limits);
  const masks = JSON.stringify([limits, palette]);
  return ({ role }) => (role === 'mask' ? masks : images);
}

function nameRequest({ role, path }: FingerprintRequest): string {
  return `${role} ${path}`;
}

function parseRequest(name: string): { readonly role: string; readonly path: string } {
  const end = name.indexOf(' ');
  return { role: name.slice(0, end), path: name.slice(end + 1) };
}
