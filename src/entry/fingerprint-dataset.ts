import { availableParallelism } from 'node:os';
import type { MaskReading } from '../audit/mask-palette.ts';
import {
  fingerprintFiles,
  type FingerprintRequest,
  type FingerprintSettings,
} from '../fingerprint/fingerprint-files.ts';
import {
  findNearDuplicates,
  type DescribedPicture,
} from '../fingerprint/near-duplicates/find-near-duplicates.ts';
import { tellPixelsApart } from '../fingerprint/tell-pixels-apart.ts';
import type { Fact } from '../model/check.ts';
import type { Config } from '../model/config.ts';
import type { Dataset } from '../model/dataset.ts';
import type { FileSource } from '../model/file-source.ts';
import type { ImageOutcome, MaskOutcome } from '../model/fingerprint.ts';
import type { Inventory } from '../model/inventory.ts';
import { soleSplit, type Sample } from '../model/sample.ts';
import type { DecodeSettings } from './load-dataset.ts';

/** Decodes what the checks need, each file once. */
export async function fingerprintDataset(
  { samples }: Inventory,
  { limits }: Config,
  masks: MaskReading | undefined,
  facts: ReadonlySet<Fact>,
  files: FileSource,
  { workers = availableParallelism(), onProgress, aroundDecoding }: DecodeSettings,
): Promise<Pick<Dataset, 'images' | 'masks' | 'nearDuplicates'>> {
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
  const decode = async (asked: readonly FingerprintRequest[], how: FingerprintSettings) =>
    aroundDecoding ? await aroundDecoding(asked, how, fingerprintFiles) : await fingerprintFiles(asked, how);
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
    const { description, ...image } = answer;
    images.set(path, image);
    const sample = byId.get(path);
    if (description && sample) pictures.push({ id: path, description, ...describeOrigin(sample) });
  });
  return {
    images,
    masks: maskOutcomes,
    ...(facts.has('near-duplicates') && { nearDuplicates: findNearDuplicates(pictures) }),
  };
}

/** Pictures of one subject in one split leak nothing, however alike they are: neighbouring frames mostly are. */
function describeOrigin(sample: Sample): Pick<DescribedPicture, 'subject' | 'part'> {
  const { subject } = sample;
  const split = soleSplit(sample);
  return {
    ...(subject !== undefined && { subject }),
    ...(subject !== undefined && split !== undefined && { part: JSON.stringify([subject, split]) }),
  };
}
