import { formatCount, formatQuantity } from '../../model/number-words.ts';
import type { ClassColor } from './legend.ts';
import type { SheetWords } from './read-tiles.ts';
import type { Tile } from './tile.ts';

/** How the samples were chosen, in words. */
export function describeChoice(words: SheetWords, only: readonly string[]): string[] {
  const { combinations, subjects, suspicious, seed } = words;
  const ofSubjects =
    subjects.present > 0
      ? ` and ${formatCount(subjects.drawn)} of ${formatQuantity(subjects.present, 'subject')}`
      : '';
  const first =
    suspicious.drawn > 0
      ? ` Suspicious samples come first, framed: ${formatCount(suspicious.drawn)} of ${formatCount(suspicious.present)}.`
      : '';
  return [
    ...(only.length > 0 ? [`Only ${only.join(', ')}.`] : []),
    `Chosen to show much with few: ${formatCount(combinations.drawn)} of ${formatQuantity(combinations.present, 'combination')} of class, domain and split${ofSubjects} (seed ${seed}).${first}`,
  ];
}

/** Subject, splits and domain, and how the image is shown where that is not as it is stored. */
export function describeOrigin({ words: { subject, splits, domain }, image }: Tile): string {
  const shown = typeof image === 'string' ? undefined : image;
  const window = shown?.window;
  return [
    ...(subject === undefined ? [] : [`subject ${subject}`]),
    ...(splits.length === 0 ? [] : [splits.join(' + ')]),
    ...(domain === undefined ? [] : [domain]),
    ...(window ? [`16 bit, ${formatCount(window.low)} to ${formatCount(window.high)} shown`] : []),
    ...(shown && shown.pages > 1 ? [`page 1 of ${formatCount(shown.pages)}`] : []),
  ].join(' · ');
}

/** A class of the legend, with the palette's own colour where another is drawn. */
export function describeClass({ name, replaced }: ClassColor): string {
  return replaced === undefined ? name : `${name} (${replaced} in the mask)`;
}
