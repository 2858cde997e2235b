import type { FileListing } from '../model/file-source.ts';
import { extensionOf, hasImageExtension } from './image-extensions.ts';
import { folderOf, isAbsolutePath, joinPath } from './relative-path.ts';
import { SuffixIndex, type SuffixMatch } from './suffix-index.ts';

/** Where a path that somebody wrote leads. */
export type Resolution =
  | { readonly kind: 'found'; readonly path: string }
  | {
      readonly kind: 'relocated';
      readonly path: string;
      /** Only the file's name agrees, though the relative path named a folder too. */
      readonly isByNameAlone: boolean;
    }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly kind: 'outside' }
  | { readonly kind: 'missing' };

const maxCandidates = 10;

/** Longest path looked up, in characters: what operating systems allow at most. */
const maxPathLength = 4096;

/** How many resolutions of paths that are not called as written are kept. */
const maxMemo = 100_000;

/**
 * Finds the listed file that a path in a manifest or list means. Nothing but the listing is looked at, so no
 * path, however written, leads out of the dataset.
 */
export class PathResolver {
  /** The links out of the dataset that paths looked up so far lead to. */
  readonly linksMet = new Set<string>();
  readonly #files: ReadonlyMap<string, number>;
  readonly #outside: ReadonlySet<string>;
  readonly #sorted: readonly string[];
  readonly #memo = new Map<string, Resolution>();
  readonly #byComposed: () => PathIndex;
  readonly #byStem: () => PathIndex;
  readonly #byFolded: () => PathIndex;
  readonly #composedSuffixes: () => SuffixIndex;
  readonly #foldedSuffixes: () => SuffixIndex;

  constructor(listing: FileListing) {
    const paths = listing.files.map(({ path }) => path);
    const targets = [...paths, ...listing.outside];
    this.#sorted = paths;
    this.#files = new Map(paths.map((path, place) => [path, place]));
    this.#outside = new Set(listing.outside);
    this.#byComposed = lazy(() => indexPaths(targets, compose));
    this.#byStem = lazy(() =>
      indexPaths(targets.filter(hasImageExtension), (path) =>
        compose(path.slice(0, -extensionOf(path).length)),
      ),
    );
    this.#byFolded = lazy(() => indexPaths(paths, fold));
    this.#composedSuffixes = lazy(() => new SuffixIndex(this.#sorted, compose));
    this.#foldedSuffixes = lazy(() => new SuffixIndex(this.#sorted, fold));
  }

  /** How many files are listed. */
  get fileCount(): number {
    return this.#files.size;
  }

  /** The place of a listed file in the listing; undefined for any other path. */
  placeOf(path: string): number | undefined {
    return this.#files.get(path);
  }

  /**
   * Where `written` leads from the first of `folders` in which there is such a file; failing that, the one
   * file that differs in case only, or that ends in the most of its components.
   */
  resolve(written: string, folders: readonly string[]): Resolution {
    const exact = this.#findExact(written, folders);
    if (exact) return exact;
    const key = `${folders.join('\0')}\0\0${written}`;
    let resolution = this.#memo.get(key);
    if (!resolution) {
      resolution =
        this.resolveInPlace(written, folders) ?? this.#resolveElsewhere(written, [...new Set(folders)]);
      if (this.#memo.size === maxMemo) this.#memo.clear();
      this.#memo.set(key, resolution);
    }
    return resolution;
  }

  /**
   * The file that is called as written from one of `folders`: what most paths are. Listed paths have no `.`, `..` or
   * empty parts, so that one which is written with them, and may lead to an earlier folder, is not found here.
   */
  #findExact(written: string, folders: readonly string[]): Resolution | undefined {
    for (const folder of folders) {
      const path = folder === '' ? written : `${folder}/${written}`;
      if (this.#files.has(path)) return { kind: 'found', path };
    }
    return undefined;
  }

  /**
   * As `resolve`, but only where the path says: spelled as written, with `\` as `/`, percent-decoded, in
   * another Unicode normal form, or with an image extension added. Undefined when there is nothing.
   */
  resolveInPlace(written: string, folders: readonly string[]): Resolution | undefined {
    if (written.length > maxPathLength) return undefined;
    const exact = this.#findExact(written, folders);
    if (exact) return exact;
    const candidates = listCandidates(written, folders);
    const found = candidates.find((candidate) => this.#files.has(candidate));
    if (found !== undefined) return { kind: 'found', path: found };
    for (const index of [this.#byComposed(), this.#byStem()])
      for (const candidate of candidates) {
        const resolution = this.#toResolution(index.get(compose(candidate)));
        if (resolution) return resolution;
      }
    const link = candidates.map((candidate) => this.#findLink(candidate)).find((path) => path !== undefined);
    return link === undefined ? undefined : this.#meetLink(link);
  }

  #toResolution(paths: readonly string[] | undefined): Resolution | undefined {
    const [first] = paths ?? [];
    if (paths === undefined || first === undefined) return undefined;
    if (paths.length > 1) return { kind: 'ambiguous', candidates: paths.slice(0, maxCandidates) };
    return this.#files.has(first) ? { kind: 'found', path: first } : this.#meetLink(first);
  }

  #resolveElsewhere(written: string, folders: readonly string[]): Resolution {
    if (written.length > maxPathLength) return { kind: 'missing' };
    const isAbsolute = isAbsolutePath(written);
    if (!isAbsolute) {
      for (const candidate of listCandidates(written, folders)) {
        const paths = this.#byFolded().get(fold(candidate));
        if (paths) return relocate(paths, false);
      }
      if (joinPath(folders[0] ?? '', written.replaceAll('\\', '/')) === undefined) return { kind: 'outside' };
    }
    for (const spelling of listSpellings(written)) {
      const components = splitComponents(spelling);
      const match = this.#findSuffix(components);
      if (match) return relocate(match.paths, !isAbsolute && match.depth === 1 && components.length > 1);
    }
    return { kind: 'missing' };
  }

  /** The files with the longest common end; letter case decides between equally long ones. */
  #findSuffix(components: readonly string[]): SuffixMatch | undefined {
    const folded = this.#foldedSuffixes().find(components);
    const composed = this.#composedSuffixes().find(components);
    return composed && composed.depth >= (folded?.depth ?? 0) ? composed : folded;
  }

  #meetLink(link: string): Resolution {
    this.linksMet.add(link);
    return { kind: 'outside' };
  }

  /** The link out of the dataset that `path` is, or lies behind. */
  #findLink(path: string): string | undefined {
    if (this.#outside.size === 0) return undefined;
    for (let folder = path; folder !== ''; folder = folderOf(folder))
      if (this.#outside.has(folder)) return folder;
    return undefined;
  }
}

type PathIndex = ReadonlyMap<string, readonly string[]>;

function indexPaths(paths: readonly string[], keyOf: (path: string) => string): PathIndex {
  const index = new Map<string, string[]>();
  for (const path of paths) {
    const key = keyOf(path);
    const group = index.get(key);
    if (group) group.push(path);
    else index.set(key, [path]);
  }
  return index;
}

function relocate(paths: readonly string[], isByNameAlone: boolean): Resolution {
  const [first] = paths;
  if (paths.length === 1 && first !== undefined) return { kind: 'relocated', path: first, isByNameAlone };
  return { kind: 'ambiguous', candidates: paths.slice(0, maxCandidates) };
}

function listCandidates(written: string, folders: readonly string[]): string[] {
  if (written.startsWith('/')) return [];
  // `\` and `C:` may be part of a file's own name; otherwise an absolute path is none of this machine's.
  const spellings = isAbsolutePath(written) ? [written] : [written, ...listSpellings(written)];
  const candidates = spellings.flatMap((spelling) => folders.map((folder) => joinPath(folder, spelling)));
  return [...new Set(candidates.filter((candidate) => candidate !== undefined))];
}

/** The path with `/`, and percent-decoded where it can be. */
function listSpellings(written: string): string[] {
  const slashed = written.replaceAll('\\', '/');
  if (!slashed.includes('%')) return [slashed];
  try {
    return [slashed, decodeURIComponent(slashed)];
  } catch {
    return [slashed];
  }
}

function splitComponents(path: string): string[] {
  const local = isAbsolutePath(path) ? path.replace(/^[a-z][a-z0-9+.-]*:/i, '') : path;
  return (joinPath('', local) ?? local.replace(/^.*\.\.\//, '')).split('/').filter((part) => part !== '');
}

function compose(text: string): string {
  return text.normalize('NFC');
}

function fold(text: string): string {
  return compose(text).toLowerCase();
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
