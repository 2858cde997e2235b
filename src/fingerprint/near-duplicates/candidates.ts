import { voteAlignment, type VotedAlignment, type WordPair } from './alignment.ts';
import type { PictureDescription } from './picture-description.ts';
import { matchWords } from './word-matches.ts';

/** Two pictures, by index, that may be one, and how they would lie. */
export interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly alignment: VotedAlignment;
}

/** Words this near are the same patch. */
const distanceBits = 9;
/** Words that a word is compared with in a bucket: bounds the time where many pictures are alike. */
const maxNeighbours = 400;
const minVotes = 2;
/** Candidates of a picture that are judged, those with most votes first. */
const maxCandidates = 16;

/** Finds pairs of pictures that share words in one consistent place; at most 16 a picture are looked for. */
export function findCandidates(descriptions: readonly PictureDescription[]): Candidate[] {
  const { words, owners, starts } = gatherWords(descriptions);
  const matches = matchWords(words, owners, distanceBits, maxNeighbours);
  const pairsByPictures = new Map<number, WordPair[]>();
  for (let index = 0; index < matches.count; index++) {
    const from = matches.from[index] ?? 0;
    const to = matches.to[index] ?? 0;
    const a = owners[from] ?? 0;
    const b = owners[to] ?? 0;
    const pair = { a: from - (starts[a] ?? 0), b: to - (starts[b] ?? 0) };
    const key = a * descriptions.length + b;
    const pairs = pairsByPictures.get(key);
    if (pairs) pairs.push(pair);
    else pairsByPictures.set(key, [pair]);
  }
  const candidates: Candidate[] = [];
  for (const [key, pairs] of pairsByPictures) {
    if (pairs.length < minVotes) continue;
    const a = Math.floor(key / descriptions.length);
    const b = key % descriptions.length;
    const first = descriptions[a];
    const second = descriptions[b];
    const alignment = first && second && voteAlignment(first, second, pairs);
    if (alignment && alignment.votes >= minVotes) candidates.push({ a, b, alignment });
  }
  return keepBest(candidates, descriptions.length);
}

function gatherWords(descriptions: readonly PictureDescription[]) {
  const count = descriptions.reduce((sum, { words }) => sum + words.length / 2, 0);
  const words = new Uint32Array(2 * count);
  const owners = new Int32Array(count);
  const starts = new Int32Array(descriptions.length);
  let at = 0;
  descriptions.forEach((description, index) => {
    const end = at + description.words.length / 2;
    starts[index] = at;
    words.set(description.words, 2 * at);
    owners.fill(index, at, end);
    at = end;
  });
  return { words, owners, starts };
}

function keepBest(candidates: Candidate[], pictures: number): Candidate[] {
  const kept = new Uint32Array(pictures);
  const sorted = candidates.sort((p, q) => q.alignment.votes - p.alignment.votes || p.a - q.a || p.b - q.b);
  return sorted.filter(({ a, b }) => {
    const isKept = (kept[a] ?? 0) < maxCandidates || (kept[b] ?? 0) < maxCandidates;
    if (isKept) {
      kept[a] = (kept[a] ?? 0) + 1;
      kept[b] = (kept[b] ?? 0) + 1;
    }
    return isKept;
  });
}
