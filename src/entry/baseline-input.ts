import { completeSettings } from '../baseline/complete-settings.ts';
import { exportBaseline, type ClassWeighting } from '../baseline/export-baseline.ts';
import { balance } from '../checks/classes/balance.ts';
import type { BaselineInput } from '../model/baseline.ts';
import type { Fact } from '../model/check.ts';
import type { Config } from '../model/config.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Json } from '../model/json.ts';
import { nameComponents, splitDataset } from './split-dataset.ts';
import { version } from './version.ts';

/** What an export needs to know of a dataset. */
export const baselineFacts: readonly Fact[] = ['images', 'masks', 'annotations', 'near-duplicates'];

const splitSeed = 1;

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
    proposeCleanSplit: () => splitDataset(dataset, { mode: 'repair', seed: splitSeed }).splitOf,
    weighClasses,
  });
}

/** The weights that classes/balance recommends. */
function weighClasses(training: Dataset): ClassWeighting {
  const result = balance.run(training, { maxRatio: balance.options.maxRatio.default });
  if ('skipped' in result) return { classes: new Map() };
  const { classes, background } = result.measurements;
  const weights = Object.entries(isObject(classes) ? classes : {}).flatMap(
    ([name, one]): [string, number][] => {
      const weight = readWeight(one);
      return weight === undefined ? [] : [[name, weight]];
    },
  );
  const ofBackground = readWeight(background);
  return { classes: new Map(weights), ...(ofBackground !== undefined && { background: ofBackground }) };
}

function readWeight(tally: Json | undefined): number | undefined {
  const weight = isObject(tally) ? tally['weight'] : undefined;
  return typeof weight === 'number' ? weight : undefined;
}

function isObject(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
