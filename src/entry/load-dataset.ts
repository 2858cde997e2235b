import { open } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { openDataset } from '../adapters/file-system.ts';
import { readMasksBy } from '../audit/mask-palette.ts';
import { waiverCheck } from '../audit/waivers.ts';
import { checks } from '../checks/index.ts';
import { parseConfig } from '../config/parse.ts';
import type {
  DecodeRequest,
  FingerprintSettings,
  fingerprintFiles,
} from '../fingerprint/fingerprint-files.ts';
import type { Answer } from '../fingerprint/protocol.ts';
import { readInventory } from '../inventory/read-inventory.ts';
import type { Fact } from '../model/check.ts';
import type { Config } from '../model/config.ts';
import type { Dataset } from '../model/dataset.ts';
import { HoldoutError } from '../model/errors.ts';
import type { FileSource } from '../model/file-source.ts';
import type { Inventory } from '../model/inventory.ts';
import { findConfig } from './find-config.ts';
import { fingerprintDataset } from './fingerprint-dataset.ts';
import { loadAnnotations } from './load-annotations.ts';
import { searchDataset, type UnsearchedDataset } from './search-dataset.ts';

export interface DatasetRequest extends DecodeSettings {
  /** The config; without it, that of the directory. */
  readonly configFile?: string;
}

export interface DecodeSettings {
  /** The dataset's directory. */
  readonly directory: string;
  /** Images decoded at the same time; without it, as many as there are processors. */
  readonly workers?: number;
  readonly onProgress?: (done: number, total: number) => void;
  /** Stands between the files and their decoding, such as to answer for those that are known. */
  readonly aroundDecoding?: AroundDecoding;
  /** Where fingerprints are kept from run to run; without it, everything is decoded. */
  readonly cache?: CacheRequest;
}

export interface CacheRequest {
  /** Made where it is not there. */
  readonly folder: string;
  /** Told how much of the dataset was decoded, as a sentence for the log: reports are the same with and without. */
  readonly onUse: (sentence: string) => void;
  /**
   * Ids (SHA-1, hex) of the blobs that files hold the bytes of, by absolute path; unless given, what git knows of the
   * directory.
   */
  readonly blobIds?: ReadonlyMap<string, string>;
}

export type AroundDecoding = (
  requests: readonly DecodeRequest[],
  settings: FingerprintSettings,
  decode: typeof fingerprintFiles,
) => Promise<readonly Answer[]>;

export interface LoadedDataset {
  readonly config: Config;
  readonly files: FileSource;
  readonly dataset: Dataset;
}

export const maxConfigBytes = 4_000_000;

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
  const { config } = await loadConfig(request);
  const files = openDataset(request.directory);
  const facts = chooseFacts(config);
  const decoded = await decodeDataset(await findDataset(config, files, facts), config, facts, request);
  return { config, files, dataset: await searchDataset(decoded) };
}

/** @throws ConfigError, whose places are relative to the dataset's directory; HoldoutError where there is none */
export async function loadConfig({
  directory,
  configFile,
}: DatasetRequest): Promise<{ readonly config: Config; readonly path: string }> {
  const path = configFile ?? (await findConfig(directory));
  const shown = relative(directory, path).split(sep).join('/');
  return { config: parseConfigOf(await readConfig(path), shown), path };
}

const configurable = [...catalogue, waiverCheck];

/** @throws ConfigError */
export function parseConfigOf(text: string, shown: string): Config {
  return parseConfig(text, shown, configurable);
}

/** What a dataset holds before a pixel is read. */
export interface FoundDataset {
  readonly inventory: Inventory;
  readonly annotated: Awaited<ReturnType<typeof loadAnnotations>>;
  readonly files: FileSource;
}

/**
 * Reads a dataset's inventory by its config.
 * @throws DatasetError; EnvironmentError
 */
export async function findDataset(
  config: Config,
  files: FileSource,
  facts: ReadonlySet<Fact>,
): Promise<FoundDataset> {
  const inventory = await readInventory(config, files);
  const annotated = await loadAnnotations(config, inventory, files, facts.has('annotations'));
  return { inventory, annotated, files };
}

/**
 * Computes the facts of a dataset that was found, near-duplicates not yet among them.
 * @throws EnvironmentError
 */
export async function decodeDataset(
  { inventory, annotated, files }: FoundDataset,
  config: Config,
  facts: ReadonlySet<Fact>,
  settings: DecodeSettings,
): Promise<UnsearchedDataset> {
  const masks = readMasksBy(config.labels);
  const { searchable, ...fingerprints } = await fingerprintDataset(
    inventory,
    config,
    masks,
    facts,
    files,
    settings,
  );
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
  return { dataset, ...(searchable && { searchable }) };
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
