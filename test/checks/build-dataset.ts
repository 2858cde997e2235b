import { readMasksBy } from '../../src/audit/mask-palette.ts';
import type { Check, CheckResult, OptionSchemas } from '../../src/model/check.ts';
import type { LabelsConfig, TaskConfig } from '../../src/model/config.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type {
  DecodeFailure,
  DecodeFault,
  ImageFeatures,
  ImageFingerprint,
  ImageOutcome,
  MaskFingerprint,
  MaskOutcome,
} from '../../src/model/fingerprint.ts';
import type { InventoryProblem } from '../../src/model/inventory.ts';
import type { LikenessCluster, LikePair } from '../../src/model/near-duplicates.ts';
import { compareText, sortedUnique } from '../../src/model/order.ts';
import type { Sample, SourceLocation } from '../../src/model/sample.ts';

export interface DatasetParts {
  readonly samples?: readonly Sample[];
  readonly labels?: Partial<LabelsConfig>;
  readonly targetDomain?: string;
  readonly problems?: readonly InventoryProblem[];
  readonly rowsRead?: number;
  readonly images?: Readonly<Record<string, ImageOutcome>>;
  readonly masks?: Readonly<Record<string, MaskOutcome>>;
  readonly clusters?: readonly LikenessCluster[];
  readonly featureless?: readonly string[];
}

/** A dataset of masks without classes, with what a test is about; a row for each sample. */
export function buildDataset(parts: DatasetParts): Dataset {
  const { samples = [], targetDomain, problems = [], images = {}, masks = {} } = parts;
  const labels: LabelsConfig = {
    kind: 'mask',
    classes: [],
    background: { color: '#000000', index: 0 },
    ignore: [],
    ...parts.labels,
  };
  const task: TaskConfig = { kind: 'segmentation', ...(targetDomain !== undefined && { targetDomain }) };
  const reading = readMasksBy(labels);
  return {
    name: 'test',
    task,
    labels,
    ...(reading && { maskPalette: reading.palette }),
    maskClasses: reading?.classes ?? [],
    samples: [...samples].sort((a, b) => compareText(a.id, b.id)),
    problems,
    rowsRead: parts.rowsRead ?? samples.length,
    images: new Map(Object.entries(images)),
    masks: new Map(Object.entries(masks)),
    ...(parts.clusters && {
      nearDuplicates: {
        clusters: parts.clusters,
        featureless: parts.featureless ?? [],
        comparedPairs: 7,
        skippedPairs: 0,
        thresholds: { betweenSubjects: 0.95, withinSubject: 0.97 },
        falseAlarmRate: 0.001,
      },
    }),
  };
}

/** A sample of which nothing is known but what `parts` says; `split` puts it into one split. */
export function sample(
  id: string,
  { split, ...parts }: Partial<Sample> & { readonly split?: string } = {},
): Sample {
  return { id, groups: {}, splits: split === undefined ? [] : [split], classes: [], ...parts };
}

/** A line of the manifest. */
export function at(line: number, file = 'm.csv'): SourceLocation {
  return { file, line };
}

/** A grey PNG of 4 × 3 pixels that shows something; `pixels` tells pictures apart, `bytes` files. */
export function image(
  pixels = 'a',
  { bytes = pixels, ...parts }: Partial<ImageFingerprint> & { readonly bytes?: string } = {},
): ImageFingerprint {
  return {
    kind: 'image',
    bytesHash: `bytes ${bytes}`,
    pixelsHash: `pixels ${pixels}`,
    format: 'png',
    width: 4,
    height: 3,
    pages: 1,
    channels: 1,
    bitDepth: 8,
    orientation: 1,
    hasAlpha: false,
    mean: 100,
    deviation: 10,
    percentiles: [80, 85, 95, 100, 105, 115, 120],
    histogram: new Uint32Array(256).fill(0).with(90, 6).with(110, 6),
    sharpness: 20,
    perceptualHash: '00ff00ff00ff00ff',
    features: features(),
    ...parts,
  };
}

/** Features of a grey picture without padding. */
export function features(parts: Partial<ImageFeatures> = {}): ImageFeatures {
  return {
    fieldShare: 1,
    fieldWidth: 4,
    fieldHeight: 3,
    mean: 100,
    deviation: 10,
    low: 80,
    median: 100,
    high: 120,
    blackShare: 0,
    saturatedShare: 0,
    noise: 2,
    detail: [3, 4, 5, 6],
    speckle: 0.1,
    correlation: [0.9, 0.8],
    gradient: 5,
    spectralSlope: -2,
    blocking: 1,
    colorfulness: 0,
    redness: 0,
    yellowness: 0,
    ...parts,
  };
}

/** A PNG mask of 4 × 3 pixels with `counts` pixels per declared value, background first. */
export function mask(counts: readonly number[], parts: Partial<MaskFingerprint> = {}): MaskFingerprint {
  return {
    kind: 'mask',
    bytesHash: 'bytes',
    format: 'png',
    width: 4,
    height: 3,
    pages: 1,
    orientation: 1,
    pixels: 12,
    counts,
    offPalette: 0,
    distinct: counts.filter((count) => count > 0).length,
    strays: [],
    bitDepth: 8,
    isLossy: false,
    grid: new Int16Array(0),
    shapes: [],
    steps: { count: 0, onGrid: 0 },
    ...parts,
  };
}

/** Two pictures that are alike: mirrored, correlation 0.998. */
export function pair(a: string, b: string, likeness: LikePair['likeness'] = 'copy'): LikePair {
  return { a, b, likeness, correlation: 0.9981, overlap: 0.9, orientation: 'mirrored' };
}

/** The cluster that the pairs hold together. */
export function cluster(...tree: readonly LikePair[]): LikenessCluster {
  return {
    likeness: tree.every(({ likeness }) => likeness === 'copy') ? 'copy' : 'scene',
    members: sortedUnique(tree.flatMap(({ a, b }) => [a, b])),
    tree,
    pairs: tree.length,
  };
}

export function failure(fault: DecodeFault, detail = 'why'): DecodeFailure {
  return { kind: 'failure', fault, detail };
}

type Options = Readonly<Record<string, number | boolean>>;

/** Runs a check with its defaults, but for `options`. */
export function run<S extends OptionSchemas>(
  check: Check<S>,
  dataset: Dataset,
  options: Options = {},
): CheckResult {
  const plain: Check = check;
  const values: Record<string, number | boolean> = {};
  for (const [name, schema] of Object.entries(plain.options)) values[name] = schema.default;
  return plain.run(dataset, { ...values, ...options });
}

/** The result of a check that could evaluate something. */
export function judge<S extends OptionSchemas>(
  check: Check<S>,
  dataset: Dataset,
  options: Options = {},
): Exclude<CheckResult, { skipped: unknown }> {
  const result = run(check, dataset, options);
  if ('skipped' in result) throw new Error(`skipped: ${result.skipped.messageId}`);
  return result;
}
