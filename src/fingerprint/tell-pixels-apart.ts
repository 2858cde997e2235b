import type { FingerprintRequest, PixelsRequest } from './fingerprint-files.ts';
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
  decode: (requests: readonly PixelsRequest[]) => Promise<readonly Answer[]>,
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
  const places = [...answers.keys()];
  return groupPlaces(places, (place) => sumsHashOf(answers[place]))
    .filter(({ length }) => length > 1)
    .map((same) => groupPlaces(same, (place) => bytesHashOf(answers[place])))
    .filter(({ length }) => length > 1)
    .flat();
}

/** The places that have the same key, in the order of their first; those without a key are left out. */
function groupPlaces(places: readonly number[], keyOf: (place: number) => string | undefined): number[][] {
  const groups = new Map<string, number[]>();
  for (const place of places) {
    const key = keyOf(place);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  return [...groups.values()];
}

function sumsHashOf(answer: Answer | undefined): string | undefined {
  if (answer?.kind === 'image') return answer.image.pixelsHash;
  return answer?.kind === 'mask' ? answer.picture?.pixelsHash : undefined;
}

function bytesHashOf(answer: Answer | undefined): string | undefined {
  if (answer?.kind === 'image') return answer.image.bytesHash;
  return answer?.kind === 'mask' ? answer.bytesHash : undefined;
}

function withHash(answer: Answer, { pixelsHash }: PixelsAnswer): Answer {
  if (answer.kind === 'image') return { ...answer, image: { ...answer.image, pixelsHash } };
  if (answer.kind === 'mask' && answer.picture)
    return { ...answer, picture: { ...answer.picture, pixelsHash } };
  return answer;
}
