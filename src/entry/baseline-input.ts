import { completeSettings } from '../baseline/complete-settings.ts';
import { exportBaseline, type ClassWeighting } from '../baseline/export-baseline.ts';
import { balance } from '../checks/classes/balance.ts';
import type { BaselineInput } from '../model/baseline.ts';
import type { Fact } from '../model/check.ts';
import type { Config } from '../model/config.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Json } from '../model/json.ts';
import { sortedUnique } from '../model/order.ts';
import { soleSplit } from '../model/sample.ts';
import type { WantedSplit } from '../split/wanted-splits.ts';
import { nameComponents, splitDataset } from './split-dataset.ts';
import { version } from './version.ts';

/** What an export needs to know of a dataset. */
export const baselineFacts: readonly Fact[] = ['images', 'masks', 'annotations', 'near-duplicates'];

const splitSeed = 1;
/** What classes/balance calls the background. */
const backgroundName = 'background';

/**
 * What a trainer may know of a dataset, which has the facts of `baselineFacts`.
 * @throws HoldoutError where there is nothing to train on
 */
export function describeBaselineInput(dataset: Dataset, config: Config, revision?: string): BaselineInput {
  const unitOf = new Map([...nameComponents(dataset)].map(([{ id }, unit]) => [id, unit]));
  return exportBaseline(dataset, {
    version,
    ...(revision !== undefined && { revision }),
    settings: completeSettings(config.baseline),
    limits: config.limits,
    unitOf,
    // Where most subjects stand in several splits, the fewest moves put all of them into one.
    proposeCleanSplits: [
      () => splitDataset(dataset, { mode: 'repair', seed: splitSeed }).splitOf,
      () => splitDataset(dataset, { mode: 'new', splits: measureSplits(dataset), seed: splitSeed }).splitOf,
    ],
    weighClasses,
  });
}

/** Today's splits with their sizes. */
function measureSplits({ samples }: Dataset): WantedSplit[] {
  const names = samples.map(soleSplit).filter((name) => name !== undefined);
  return sortedUnique(names).map((name) => ({ name, ratio: names.filter((other) => other === name).length }));
}

/** The weights by median frequency that classes/balance measures. */
function weighClasses(training: Dataset): ClassWeighting {
  const { maxRatio, beta } = balance.options;
  const result = balance.run(training, { maxRatio: maxRatio.default, beta: beta.default });
  if ('skipped' in result) return { classes: new Map() };
  const { weights } = result.measurements;
  const byName = isObject(weights) ? weights['medianFrequency'] : undefined;
  const all = new Map(
    Object.entries(isObject(byName) ? byName : {}).flatMap(([name, weight]): [string, number][] =>
      typeof weight === 'number' ? [[name, weight]] : [],
    ),
  );
  // Where a class is called so, the name is the class's.
  const isClass = training.labels.classes.some(({ name }) => name === backgroundName);
  const background = isClass ? undefined : all.get(backgroundName);
  return { classes: all, ...(background !== undefined && { background }) };
}

function isObject(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
