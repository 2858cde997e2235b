import { open } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { openDataset } from '../adapters/file-system.ts';
import { readMasksBy } from '../audit/mask-palette.ts';
import { waiverCheck } from '../audit/waivers.ts';
import { checks } from '../checks/index.ts';
import { parseConfig } from '../config/parse.ts';
import { readInventory } from '../inventory/read-inventory.ts';
import type { Fact } from '../model/check.ts';
import type { Config } from '../model/config.ts';
import type { Dataset } from '../model/dataset.ts';
import { HoldoutError } from '../model/errors.ts';
import type { FileSource } from '../model/file-source.ts';
import { findConfig } from './find-config.ts';
import { fingerprintDataset } from './fingerprint-dataset.ts';
import { loadAnnotations } from './load-annotations.ts';

export interface DatasetRequest {
  /** The dataset's directory. */
  readonly directory: string;
  /** The config; without it, that of the directory. */
  readonly configFile?: string;
  /** Images decoded at the same time; without it, as many as there are processors. */
  readonly workers?: number;
  readonly onProgress?: (done: number, total: number) => void;
  /** Where fingerprints are kept from run to run; without it, everything is decoded. */
  readonly cache?: CacheRequest;
}

export interface CacheRequest {
  /** Made where it is not there. */
  readonly folder: string;
  /** Told how much of the dataset was decoded, as a sentence for the log: reports are the same with and without. */
  readonly onUse: (sentence: string) => void;
}

export interface LoadedDataset {
  readonly config: Config;
  readonly files: FileSource;
  readonly dataset: Dataset;
}

const maxConfigBytes = 4_000_000;

/** All checks, in the order of the catalogue. */
export const catalogue = Object.values(checks);

/**
 * Reads a dataset's config and inventory, and computes the facts that `chooseFacts` asks for.
 * @throws ConfigError, whose places are relative to the dataset's directory; DatasetError; EnvironmentError
 */
export async function loadDataset(
  request: DatasetRequest,
  chooseFacts: (config: Config) => ReadonlySet<Fact>,
): Promise<LoadedDataset> {
  const { directory } = request;
  const configFile = request.configFile ?? (await findConfig(directory));
  const shownConfig = relative(directory, configFile).split(sep).join('/');
  const config = parseConfig(await readConfig(configFile), shownConfig, [...catalogue, waiverCheck]);
  const files = openDataset(directory);
  const inventory = await readInventory(config, files);
  const masks = readMasksBy(config.labels);
  const facts = chooseFacts(config);
  const annotated = await loadAnnotations(config, inventory, files, facts.has('annotations'));
  const fingerprints = await fingerprintDataset(inventory, config, masks, facts, files, request);
  const dataset: Dataset = {
    name: config.dataset.name,
    task: config.task,
    labels: config.labels,
    publishedScores: config.baseline.published,
    ...(masks && { maskPalette: masks.palette }),
    maskClasses: masks?.classes ?? [],
    ...annotated,
    problems: inventory.problems,
    rowsRead: inventory.rowsRead,
    ...fingerprints,
  };
  return { config, files, dataset };
}

async function readConfig(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > maxConfigBytes)
        throw new HoldoutError('config', `${path} has ${size} bytes, too many for a config`);
      return await file.readFile('utf8');
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof HoldoutError) throw cause;
    throw new HoldoutError('config', `the config ${path} cannot be read`, {
      hint: 'check that it is there and its permissions',
      cause,
    });
  }
}
