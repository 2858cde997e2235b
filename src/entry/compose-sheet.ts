import { availableParallelism } from 'node:os';
import { outlineObjects, type OutlinedImage } from '../checks/labels/outlines.ts';
import { thumbnailFiles, type ThumbnailRequest } from '../fingerprint/thumbnails/thumbnail-files.ts';
import type { Dataset } from '../model/dataset.ts';
import type { ImageFingerprint, MaskFingerprint } from '../model/fingerprint.ts';
import type { Sample } from '../model/sample.ts';
import type { ThumbnailOutcome } from '../model/thumbnail.ts';
import { makeLegend } from '../report/sheet/legend.ts';
import { readTiles, type ShowSubject, type TileWords } from '../report/sheet/read-tiles.ts';
import type { Sheet } from '../report/sheet/sheet-svg.ts';
import { pictureEdge, type Tile } from '../report/sheet/tile.ts';
import type { AuditedDataset } from './check-dataset.ts';

export interface SheetSettings {
  /** What the choice was restricted to, in words. */
  readonly only?: readonly string[];
  readonly workers?: number;
  /** As the report's privacy has it; without it, ids are shown as they are. */
  readonly showSubject?: ShowSubject;
}

/**
 * Brings the samples that a report has drawn together with their pictures, which are decoded for it in processes of
 * their own, within the dataset's limits.
 * @returns undefined where the report holds no choice of samples
 * @throws EnvironmentError when no decoder runs on this machine
 */
export async function composeSheet(
  audited: AuditedDataset,
  { only = [], workers = availableParallelism(), showSubject = (id) => id }: SheetSettings = {},
): Promise<Sheet | undefined> {
  const { report, dataset } = audited;
  const words = readTiles(report, showSubject);
  if (!words) return undefined;
  const byId = new Map(dataset.samples.map((sample) => [sample.id, sample]));
  const chosen = words.tiles.flatMap((one): Chosen[] => {
    const sample = byId.get(one.sample);
    if (!sample) return [];
    const outlined = dataset.labels.kind === 'boxes' ? outlineObjects(dataset, sample) : undefined;
    return [{ words: one, sample, ...(outlined && { outlined }) }];
  });
  const thumbnails = await makeThumbnails(audited, chosen, workers);
  const shownNames = new Set(words.tiles.flatMap(({ classes }) => classes.map(({ name }) => name)));
  return {
    words,
    only,
    tiles: chosen.map((one) => makeTile(one, dataset, thumbnails)),
    legend: makeLegend(dataset.labels, dataset.maskClasses, [...shownNames].sort()),
  };
}

interface Chosen {
  readonly words: TileWords;
  readonly sample: Sample;
  readonly outlined?: OutlinedImage;
}

/** By path. */
async function makeThumbnails(
  { config, dataset, files }: AuditedDataset,
  chosen: readonly Chosen[],
  workers: number,
): Promise<ReadonlyMap<string, ThumbnailOutcome>> {
  const request = (path: string, role: ThumbnailRequest['role']): ThumbnailRequest => ({
    path,
    absolutePath: files.absolutePath(path),
    role,
  });
  const masks = new Set(chosen.flatMap(({ sample }) => findMask(sample, dataset) ?? []));
  const requests: readonly ThumbnailRequest[] = [
    ...chosen.map(({ sample, outlined }) => ({
      ...request(sample.id, 'image'),
      ...((outlined?.isAsStored === true || isMaskAsStored(sample, dataset)) && { orientation: 1 }),
    })),
    ...[...masks].map((path) => request(path, 'mask')),
  ];
  const answers = await thumbnailFiles(requests, {
    limits: config.limits,
    palette: dataset.maskPalette,
    edge: pictureEdge,
    workers,
  });
  return new Map(
    answers.flatMap((answer, index): [string, ThumbnailOutcome][] => {
      const { path, role } = requests[index] ?? {};
      return path === undefined ? [] : [[`${role ?? ''} ${path}`, answer]];
    }),
  );
}

function makeTile(
  { words, sample, outlined }: Chosen,
  dataset: Dataset,
  thumbnails: ReadonlyMap<string, ThumbnailOutcome>,
): Tile {
  const image = thumbnails.get(`image ${sample.id}`);
  const path = findMask(sample, dataset);
  const mask = path === undefined ? undefined : thumbnails.get(`mask ${path}`);
  return {
    words,
    image: image?.kind === 'image-thumbnail' ? image : explain(image),
    ...(mask && { mask: mask.kind === 'mask-thumbnail' ? mask : explain(mask) }),
    ...(outlined && { outlines: outlined.outlines }),
  };
}

function explain(outcome: ThumbnailOutcome | undefined): string {
  return outcome?.kind === 'failure'
    ? `${outcome.fault.replaceAll('-', ' ')}: ${outcome.detail}`
    : 'no picture';
}

function findMask({ label }: Sample, { maskPalette }: Dataset): string | undefined {
  return maskPalette === undefined ? undefined : label;
}

/** Whether a mask lies on its image as it is stored alone, and not as its EXIF orientation shows it. */
function isMaskAsStored(sample: Sample, dataset: Dataset): boolean {
  const image = dataset.images.get(sample.id);
  const path = findMask(sample, dataset);
  const mask = path === undefined ? undefined : dataset.masks.get(path);
  if (image?.kind !== 'image' || mask?.kind !== 'mask') return false;
  const shown = showSize(mask);
  return !isSame(shown, showSize(image)) && isSame(shown, image);
}

type Size = Pick<ImageFingerprint | MaskFingerprint, 'width' | 'height'>;

/** EXIF orientations 5 to 8 turn by a quarter. */
function showSize({ width, height, orientation }: ImageFingerprint | MaskFingerprint): Size {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

function isSame(a: Size, b: Size): boolean {
  return a.width === b.width && a.height === b.height;
}
