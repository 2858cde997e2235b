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
  readonly #left: Entry<C>[];
  readonly #kinds: number;
  readonly #seen: Uint8Array;

  constructor(candidates: readonly C[], seed: number) {
    this.#kinds = candidates.reduce((most, { shows }) => Math.max(most, shows.length), 0);
    const byKind = Array.from({ length: this.#kinds }, () => new Map<string, number>());
    let things = 0;
    const numberOf = (names: Map<string, number> | undefined, name: string): number => {
      const known = names?.get(name);
      if (known !== undefined) return known;
      names?.set(name, things);
      return things++;
    };
    this.#left = candidates.map((candidate) => ({
      candidate,
      rank: rankText(candidate.id, seed),
      shows: candidate.shows.map((names, kind) =>
        [...new Set(names)].map((name) => numberOf(byKind[kind], name)),
      ),
    }));
    this.#left.sort((a, b) => a.rank - b.rank || (a.candidate.id < b.candidate.id ? -1 : 1));
    this.#seen = new Uint8Array(things);
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
    this.#left.splice(this.#left.indexOf(best.entry), 1);
    for (const numbers of best.entry.shows) for (const number of numbers) this.#seen[number] = 1;
    return best.entry.candidate;
  }

  #findBest(
    isWanted: (candidate: C) => boolean = () => true,
  ): { readonly entry: Entry<C>; readonly hasNews: boolean } | undefined {
    let best: Entry<C> | undefined;
    const most = new Array<number>(this.#kinds).fill(0);
    for (const entry of this.#left) {
      if (!isWanted(entry.candidate) || (best && !this.#hasMoreNews(entry, most))) continue;
      best = entry;
      for (let kind = 0; kind < this.#kinds; kind++) most[kind] = this.#countNews(entry.shows[kind]);
    }
    return best && { entry: best, hasNews: most.some((count) => count > 0) };
  }

  /** Whether it shows more of the first kind that it does not show as much of. */
  #hasMoreNews({ shows }: Entry<C>, most: readonly number[]): boolean {
    for (let kind = 0; kind < most.length; kind++) {
      const more = this.#countNews(shows[kind]) - (most[kind] ?? 0);
      if (more !== 0) return more > 0;
    }
    return false;
  }

  #countNews(numbers: readonly number[] = []): number {
    let count = 0;
    for (const number of numbers) if (this.#seen[number] === 0) count++;
    return count;
  }
}

interface Entry<C> {
  readonly candidate: C;
  readonly rank: number;
  /** What it shows, numbered, by kind. */
  readonly shows: readonly (readonly number[])[];
}

/** A place in an order of chance, 0 to 2³² − 1: FNV-1a with the mixing step of MurmurHash3 behind it. */
function rankText(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ Math.imul(seed | 0, 0x9e3779b1)) >>> 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
