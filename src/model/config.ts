import type { JsonObject } from './json.ts';
import type { Severity } from './severity.ts';

/** `holdout.yml` after validation, defaults filled in. */
export interface Config {
  /** The config's file name as shown in messages. */
  readonly file: string;
  readonly dataset: { readonly name: string; readonly description?: string };
  readonly samples: SamplesConfig;
  readonly labels: LabelsConfig;
  readonly task: TaskConfig;
  readonly baseline: BaselineConfig;
  readonly checks: Readonly<Record<string, CheckSetting>>;
  readonly report: { readonly privacy: Privacy };
  readonly accept: readonly Waiver[];
  readonly limits: Limits;
}

export const privacies = ['open', 'ids', 'strict'] as const;
/** What a report shows of ids: as they are, as pseudonyms, or counts alone. */
export type Privacy = (typeof privacies)[number];

export interface SamplesConfig {
  /** Manifests, each with the split of all its rows where it names one. */
  readonly manifests: readonly { readonly path: string; readonly split?: string }[];
  /** Text lists, one image a line. */
  readonly lists: readonly { readonly path: string; readonly split: string }[];
  /** Globs of images, relative to `root`. */
  readonly files: readonly string[];
  /** The folder that image paths are relative to; '' is the dataset's directory. */
  readonly root: string;
  /** The folder that label paths are relative to. */
  readonly labelRoot: string;
  readonly columns: ColumnsConfig;
  /** Paths made from other paths: `{stem}`, `{name}`, `{dir}`, `{ext}` of the listed path or of the image. */
  readonly imageTemplate?: string;
  readonly labelTemplate?: string;
  /** Regular expressions on the image's path relative to `root`, one named group each. */
  readonly patterns: Readonly<Partial<Record<PatternField, string>>>;
  readonly groupPatterns: Readonly<Record<string, string>>;
  /** Where a subject id means one subject: within its `site`, or everywhere in the dataset. */
  readonly subjectScope: SubjectScope;
}

export const patternFields = ['subject', 'site', 'split', 'domain', 'class'] as const;
export const subjectScopes = ['site', 'dataset'] as const;
export type SubjectScope = (typeof subjectScopes)[number];

export type PatternField = (typeof patternFields)[number];

export interface ColumnsConfig {
  readonly image?: string;
  readonly label?: string;
  readonly subject?: string;
  readonly site?: string;
  readonly split?: string;
  readonly domain?: string;
  readonly class?: string;
  readonly box?: BoxColumns;
  readonly groups: Readonly<Record<string, string>>;
}

/** Columns of a box's corners in pixels, and of its image's size, where rows hold boxes. */
export interface BoxColumns {
  readonly xmin: string;
  readonly ymin: string;
  readonly xmax: string;
  readonly ymax: string;
  readonly width?: string;
  readonly height?: string;
}

export interface LabelsConfig {
  readonly kind: 'mask' | 'class' | 'boxes' | 'none';
  readonly classes: readonly ClassConfig[];
  /** Files that hold the boxes of many images. */
  readonly annotations?: readonly string[];
  /** What the pixels of no class hold. */
  readonly background: { readonly color: string; readonly index: number };
  /** Values that are deliberately no class, such as 255 for "do not score". */
  readonly ignore: readonly (string | number)[];
}

export interface ClassConfig {
  readonly name: string;
  readonly color?: string;
  readonly index?: number;
}

export interface TaskConfig {
  readonly kind: 'segmentation' | 'classification' | 'detection';
  /** The domain that the model will meet in use. */
  readonly targetDomain?: string;
}

/** A score that others published on the dataset. */
export interface PublishedScore {
  /** As people call it: `Dice`. */
  readonly metric: string;
  readonly value: number;
  /** The domain that it was measured on. */
  readonly on?: string;
  /** The split that it was measured on: one of the dataset, or what the publication calls its own. */
  readonly split?: string;
  /** The classes that it is over; all that are declared where it does not say. */
  readonly classes?: readonly string[];
  readonly citation: string;
  /** `http` or `https`. */
  readonly url?: string;
}

/** How the training smoke test runs; see the config's schema for units and ranges. */
export interface BaselineConfig {
  /** Another trainer than that of holdout: program and arguments. */
  readonly command?: readonly string[];
  readonly seed: number;
  readonly imageSize: number;
  readonly batchSize: number;
  readonly steps: number;
  readonly leakSeeds: number;
  readonly published: readonly PublishedScore[];
}

export interface CheckSetting {
  readonly severity?: Severity;
  readonly options: JsonObject;
}

/** A finding that a person has decided to live with. */
export interface Waiver {
  readonly check: string;
  readonly key: string;
  readonly reason: string;
  /** Last day that the waiver holds, `YYYY-MM-DD`. */
  readonly until?: string;
  readonly line: number;
}

export interface Limits {
  /** Declared pixels (width × height × pages) above which a file is not decoded. */
  readonly pixels: number;
  /** Bytes above which a file is not read. */
  readonly fileBytes: number;
  /** Time after which a decode is stopped. */
  readonly decodeSeconds: number;
}
