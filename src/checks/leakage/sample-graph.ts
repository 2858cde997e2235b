import type { Dataset } from '../../model/dataset.ts';
import type { LikePair } from '../../model/near-duplicates.ts';
import type { Sample } from '../../model/sample.ts';
import { findIdenticalImages } from '../duplicates/identical-images.ts';

/** Why two samples belong together. All are strong evidence: a spelling, a file's name or a scene ties nothing here. */
export type Tie =
  | { readonly kind: 'subject'; readonly subject: string }
  | { readonly kind: 'group'; readonly group: string; readonly id: string }
  | { readonly kind: 'pixels' }
  | { readonly kind: 'copy'; readonly pair: LikePair };

/** A tie between two samples. */
export interface Link {
  readonly from: Sample;
  readonly to: Sample;
  readonly tie: Tie;
}

/** The samples that ties hold together, directly or through others. */
export interface SampleGraph {
  /** Each sample's links, both ways. */
  readonly linksOf: ReadonlyMap<Sample, readonly Link[]>;
  /** Sets of at least two samples, in the order of their first sample; samples without ties are in none. */
  readonly components: readonly (readonly Sample[])[];
}

/**
 * Ties samples by declared subject, by group (nested in its subject), by equal pixels and by verified copies. The
 * links of a subject, a group or a picture form a star about its first sample, so that there are no more links than
 * samples times kinds of evidence.
 */
export function buildSampleGraph(dataset: Dataset): SampleGraph {
  const linksOf = new Map<Sample, Link[]>();
  const addLink = (link: Link): void => {
    const links = linksOf.get(link.from);
    if (links) links.push(link);
    else linksOf.set(link.from, [link]);
  };
  const tieTogether = (from: Sample, to: Sample, tie: Tie): void => {
    addLink({ from, to, tie });
    addLink({ from: to, to: from, tie });
  };
  const hubs = new Map<string, Sample>();
  const tieToHub = (name: readonly string[], sample: Sample, tie: Tie): void => {
    const key = JSON.stringify(name);
    const hub = hubs.get(key);
    if (hub) tieTogether(hub, sample, tie);
    else hubs.set(key, sample);
  };
  for (const sample of dataset.samples) {
    const { subject, groups } = sample;
    if (subject !== undefined) tieToHub(['subject', subject], sample, { kind: 'subject', subject });
    for (const [group, id] of Object.entries(groups))
      tieToHub(['group', group, subject ?? '', id, String(subject === undefined)], sample, {
        kind: 'group',
        group,
        id,
      });
  }
  for (const { samples } of findIdenticalImages(dataset).clusters) {
    const [first, ...others] = samples;
    for (const other of others) if (first) tieTogether(first, other, { kind: 'pixels' });
  }
  const byId = new Map(dataset.samples.map((sample) => [sample.id, sample]));
  for (const { tree, likeness } of dataset.nearDuplicates?.clusters ?? [])
    for (const pair of likeness === 'copy' ? tree : []) {
      const a = byId.get(pair.a);
      const b = byId.get(pair.b);
      if (a && b) tieTogether(a, b, { kind: 'copy', pair });
    }
  return { linksOf, components: listComponents(dataset.samples, linksOf) };
}

function listComponents(
  samples: readonly Sample[],
  linksOf: ReadonlyMap<Sample, readonly Link[]>,
): Sample[][] {
  const seen = new Set<Sample>();
  const components: Sample[][] = [];
  for (const start of samples) {
    if (seen.has(start) || !linksOf.has(start)) continue;
    seen.add(start);
    const component = [start];
    // The list grows while it is walked: it is the queue of the search.
    for (const sample of component)
      for (const { to } of linksOf.get(sample) ?? []) {
        if (seen.has(to)) continue;
        seen.add(to);
        component.push(to);
      }
    components.push(component);
  }
  return components;
}

/**
 * The shortest way along links from any of the `sources` to a sample that `isTarget` accepts; undefined where there is
 * none. Of equally short ways, the one that the order of sources and links gives.
 */
export function findPath(
  { linksOf }: SampleGraph,
  sources: readonly Sample[],
  isTarget: (sample: Sample) => boolean,
): Link[] | undefined {
  const arrivals = new Map<Sample, Link | undefined>(sources.map((source) => [source, undefined]));
  const queue = [...sources];
  for (const sample of queue) {
    if (isTarget(sample)) return traceBack(sample, arrivals);
    for (const link of linksOf.get(sample) ?? []) {
      if (arrivals.has(link.to)) continue;
      arrivals.set(link.to, link);
      queue.push(link.to);
    }
  }
  return undefined;
}

function traceBack(end: Sample, arrivals: ReadonlyMap<Sample, Link | undefined>): Link[] {
  const path: Link[] = [];
  for (let link = arrivals.get(end); link; link = arrivals.get(link.from)) path.unshift(link);
  return path;
}
