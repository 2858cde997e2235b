import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { draw, seedRandom } from '../near-duplicates/random.ts';

const examples = resolve(import.meta.dirname, '../../examples');

/** A dataset that a baseline is trained on, and how. */
export interface BenchDataSet {
  readonly name: string;
  readonly what: string;
  /** Writes it into a folder, which is there. */
  readonly write: (folder: string) => Promise<void>;
}

const shortRun = 'baseline: { imageSize: 96, steps: 200 }\n';

export const dataSets: readonly BenchDataSet[] = [
  {
    name: 'abdomen-ultrasound',
    what: 'the example as it is, with the settings that `holdout.yml` has by default',
    write: (folder) => copyExample('abdomen-ultrasound', folder, ''),
  },
  {
    name: 'leaking-split',
    what: 'the example in which one of twelve subjects leaks with 2 of 14 test images; 200 steps at 96 pixels',
    write: (folder) => copyExample('leaking-split', folder, shortRun),
  },
  {
    name: 'frames dealt out',
    what: 'the 60 labelled real frames of abdomen-ultrasound, dealt out by chance, 36 to train and 24 to test, so that all four subjects stand in both; 400 steps at 96 pixels, the price of the leak over three seeds',
    write: (folder) =>
      dealFrames(folder, {
        domains: ['real'],
        sizes: { train: 36, val: 0 },
        settings: 'baseline: { imageSize: 96, steps: 400, leakSeeds: 3 }\n',
      }),
  },
  {
    name: 'all frames dealt out',
    what: 'all 986 labelled frames of abdomen-ultrasound, real and synthetic, dealt out to as many of train, val and test as in the example by chance, so that all sixteen subjects stand in train and test; 400 steps at 96 pixels',
    write: (folder) =>
      dealFrames(folder, {
        domains: ['real', 'synthetic'],
        sizes: { train: 660, val: 164 },
        settings: 'baseline: { imageSize: 96, steps: 400 }\n',
      }),
  },
  {
    name: 'few frames dealt out',
    what: 'ten labelled frames, or all eight, of each of the sixteen subjects of abdomen-ultrasound, dealt out by chance, 96 to train and 62 to test; 400 steps at 96 pixels, in which an image is seen 33 times and not five',
    write: (folder) =>
      dealFrames(folder, {
        domains: ['real', 'synthetic'],
        framesOfSubject: 10,
        sizes: { train: 96, val: 0 },
        settings: 'baseline: { imageSize: 96, steps: 400 }\n',
      }),
  },
  {
    name: 'augmented before the split',
    what: 'six labelled frames of each of the sixteen subjects of abdomen-ultrasound and a brighter copy of each, dealt out by chance, 128 to train and 64 to test, as where images are augmented before they are split; 400 steps at 96 pixels',
    write: (folder) =>
      dealFrames(folder, {
        domains: ['real', 'synthetic'],
        framesOfSubject: 6,
        addsCopies: true,
        sizes: { train: 128, val: 0 },
        settings: 'baseline: { imageSize: 96, steps: 400 }\n',
      }),
  },
  {
    name: 'classes by chance',
    what: 'the 617 real frames of abdomen-ultrasound, each of the twenty subjects with a class drawn by chance (ten and ten) in place of masks, dealt out by chance, 411 to train and 206 to test: there is nothing to learn of a frame but whose it is; 2,000 steps at 96 pixels, as in 400 it learns hardly any of it',
    write: dealSubjectClasses,
  },
];

async function copyExample(name: string, folder: string, settings: string): Promise<void> {
  await cp(join(examples, name), folder, { recursive: true });
  const config = await readFile(join(folder, 'holdout.yml'), 'utf8');
  await writeFile(join(folder, 'holdout.yml'), `${config}\n${settings}`);
}

interface Deal {
  readonly domains: readonly string[];
  /** The most of each; all where it does not say. */
  readonly framesOfSubject?: number;
  /** Whether a brighter copy of each frame is dealt out with them. */
  readonly addsCopies?: boolean;
  readonly sizes: { readonly train: number; readonly val: number };
  readonly settings: string;
}

/** Labelled frames of the domains in random order: the first to train and val, the rest to test. */
async function dealFrames(
  folder: string,
  { domains, framesOfSubject, addsCopies = false, sizes, settings }: Deal,
): Promise<void> {
  await copyExample('abdomen-ultrasound', folder, settings);
  const manifest = join(folder, 'manifest.csv');
  const [header = '', ...rows] = (await readFile(manifest, 'utf8')).trimEnd().split('\n');
  const cells = rows.map((row) => row.split(','));
  const frames = cells.filter(([, mask, , , domain]) => mask !== '' && domains.includes(domain ?? ''));
  const random = seedRandom(60);
  const subjects = [...new Set(frames.map(([, , subject]) => subject))];
  const chosen =
    framesOfSubject === undefined
      ? frames
      : subjects.flatMap((name) =>
          draw(
            frames.filter(([, , subject]) => subject === name),
            framesOfSubject,
            random,
          ),
        );
  const copies = addsCopies ? await Promise.all(chosen.map((cells) => writeBrighter(folder, cells))) : [];
  const all = [...chosen, ...copies];
  const dealt = draw(all, all.length, random).map(([file, mask, subject, , domain, clip], place) => {
    const split = place < sizes.train ? 'train' : place < sizes.train + sizes.val ? 'val' : 'test';
    return [file, mask, subject, split, domain, clip].join(',');
  });
  await mkdir(folder, { recursive: true });
  await writeFile(manifest, [header, ...dealt.sort(), ''].join('\n'));
}

/** A copy of a frame, a tenth brighter and saved anew, with a mask of its own. */
async function writeBrighter(folder: string, [file = '', mask = '', ...others]: string[]): Promise<string[]> {
  const rename = (path: string): string => path.replace(/(?=\.\w+$)/u, '-brighter');
  await sharp(join(folder, file))
    .linear(1.1)
    .jpeg({ quality: 85 })
    .toFile(join(folder, rename(file)));
  await cp(join(folder, mask), join(folder, rename(mask)));
  return [rename(file), rename(mask), ...others];
}

/** Real frames, labelled or not, with a class for each subject that nothing in the picture tells. */
async function dealSubjectClasses(folder: string): Promise<void> {
  await copyExample('abdomen-ultrasound', folder, '');
  const text = await readFile(join(folder, 'manifest.csv'), 'utf8');
  const frames = text
    .trimEnd()
    .split('\n')
    .map((row) => row.split(','))
    .filter(([, , , , domain]) => domain === 'real');
  const random = seedRandom(60);
  const subjects = [...new Set(frames.map(([, , subject]) => subject))];
  const sick = new Set(draw(subjects, subjects.length / 2, random));
  const dealt = draw(frames, frames.length, random).map(([file, , subject], place) =>
    [file, subject, place < 411 ? 'train' : 'test', sick.has(subject) ? 'sick' : 'healthy'].join(','),
  );
  await writeFile(join(folder, 'manifest.csv'), ['file,subject,split,class', ...dealt.sort(), ''].join('\n'));
  await writeFile(
    join(folder, 'holdout.yml'),
    `dataset: { name: classes by chance }
samples: { manifest: manifest.csv, columns: { image: file, subject: subject, split: split, class: class } }
labels: { kind: class, classes: [{ name: healthy }, { name: sick }] }
task: { kind: classification }
report: { privacy: open }
baseline: { imageSize: 96, steps: 2000 }
`,
  );
}
