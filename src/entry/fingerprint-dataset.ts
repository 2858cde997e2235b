import { availableParallelism } from 'node:os';
import { listUnchangedBlobs } from '../adapters/unchanged-blobs.ts';
import type { MaskReading } from '../audit/mask-palette.ts';
import {
  fingerprintFiles,
  isForFingerprint,
  type DecodeRequest,
  type FingerprintRequest,
  type FingerprintSettings,
} from '../fingerprint/fingerprint-files.ts';
import { fingerprintWithCache } from '../fingerprint/fingerprint-with-cache.ts';
import { kindOf } from '../fingerprint/cache/fingerprint-kind.ts';
import type { Answer } from '../fingerprint/protocol.ts';
import type { DescribedPicture } from '../fingerprint/near-duplicates/described-picture.ts';
import { tellPixelsApart } from '../fingerprint/tell-pixels-apart.ts';
import type { Fact } from '../model/check.ts';
import type { Config } from '../model/config.ts';
import type { Dataset } from '../model/dataset.ts';
import type { FileSource } from '../model/file-source.ts';
import type { ImageOutcome, MaskOutcome } from '../model/fingerprint.ts';
import type { Inventory } from '../model/inventory.ts';
import { soleSplit, type Sample } from '../model/sample.ts';
import { formatCount, formatQuantity } from '../model/number-words.ts';
import type { CacheRequest, DecodeSettings } from './load-dataset.ts';
import type { Searchable } from './search-dataset.ts';
import { version } from './version.ts';

export interface FingerprintedDataset extends Pick<Dataset, 'images' | 'masks'> {
  /** Where the checks ask for near-duplicates. */
  readonly searchable?: Searchable;
}

/** Decodes what the checks need, each file once. */
export async function fingerprintDataset(
  { samples }: Inventory,
  { limits }: Config,
  masks: MaskReading | undefined,
  facts: ReadonlySet<Fact>,
  files: FileSource,
  { directory, workers = availableParallelism(), onProgress, cache, aroundDecoding }: DecodeSettings,
): Promise<FingerprintedDataset> {
  const { files: listed } = await files.list();
  const bytesByPath = new Map(listed.map(({ path, bytes }) => [path, bytes]));
  const request = (path: string, role: FingerprintRequest['role']): FingerprintRequest => ({
    path,
    absolutePath: files.absolutePath(path),
    bytes: bytesByPath.get(path) ?? 0,
    role,
  });
  const byId = new Map(samples.map((sample) => [sample.id, sample]));
  const labels = new Set(samples.flatMap(({ label }) => (label === undefined ? [] : [label])));
  const requests = [
    ...(facts.has('images') ? samples.map(({ id }) => request(id, 'image')) : []),
    ...(facts.has('masks') && masks ? [...labels].map((label) => request(label, 'mask')) : []),
  ];
  const settings = {
    limits,
    palette: masks?.palette,
    describesImages: facts.has('near-duplicates'),
    workers,
  };
  /** Answers for many files, most of which are the same as in an earlier run. */
  const decodeFiles: typeof fingerprintFiles = (asked, how) => {
    const fingerprinted = asked.filter(isForFingerprint);
    // Hashes of pixels are wanted rarely, and by themselves.
    if (!cache || fingerprinted.length < asked.length) return fingerprintFiles(asked, how);
    return decodeWithCache(fingerprinted, how, cache, directory, asked.length === requests.length);
  };
  const decode = async (asked: readonly DecodeRequest[], how: FingerprintSettings) =>
    aroundDecoding ? await aroundDecoding(asked, how, decodeFiles) : await decodeFiles(asked, how);
  const answers = await tellPixelsApart(
    requests,
    await decode(requests, { ...settings, ...(onProgress && { onProgress }) }),
    (doubtful) => decode(doubtful, settings),
  );
  const images = new Map<string, ImageOutcome>();
  const maskOutcomes = new Map<string, MaskOutcome>();
  const pictures: DescribedPicture[] = [];
  answers.forEach((answer, index) => {
    const { path, role } = requests[index] ?? {};
    if (path === undefined) return;
    if (answer.kind === 'pixels') return;
    if (role === 'mask' && answer.kind !== 'image') maskOutcomes.set(path, answer);
    if (role !== 'image' || answer.kind === 'mask') return;
    if (answer.kind === 'failure') {
      images.set(path, answer);
      return;
    }
    const { image, description } = answer;
    images.set(path, image);
    const sample = byId.get(path);
    if (description && sample)
      pictures.push({ id: path, description, bytesHash: image.bytesHash, ...describeOrigin(sample) });
  });
  return {
    images,
    masks: maskOutcomes,
    ...(facts.has('near-duplicates') && {
      searchable: {
        pictures,
        ...(cache && { memory: { folder: cache.folder, kind: kindOf('image', settings, version) } }),
      },
    }),
  };
}

async function decodeWithCache(
  requests: readonly FingerprintRequest[],
  settings: FingerprintSettings,
  { folder, onUse, blobIds }: CacheRequest,
  directory: string,
  isWhole: boolean,
): Promise<Answer[]> {
  if (requests.length === 0) return [];
  const { answers, decoded, trouble } = await fingerprintWithCache(requests, settings, {
    folder,
    release: version,
    blobIds: blobIds ?? (await listUnchangedBlobs(directory)),
    isWhole,
  });
  onUse(
    `${formatQuantity(decoded, 'file')} decoded, ${formatCount(requests.length - decoded)} fingerprints taken from the cache`,
  );
  if (trouble !== undefined) onUse(`the cache, or a part of it, was of no use: ${trouble}`);
  return answers;
}

/** Pictures of one subject in one split leak nothing, however alike they are: neighbouring frames mostly are. */
function describeOrigin(sample: Sample): Pick<DescribedPicture, 'subject' | 'part'> {
  const { subject } = sample;
  if (subject === undefined) return {};
  const split = soleSplit(sample);
  return split === undefined ? { subject } : { subject, part: JSON.stringify([subject, split]) };
}
