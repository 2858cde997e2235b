/** What the trainer of the baseline reads and what it answers: `schemas/baseline-*.schema.json`. */
export const baselineSchemaVersion = 1;

export const baselineTasks = ['segmentation', 'classification', 'multi-label'] as const;
/** What is learned: a class for each pixel, one for each image, or any number for each image. */
export type BaselineTask = (typeof baselineTasks)[number];

/** The splits that a baseline uses. */
export const baselineSplits = ['train', 'val', 'test'] as const;
export type BaselineSplit = (typeof baselineSplits)[number];

/** All that a trainer may know of a dataset. The same dataset gives the same bytes. */
export interface BaselineInput {
  readonly schemaVersion: typeof baselineSchemaVersion;
  readonly tool: { readonly name: 'holdout'; readonly version: string };
  /** SHA-256, hex, of all that a result depends on: everything but `tool` and `revision`. */
  readonly digest: string;
  /** The state of the dataset's repository, such as a commit; the trainer repeats it. */
  readonly revision?: string;
  readonly dataset: { readonly name: string; readonly targetDomain?: string };
  readonly task: BaselineTask;
  /** What the labels are; boxes are learned as coarse masks. */
  readonly labels: 'masks' | 'boxes' | 'classes';
  /** The classes, each with its weight in the loss; without one where no training label shows it. */
  readonly classes: readonly { readonly name: string; readonly weight?: number }[];
  /** The background's weight; with masks alone. */
  readonly backgroundWeight?: number;
  /** How masks are read; with masks alone. */
  readonly palette?: BaselinePalette;
  /** Channels that images are read with: grey, or red, green and blue. */
  readonly channels: 1 | 3;
  /** What is refused to be read or decoded. */
  readonly limits: { readonly pixels: number; readonly fileBytes: number };
  readonly settings: BaselineSettings;
  /** Sorted by image. */
  readonly samples: readonly BaselineSample[];
  /** Samples that are not among `samples`, by why; those without a label are not counted. */
  readonly excluded: Readonly<Record<string, number>>;
}

/** Values of masks in the order of the declaration: a colour is read as the nearest of them, the first of equals. */
export interface BaselinePalette {
  readonly kind: 'color' | 'index';
  readonly values: readonly {
    /** `#rrggbb`, or an index. */
    readonly value: string | number;
    /** 0 is background, 1 the first class; null: the pixels count nowhere. */
    readonly target: number | null;
  }[];
}

export interface BaselineSettings {
  readonly seed: number;
  /** Pixels a side that images are stretched to. */
  readonly imageSize: number;
  readonly batchSize: number;
  /** Steps of the training that is scored. */
  readonly steps: number;
  /** Steps in which one batch is learned by heart. */
  readonly overfitSteps: number;
  /** Steps with shuffled labels. */
  readonly shuffledSteps: number;
  /** Seeds, from `seed` on, that the price of a leak on the same images is averaged over. */
  readonly leakSeeds: number;
  readonly learningRate: number;
  /** Channels of the network's first layers, which its size follows from. */
  readonly features: number;
  /** Processor threads; the same number gives the same result. */
  readonly threads: number;
  /** Most images of each split. */
  readonly maxImages: number;
}

export interface BaselineSample {
  /** Relative to the dataset's directory, with `/`. */
  readonly image: string;
  /** SHA-256 of the file, hex: the trainer refuses another. */
  readonly imageHash: string;
  /** The mask's path; with masks alone. */
  readonly label?: string;
  readonly labelHash?: string;
  /** Places in the document's `classes`; with classes alone. */
  readonly classes?: readonly number[];
  /** With boxes alone. */
  readonly boxes?: readonly BaselineBox[];
  readonly split: BaselineSplit;
  readonly subject?: string;
  readonly domain?: string;
  /** What the sample belongs to, and must not be divided; where leakage was found, alone. */
  readonly unit?: string;
  /** The split of the sample in a division that divides no unit; where leakage was found, alone. */
  readonly cleanSplit?: BaselineSplit;
}

export interface BaselineBox {
  /** Place in the document's `classes`. */
  readonly class: number;
  /** xmin, ymin, xmax, ymax as shares of the image's width and height. */
  readonly corners: readonly [xmin: number, ymin: number, xmax: number, ymax: number];
}

export const baselineStatuses = ['running', 'finished', 'interrupted', 'failed'] as const;
/** `running` is also what a run shows that was killed. */
export type BaselineStatus = (typeof baselineStatuses)[number];

/** What a trainer answers. A stage that it did not come to is absent. */
export interface BaselineResult {
  readonly schemaVersion: typeof baselineSchemaVersion;
  readonly trainer: { readonly name: string; readonly version: string };
  readonly status: BaselineStatus;
  /** Why it is not finished. */
  readonly reason?: { readonly code: string; readonly message: string };
  readonly input?: { readonly digest: string; readonly revision?: string };
  readonly task?: BaselineTask;
  readonly environment?: BaselineEnvironment;
  readonly settings?: Readonly<Record<string, number>>;
  readonly model?: { readonly name: string; readonly parameters: number };
  /** Images and known subjects by split. */
  readonly samples?: Readonly<Record<string, { readonly images: number; readonly subjects: number }>>;
  /** What a reader has to know, such as that batches were halved. */
  readonly notes: readonly string[];
  readonly stages: BaselineStages;
  readonly curves: readonly BaselineCurve[];
  readonly resources?: BaselineResources;
}

export interface BaselineEnvironment {
  /** `cpu` or `cuda`, for instance. */
  readonly device: string;
  readonly deviceName: string;
  readonly precision: string;
  readonly threads: number;
  readonly python: string;
  readonly packages: Readonly<Record<string, string>>;
}

/** Scores are 0–1; null where no image counts. */
export interface BaselineStages {
  /** One batch, learned by heart. */
  readonly overfit?: LossChange & { readonly images: number; readonly score: number | null };
  /** Training with the labels of other images. */
  readonly shuffled?: LossChange & { readonly score: number | null; readonly trivialScore: number | null };
  /** Training on the train split; `score` is that on `split`. */
  readonly learning?: LossChange & {
    readonly split: string;
    readonly score: number | null;
    /** Of the best prediction that is the same for every image. */
    readonly trivialScore: number | null;
  };
  readonly score?: BaselineScores;
  readonly leak?: LeakPrice;
}

/** Means of the first and the last tenth of the steps; of `overfit`, the first step and the last tenth. */
export interface LossChange {
  readonly steps: number;
  readonly firstLoss: number;
  readonly lastLoss: number;
}

/** What was held out, val and test, since nothing is chosen by either. */
export interface BaselineScores {
  readonly overall: ScoreRow;
  readonly splits: readonly ScoreRow[];
  readonly classes: readonly ScoreRow[];
  readonly domains: readonly ScoreRow[];
  /** A subject has a row for each split and domain that it stands in. */
  readonly subjects: readonly SubjectScore[];
  /** The domain that most training images are from against the target domain: its score less the target's. */
  readonly domainGap?: { readonly training: string; readonly target: string; readonly difference: number };
}

/** Mean over subjects of the mean over their images. */
export interface ScoreRow {
  readonly name: string;
  readonly score: number | null;
  readonly images: number;
  readonly subjects: number;
  /** 95 %, over subjects. */
  readonly interval?: ScoreInterval;
}

export interface ScoreInterval {
  readonly low: number;
  readonly high: number;
  /** `bootstrap`, `student`, or `none` where there is one alone, which says nothing. */
  readonly method: string;
}

export interface SubjectScore {
  readonly name: string;
  readonly split: string;
  readonly domain?: string;
  readonly images: number;
  readonly score: number | null;
}

/** What the score owes to leakage. */
export interface LeakPrice {
  readonly split: string;
  readonly declaredScore: number | null;
  /** Where enough is left to train on without what leaks. */
  readonly paired?: PairedPrice;
  /** Of a model trained and tested on the division that divides no unit: on other images. */
  readonly cleanScore?: number | null;
  readonly inflation?: number | null;
}

/**
 * The leaking images of a split, each scored by the model that has seen its unit (what it belongs to) and by one that
 * has not; a mean over `settings.leakSeeds` of such pairs.
 */
export interface PairedPrice {
  readonly images: number;
  readonly units: number;
  /** The units are dealt into so many; of each a model is trained without. */
  readonly folds: number;
  /** Images that the first model was trained with. */
  readonly trainingImages: number;
  /** The same of the others, the fewest. */
  readonly unseenTrainingImages: number;
  readonly seenScore: number | null;
  readonly unseenScore: number | null;
  readonly inflation: number | null;
  /** 95 % of the inflation, over units. */
  readonly interval: ScoreInterval;
}

export interface BaselineCurve {
  readonly stage: string;
  readonly steps: readonly number[];
  readonly losses: readonly number[];
}

export interface BaselineResources {
  readonly seconds?: number;
  /** Of all threads together, which a busy machine does not prolong. */
  readonly processorSeconds?: number;
  readonly trainingSeconds?: number;
  readonly imagesPerSecond?: number;
  /** Of a GPU. */
  readonly peakMemoryBytes?: number;
}

/** A result with what it is judged against. */
export interface BaselineFact {
  readonly result: BaselineResult;
  /** Digest of what the dataset would export now. */
  readonly expectedDigest: string;
}
