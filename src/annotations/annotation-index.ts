import type { AnnotationOutcome, UnusableEntry } from '../model/annotation.ts';

/** What a file for many images holds. */
export interface AnnotationIndex {
  readonly kind: 'index';
  readonly file: string;
  /** By the name that the file gives an image: a path, or the end of one. */
  readonly entries: readonly { readonly image: string; readonly outcome: AnnotationOutcome }[];
  /** What belongs to no image of the file. */
  readonly unusable: readonly UnusableEntry[];
}
