import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { askGit, GitError } from './git.ts';

export interface RemoteBranch {
  /** URL or path of the repository. */
  readonly remote: string;
  readonly branch: string;
  /** What writes; empty where the remote asks for none. */
  readonly token: string;
  readonly committer: { readonly name: string; readonly email: string };
  readonly message: string;
}

/** A file in a branch's tree. */
export interface TreeFile {
  /** With `/`. */
  readonly path: string;
  readonly blobId: string;
}

/** Runs that push at the same time: each of them is rejected as often as others are faster. */
const maxAttempts = 20;
const longestPauseMs = 1000;
/** What a server says, or git itself, where the branch has moved on since it was looked at. */
const movedOn =
  /\[rejected\]|stale info|cannot lock ref|failed to update ref|reference already exists|incorrect old value/u;

/**
 * Replaces a branch by one commit without history that holds what `decide` makes of what the branch holds, as often as it
 * has moved on meanwhile. Nothing is checked out; contents that stay are not fetched where the server can leave them out.
 * @param contents of the files to add, by the names that `decide` is given their ids under
 * @param decide undefined where the branch must be left alone
 * @returns whether the branch was replaced; false where `decide` left it alone
 * @throws GitError, or EnvironmentError where git is not there
 */
export async function replaceBranch(
  { remote, branch, token, committer, message }: RemoteBranch,
  contents: ReadonlyMap<string, Uint8Array>,
  decide: (
    present: readonly TreeFile[],
    added: ReadonlyMap<string, string>,
  ) => readonly TreeFile[] | undefined,
): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'holdout-branch-'));
  const env = {
    ...authorize(remote, token),
    GIT_DIR: folder,
    GIT_INDEX_FILE: join(folder, 'index'),
    GIT_AUTHOR_NAME: committer.name,
    GIT_AUTHOR_EMAIL: committer.email,
    GIT_COMMITTER_NAME: committer.name,
    GIT_COMMITTER_EMAIL: committer.email,
  };
  const git = async (parameters: readonly string[], input?: string | Uint8Array): Promise<string> =>
    (await askGit(folder, parameters, { env, ...(input !== undefined && { input }) })).toString().trim();
  try {
    await git(['init', '--quiet', '--bare']);
    await git(['remote', 'add', 'origin', remote]);
    const added = new Map<string, string>();
    for (const [name, bytes] of contents) added.set(name, await git(['hash-object', '-w', '--stdin'], bytes));
    for (let attempt = 1; ; attempt++) {
      const tip = await fetchTip(git, branch);
      const files = decide(tip === undefined ? [] : await listTree(git, tip), added);
      if (files === undefined) return false;
      const commit = await commitTree(git, files, message);
      try {
        await git([
          'push',
          '--quiet',
          `--force-with-lease=refs/heads/${branch}:${tip ?? ''}`,
          'origin',
          `${commit}:refs/heads/${branch}`,
        ]);
        return true;
      } catch (error) {
        if (!(error instanceof GitError) || !movedOn.test(error.complaint) || attempt === maxAttempts)
          throw error;
      }
      // Those that met here shall not meet again.
      await setTimeout(Math.random() * longestPauseMs);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Git = (parameters: readonly string[], input?: string | Uint8Array) => Promise<string>;

/** The branch's commit with its tree, fetched; undefined where there is no such branch. */
async function fetchTip(git: Git, branch: string): Promise<string | undefined> {
  const ref = `refs/heads/${branch}`;
  for (let attempt = 1; ; attempt++) {
    const [line = ''] = (await git(['ls-remote', 'origin', ref])).split('\n');
    const [tip = ''] = line.split('\t');
    if (tip === '') return undefined;
    try {
      await git(['fetch', '--quiet', '--no-tags', '--depth=1', '--filter=blob:none', 'origin', tip]);
      return tip;
    } catch (error) {
      // It was replaced in between, and the server has let go of it.
      if (attempt === maxAttempts) throw error;
    }
  }
}

async function listTree(git: Git, commit: string): Promise<TreeFile[]> {
  const entries = (await git(['ls-tree', '-r', '-z', commit])).split('\0');
  return entries.flatMap((entry) => {
    const { id, path } = /^\d+ \w+ (?<id>[0-9a-f]+)\t(?<path>.+)$/su.exec(entry)?.groups ?? {};
    return id === undefined || path === undefined ? [] : [{ path, blobId: id }];
  });
}

async function commitTree(git: Git, files: readonly TreeFile[], message: string): Promise<string> {
  await git(['read-tree', '--empty']);
  await git(
    ['update-index', '-z', '--index-info'],
    files.map(({ path, blobId }) => `100644 ${blobId}\t${path}\0`).join(''),
  );
  const tree = await git(['write-tree', '--missing-ok']);
  return git(['commit-tree', tree, '-m', message]);
}

/** The token in git's settings of the environment, where neither other users nor a file of the machine see it. */
function authorize(remote: string, token: string): Record<string, string> {
  if (token === '' || !/^https?:\/\//u.test(remote)) return {};
  const given = Number(process.env['GIT_CONFIG_COUNT'] ?? 0);
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: String(given + 1),
    [`GIT_CONFIG_KEY_${given}`]: `http.${new URL(remote).origin}/.extraheader`,
    [`GIT_CONFIG_VALUE_${given}`]: `AUTHORIZATION: basic ${credentials}`,
  };
}
