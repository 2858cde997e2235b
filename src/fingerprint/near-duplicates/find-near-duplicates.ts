import { voteAlignment, type Alignment, type WordPair } from './alignment.ts';
import type { PictureDescription } from './picture-description.ts';
import { gridOf, verifyCopy, type Agreement } from './verify-copy.ts';
import { matchWords } from './word-matches.ts';

export interface DescribedPicture {
  readonly id: string;
  readonly description: PictureDescription;
  readonly subject?: string;
}

export interface ScoredPair extends Agreement {
  readonly a: number;
  readonly b: number;
  readonly votes: number;
}

export function scorePairs(
  pictures: readonly DescribedPicture[],
  distanceBits = 9,
  minVotes = 2,
): ScoredPair[] {
  const total = pictures.reduce((sum, { description }) => sum + description.words.length / 2, 0);
  const words = new Uint32Array(2 * total);
  const owners = new Int32Array(total);
  const starts = new Int32Array(pictures.length);
  let at = 0;
  pictures.forEach(({ description }, index) => {
    starts[index] = at;
    words.set(description.words, 2 * at);
    owners.fill(index, at, at + description.words.length / 2);
    at += description.words.length / 2;
  });
  const matches = matchWords(words, owners, distanceBits, 400);
  const byPair = new Map<number, WordPair[]>();
  for (let index = 0; index < matches.count; index++) {
    const from = matches.from[index] ?? 0;
    const to = matches.to[index] ?? 0;
    const a = owners[from] ?? 0;
    const b = owners[to] ?? 0;
    const key = a * pictures.length + b;
    const pair = { a: from - (starts[a] ?? 0), b: to - (starts[b] ?? 0) };
    const list = byPair.get(key);
    if (list) list.push(pair);
    else byPair.set(key, [pair]);
  }
  const grids = pictures.map(({ description }) => gridOf(description));
  const scored: ScoredPair[] = [];
  for (const [key, pairs] of byPair) {
    const a = Math.floor(key / pictures.length);
    const b = key % pictures.length;
    const pa = pictures[a];
    const pb = pictures[b];
    const ga = grids[a];
    const gb = grids[b];
    if (!pa || !pb || !ga || !gb || pairs.length < minVotes) continue;
    const voted = voteAlignment(pa.description, pb.description, pairs);
    if (!voted || voted.votes < minVotes) continue;
    scored.push({ a, b, votes: voted.votes, ...verifyCopy(ga, gb, voted) });
  }
  return scored;
}

export type { Alignment };
