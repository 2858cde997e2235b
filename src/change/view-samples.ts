import type { Dataset } from '../model/dataset.ts';
import { compareText } from '../model/order.ts';
import type { Sample } from '../model/sample.ts';

/** A sample as far as a change is told of it. */
export interface ComparedSample {
  /** The image's path. */
  readonly id: string;
  /** Equal for equal files; undefined where not known. */
  readonly image?: string;
  readonly label?: string;
  /** Equal for labels that mean the same, however they are stored; undefined where not known. */
  readonly meaning?: string;
  /** What the label says, where that is a word or two. */
  readonly says?: string;
  /** Pixels of each class of a decoded mask. */
  readonly pixels?: ReadonlyMap<string, number>;
  /** Pixels of that mask, those of no class included. */
  readonly maskPixels?: number;
  readonly subject?: string;
  readonly splits: readonly string[];
}

/** @param contentOf what tells the files of equal content, such as the blob of a repository */
export function viewSamples(
  dataset: Dataset,
  contentOf: (path: string) => string | undefined,
): ComparedSample[] {
  return dataset.samples.map((sample) => {
    const { id, subject, splits, label: labelPath } = sample;
    const image = contentOf(id);
    const label = labelPath === undefined ? undefined : contentOf(labelPath);
    return {
      id,
      splits,
      ...(subject !== undefined && { subject }),
      ...(image !== undefined && { image }),
      ...(label !== undefined && { label }),
      ...viewLabel(sample, dataset),
    };
  });
}

type LabelView = Pick<ComparedSample, 'meaning' | 'says' | 'pixels' | 'maskPixels'>;

const unlabelled = 'no label';

function viewLabel(sample: Sample, dataset: Dataset): LabelView {
  switch (dataset.labels.kind) {
    case 'mask':
      return viewMask(sample, dataset);
    case 'class': {
      const says = sample.classes.join(', ') || unlabelled;
      return { says };
    }
    case 'boxes':
      return viewBoxes(sample, dataset);
    case 'none':
      return {};
  }
}

function viewMask({ label }: Sample, { masks, maskClasses }: Dataset): LabelView {
  if (label === undefined) return { says: unlabelled };
  const mask = masks.get(label);
  if (mask?.kind !== 'mask') return {};
  const pixels = new Map<string, number>();
  mask.counts.forEach((count, place) => {
    const name = maskClasses[place];
    if (name !== undefined) pixels.set(name, (pixels.get(name) ?? 0) + count);
  });
  const { labelHash, width, height } = mask;
  // The places of a mask's hash mean other classes once the declaration changes.
  const meaning = labelHash && JSON.stringify([labelHash, width, height, maskClasses]);
  return { pixels, maskPixels: mask.pixels, ...(meaning !== undefined && { meaning }) };
}

function viewBoxes(sample: Sample, { annotations }: Dataset): LabelView {
  const outcome = annotations?.byImage.get(sample.id);
  if (outcome?.kind === 'failure') return {};
  if (!outcome) {
    const { boxes, classes, label } = sample;
    if (boxes === undefined && label === undefined) return { says: classes.join(', ') || unlabelled };
    return boxes === undefined
      ? {}
      : {
          meaning: JSON.stringify(
            boxes
              .map(({ class: name, cells }) => [name, cells])
              .map(toText)
              .sort(),
          ),
        };
  }
  const objects = outcome.objects.map(({ className, box, polygons }) => toText([className, box, polygons]));
  return {
    says: countNames(outcome.objects.map(({ className }) => className)),
    meaning: JSON.stringify(objects.sort()),
  };
}

function toText(value: unknown): string {
  return JSON.stringify(value);
}

const mostNames = 8;

/** `2 cat, 1 dog`. */
function countNames(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const words = [...counts].sort(([a], [b]) => compareText(a, b)).map(([name, count]) => `${count} ${name}`);
  const hidden = words.length - mostNames;
  return (
    [...words.slice(0, mostNames), ...(hidden > 0 ? [`${hidden} more classes`] : [])].join(', ') ||
    'no objects'
  );
}
