import { compareText } from '../../model/order.ts';
import type { PictureDescription } from './description/picture-description.ts';

export interface DescribedPicture {
  /** Unique. */
  readonly id: string;
  /** SHA-256 of the file's bytes, hex: files of the same bytes have the same description. */
  readonly bytesHash: string;
  readonly description: PictureDescription;
  /** The patient, animal or plant, where it is known. */
  readonly subject?: string;
  /** Pictures of one part are not compared with each other, such as those of one subject in one split. */
  readonly part?: string;
}

/** Two pictures that a search cannot tell apart have the same. */
export function identify({ bytesHash, subject, part }: DescribedPicture): string {
  return JSON.stringify([bytesHash, subject ?? null, part ?? null]);
}

/** Orders pictures by what they are, so that those which a search cannot tell apart are equal. */
export function compareIdentity(a: DescribedPicture, b: DescribedPicture): number {
  return (
    compareText(a.bytesHash, b.bytesHash) ||
    compareOptional(a.subject, b.subject) ||
    compareOptional(a.part, b.part)
  );
}

/** What is not known comes last. */
function compareOptional(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compareText(a, b);
}

/** In an order that depends on what they are and not on their names. */
export function sortPictures<Picture extends DescribedPicture>(pictures: readonly Picture[]): Picture[] {
  return [...pictures].sort((a, b) => compareIdentity(a, b) || compareText(a.id, b.id));
}
