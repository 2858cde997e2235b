import { link, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paint, shade } from './class-image.ts';
import { classNames, colors, type CleanSample } from './clean-data.ts';
import type { Labels, Planted, StoredFile } from './fault.ts';

/** A sample as it is written. */
export interface WrittenSample {
  readonly sample: CleanSample;
  readonly planted?: Planted;
}

/** Clean files that all datasets share. */
export interface CleanFiles {
  /** Path of an image by its path in the example. */
  readonly imagePath: (sample: CleanSample) => string;
  /** Path of the clean mask. */
  readonly maskPath: (sample: CleanSample, labels: Labels) => string;
}

/** Stores every mask in the ways that configs declare. */
export async function writeCleanFiles(
  samples: readonly CleanSample[],
  example: string,
  folder: string,
): Promise<CleanFiles> {
  const maskPath = ({ image }: CleanSample, labels: Labels): string =>
    join(folder, labels, `${image.replaceAll('/', '-')}.png`);
  for (const labels of ['color', 'index', 'spaced-index'] as const) {
    await mkdir(join(folder, labels), { recursive: true });
    for (const sample of samples) {
      const step = labels === 'index' ? 1 : 30;
      const drawn =
        labels === 'color' ? paint(sample.mask, colors) : shade(sample.mask, (place) => place * step);
      await writeFile(maskPath(sample, labels), await drawn.png().toBuffer());
    }
  }
  return { imagePath: ({ image }) => join(example, image), maskPath };
}

/**
 * Writes a dataset with its manifest and config.
 * @returns the id (image path) of each sample that a fault was planted in; its copy's, too
 */
export async function writeDataSet(
  folder: string,
  labels: Labels,
  written: readonly WrittenSample[],
  { imagePath, maskPath }: CleanFiles,
): Promise<ReadonlyMap<string, WrittenSample>> {
  const faulty = new Map<string, WrittenSample>();
  const rows = ['file,mask,subject,clip,class'];
  await mkdir(join(folder, 'files'), { recursive: true });
  const put = async (name: string, file: StoredFile | undefined, clean: string): Promise<string> => {
    const extension = file?.extension ?? clean.split('.').at(-1) ?? '';
    const path = `files/${name}.${extension}`;
    if (file) await writeFile(join(folder, path), file.bytes);
    else await link(clean, join(folder, path));
    return path;
  };
  for (const [index, one] of written.entries()) {
    const { sample, planted } = one;
    const { subject, clip } = sample;
    const place = nameClass(sample);
    const clean = labels === 'class' ? undefined : maskPath(sample, labels);
    const add = async (name: string, files: Planted['copy'] = {}): Promise<string> => {
      const image = await put(name, files.image, imagePath(sample));
      const mask = clean === undefined ? '' : await put(`${name}-mask`, files.mask, clean);
      rows.push([image, mask, subject, clip, labels === 'class' ? (files.class ?? place) : ''].join());
      return image;
    };
    const id = await add(String(index), planted);
    if (planted) faulty.set(id, one);
    if (planted?.copy) faulty.set(await add(`${index}-copy`, planted.copy), one);
  }
  await writeFile(join(folder, 'manifest.csv'), `${rows.join('\n')}\n`);
  await writeFile(join(folder, 'holdout.yml'), JSON.stringify(describeConfig(labels)));
  return faulty;
}

/** The class with most pixels. */
function nameClass({ mask }: CleanSample): string {
  const counts = new Array<number>(colors.length).fill(0);
  for (const place of mask.classes) if (place > 0) counts[place] = (counts[place] ?? 0) + 1;
  return classNames[counts.indexOf(Math.max(...counts)) - 1] ?? '';
}

function describeConfig(labels: Labels): object {
  const hex = (color: readonly number[]): string =>
    `#${color.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
  const step = labels === 'index' ? 1 : 30;
  const classes = classNames.map((name, at) =>
    labels === 'class'
      ? { name }
      : labels === 'color'
        ? { name, color: hex(colors[at + 1] ?? []) }
        : { name, index: (at + 1) * step },
  );
  const columns = { image: 'file', subject: 'subject', groups: { clip: 'clip' } };
  return {
    dataset: { name: `planted faults, ${labels}` },
    samples: {
      manifest: 'manifest.csv',
      columns: labels === 'class' ? { ...columns, class: 'class' } : { ...columns, label: 'mask' },
    },
    labels: { kind: labels === 'class' ? 'class' : 'mask', classes },
  };
}
