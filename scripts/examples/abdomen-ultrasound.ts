import { renderConfig } from './config-text.ts';
import { divideEvenly, planSubject, type ExampleDataset, type Split } from './example-dataset.ts';
import { viewNames } from './views.ts';

const name = 'abdomen-ultrasound';

/** The real subjects with labels, and how many frames of each are labelled. */
const labelledReal = [
  { subject: 'h', frames: 26, split: 'train' },
  { subject: 'a', frames: 16, split: 'train' },
  { subject: 'g', frames: 10, split: 'val' },
  { subject: 'b', frames: 8, split: 'test' },
] as const;

/** The real subjects without labels: 557 frames. */
const unlabelledReal: readonly { subjects: string; frames: readonly number[]; split: Split }[] = [
  { subjects: 'cdefijklmn', frames: [52, 20, 44, 38, 35, 47, 27, 41, 33, 29], split: 'train' },
  { subjects: 'opq', frames: [40, 17, 36], split: 'val' },
  { subjects: 'rst', frames: [31, 43, 24], split: 'test' },
];

const syntheticFrames = 926;
const syntheticBodies: readonly Split[] = [
  ...Array.from({ length: 8 }, () => 'train' as const),
  ...(['val', 'val', 'test', 'test'] as const),
];

const readme = `# Abdominal ultrasound: a dataset that cannot support its task

Eight organs are to be segmented in real ultrasound; nearly all labels are on synthetic frames. The dataset has the
make-up of one on which training failed. **It is generated** by \`npm run examples\`: no picture shows a person.

- 1,543 images: 926 labelled synthetic (12 bodies), 60 labelled real (subjects h, a, g, b), 557 unlabelled real
  (16 other subjects). \`manifest.csv\` names subject, split, domain and clip of each.
- Real frames have speckle, shadows and loss with depth; synthetic ones are what a ray caster shows: dark and smooth.
- \`masks/\` holds indexed PNGs in nine colours, background and eight organs; \`images/\` greyscale JPEGs.
- Subjects are split into train, val and test without a leak.

What holdout is expected to say: 60 of 1,543 images (3.9 %) are labelled and from the target domain; they come from 4
subjects with 26, 16, 10 and 8 frames, an effective number of 60² / (26² + 16² + 10² + 8²) = 3.28; the intensity
histograms of the two domains lie apart; no subject, clip or picture leaks. Verdict: unsupported.

    npx holdout check examples/abdomen-ultrasound
`;

/** 926 labelled synthetic, 60 labelled real and 557 unlabelled real frames, split by subject without a leak. */
export const abdomenUltrasound: ExampleDataset = {
  name,
  samples: [
    ...labelledReal.flatMap(({ subject, frames, split }) =>
      planSubject({
        ...{ dataset: name, subject, frames, views: viewNames, domain: 'real', isLabelled: true },
        splitOf: () => split,
      }),
    ),
    ...unlabelledReal.flatMap(({ subjects, frames, split }) =>
      frames.flatMap((count, index) =>
        planSubject({
          ...{ dataset: name, subject: subjects.charAt(index), frames: count, views: viewNames },
          ...{ domain: 'real', isLabelled: false },
          splitOf: () => split,
        }),
      ),
    ),
    ...divideEvenly(syntheticFrames, syntheticBodies.length).flatMap((frames, index) =>
      planSubject({
        ...{ dataset: name, subject: `sim${String(index + 1).padStart(2, '0')}`, frames, views: viewNames },
        ...{ domain: 'synthetic', isLabelled: true },
        splitOf: () => syntheticBodies[index] ?? 'train',
      }),
    ),
  ],
  config: renderConfig(
    name,
    '8 organs in abdominal ultrasound; labels mostly on synthetic frames, 60 on frames of four real subjects.',
  ),
  readme,
};
