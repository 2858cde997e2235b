import { DecodePool } from './decode-pool.ts';
import { toJob, type FingerprintRequest, type FingerprintSettings } from './fingerprint-files.ts';
import type { PixelsAnswer } from './hash-pixels.ts';
import type { Answer } from './protocol.ts';
import type { DecodeFailure } from '../model/fingerprint.ts';

/**
 * Decodes once more the files that may hold the same pixels, but not the same bytes, and gives them the SHA-256 of their
 * pixels for `pixelsHash`. A fingerprint alone has the hash of what was summed up of its pixels, which is cheaper by the
 * half of a JPEG's decoding, and enough to tell that pixels differ, not that they are the same.
 * @param answers of these requests, in order
 * @returns answers in that order; a failure for a file that cannot be decoded any more
 * @throws EnvironmentError when no decoder runs on this machine
 */
export async function tellPixelsApart(
  requests: readonly FingerprintRequest[],
  answers: readonly Answer[],
  settings: FingerprintSettings,
): Promise<Answer[]> {
  const doubtful = listDoubtful(answers);
  const hashes = await hashFiles(
    doubtful.flatMap(({ first }) => requests[first] ?? []),
    settings,
  );
  const settled = [...answers];
  for (const [place, { all }] of doubtful.entries()) {
    const hashed = hashes[place];
    for (const index of all) {
      const answer = answers[index];
      if (answer && hashed) settled[index] = hashed.kind === 'pixels' ? withHash(answer, hashed) : hashed;
    }
  }
  return settled;
}

/** Places of the answers for one file's bytes. */
interface SameBytes {
  readonly first: number;
  readonly all: number[];
}

/** Those that share the hash of their sums with others whose bytes differ. */
function listDoubtful(answers: readonly Answer[]): SameBytes[] {
  const bySums = new Map<string, Map<string, SameBytes>>();
  answers.forEach((answer, index) => {
    const sumsHash = pixelsHashOf(answer);
    if (sumsHash === undefined || answer.kind === 'failure') return;
    const byBytes = bySums.get(sumsHash) ?? new Map<string, SameBytes>();
    bySums.set(sumsHash, byBytes);
    const same = byBytes.get(answer.bytesHash);
    if (same) same.all.push(index);
    else byBytes.set(answer.bytesHash, { first: index, all: [index] });
  });
  return [...bySums.values()].filter(({ size }) => size > 1).flatMap((byBytes) => [...byBytes.values()]);
}

function pixelsHashOf(answer: Answer): string | undefined {
  if (answer.kind === 'failure') return undefined;
  return answer.kind === 'image' ? answer.pixelsHash : answer.picture?.pixelsHash;
}

function withHash(answer: Answer, { pixelsHash }: PixelsAnswer): Answer {
  if (answer.kind === 'image') return { ...answer, pixelsHash };
  if (answer.kind === 'mask' && answer.picture)
    return { ...answer, picture: { ...answer.picture, pixelsHash } };
  return answer;
}

function hashFiles(
  requests: readonly FingerprintRequest[],
  { limits, palette, workers }: FingerprintSettings,
): Promise<(PixelsAnswer | DecodeFailure)[]> {
  return new Promise((resolve, reject) => {
    const answers = new Array<PixelsAnswer | DecodeFailure>(requests.length);
    const pool = new DecodePool<PixelsAnswer>(
      requests.map((request) => ({ ...toJob(request), role: 'pixels' })),
      { limits, palette, describesImages: false, workers, decodeSeconds: limits.decodeSeconds },
      (index, answer) => (answers[index] = answer),
      (error) => {
        if (error) reject(error);
        else resolve(answers);
      },
    );
    pool.start();
  });
}
