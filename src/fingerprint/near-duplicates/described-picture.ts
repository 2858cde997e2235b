import type { PictureDescription } from './picture-description.ts';

export interface DescribedPicture {
  /** Unique. */
  readonly id: string;
  readonly description: PictureDescription;
  /** The patient, animal or plant, where it is known. */
  readonly subject?: string;
  /** Pictures of one part are not compared with each other, such as those of one subject in one split. */
  readonly part?: string;
}
