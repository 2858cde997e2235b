import {
  listFirst,
  type ClassPixels,
  type Move,
  type Reassignment,
  type Relabelling,
  type SampleChanges,
} from '../model/change.ts';
import { compareText, sortedUnique } from '../model/order.ts';
import { reportBounds } from '../model/report.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import type { ComparedSample } from './view-samples.ts';

/**
 * What has become of the samples. Pure.
 * @param before renamed as `renames` has it
 * @param renames paths of today by those of before
 */
export function compareSamples(
  before: readonly ComparedSample[],
  after: readonly ComparedSample[],
  renames: ReadonlyMap<string, string>,
): SampleChanges {
  const earlier = new Map(before.map((sample) => [sample.id, sample]));
  const later = new Map(after.map((sample) => [sample.id, sample]));
  const pairs = sortById(after).flatMap((sample) => {
    const other = earlier.get(sample.id);
    return other ? [{ old: other, now: sample }] : [];
  });
  const place = ({ id, splits }: ComparedSample) => ({ sample: showPath(id), splits: splits.map(showName) });
  const renamed = [...renames]
    .filter(([, to]) => later.has(to) && earlier.has(to))
    .map(([from, sample]) => ({ sample: showPath(sample), from: showPath(from) }))
    .sort((a, b) => compareText(a.sample, b.sample));
  const moved = pairs.flatMap(({ old, now }) =>
    isSame(old.splits, now.splits) ? [] : [{ sample: showPath(now.id), ...showMove(old.splits, now.splits) }],
  );
  const movedSubjects = findMovedSubjects(before, after);
  return {
    added: listFirst(
      sortById(after)
        .filter(({ id }) => !earlier.has(id))
        .map(place),
    ),
    removed: listFirst(
      sortById(before)
        .filter(({ id }) => !later.has(id))
        .map(place),
    ),
    renamed: listFirst(renamed),
    replaced: listFirst(
      pairs.filter(({ old, now }) => differ(old.image, now.image)).map(({ now }) => place(now)),
    ),
    relabelled: listFirst(pairs.flatMap(({ old, now }) => compareLabels(old, now))),
    reassigned: listFirst(pairs.flatMap(({ old, now }) => compareSubjects(old, now))),
    moved: listFirst(moved),
    movedSubjects: listFirst(movedSubjects),
    trainToTest: movedSubjects.filter((move) => rankMove(move) === 0).length,
  };
}

/** Code points of what a label says. */
const maxWordsLength = 1000;

function showPath(path: string): string {
  return shortenMiddle(path, reportBounds.pathLength);
}

function showName(name: string): string {
  return shortenMiddle(name, reportBounds.nameLength);
}

function showMove(before: readonly string[], after: readonly string[]): Move {
  return { before: before.map(showName), after: after.map(showName) };
}

/** How dangerous a move is: from train to test, the model has been chosen on what it is then tested with. */
function rankMove({ before, after }: Move): number {
  return before.includes('train') && after.includes('test') ? 0 : 1;
}

function findMovedSubjects(
  before: readonly ComparedSample[],
  after: readonly ComparedSample[],
): (Move & { readonly subject: string })[] {
  const earlier = listSplits(before);
  return [...listSplits(after)]
    .flatMap(([subject, splits]) => {
      const old = earlier.get(subject);
      return old === undefined || isSame(old, splits)
        ? []
        : [{ subject: showPath(subject), ...showMove(old, splits) }];
    })
    .sort((a, b) => rankMove(a) - rankMove(b) || compareText(a.subject, b.subject));
}

/** Every split that a subject is in, sorted. */
function listSplits(samples: readonly ComparedSample[]): Map<string, string[]> {
  const splits = new Map<string, string[]>();
  for (const { subject, splits: own } of samples) {
    if (subject === undefined) continue;
    const known = splits.get(subject);
    if (known) known.push(...own);
    else splits.set(subject, [...own]);
  }
  return new Map([...splits].map(([subject, names]) => [subject, sortedUnique(names)]));
}

function compareSubjects({ subject: before }: ComparedSample, now: ComparedSample): Reassignment[] {
  const { id, subject: after } = now;
  if (before === after) return [];
  return [
    {
      sample: showPath(id),
      ...(before !== undefined && { before: showPath(before) }),
      ...(after !== undefined && { after: showPath(after) }),
    },
  ];
}

function compareLabels(old: ComparedSample, now: ComparedSample): Relabelling[] {
  if (!isRelabelled(old, now)) return [];
  const { says: before } = old;
  const { says: after } = now;
  const pixels = old.pixels && now.pixels && comparePixels(old.pixels, now.pixels);
  return [
    {
      sample: showPath(now.id),
      ...(before !== undefined && { before: shortenMiddle(before, maxWordsLength) }),
      ...(after !== undefined && { after: shortenMiddle(after, maxWordsLength) }),
      ...(pixels && { pixels }),
      ...(pixels && { maskPixels: { before: old.maskPixels ?? 0, after: now.maskPixels ?? 0 } }),
    },
  ];
}

/** A mask that is stored in another way says the same. */
function isRelabelled(old: ComparedSample, now: ComparedSample): boolean {
  if (old.says !== now.says) return true;
  if (old.meaning !== undefined && now.meaning !== undefined) return old.meaning !== now.meaning;
  return differ(old.label, now.label);
}

function comparePixels(old: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): ClassPixels[] {
  return sortedUnique([...old.keys(), ...now.keys()])
    .map((name) => ({ name: showName(name), before: old.get(name) ?? 0, after: now.get(name) ?? 0 }))
    .filter(({ before, after }) => before !== after);
}

/** Of what is not known, nothing is said. */
function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function sortById(samples: readonly ComparedSample[]): ComparedSample[] {
  return [...samples].sort((a, b) => compareText(a.id, b.id));
}
