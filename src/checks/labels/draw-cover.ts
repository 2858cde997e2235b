/** A sample that may be drawn, by what it shows: each list holds names of one kind of thing, the weightiest kind first. */
export interface Candidate {
  /** Unique among the candidates. */
  readonly id: string;
  /** Such as its combinations of class, domain and split; then its subject; then that subject's classes. */
  readonly shows: readonly (readonly string[])[];
}

/**
 * Draws one candidate after the other, each the one that shows the most of what has not been shown: first of the first
 * kind, among equals of the next, and among those by the seed. When everything has been shown, it begins again.
 *
 * The greedy choice is at least 1 − 1/e of the best for the first kind, and no algorithm in polynomial time has a
 * better bound (Nemhauser, Wolsey and Fisher 1978, doi:10.1007/BF01588971; Feige 1998, doi:10.1145/285055.285059). What
 * is drawn depends on the candidates and the seed, not on their order.
 */
export class CoverDraw<C extends Candidate> {
  readonly #alike: readonly Alike<C>[];
  readonly #seen: Uint8Array;

  constructor(candidates: readonly C[], seed: number) {
    const ranked = candidates.map((candidate) => ({ candidate, rank: rankText(candidate.id, seed) }));
    ranked.sort((a, b) => a.rank - b.rank || (a.candidate.id < b.candidate.id ? -1 : 1));
    const numbers = new Numbers();
    const alike = new Map<string, Alike<C>>();
    ranked.forEach(({ candidate }, place) => {
      const shows = candidate.shows.map((names, kind) =>
        [...new Set(names)].map((name) => numbers.numberOf(kind, name)),
      );
      const name = shows.map((of) => of.join()).join(';');
      const others = alike.get(name);
      if (others) others.left.push({ candidate, place });
      else alike.set(name, { shows, left: [{ candidate, place }] });
    });
    this.#alike = [...alike.values()];
    this.#seen = new Uint8Array(numbers.count);
  }

  /**
   * The next candidate, or the next of those that `isWanted`; undefined where there is none. Only a choice among all
   * begins again when everything has been shown.
   */
  next(isWanted?: (candidate: C) => boolean): C | undefined {
    let best = this.#findBest(isWanted);
    if (best?.hasNews === false && !isWanted) {
      this.#seen.fill(0);
      best = this.#findBest();
    }
    if (!best) return undefined;
    const { alike, entry } = best;
    alike.left.splice(alike.left.indexOf(entry), 1);
    for (const numbers of alike.shows) for (const number of numbers) this.#seen[number] = 1;
    return entry.candidate;
  }

  #findBest(
    isWanted: (candidate: C) => boolean = () => true,
  ): { readonly alike: Alike<C>; readonly entry: Entry<C>; readonly hasNews: boolean } | undefined {
    let best: { alike: Alike<C>; entry: Entry<C>; news: readonly number[] } | undefined;
    for (const alike of this.#alike) {
      const entry = alike.left.find(({ candidate }) => isWanted(candidate));
      if (!entry) continue;
      const news = alike.shows.map((numbers) => this.#countNews(numbers));
      const more = best ? compareCounts(news, best.news) : 1;
      if (more > 0 || (more === 0 && best && entry.place < best.entry.place)) best = { alike, entry, news };
    }
    return best && { ...best, hasNews: best.news.some((count) => count > 0) };
  }

  #countNews(numbers: readonly number[]): number {
    let count = 0;
    for (const number of numbers) if (this.#seen[number] === 0) count++;
    return count;
  }
}

/** The candidates that show the same, which are all of the images of a subject where each has one class. */
interface Alike<C> {
  /** What they show, numbered, by kind. */
  readonly shows: readonly (readonly number[])[];
  /** Those not drawn yet, in the order of chance. */
  readonly left: Entry<C>[];
}

interface Entry<C> {
  readonly candidate: C;
  /** In the order of chance among all candidates. */
  readonly place: number;
}

/** Numbers names, those of each kind for themselves. */
class Numbers {
  readonly #byKind: Map<string, number>[] = [];
  count = 0;

  numberOf(kind: number, name: string): number {
    const names = (this.#byKind[kind] ??= new Map<string, number>());
    const known = names.get(name);
    if (known !== undefined) return known;
    names.set(name, this.count);
    return this.count++;
  }
}

function compareCounts(a: readonly number[], b: readonly number[]): number {
  const kinds = Math.max(a.length, b.length);
  for (let kind = 0; kind < kinds; kind++) {
    const difference = (a[kind] ?? 0) - (b[kind] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A place in an order of chance, 0 to 2³² − 1: FNV-1a with the mixing step of MurmurHash3 behind it. */
function rankText(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ Math.imul(seed | 0, 0x9e3779b1)) >>> 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
