import type { LikenessCluster, LikePair } from '../../model/near-duplicates.ts';
import { compareText, sortedUnique } from '../../model/order.ts';

/** Joins pairs to clusters: those of copies, and those that a pair of one scene holds together. */
export function clusterPairs(pairs: readonly LikePair[]): LikenessCluster[] {
  const copies = joinPairs(
    'copy',
    pairs.filter(({ likeness }) => likeness === 'copy'),
  );
  const scenes = joinPairs('scene', pairs).filter(({ tree }) =>
    tree.some(({ likeness }) => likeness === 'scene'),
  );
  return [...copies, ...scenes].sort(
    (a, b) => compareText(a.likeness, b.likeness) || compareText(a.members[0] ?? '', b.members[0] ?? ''),
  );
}

/**
 * The connected components of the pairs, each with a spanning tree of its strongest pairs (Kruskal 1956,
 * doi:10.1090/S0002-9939-1956-0078686-7): a pair that joins two parts which no stronger one has joined.
 */
function joinPairs(likeness: LikenessCluster['likeness'], pairs: readonly LikePair[]): LikenessCluster[] {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root))
      root = parent;
    parents.set(id, root);
    return root;
  };
  const strongest = [...pairs].sort(
    (p, q) => q.correlation - p.correlation || compareText(p.a, q.a) || compareText(p.b, q.b),
  );
  const tree = strongest.filter(({ a, b }) => {
    const [from, to] = [rootOf(a), rootOf(b)];
    parents.set(from, to);
    return from !== to;
  });
  const clusters = new Map<string, { tree: LikePair[]; pairs: number }>();
  for (const pair of tree) {
    const root = rootOf(pair.a);
    const cluster = clusters.get(root);
    if (cluster) cluster.tree.push(pair);
    else clusters.set(root, { tree: [pair], pairs: 0 });
  }
  for (const { a } of pairs) {
    const cluster = clusters.get(rootOf(a));
    if (cluster) cluster.pairs++;
  }
  return [...clusters.values()].map((cluster) => ({
    likeness,
    members: sortedUnique(cluster.tree.flatMap(({ a, b }) => [a, b])),
    ...cluster,
  }));
}
