import { posix } from 'node:path';
import {
  fetchCommit,
  findCommit,
  findInCommit,
  findMergeBase,
  findPrefix,
  isRef,
  isShallow,
  readBlob,
  readParents,
} from '../adapters/git-repository.ts';
import { applyPolicy } from '../change/policy.ts';
import type { Config } from '../model/config.ts';
import { EnvironmentError, HoldoutError } from '../model/errors.ts';
import { configNames } from './find-config.ts';
import { maxConfigBytes, parseConfigOf } from './load-dataset.ts';

/** What a dataset is compared with: a commit by its name, or as the event of a pull request has it. */
export type BaseChoice = { readonly ref: string } | { readonly eventSha: string; readonly headSha: string };

/** The base of a change, as far as it can be read. */
export interface Base {
  /** What cannot be compared, or is judged otherwise than one might think. */
  readonly notes: readonly string[];
  /** The commit that the dataset is compared with. */
  readonly sha?: string;
  /** What is asked of the dataset; absent where that is what its own config asks. */
  readonly policy?: Config;
  /** The dataset as the base has it, and how the base reads it. */
  readonly dataset?: { readonly treeId: string; readonly config: Config };
}

/**
 * Finds the base in the repository of the dataset; in a shallow clone, it is fetched.
 * @param own the config of the dataset as it is now
 * @throws HoldoutError `usage` where a person names a base that is none
 */
export async function openBase(directory: string, choice: BaseChoice, own: Config): Promise<Base> {
  try {
    const prefix = await findPrefix(directory);
    const tip = await findTip(directory, choice);
    if ('note' in tip) return { notes: [tip.note] };
    return await readBase(directory, prefix, tip.sha, own);
  } catch (error) {
    if (!(error instanceof EnvironmentError) || 'ref' in choice) throw error;
    return { notes: [`What this changes is not shown: ${error.message}.`] };
  }
}

type FoundTip = { readonly sha: string } | { readonly note: string };

async function findTip(directory: string, choice: BaseChoice): Promise<FoundTip> {
  const name = 'ref' in choice ? choice.ref : await nameBase(directory, choice);
  if (!isRef(name))
    throw new HoldoutError('usage', `the base ${JSON.stringify(name)} is not the name of a commit`, {
      hint: 'name a branch, a tag or a commit',
    });
  const known = (await findCommit(directory, name)) ?? (await findCommit(directory, `origin/${name}`));
  if (known !== undefined) return { sha: known };
  const shallow = await isShallow(directory);
  if (!shallow && 'ref' in choice)
    throw new HoldoutError('usage', `the repository has no commit ${JSON.stringify(name)}`, {
      hint: 'name a branch, a tag or a commit, and fetch it first',
    });
  const complaint = shallow ? await fetchCommit(directory, name) : 'the clone is not shallow';
  const fetched = complaint === undefined ? await findCommit(directory, 'FETCH_HEAD') : undefined;
  if (fetched !== undefined) return { sha: fetched };
  return {
    note: `What this changes is not shown, and the dataset is judged by its own config: the base ${name} is not in the clone and could not be fetched (${complaint ?? 'nothing came'}); check out with \`fetch-depth: 2\`, or \`fetch-depth: 0\` where that is not enough.`,
  };
}

/**
 * The base of a pull request. What GitHub merges it into for the run may be newer than what the event names: where the
 * merge is checked out, its first parent is the base.
 */
async function nameBase(
  directory: string,
  { eventSha, headSha }: { readonly eventSha: string; readonly headSha: string },
): Promise<string> {
  const [first, second] = await readParents(directory, 'HEAD');
  return first !== undefined && second === headSha ? first : eventSha;
}

async function readBase(directory: string, prefix: string, tip: string, own: Config): Promise<Base> {
  const sha = (await findMergeBase(directory, 'HEAD', tip)) ?? tip;
  const path = posix.join(prefix, own.file);
  if (path.startsWith('../'))
    return { sha, notes: ['The dataset is judged by its own config, which lies outside of the repository.'] };
  const asked = await readConfigAt(directory, tip, path, own.file);
  if (asked.kind === 'none')
    return { sha, notes: ['The dataset is new here: it is judged by its own config.'] };
  const broken = asked.kind === 'broken' ? [asked.note] : [];
  const policy = asked.kind === 'broken' ? builtInPolicy(own) : asked.config;
  const read = sha === tip ? asked : await readConfigAt(directory, sha, path, own.file);
  const treeId = await findInCommit(directory, sha, prefix.replace(/\/$/u, ''));
  return {
    sha,
    notes: broken,
    policy,
    ...(read.kind === 'config' && treeId !== undefined && { dataset: { treeId, config: read.config } }),
  };
}

type ConfigOfCommit =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'broken'; readonly note: string }
  | { readonly kind: 'none' };

async function readConfigAt(
  directory: string,
  commit: string,
  path: string,
  shown: string,
): Promise<ConfigOfCommit> {
  const folder = posix.dirname(path);
  const isUsual = configNames.some((name) => name === shown);
  // A config that takes another of the usual names is still the config.
  const paths = isUsual ? configNames.map((name) => posix.join(folder, name)) : [path];
  for (const candidate of paths) {
    const id = await findInCommit(directory, commit, candidate);
    if (id === undefined) continue;
    const name = posix.join(posix.dirname(shown), posix.basename(candidate));
    try {
      const text = (await readBlob(directory, id, maxConfigBytes)).toString();
      return { kind: 'config', config: parseConfigOf(text, name) };
    } catch (error) {
      if (!(error instanceof HoldoutError)) throw error;
      const [first] = error.message.split('\n', 1);
      return {
        kind: 'broken',
        note: `The config of the base cannot be used (${first ?? ''}): the dataset is judged by holdout’s built-in settings, without any waiver, and compared with nothing.`,
      };
    }
  }
  return { kind: 'none' };
}

/** What holdout asks of a dataset whose config asks for nothing; the domain that counts is part of the task. */
function builtInPolicy(own: Config): Config {
  const bare = 'dataset: { name: any }\nsamples: { files: "*" }\nlabels: { kind: none }\n';
  return { ...applyPolicy(own, parseConfigOf(bare, own.file)), task: own.task };
}
