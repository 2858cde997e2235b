import type { Annotations } from './annotation.ts';
import type { BaselineFact } from './baseline.ts';
import type { ImageOutcome, MaskOutcome, MaskPalette } from './fingerprint.ts';
import type { InventoryProblem } from './inventory.ts';
import type { LabelsConfig, PublishedScore, TaskConfig } from './config.ts';
import type { NearDuplicates } from './near-duplicates.ts';
import type { Sample } from './sample.ts';

/** Everything a check may look at. Nothing in it changes while checks run. */
export interface Dataset {
  readonly name: string;
  readonly task: TaskConfig;
  readonly labels: LabelsConfig;
  /** How masks were read; absent unless labels are masks. */
  readonly maskPalette?: MaskPalette;
  /** The class of each entry of `maskPalette` (undefined for background and ignored values). */
  readonly maskClasses: readonly (string | undefined)[];
  /** Sorted by id. */
  readonly samples: readonly Sample[];
  /**
   * What subject ids are compared by, where they are pseudonyms: equal for ids that differ in spelling alone, empty for
   * those without a spelling. Absent where ids are as written.
   */
  readonly spellings?: ReadonlyMap<string, string>;
  readonly problems: readonly InventoryProblem[];
  readonly rowsRead: number;
  /** Outcome by image path; empty when no enabled check needs images. */
  readonly images: ReadonlyMap<string, ImageOutcome>;
  /** Outcome by label path; empty when no enabled check needs masks or labels are no masks. */
  readonly masks: ReadonlyMap<string, MaskOutcome>;
  /** Absent when no enabled check needs them or labels are no boxes. */
  readonly annotations?: Annotations;
  /** Scores that others published on the dataset, as the config lists them. */
  readonly publishedScores?: readonly PublishedScore[];
  /** Absent when no enabled check needs it. */
  readonly nearDuplicates?: NearDuplicates;
  /** Absent where no result of a baseline was given. */
  readonly baseline?: BaselineFact;
}

/** Whether the sample carries the kind of label that the dataset declares. */
export function isLabelled(sample: Sample, labels: LabelsConfig): boolean {
  switch (labels.kind) {
    case 'mask':
      return sample.label !== undefined;
    case 'class':
      return sample.classes.length > 0;
    case 'boxes':
      return sample.label !== undefined || sample.boxes !== undefined || sample.classes.length > 0;
    case 'none':
      return false;
  }
}

/** Whether the sample is from the domain that the model will meet; true for all where no target is declared. */
export function isInTargetDomain(sample: Sample, task: TaskConfig): boolean {
  return task.targetDomain === undefined || sample.domain === task.targetDomain;
}
