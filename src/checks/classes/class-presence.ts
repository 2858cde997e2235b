import type { Dataset } from '../../model/dataset.ts';
import { sortedUnique } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';
import { formatColor } from '../labels/color.ts';
import { usableSamples } from '../population.ts';

/** Which classes the labels of each sample show. */
export interface ClassPresence {
  /** Declared classes in the order of the config; without a declaration, those found, sorted. */
  readonly classes: readonly string[];
  /** By labelled sample, the classes it shows with their amount in `unit`; absent classes are not in it. */
  readonly bySample: ReadonlyMap<Sample, ReadonlyMap<string, number>>;
  /** By sample, the pixels of background; empty without masks. */
  readonly background: ReadonlyMap<Sample, number>;
  /** What is counted: pixels of masks, boxes where annotations were read, otherwise samples (each 1). */
  readonly unit: 'pixels' | 'boxes' | 'samples';
  /** Labelled samples whose label says nothing that could be read. */
  readonly unavailable: number;
}

export function findClassPresence(dataset: Dataset): ClassPresence {
  const usable = usableSamples(dataset);
  const unit = chooseUnit(dataset);
  const bySample = new Map<Sample, ReadonlyMap<string, number>>();
  const background = new Map<Sample, number>();
  const backgroundIndex = findBackground(dataset);
  for (const sample of usable) {
    const shown = readers[unit](sample, dataset);
    if (!shown) continue;
    bySample.set(sample, shown);
    const mask = sample.label === undefined ? undefined : dataset.masks.get(sample.label);
    if (mask?.kind === 'mask') background.set(sample, mask.counts[backgroundIndex] ?? 0);
  }
  const declared = dataset.labels.classes.map(({ name }) => name);
  const classes =
    declared.length > 0
      ? declared
      : sortedUnique([...bySample.values()].flatMap((shown) => [...shown.keys()]));
  return { classes, bySample, background, unit, unavailable: usable.length - bySample.size };
}

function chooseUnit({ labels, annotations }: Dataset): ClassPresence['unit'] {
  if (labels.kind === 'mask') return 'pixels';
  return labels.kind === 'boxes' && annotations && annotations.byImage.size > 0 ? 'boxes' : 'samples';
}

/** What each label shows; undefined for one that says nothing that could be read. */
const readers: Readonly<
  Record<ClassPresence['unit'], (sample: Sample, dataset: Dataset) => Map<string, number> | undefined>
> = { pixels: classesOfMask, boxes: classesOfBoxes, samples: classesOfRow };

/** The place of the background among the values that masks are read with; -1 without masks. */
function findBackground({ maskPalette, labels: { background } }: Dataset): number {
  if (maskPalette?.kind === 'index') return maskPalette.indices.indexOf(background.index);
  const wanted = background.color.toLowerCase();
  return maskPalette?.colors.findIndex((color) => formatColor(color) === wanted) ?? -1;
}

function classesOfMask({ label }: Sample, { masks, maskClasses }: Dataset): Map<string, number> | undefined {
  const mask = label === undefined ? undefined : masks.get(label);
  if (mask?.kind !== 'mask') return undefined;
  const shown = new Map<string, number>();
  mask.counts.forEach((pixels, index) => {
    const name = maskClasses[index];
    if (name !== undefined && pixels > 0) shown.set(name, pixels);
  });
  return shown;
}

function classesOfBoxes({ id }: Sample, { annotations }: Dataset): Map<string, number> | undefined {
  const outcome = annotations?.byImage.get(id);
  if (outcome?.kind !== 'annotation') return undefined;
  const shown = new Map<string, number>();
  for (const { className } of outcome.objects) shown.set(className, (shown.get(className) ?? 0) + 1);
  return shown;
}

function classesOfRow({ classes }: Sample): Map<string, number> | undefined {
  return classes.length > 0 ? new Map(classes.map((name) => [name, 1])) : undefined;
}
