import type { InventoryProblem } from '../../model/inventory.ts';
import { groupBy } from '../../model/order.ts';
import { folderOf } from './folder.ts';

/** Files of one folder that no sample uses. */
export interface UnlistedFolder {
  /** `.` for the dataset's own directory. */
  readonly folder: string;
  /** Sorted. */
  readonly paths: readonly string[];
}

/** The pictures or the labels that no sample uses, by folder: hundreds in one folder have one cause. */
export function findUnlisted(
  problems: readonly InventoryProblem[],
  role: 'image' | 'label',
): readonly UnlistedFolder[] {
  const paths = problems.flatMap((problem) =>
    problem.kind === 'unlisted' && problem.role === role ? problem.path : [],
  );
  return [...groupBy(paths.sort(), folderOf)].map(([folder, members]) => ({ folder, paths: members }));
}
