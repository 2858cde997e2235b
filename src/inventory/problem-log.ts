import { DatasetError, formatLocation } from '../model/errors.ts';
import type { InventoryProblem } from '../model/inventory.ts';
import { compareText } from '../model/order.ts';
import type { SourceLocation } from '../model/sample.ts';

/** Most problems that a dataset may have: with more, the config names the wrong files or columns. */
const maxProblems = 1_000_000;

/** @throws DatasetError naming the place of the problem that is one too many */
export function checkProblemCount(count: number, location: SourceLocation | undefined): void {
  if (count < maxProblems) return;
  const where = location === undefined ? '' : `${formatLocation(location)}: `;
  throw new DatasetError(`${where}more than ${maxProblems} rows or files of the dataset cannot be used.`, {
    hint: 'Check samples.root, samples.columns and the names of the manifests.',
  });
}

/** Collects problems, each once: of several with one subject, the first that was added stays. */
export class ProblemLog {
  readonly #byKey = new Map<string, InventoryProblem>();

  add(problem: InventoryProblem): void {
    const key = JSON.stringify([problem.kind, ...identify(problem)]);
    if (this.#byKey.has(key)) return;
    checkProblemCount(this.#byKey.size, 'location' in problem ? problem.location : undefined);
    this.#byKey.set(key, problem);
  }

  /** Sorted by kind, then by what the problem is about, then by line. */
  toSorted(): InventoryProblem[] {
    return [...this.#byKey.values()]
      .map((problem) => ({ problem, about: identify(problem) }))
      .sort((a, b) => compareText(a.problem.kind, b.problem.kind) || compareParts(a.about, b.about))
      .map(({ problem }) => problem);
  }
}

/** What makes two problems of one kind the same, the most telling part first. */
function identify(problem: InventoryProblem): readonly (string | number)[] {
  switch (problem.kind) {
    case 'missing-file':
      return [problem.path, problem.role];
    case 'outside':
    case 'ambiguous':
      return [problem.path];
    case 'relocated':
      return [problem.path, problem.foundAt];
    case 'unlisted':
      return [problem.path, problem.role];
    case 'conflict':
      return [problem.image, problem.field];
    case 'row':
      return [...locate(problem.location), problem.reason];
    case 'duplicate-header':
      return [...locate(problem.location), problem.column];
    case 'unknown-split':
      return [problem.name];
  }
}

function locate({ file, line = 0 }: SourceLocation): readonly (string | number)[] {
  return [file, line];
}

function compareParts(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined || part === other) continue;
    if (typeof part === 'number' && typeof other === 'number') return part - other;
    return compareText(String(part), String(other));
  }
  return 0;
}
