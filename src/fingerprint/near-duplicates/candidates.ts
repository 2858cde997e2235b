import { voteAlignment, type VotedAlignment, type WordPair } from './comparison/alignment.ts';
import type { PictureDescription } from './description/picture-description.ts';
import { matchFirstWords, matchWords } from './word-matches.ts';

/** Two pictures, by index, that may be one, and how they would lie. */
export interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly alignment: VotedAlignment;
}

/**
 * Words this near are the same patch. Among more words fewer bits have to tell chance from likeness, and joining takes
 * less time: of 2,256 copies of the benchmark 2 have no candidate at 8 bits, 8 at 6 bits and 13 at 5.
 */
const distances = [
  { maxWords: 5e5, bits: 8 },
  { maxWords: 4e6, bits: 6 },
  { maxWords: Infinity, bits: 5 },
];
const minVotes = 2;
/** Candidates of a picture that are judged, those with most votes first. */
const maxCandidates = 12;
/** A word of more pairs than this is part of a layout or of a texture: it tells little about what a picture shows. */
const commonHits = 24;

/**
 * Finds pairs of pictures that share words in one consistent place, strongest first; 12 a picture at most. Words that
 * stand in many pictures vote, but candidates are ranked by the other ones first.
 * @param parts a number for each picture: those of one part are not compared
 * @param first of the pictures, how many are compared with all; without it, all are
 */
export function findCandidates(
  descriptions: readonly PictureDescription[],
  parts: ArrayLike<number>,
  first?: number,
): Candidate[] {
  const { words, owners, starts } = gatherWords(descriptions);
  const wordParts = owners.map((owner) => parts[owner] ?? 0);
  const bits = distances.find(({ maxWords }) => owners.length <= maxWords)?.bits ?? 5;
  const { from, to, count, hits } =
    first === undefined
      ? matchWords(words, wordParts, bits)
      : matchFirstWords(words, wordParts, bits, starts[first] ?? owners.length);
  const { firsts, matches } = groupByPicture(from, to, count, owners, descriptions.length);
  const candidates: Candidate[] = [];
  for (let a = 0; a < descriptions.length; a++) {
    const others = new Map<number, SharedWords>();
    for (let at = firsts[a] ?? 0; at < (firsts[a + 1] ?? 0); at++) {
      const match = matches[at] ?? 0;
      const own = owners[from[match] ?? 0] === a ? from[match] : to[match];
      const other = (own === from[match] ? to[match] : from[match]) ?? 0;
      const b = owners[other] ?? 0;
      const isCommon = Math.min(hits[own ?? 0] ?? 0, hits[other] ?? 0) > commonHits;
      const pair = { a: (own ?? 0) - (starts[a] ?? 0), b: other - (starts[b] ?? 0), isCommon };
      const shared = others.get(b) ?? { pairs: [], rare: 0 };
      others.set(b, shared);
      shared.pairs.push(pair);
      if (!isCommon) shared.rare++;
    }
    const likeliest = [...others].sort(
      ([b, p], [c, q]) => q.rare - p.rare || q.pairs.length - p.pairs.length || b - c,
    );
    for (const [b, { pairs }] of likeliest.slice(0, 2 * maxCandidates)) {
      const first = descriptions[a];
      const second = descriptions[b];
      if (pairs.length < minVotes || !first || !second) continue;
      const alignment = voteAlignment(first, second, pairs);
      if (alignment && alignment.votes >= minVotes) candidates.push({ a, b, alignment });
    }
  }
  return keepBest(candidates, descriptions.length);
}

/** What two pictures share. */
interface SharedWords {
  readonly pairs: WordPair[];
  /** Pairs that are not common. */
  rare: number;
}

/** Matches by the lesser of their two pictures: those of picture `a` are `matches[firsts[a] … firsts[a + 1])`. */
function groupByPicture(
  from: Int32Array,
  to: Int32Array,
  count: number,
  owners: Int32Array,
  pictures: number,
): { firsts: Int32Array; matches: Int32Array } {
  const firsts = new Int32Array(pictures + 1);
  const pictureOf = (match: number) => Math.min(owners[from[match] ?? 0] ?? 0, owners[to[match] ?? 0] ?? 0);
  for (let match = 0; match < count; match++) {
    const next = pictureOf(match) + 1;
    firsts[next] = (firsts[next] ?? 0) + 1;
  }
  for (let picture = 0; picture < pictures; picture++) {
    firsts[picture + 1] = (firsts[picture + 1] ?? 0) + (firsts[picture] ?? 0);
  }
  const free = firsts.slice();
  const matches = new Int32Array(count);
  for (let match = 0; match < count; match++) {
    const picture = pictureOf(match);
    const place = free[picture] ?? 0;
    matches[place] = match;
    free[picture] = place + 1;
  }
  return { firsts, matches };
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
  const sorted = candidates.sort(
    (p, q) =>
      q.alignment.rareVotes - p.alignment.rareVotes ||
      q.alignment.votes - p.alignment.votes ||
      p.a - q.a ||
      p.b - q.b,
  );
  return sorted.filter(({ a, b }) => {
    const isKept = (kept[a] ?? 0) < maxCandidates || (kept[b] ?? 0) < maxCandidates;
    if (isKept) {
      kept[a] = (kept[a] ?? 0) + 1;
      kept[b] = (kept[b] ?? 0) + 1;
    }
    return isKept;
  });
}
