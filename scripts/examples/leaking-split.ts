import { renderConfig } from './config-text.ts';
import { planSubject, type ExampleDataset, type Split } from './example-dataset.ts';
import { manifestLine } from './manifest.ts';
import { viewNames, type ViewName } from './views.ts';

const name = 'leaking-split';
const subjectCount = 12;
const clipsPerSubject = 3;
const framesPerSubject = 6;

/** The subject whose last clip went into the test set, while its others are in the training set. */
const leakingSubject = 7;

function splitOf(subject: number, clip: number): Split {
  if (subject === leakingSubject && clip === clipsPerSubject - 1) return 'test';
  return subject <= 8 ? 'train' : subject <= 10 ? 'val' : 'test';
}

/** Three planes in turn, so that any two subjects in a row show all five, and with them every organ. */
function viewsOf(subject: number): ViewName[] {
  const first = ((subject - 1) * clipsPerSubject) % viewNames.length;
  return [...viewNames, ...viewNames].slice(first, first + clipsPerSubject);
}

const nameSubject = (subject: number): string => `p${String(subject).padStart(2, '0')}`;

const samples = Array.from({ length: subjectCount }, (_, index) => index + 1).flatMap((subject) =>
  planSubject({
    dataset: name,
    subject: nameSubject(subject),
    domain: 'real',
    isLabelled: true,
    views: viewsOf(subject),
    frames: framesPerSubject,
    splitOf: (clip) => splitOf(subject, clip),
  }),
);

function describeLines(split: Split): string {
  const lines = samples.flatMap((sample, index) =>
    sample.subject === nameSubject(leakingSubject) && sample.split === split ? [manifestLine(index)] : [],
  );
  return `${Math.min(...lines)}–${Math.max(...lines)}`;
}

const readme = `# A leaking split

72 labelled ultrasound frames of 12 subjects, **generated** by \`npm run examples\`: no picture shows a person.

One fault is planted: subject **${nameSubject(leakingSubject)}** stands in train (lines ${describeLines('train')} of \`manifest.csv\`) and in test (lines
${describeLines('test')}). Its clips differ and no picture occurs twice: only the subject tells. A model tested on this split meets
a patient whom it has seen.

What holdout is expected to say: \`leakage/subject\` fails with the subject, both splits and these lines, and the exit
code is 1; nothing else is an error. Warnings that val and test hold very few subjects are right, too.

    holdout check examples/leaking-split
`;

/** 72 frames of 12 subjects, one of whom stands in train and in test. */
export const leakingSplit: ExampleDataset = {
  name,
  samples,
  config: renderConfig(name, 'Abdominal ultrasound of 12 subjects, one of whom leaks from train into test.'),
  readme,
};
