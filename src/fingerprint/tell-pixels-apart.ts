import type { FingerprintRequest } from './fingerprint-files.ts';
import type { PixelsAnswer } from './hash-pixels.ts';
import type { Answer } from './protocol.ts';

/**
 * Decodes once more the files that may hold the same pixels, but not the same bytes, and gives them the SHA-256 of their
 * pixels for `pixelsHash`. A fingerprint alone has the hash of what was summed up of its pixels, which is cheaper by the
 * half of a JPEG's decoding, and enough to tell that pixels differ, not that they are the same.
 * @param answers of these requests, in order
 * @param decode answers requests for the hash of pixels, in order
 * @returns answers in the order of the requests; a failure for a file that cannot be decoded any more
 */
export async function tellPixelsApart(
  requests: readonly FingerprintRequest[],
  answers: readonly Answer[],
  decode: (requests: readonly FingerprintRequest[]) => Promise<readonly Answer[]>,
): Promise<Answer[]> {
  const settled = [...answers];
  const doubtful = listDoubtful(answers).flatMap((all) => {
    const request = requests[all[0] ?? -1];
    return request ? [{ all, request: { ...request, role: 'pixels' } as const }] : [];
  });
  if (doubtful.length === 0) return settled;
  const hashes = await decode(doubtful.map(({ request }) => request));
  for (const [place, { all }] of doubtful.entries()) {
    const hashed = hashes[place];
    for (const index of all) {
      const answer = answers[index];
      if (answer && hashed) settled[index] = hashed.kind === 'pixels' ? withHash(answer, hashed) : hashed;
    }
  }
  return settled;
}

/** Places of the answers for files of the same bytes that share the hash of their sums with files of others. */
function listDoubtful(answers: readonly Answer[]): number[][] {
  const bySums = new Map<string, Map<string, number[]>>();
  answers.forEach((answer, index) => {
    if (answer.kind !== 'image' && answer.kind !== 'mask') return;
    const sumsHash = answer.kind === 'image' ? answer.pixelsHash : answer.picture?.pixelsHash;
    if (sumsHash === undefined) return;
    const byBytes = bySums.get(sumsHash) ?? new Map<string, number[]>();
    bySums.set(sumsHash, byBytes);
    const same = byBytes.get(answer.bytesHash);
    if (same) same.push(index);
    else byBytes.set(answer.bytesHash, [index]);
  });
  return [...bySums.values()].filter(({ size }) => size > 1).flatMap((byBytes) => [...byBytes.values()]);
}

function withHash(answer: Answer, { pixelsHash }: PixelsAnswer): Answer {
  if (answer.kind === 'image') return { ...answer, pixelsHash };
  if (answer.kind === 'mask' && answer.picture)
    return { ...answer, picture: { ...answer.picture, pixelsHash } };
  return answer;
}
