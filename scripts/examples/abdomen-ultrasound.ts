import { renderConfig } from './config-text.ts';
import {
  planSubject,
  type Domain,
  type ExampleDataset,
  type PlannedSample,
  type Split,
} from './example-dataset.ts';
import { viewNames } from './views.ts';

const name = 'abdomen-ultrasound';

/** Subjects of one kind in one split, with the frames that each gives. */
interface Cohort {
  readonly domain: Domain;
  readonly isLabelled: boolean;
  readonly split: Split;
  readonly frames: Readonly<Record<string, number>>;
}

const labelledReal: readonly Cohort[] = [
  { domain: 'real', isLabelled: true, split: 'train', frames: { h: 26, a: 16 } },
  { domain: 'real', isLabelled: true, split: 'val', frames: { g: 10 } },
  { domain: 'real', isLabelled: true, split: 'test', frames: { b: 8 } },
];

const unlabelledReal: readonly Cohort[] = [
  {
    domain: 'real',
    isLabelled: false,
    split: 'train',
    frames: { c: 52, d: 20, e: 44, f: 38, i: 35, j: 47, k: 27, l: 41, m: 33, n: 29 },
  },
  { domain: 'real', isLabelled: false, split: 'val', frames: { o: 40, p: 17, q: 36 } },
  { domain: 'real', isLabelled: false, split: 'test', frames: { r: 31, s: 43, t: 24 } },
];

const labelledSynthetic: readonly Cohort[] = [
  {
    domain: 'synthetic',
    isLabelled: true,
    split: 'train',
    frames: { sim01: 78, sim02: 78, sim03: 77, sim04: 77, sim05: 77, sim06: 77, sim07: 77, sim08: 77 },
  },
  { domain: 'synthetic', isLabelled: true, split: 'val', frames: { sim09: 77, sim10: 77 } },
  { domain: 'synthetic', isLabelled: true, split: 'test', frames: { sim11: 77, sim12: 77 } },
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

    holdout check examples/abdomen-ultrasound
`;

function planCohort({ domain, isLabelled, split, frames }: Cohort): PlannedSample[] {
  return Object.entries(frames).flatMap(([subject, count]) =>
    planSubject({
      dataset: name,
      subject,
      domain,
      isLabelled,
      views: viewNames,
      frames: count,
      splitOf: () => split,
    }),
  );
}

/** 926 labelled synthetic, 60 labelled real and 557 unlabelled real frames, split by subject without a leak. */
export const abdomenUltrasound: ExampleDataset = {
  name,
  samples: [...labelledReal, ...unlabelledReal, ...labelledSynthetic].flatMap(planCohort),
  config: renderConfig(
    name,
    '8 organs in abdominal ultrasound; labels mostly on synthetic frames, 60 on frames of four real subjects.',
  ),
  readme,
};
