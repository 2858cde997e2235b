import type { BoxColumns } from './config.ts';

/** A place in a text file of the dataset; lines and columns count from 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** What a row of a manifest says about one box, as written: empty cells and unknown columns are not in it. */
export interface WrittenBox {
  readonly class?: string;
  readonly cells: Readonly<Partial<Record<keyof BoxColumns, string>>>;
  readonly location?: SourceLocation;
}

/**
 * One image with its label, if any. Paths are relative to the dataset's directory, with `/`.
 * A field that the manifest does not know, or contradicts itself about, is absent: never guessed.
 */
export interface Sample {
  /** The image's path; unique in a dataset. */
  readonly id: string;
  /** Path of the label file (a mask or an annotation). */
  readonly label?: string;
  /**
   * The independent unit the image comes from: a patient, an animal, a plant. `site/id` where ids are those of a
   * site, since two hospitals may both have a patient 001.
   */
  readonly subject?: string;
  /** Where the image was taken, such as a hospital. */
  readonly site?: string;
  /** Groups nested in the subject, such as `{ study: '12' }`, by their kind. */
  readonly groups: Readonly<Record<string, string>>;
  /** Every split that a source puts the image in, canonical names, sorted; more than one is itself a leak. */
  readonly splits: readonly string[];
  readonly domain?: string;
  /** Classes that the manifest gives the image, sorted; several for multi-label or detection rows. */
  readonly classes: readonly string[];
  /** The boxes of the manifest's rows, in their order; absent where no row may hold one. */
  readonly boxes?: readonly WrittenBox[];
  /** Where the sample is declared: the manifest's row or the list's line; absent for files found by a glob. */
  readonly location?: SourceLocation;
}

/** The image's only split; undefined where none is known or several are claimed. */
export function soleSplit(sample: Sample): string | undefined {
  return sample.splits.length === 1 ? sample.splits[0] : undefined;
}
