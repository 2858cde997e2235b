import type { Dataset } from '../../model/dataset.ts';
import { compareText, groupBy } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';
import { subjectsOf } from '../leakage/split-spread.ts';
import { buildSide, type Side } from './side.ts';

/** More domains than this are names of something else. */
const maxDomains = 20;
/** Without a target domain all are compared with each other: as many pairs as with one, and one more. */
const maxDomainsInPairs = 7;

/** Two sides with images. Of two domains the second is the target, where one is declared; of two splits the first is train. */
export interface Pair {
  /** Stable name, whichever of the two is brighter. */
  readonly key: string;
  readonly first: Side;
  readonly second: Side;
}

export interface PairChoice {
  readonly domains: readonly Side[];
  readonly splits: readonly Side[];
  readonly pairs: readonly Pair[];
  /** The smallest domains, where there are more than can be compared. */
  readonly domainsLeftOut: number;
}

/**
 * What to compare: each domain with the target, or all of them with each other where no target is declared; and
 * train with test and val, within each domain where there are several, so that one shift is not found twice.
 * @param decoded samples whose image was decoded, in the order of the dataset
 */
export function choosePairs(decoded: readonly Sample[], { images, task }: Dataset): PairChoice {
  const byDomain = groupBy(decoded, (sample) => sample.domain);
  const chosen = chooseDomains(byDomain, task.targetDomain);
  const domains = chosen.map(([name, members]) => buildSide(name, members, images));
  const isDivided = domains.length > 1;

  const domainPairs = isDivided ? pairDomains(domains, task.targetDomain) : [];
  const splitPairs = isDivided
    ? chosen.flatMap(([name, members]) => pairSplits(members, images, name))
    : pairSplits(decoded, images);
  return {
    domains,
    splits: [...new Set(splitPairs.flatMap(({ first, second }) => [first, second]))],
    pairs: [...domainPairs, ...splitPairs],
    domainsLeftOut: byDomain.size - chosen.length,
  };
}

/** The target and the domains with most subjects, then images; in code-unit order. */
function chooseDomains(
  byDomain: ReadonlyMap<string, Sample[]>,
  target: string | undefined,
): (readonly [name: string, members: readonly Sample[]])[] {
  const ranked = [...byDomain]
    .map(([name, members]) => ({ name, members, subjects: subjectsOf(members).length }))
    .sort(
      (a, b) =>
        Number(b.name === target) - Number(a.name === target) ||
        b.subjects - a.subjects ||
        b.members.length - a.members.length ||
        compareText(a.name, b.name),
    );
  const isAnchored = target !== undefined && byDomain.has(target);
  return ranked
    .slice(0, isAnchored ? maxDomains : maxDomainsInPairs)
    .sort((a, b) => compareText(a.name, b.name))
    .map(({ name, members }) => [name, members]);
}

function pairDomains(domains: readonly Side[], target: string | undefined): Pair[] {
  const reference = domains.find(({ name }) => name === target);
  const couples = reference
    ? domains.filter((side) => side !== reference).map((side) => [side, reference] as const)
    : domains.flatMap((first, index) => domains.slice(index + 1).map((second) => [first, second] as const));
  return couples.map(([first, second]) => ({
    key: `domains:${first.name}+${second.name}`,
    first,
    second,
  }));
}

function pairSplits(members: readonly Sample[], images: Dataset['images'], domain?: string): Pair[] {
  const select = (split: string): Side =>
    buildSide(
      domain === undefined ? split : `${domain} ${split}`,
      members.filter((sample) => sample.splits.includes(split)),
      images,
    );
  const train = select('train');
  if (train.samples.length === 0) return [];
  return ['test', 'val'].flatMap((split) => {
    const other = select(split);
    const scope = domain === undefined ? '' : `${domain}:`;
    return other.samples.length === 0
      ? []
      : [{ key: `splits:${scope}train+${split}`, first: train, second: other }];
  });
}
