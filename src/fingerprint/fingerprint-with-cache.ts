import { FingerprintCache, type Found, type UnchangedFile } from './cache/fingerprint-cache.ts';
import { storedImage, storedMask, type StoredImage, type StoredMask } from './cache/fingerprint-codecs.ts';
import { kindOf } from './cache/fingerprint-kind.ts';
import { identifyFiles, type FingerprintRequest, type FingerprintSettings } from './fingerprint-files.ts';
import type { Answer, FileIdentity, Fingerprint } from './protocol.ts';

export interface CacheSettings {
  /** Made where it is not there. */
  readonly folder: string;
  /** Version of holdout. */
  readonly release: string;
  /** Ids (SHA-1, hex) of the blobs that files are unchanged from, by absolute path, as far as git knows. */
  readonly blobIds: ReadonlyMap<string, string>;
  /** Whether the requests are for all of the dataset, so that what they do not ask for may be dropped. */
  readonly isWhole: boolean;
}

export interface CachedAnswers {
  /** In the order of the requests. */
  readonly answers: Answer[];
  /** Requests that a decoder was asked for, those that it failed included. */
  readonly decoded: number;
  /** Why the folder, or a part of it, could not be read or written. */
  readonly trouble?: string;
}

type Role = FingerprintRequest['role'];

/**
 * As `fingerprintFiles`, but files whose fingerprints a folder holds from an earlier run are not decoded, and those that
 * git knows to be unchanged are not even read. What cannot be decoded is tried anew in every run. The answers are the
 * same as without the folder, unless someone who can write to it has made it lie.
 * @throws EnvironmentError when no decoder runs on this machine
 */
export async function fingerprintWithCache(
  requests: readonly FingerprintRequest[],
  settings: FingerprintSettings,
  { folder, release, blobIds, isWhole }: CacheSettings,
): Promise<CachedAnswers> {
  const cache = new FingerprintCache(folder);
  try {
    const store = openStore(cache, settings, release);
    const answers: (Answer | undefined)[] = store.findByBlobs(
      requests.map(({ absolutePath, role, bytes }) => ({ role, blobId: blobIds.get(absolutePath), bytes })),
    );
    let decoded = 0;
    const askFor = async (listKnown: typeof store.listContents): Promise<void> => {
      const open = [...answers.keys()].filter((index) => !answers[index]);
      if (open.length === 0) return;
      const found = requests.length - open.length;
      const given = await identifyFiles(
        open.flatMap((index) => requests[index] ?? []),
        { ...settings, onProgress: (done) => settings.onProgress?.(found + done, requests.length) },
        listKnown(),
      );
      const known: { readonly index: number; readonly role: Role; readonly bytesHash: string }[] = [];
      given.forEach((one, at) => {
        const index = open[at] ?? 0;
        if (one.kind === 'failure' || one.answer) decoded++;
        if (one.kind === 'failure') answers[index] = one;
        else if (one.answer) {
          answers[index] = one.answer;
          store.keep(one.identity, one.answer);
        } else known.push({ index, role: requests[index]?.role ?? 'image', ...one.identity });
      });
      store.findByContents(known).forEach((answer, at) => (answers[known[at]?.index ?? 0] = answer));
    };
    await askFor(store.listContents);
    // What the directory names and cannot be read after all.
    await askFor(() => ({ image: new Uint8Array(0), mask: new Uint8Array(0) }));
    const notWritten = await trySave(cache, isWhole);
    const trouble = notWritten ?? cache.trouble;
    return {
      answers: answers.flatMap((answer) => answer ?? []),
      decoded,
      ...(trouble !== undefined && { trouble }),
    };
  } finally {
    cache.close();
  }
}

/** The cache for the kinds of fingerprints that these settings ask for. */
function openStore(cache: FingerprintCache, settings: FingerprintSettings, release: string) {
  const kinds = {
    image: kindOf('image', settings, release).toString('hex'),
    mask: kindOf('mask', settings, release).toString('hex'),
  };
  return {
    listContents: () => ({
      image: cache.listContents(kinds.image),
      mask: cache.listContents(kinds.mask),
    }),
    findByBlobs: (files: readonly (UnchangedFile & { readonly role: Role })[]) =>
      answerByRole(files, {
        image: (ones) => cache.findByBlobs(kinds.image, ones, storedImage).map(asImage),
        mask: (ones) => cache.findByBlobs(kinds.mask, ones, storedMask).map(asMask),
      }),
    findByContents: (files: readonly { readonly role: Role; readonly bytesHash: string }[]) => {
      const listHashes = (ones: typeof files) => ones.map(({ bytesHash }) => bytesHash);
      return answerByRole(files, {
        image: (ones) => cache.findByContents(kinds.image, listHashes(ones), storedImage).map(asImage),
        mask: (ones) => cache.findByContents(kinds.mask, listHashes(ones), storedMask).map(asMask),
      });
    },
    keep: (identity: FileIdentity, answer: Fingerprint): void => {
      if (answer.kind === 'image') cache.add({ kind: kinds.image, ...identity }, answer, storedImage);
      else cache.add({ kind: kinds.mask, ...identity }, answer, storedMask);
    },
  };
}

/** What images and masks are answered with, in the order of both together. */
function answerByRole<T extends { readonly role: Role }>(
  files: readonly T[],
  find: Readonly<Record<Role, (files: readonly T[]) => (Fingerprint | undefined)[]>>,
): (Fingerprint | undefined)[] {
  const answersFor = (role: Role) => find[role](files.filter((file) => file.role === role)).values();
  const answers = { image: answersFor('image'), mask: answersFor('mask') };
  return files.map(({ role }) => answers[role].next().value);
}

function asImage(found: Found<StoredImage> | undefined): Fingerprint | undefined {
  if (!found) return undefined;
  const { bytesHash, value } = found;
  return { ...value, kind: 'image', image: { kind: 'image', bytesHash, ...value.image } };
}

function asMask(found: Found<StoredMask> | undefined): Fingerprint | undefined {
  return found && { kind: 'mask', bytesHash: found.bytesHash, ...found.value };
}

/** @returns why it could not be written; the audit goes on without */
async function trySave(cache: FingerprintCache, dropsUnused: boolean): Promise<string | undefined> {
  try {
    await cache.save({ dropsUnused });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
