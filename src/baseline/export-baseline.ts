import { createHash } from 'node:crypto';
import {
  baselineSchemaVersion,
  baselineSplits,
  type BaselineInput,
  type BaselinePalette,
  type BaselineSample,
  type BaselineSettings,
  type BaselineSplit,
  type BaselineTask,
} from '../model/baseline.ts';
import type { Limits } from '../model/config.ts';
import { isLabelled, type Dataset } from '../model/dataset.ts';
import { HoldoutError } from '../model/errors.ts';
import type { ImageFingerprint } from '../model/fingerprint.ts';
import { compareText, sortedUnique } from '../model/order.ts';
import { soleSplit, type Sample } from '../model/sample.ts';
import { describeLabel, listLearnedClasses, type Exclusion } from './describe-label.ts';

/** What else than the dataset an export is made of. */
export interface ExportContext {
  readonly version: string;
  readonly revision?: string;
  readonly settings: BaselineSettings;
  readonly limits: Limits;
  /** By sample, what it belongs to and must not be divided. */
  readonly unitOf: ReadonlyMap<string, string>;
  /**
   * Ways to find, by sample, the split of a division that divides no unit; asked only where today's divides one, until
   * all splits of today hold usable samples.
   */
  readonly proposeCleanSplits: readonly (() => ReadonlyMap<string, string>)[];
  /** Weights in the loss by class, and of the background, of a dataset of training samples alone. */
  readonly weighClasses: (training: Dataset) => ClassWeighting;
}

export interface ClassWeighting {
  readonly classes: ReadonlyMap<string, number>;
  readonly background?: number;
}

/**
 * The labelled samples of train, val and test whose files could be decoded, as a trainer reads them. Pure; needs the
 * facts `images`, and `masks` or `annotations` where labels are such.
 * @throws HoldoutError where there is nothing to train on
 */
export function exportBaseline(dataset: Dataset, context: ExportContext): BaselineInput {
  const { labels } = dataset;
  if (labels.kind === 'none')
    throw new HoldoutError('usage', 'labels.kind is "none": there is nothing to train on', {
      hint: 'declare the labels in the config',
    });
  const classes = listLearnedClasses(dataset);
  const described = dataset.samples
    .filter((sample) => isLabelled(sample, labels))
    .map((sample) => describeSample(sample, dataset, classes));
  const usable = described.flatMap((one) => (typeof one === 'string' ? [] : [one]));
  if (usable.length === 0)
    throw new HoldoutError('dataset', 'no labelled sample of train, val or test can be used for a baseline', {
      hint: 'holdout check tells what is wrong with them',
    });
  const samples = addCleanSplit(usable, context).sort((a, b) => compareText(a.image, b.image));
  const weights = context.weighClasses(selectTraining(dataset, samples));
  const { targetDomain } = dataset.task;
  const palette = describePalette(dataset);
  const content = {
    schemaVersion: baselineSchemaVersion,
    dataset: { name: dataset.name, ...(targetDomain !== undefined && { targetDomain }) },
    task: chooseTask(labels.kind, samples),
    labels: ({ mask: 'masks', boxes: 'boxes', class: 'classes' } as const)[labels.kind],
    classes: classes.map((name) => {
      const weight = weights.classes.get(name);
      return { name, ...(weight !== undefined && { weight: roundWeight(weight) }) };
    }),
    ...(weights.background !== undefined && { backgroundWeight: roundWeight(weights.background) }),
    ...(palette && { palette }),
    channels: chooseChannels(dataset, samples),
    limits: { pixels: context.limits.pixels, fileBytes: context.limits.fileBytes },
    settings: context.settings,
    samples,
    excluded: countExclusions(described),
  } as const;
  const { revision, version } = context;
  return {
    tool: { name: 'holdout', version },
    digest: createHash('sha256').update(JSON.stringify(content)).digest('hex'),
    ...(revision !== undefined && { revision }),
    ...content,
  };
}

type Described = BaselineSample | Exclusion;

function describeSample(sample: Sample, dataset: Dataset, classes: readonly string[]): Described {
  const { id, subject, domain, splits } = sample;
  if (splits.length > 1) return 'in several splits';
  const split = asBaselineSplit(soleSplit(sample));
  if (split === undefined) return 'in none of train, val and test';
  const image = dataset.images.get(id);
  if (image?.kind !== 'image') return 'image not decoded';
  const label = describeLabel(sample, image, dataset, classes);
  if (typeof label === 'string') return label;
  return {
    image: id,
    imageHash: image.bytesHash,
    ...label,
    split,
    ...(subject !== undefined && { subject }),
    ...(domain !== undefined && { domain }),
  };
}

function asBaselineSplit(name: string | undefined): BaselineSplit | undefined {
  return baselineSplits.find((split) => split === name);
}

/** Units and clean splits are of interest only where the split divides a unit. */
function addCleanSplit(
  samples: BaselineSample[],
  { unitOf, proposeCleanSplits }: Pick<ExportContext, 'unitOf' | 'proposeCleanSplits'>,
): BaselineSample[] {
  const splitsOfUnits = new Map<string, BaselineSplit>();
  const isDivided = samples.some(({ image, split }) => {
    const unit = unitOf.get(image);
    if (unit === undefined) return false;
    const other = splitsOfUnits.get(unit);
    if (other === undefined) splitsOfUnits.set(unit, split);
    return other !== undefined && other !== split;
  });
  if (!isDivided) return samples;
  const splitOf = findWholeDivision(samples, proposeCleanSplits);
  return samples.map((sample) => {
    const unit = unitOf.get(sample.image) ?? sample.image;
    const cleanSplit = asBaselineSplit(splitOf.get(sample.image));
    return { ...sample, unit, ...(cleanSplit !== undefined && { cleanSplit }) };
  });
}

/** The first division in which every split of today holds samples; none where there is no such. */
function findWholeDivision(
  samples: readonly BaselineSample[],
  proposals: ExportContext['proposeCleanSplits'],
): ReadonlyMap<string, string> {
  const wanted = new Set(samples.map(({ split }) => split));
  for (const propose of proposals) {
    const splitOf = propose();
    const held = new Set(samples.map(({ image }) => splitOf.get(image)));
    if ([...wanted].every((split) => held.has(split))) return splitOf;
  }
  return new Map();
}

function selectTraining(dataset: Dataset, samples: readonly BaselineSample[]): Dataset {
  const training = new Set(samples.filter(({ split }) => split === 'train').map(({ image }) => image));
  return { ...dataset, samples: dataset.samples.filter(({ id }) => training.has(id)) };
}

function chooseTask(kind: 'mask' | 'boxes' | 'class', samples: readonly BaselineSample[]): BaselineTask {
  if (kind !== 'class') return 'segmentation';
  return samples.every(({ classes }) => classes?.length === 1) ? 'classification' : 'multi-label';
}

/** Grey where every image is: two channels are grey with alpha. */
function chooseChannels({ images }: Dataset, samples: readonly BaselineSample[]): 1 | 3 {
  const isGrey = ({ channels }: ImageFingerprint): boolean => channels <= 2;
  return samples.every(({ image }) => {
    const outcome = images.get(image);
    return outcome?.kind === 'image' && isGrey(outcome);
  })
    ? 1
    : 3;
}

function describePalette({ maskPalette, maskClasses, labels }: Dataset): BaselinePalette | undefined {
  if (!maskPalette) return undefined;
  const { kind } = maskPalette;
  const values = kind === 'color' ? maskPalette.colors.map(formatColor) : maskPalette.indices;
  return {
    kind,
    values: values.map((value, place) => {
      const name = maskClasses[place];
      if (name === undefined) return { value, target: place === 0 ? 0 : null };
      return { value, target: 1 + labels.classes.findIndex((declared) => declared.name === name) };
    }),
  };
}

function formatColor(channels: readonly number[]): string {
  return `#${channels.map((level) => level.toString(16).padStart(2, '0')).join('')}`;
}

function countExclusions(described: readonly Described[]): Record<string, number> {
  const reasons = described.filter((one) => typeof one === 'string');
  return Object.fromEntries(
    sortedUnique(reasons).map((reason) => [reason, reasons.filter((other) => other === reason).length]),
  );
}

/** Six significant digits, as in reports. */
function roundWeight(weight: number): number {
  return Number(weight.toPrecision(6));
}
