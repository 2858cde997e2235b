import { findNearestName } from './nearest-name.ts';

/** Canonical names with the other names people use, folded as in `foldName`. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  train: ['train', 'training', 'tr', 'trn', 'trainset', 'trainingset'],
  val: [
    ...['val', 'valid', 'validate', 'validation', 'valset', 'validset', 'validationset'],
    ...[
      'dev',
      'devel',
      'development',
      'devset',
      'eval',
      'evaluate',
      'evaluation',
      'evalset',
      'tune',
      'tuning',
    ],
  ],
  test: ['test', 'testing', 'tst', 'te', 'ts', 'testset', 'testingset', 'holdout', 'heldout', 'holdoutset'],
};

const canonicalByAlias = new Map(
  Object.entries(aliases).flatMap(([canonical, names]) => names.map((name) => [name, canonical] as const)),
);

/** `train`, `val` or `test` where the name is one of their spellings; otherwise the name as written, trimmed. */
export function canonicalSplit(name: string): string {
  return canonicalByAlias.get(foldName(name)) ?? name.trim();
}

/** Whether a name that `canonicalSplit` gave is one of the three. */
export function isKnownSplit(canonical: string): boolean {
  return Object.hasOwn(aliases, canonical);
}

/** The split that an unknown name was probably meant to be. */
export function suggestSplit(name: string): string | undefined {
  const nearest = findNearestName(foldName(name), canonicalByAlias.keys());
  return nearest === undefined ? undefined : canonicalByAlias.get(nearest);
}

function foldName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}
