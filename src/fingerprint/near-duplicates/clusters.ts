import { compareText, sortedUnique } from '../../model/order.ts';
import type { LikenessCluster, LikePair } from './find-near-duplicates.ts';

/** Joins pairs to clusters: those of copies, and those that a pair of one scene holds together. */
export function clusterPairs(pairs: readonly LikePair[], maxPairs: number): LikenessCluster[] {
  const copies = join(pairs.filter(({ kind }) => kind === 'copy'));
  const scenes = join(pairs).filter((group) => group.some(({ kind }) => kind === 'same-scene'));
  return [
    ...copies.map((group) => toCluster('copy', group, maxPairs)),
    ...scenes.map((group) => toCluster('same-scene', group, maxPairs)),
  ].sort((a, b) => compareText(a.kind, b.kind) || compareText(a.members[0] ?? '', b.members[0] ?? ''));
}

/** Union–find over the ids of the pairs; the pairs of each component. */
function join(pairs: readonly LikePair[]): LikePair[][] {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root))
      root = parent;
    parents.set(id, root);
    return root;
  };
  for (const { a, b } of pairs) parents.set(rootOf(a), rootOf(b));
  const groups = new Map<string, LikePair[]>();
  for (const pair of pairs) {
    const root = rootOf(pair.a);
    const group = groups.get(root);
    if (group) group.push(pair);
    else groups.set(root, [pair]);
  }
  return [...groups.values()];
}

function toCluster(
  kind: LikenessCluster['kind'],
  group: readonly LikePair[],
  maxPairs: number,
): LikenessCluster {
  const best = [...group].sort(
    (p, q) => q.correlation - p.correlation || compareText(p.a, q.a) || compareText(p.b, q.b),
  );
  return {
    kind,
    members: sortedUnique(group.flatMap(({ a, b }) => [a, b])),
    pairs: best.slice(0, maxPairs),
    pairCount: group.length,
  };
}
