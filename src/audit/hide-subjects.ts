import { normalizeSpelling } from '../checks/leakage/spelling.ts';
import type { BaselineResult } from '../model/baseline.ts';
import type { Waiver } from '../model/config.ts';
import type { Dataset } from '../model/dataset.ts';
import type { InventoryProblem } from '../model/inventory.ts';
import type { Sample } from '../model/sample.ts';
import { deriveKey, makePseudonyms } from './pseudonyms.ts';

export interface HiddenDataset {
  readonly dataset: Dataset;
  /** The waivers with pseudonyms in their keys, where these name subjects or groups as the dataset does. */
  readonly accept: readonly Waiver[];
}

/**
 * The dataset with pseudonyms in place of the ids of subjects and groups. No check that runs on it can tell an id; what
 * it must know of their spelling is told apart.
 * @param key secret; without it, one is derived from the dataset
 */
export function hideSubjects(
  dataset: Dataset,
  accept: readonly Waiver[],
  key = deriveKey(dataset),
): HiddenDataset {
  const { samples, problems } = dataset;
  const kinds = new Set(samples.flatMap(({ groups }) => Object.keys(groups)));
  const claimed = (field: string): string[] =>
    problems.flatMap((problem) =>
      problem.kind === 'conflict' && problem.field === field ? problem.claims.map(({ value }) => value) : [],
    );
  const subjects = makePseudonyms(
    'subject',
    [...samples.flatMap(({ subject }) => subject ?? []), ...claimed('subject')],
    key,
  );
  const groups = new Map(
    [...kinds].map((kind) => [
      kind,
      makePseudonyms(
        kind,
        [...samples.flatMap((sample) => sample.groups[kind] ?? []), ...claimed(`group:${kind}`)],
        key,
      ),
    ]),
  );
  const hideSample = (sample: Sample): Sample => ({
    ...sample,
    ...(sample.subject !== undefined && { subject: translate(subjects, sample.subject) }),
    groups: Object.fromEntries(
      Object.entries(sample.groups).map(([kind, id]) => [kind, translate(groups.get(kind), id)]),
    ),
  });
  const hideProblem = (problem: InventoryProblem): InventoryProblem => {
    if (problem.kind !== 'conflict') return problem;
    const names = problem.field === 'subject' ? subjects : groups.get(problem.field.replace(/^group:/u, ''));
    const claims = problem.claims.map((claim) => ({ ...claim, value: translate(names, claim.value) }));
    return { ...problem, claims };
  };
  return {
    dataset: {
      ...dataset,
      samples: samples.map(hideSample),
      problems: problems.map(hideProblem),
      spellings: spellAlike(subjects, key),
      ...(dataset.baseline && {
        baseline: {
          ...dataset.baseline,
          result: hideScores(dataset.baseline.result, subjects),
        },
      }),
    },
    accept: accept.map((waiver) => ({
      ...waiver,
      key: hideInKey(waiver.key, [subjects, ...groups.values()]),
    })),
  };
}

/**
 * The scores of subjects, whom the trainer knows by their ids. Those whom the dataset does not know are left out: a name
 * could be anything.
 */
function hideScores(result: BaselineResult, names: ReadonlyMap<string, string>): BaselineResult {
  const { score } = result.stages;
  if (!score) return result;
  const subjects = score.subjects.flatMap((one) => {
    const name = names.get(one.name);
    return name === undefined ? [] : [{ ...one, name }];
  });
  return { ...result, stages: { ...result.stages, score: { ...score, subjects } } };
}

function translate(names: ReadonlyMap<string, string> | undefined, id: string): string {
  return names?.get(id) ?? id;
}

/** For each pseudonym, a pseudonym of the spelling; empty where the id has none. */
function spellAlike(subjects: ReadonlyMap<string, string>, key: string): ReadonlyMap<string, string> {
  const spellings = new Map([...subjects].map(([id, name]) => [name, normalizeSpelling(id)]));
  const hidden = makePseudonyms('spelling', [...spellings.values()], key);
  return new Map([...spellings].map(([name, spelling]) => [name, spelling && translate(hidden, spelling)]));
}

/** Keys of findings are ids, or are made of ids with these between them; of several ids in a row, sorted, `|`. */
const separator = /[|:@]/u;

function hideInKey(key: string, names: readonly ReadonlyMap<string, string>[]): string {
  const hide = (text: string): string | undefined => names.map((map) => map.get(text)).find(Boolean);
  const ends = [...Array.from(key.matchAll(new RegExp(separator, 'gu')), ({ index }) => index), key.length];
  let hidden = '';
  let row: string[] = [];
  const closeRow = (): void => {
    hidden += row.sort().join('|');
    row = [];
  };
  for (let start = 0; start <= key.length;) {
    // An id may hold a separator: the longest one counts.
    const end = ends.findLast((one) => one >= start && hide(key.slice(start, one)) !== undefined);
    const next = end ?? ends.find((one) => one >= start) ?? key.length;
    const part = key.slice(start, next);
    if (end === undefined) {
      closeRow();
      hidden += part;
    } else row.push(hide(part) ?? part);
    const between = key[next] ?? '';
    if (between !== '|' || end === undefined) {
      closeRow();
      hidden += between;
    }
    start = next + 1;
  }
  return hidden;
}
