import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

const edge = 48;
const subjects = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'];
const splits = ['train', 'train', 'train', 'train', 'val', 'test'];

const config = `dataset: { name: tiny }
samples:
  manifest: manifest.csv
  root: images
  columns: { image: file, subject: subject, split: split, class: class }
labels: { kind: class, classes: [{ name: healthy }, { name: sick }] }
task: { kind: classification }
report: { privacy: open }
`;

/** The manifest's lines at which the leak of `writeDataset` stands. */
export const leakLines = [2, 3];

/**
 * Writes a dataset of twelve pictures from six subjects in three splits.
 * @param leakingSubject where given, the name of a subject that stands in train and in test
 */
export async function writeDataset(folder: string, leakingSubject?: string): Promise<void> {
  await mkdir(join(folder, 'images'), { recursive: true });
  await writeFile(join(folder, 'holdout.yml'), config);
  await writeManifest(folder, leakingSubject);
  for (let index = 0; index < subjects.length * 2; index++) {
    await writeFile(join(folder, 'images', nameImage(index)), await drawImage(index));
  }
}

/** The manifest alone, for pictures that are there. */
export async function writeManifest(folder: string, leakingSubject?: string): Promise<void> {
  const rows = subjects.flatMap((subject, index) =>
    ['healthy', 'sick'].map((className, turn) => {
      const isLeak = leakingSubject !== undefined && index === 0;
      const split = isLeak && turn === 1 ? 'test' : (splits[index] ?? '');
      return [nameImage(index * 2 + turn), isLeak ? leakingSubject : subject, split, className].join(',');
    }),
  );
  await writeFile(join(folder, 'manifest.csv'), ['file,subject,split,class', ...rows, ''].join('\n'));
}

function nameImage(index: number): string {
  return `image-${index}.${index % 2 === 0 ? 'png' : 'jpg'}`;
}

/** Noise of a linear congruential generator (Numerical Recipes' constants) on a gradient. */
async function drawImage(index: number): Promise<Buffer> {
  const pixels = Buffer.alloc(edge * edge);
  let state = index + 1;
  for (let at = 0; at < pixels.length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    pixels[at] = (state >>> 25) + (at % edge) + index * 5;
  }
  const image = sharp(pixels, { raw: { width: edge, height: edge, channels: 1 } });
  return index % 2 === 0 ? image.png().toBuffer() : image.jpeg({ quality: 90 }).toBuffer();
}
