interface Node {
  readonly paths: readonly string[];
  children?: Map<string, Node>;
}

/** Files that end in the same path components as a path from elsewhere. */
export interface SuffixMatch {
  /** How many components, from the file name on, are the same; at least 1. */
  readonly depth: number;
  /** All files that share them, in listing order. */
  readonly paths: readonly string[];
}

/**
 * Finds the listed files with the longest common end. Files are grouped by name, and a group is split by the
 * folder before only when a search comes through it, so that building and searching take time in proportion
 * to files and searches even where every file is called `image.png`.
 */
export class SuffixIndex {
  readonly #root: Map<string, Node>;
  readonly #fold: (text: string) => string;

  /** Components are compared after `fold`. */
  constructor(paths: readonly string[], fold: (text: string) => string) {
    this.#fold = fold;
    this.#root = this.#split(paths, 0);
  }

  find(components: readonly string[]): SuffixMatch | undefined {
    const reversed = components.map(this.#fold).reverse();
    let node = this.#root.get(reversed[0] ?? '');
    if (!node) return undefined;
    let depth = 1;
    while (node.paths.length > 1) {
      const part = reversed[depth];
      if (part === undefined) break;
      node.children ??= this.#split(node.paths, depth);
      const child = node.children.get(part);
      if (!child) break;
      node = child;
      depth++;
    }
    const [only] = node.paths;
    if (node.paths.length === 1 && only !== undefined) depth = this.#countCommon(only, reversed);
    return { depth, paths: node.paths };
  }

  #split(paths: readonly string[], depth: number): Map<string, Node> {
    const groups = new Map<string, string[]>();
    for (const path of paths) {
      const part = path.split('/').at(-1 - depth);
      if (part === undefined) continue;
      const key = this.#fold(part);
      const group = groups.get(key);
      if (group) group.push(path);
      else groups.set(key, [path]);
    }
    return new Map([...groups].map(([key, group]) => [key, { paths: group }]));
  }

  #countCommon(path: string, reversed: readonly string[]): number {
    const own = path.split('/').reverse();
    const differing = own.findIndex((part, index) => this.#fold(part) !== reversed[index]);
    return differing < 0 ? own.length : differing;
  }
}
