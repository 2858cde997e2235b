import { compose, invert, matrixOf, type Orientation } from '../description/dihedral.ts';
import type { PictureDescription } from '../description/picture-description.ts';

/**
 * Where one picture lies in another: a point of the first, turned by `orientation` about its centre, scaled, and moved,
 * is a point of the second. Pixels of the thumbnails, from their centres.
 */
export interface Alignment {
  readonly orientation: Orientation;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly shiftX: number;
  readonly shiftY: number;
}

/** One word of `a` that is one of `b`. */
export interface WordPair {
  readonly a: number;
  readonly b: number;
  /** The word stands in many pictures. */
  readonly isCommon: boolean;
}

interface Vote {
  readonly isCommon: boolean;
  readonly orientation: Orientation;
  readonly scale: number;
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
}

/** A word pair agrees with an alignment when it lands this near, pixels. */
const tolerance = 3;
const maxScale = 2.6;
const maxVotes = 40;

export interface VotedAlignment extends Alignment {
  readonly votes: number;
  /** Votes of words that do not stand in many pictures. */
  readonly rareVotes: number;
}

/** The alignment that most word pairs agree on; undefined where no two do. */
export function voteAlignment(
  a: PictureDescription,
  b: PictureDescription,
  pairs: readonly WordPair[],
): VotedAlignment | undefined {
  // Rare words first, should there be too many.
  const sorted = [...pairs].sort((p, q) => Number(p.isCommon) - Number(q.isCommon));
  const votes = sorted.slice(0, maxVotes).map((pair) => readVote(a, b, pair));
  let best: VotedAlignment | undefined;
  for (const [index, first] of votes.entries()) {
    for (const second of votes.slice(index + 1)) {
      if (first.orientation !== second.orientation) continue;
      const alignment = alignmentOf(first, second);
      if (!alignment) continue;
      const agreed = countAgreeing(votes, alignment);
      if (!best || agreed.votes > best.votes) best = { ...alignment, ...agreed };
    }
  }
  return best;
}

function readVote(a: PictureDescription, b: PictureDescription, pair: WordPair): Vote {
  const from = readPlace(a, pair.a);
  const to = readPlace(b, pair.b);
  const orientation = compose(invert(to.orientation), from.orientation);
  const { xx, xy, yx, yy } = matrixOf(orientation);
  return {
    isCommon: pair.isCommon,
    orientation,
    scale: 2 ** ((to.scale - from.scale) / 8),
    fromX: xx * from.x + xy * from.y,
    fromY: yx * from.x + yy * from.y,
    toX: to.x,
    toY: to.y,
  };
}

function readPlace({ places, width, height }: PictureDescription, word: number) {
  const at = 4 * word;
  return {
    x: (places[at] ?? 0) / 2 - (width - 1) / 2,
    y: (places[at + 1] ?? 0) / 2 - (height - 1) / 2,
    scale: places[at + 2] ?? 0,
    orientation: places[at + 3] ?? 0,
  };
}

function alignmentOf(first: Vote, second: Vote): Alignment | undefined {
  const fromX = second.fromX - first.fromX;
  const fromY = second.fromY - first.fromY;
  const toX = second.toX - first.toX;
  const toY = second.toY - first.toY;
  const square = fromX * fromX + fromY * fromY;
  if (square < 64) return undefined;
  const scale = (fromX * toX + fromY * toY) / square;
  const expected = Math.sqrt(first.scale * second.scale);
  if (scale > maxScale || scale * maxScale < 1 || scale > expected * 1.35 || scale * 1.35 < expected)
    return undefined;
  const shiftX = (first.toX + second.toX) / 2 - (scale * (first.fromX + second.fromX)) / 2;
  const shiftY = (first.toY + second.toY) / 2 - (scale * (first.fromY + second.fromY)) / 2;
  const alignment = { orientation: first.orientation, scaleX: scale, scaleY: scale, shiftX, shiftY };
  return agrees(first, alignment) && agrees(second, alignment) ? alignment : undefined;
}

/** Places that agree, each place of the first picture counted once. */
function countAgreeing(votes: readonly Vote[], alignment: Alignment): { votes: number; rareVotes: number } {
  const places = new Set<number>();
  const rare = new Set<number>();
  for (const vote of votes) {
    if (!agrees(vote, alignment)) continue;
    const place = vote.fromX * 1000 + vote.fromY;
    places.add(place);
    if (!vote.isCommon) rare.add(place);
  }
  return { votes: places.size, rareVotes: rare.size };
}

function agrees(vote: Vote, { orientation, scaleX, scaleY, shiftX, shiftY }: Alignment): boolean {
  const limit = tolerance * Math.max(1, scaleX);
  return (
    vote.orientation === orientation &&
    Math.abs(scaleX * vote.fromX + shiftX - vote.toX) <= limit &&
    Math.abs(scaleY * vote.fromY + shiftY - vote.toY) <= limit
  );
}
