import { open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { relative, sep } from 'node:path';
import { openDataset } from '../adapters/file-system.ts';
import { readMasksBy, type MaskReading } from '../audit/mask-palette.ts';
import { waiverCheck } from '../audit/waivers.ts';
import { checks } from '../checks/index.ts';
import { parseConfig } from '../config/parse.ts';
import { fingerprintFiles, type FingerprintRequest } from '../fingerprint/fingerprint-files.ts';
import { readInventory } from '../inventory/read-inventory.ts';
import type { Fact } from '../model/check.ts';
import type { Config } from '../model/config.ts';
import type { Dataset } from '../model/dataset.ts';
import { HoldoutError } from '../model/errors.ts';
import type { FileSource } from '../model/file-source.ts';
import type { ImageOutcome, MaskOutcome } from '../model/fingerprint.ts';
import type { Inventory } from '../model/inventory.ts';
import { findConfig } from './find-config.ts';
import { loadAnnotations } from './load-annotations.ts';

export interface DatasetRequest {
  /** The dataset's directory. */
  readonly directory: string;
  /** The config; without it, that of the directory. */
  readonly configFile?: string;
  /** Images decoded at the same time; without it, as many as there are processors. */
  readonly workers?: number;
  readonly onProgress?: (done: number, total: number) => void;
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
  const fingerprints = await fingerprint(inventory, config, masks, facts, files, request);
  const dataset: Dataset = {
    name: config.dataset.name,
    task: config.task,
    labels: config.labels,
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

/** Decodes what the checks need, each file once. */
async function fingerprint(
  { samples }: Inventory,
  { limits }: Config,
  masks: MaskReading | undefined,
  facts: ReadonlySet<Fact>,
  files: FileSource,
  { workers = availableParallelism(), onProgress }: DatasetRequest,
): Promise<Pick<Dataset, 'images' | 'masks'>> {
  const { files: listed } = await files.list();
  const bytesByPath = new Map(listed.map(({ path, bytes }) => [path, bytes]));
  const request = (path: string, role: FingerprintRequest['role']): FingerprintRequest => ({
    path,
    absolutePath: files.absolutePath(path),
    bytes: bytesByPath.get(path) ?? 0,
    role,
  });
  const labels = new Set(samples.flatMap(({ label }) => (label === undefined ? [] : [label])));
  const requests = [
    ...(facts.has('images') ? samples.map(({ id }) => request(id, 'image')) : []),
    ...(facts.has('masks') && masks ? [...labels].map((label) => request(label, 'mask')) : []),
  ];
  const answers = await fingerprintFiles(requests, {
    limits,
    palette: masks?.palette,
    workers,
    ...(onProgress && { onProgress }),
  });
  const images = new Map<string, ImageOutcome>();
  const maskOutcomes = new Map<string, MaskOutcome>();
  answers.forEach((answer, index) => {
    const { path, role } = requests[index] ?? {};
    if (path === undefined) return;
    if (role === 'image' && answer.kind !== 'mask') images.set(path, answer);
    if (role === 'mask' && answer.kind !== 'image') maskOutcomes.set(path, answer);
  });
  return { images, masks: maskOutcomes };
}
