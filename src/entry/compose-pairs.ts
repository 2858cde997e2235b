import { availableParallelism } from 'node:os';
import { thumbnailFiles } from '../fingerprint/thumbnails/thumbnail-files.ts';
import type { LikePair, NearDuplicates } from '../model/near-duplicates.ts';
import type { Sample } from '../model/sample.ts';
import type { ThumbnailOutcome } from '../model/thumbnail.ts';
import type { PairSide, ShownPair } from '../report/sheet/pairs-svg.ts';
import { pictureEdge } from '../report/sheet/tile.ts';
import type { AuditedDataset } from './check-dataset.ts';

/** Pairs that a person looks at; the report names all. */
const maxPairs = 12;
const check = 'leakage/near-duplicate';

export interface ComposedPairs {
  readonly pairs: readonly ShownPair[];
  /** Findings of near-duplicates in all. */
  readonly total: number;
}

/**
 * Brings the near-duplicates that a report has found in several splits together with their pictures, a pair a finding.
 * @returns undefined where the report has found none
 * @throws EnvironmentError when no decoder runs on this machine
 */
export async function composePairs(
  { report, dataset, files, config }: AuditedDataset,
  workers = availableParallelism(),
): Promise<ComposedPairs | undefined> {
  const found = report.checks.find(({ id }) => id === check);
  const byId = new Map(dataset.samples.map((sample) => [sample.id, sample]));
  const chosen = (found?.findings ?? [])
    .flatMap(({ key }) => findPair(dataset.nearDuplicates, key, byId) ?? [])
    .slice(0, maxPairs);
  if (!found || chosen.length === 0) return undefined;
  const paths = [...new Set(chosen.flatMap(({ a, b }) => [a, b]))];
  const answers = await thumbnailFiles(
    paths.map((path) => ({ path, absolutePath: files.absolutePath(path), role: 'image' })),
    { limits: config.limits, palette: undefined, edge: pictureEdge, workers },
  );
  const pictures = new Map(paths.map((path, index) => [path, answers[index]]));
  const side = (id: string): PairSide => ({
    name: id,
    origin: describeOrigin(byId.get(id)),
    image: takePicture(pictures.get(id)),
  });
  return {
    pairs: chosen.map((pair) => ({ pair, first: side(pair.a), second: side(pair.b) })),
    total: found.findingsTotal,
  };
}

/** The strongest pair of a finding's cluster whose samples stand in different splits. */
function findPair(
  nearDuplicates: NearDuplicates | undefined,
  key: string,
  byId: ReadonlyMap<string, Sample>,
): LikePair | undefined {
  const cluster = nearDuplicates?.clusters.find(
    ({ likeness, members }) => likeness === 'copy' && members[0] === key,
  );
  return cluster?.tree.find(({ a, b }) => {
    const others = byId.get(b)?.splits ?? [];
    return byId.get(a)?.splits.some((split) => others.some((other) => other !== split)) ?? false;
  });
}

function describeOrigin(sample: Sample | undefined): string {
  const parts = [sample?.splits.join(', '), sample?.subject].filter(
    (part) => part !== undefined && part !== '',
  );
  return parts.join(' · ');
}

function takePicture(outcome: ThumbnailOutcome | undefined): PairSide['image'] {
  if (outcome?.kind === 'image-thumbnail') return outcome;
  return outcome?.kind === 'failure' ? outcome.fault.replaceAll('-', ' ') : 'no picture';
}
