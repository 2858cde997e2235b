import {
  baselineSchemaVersion,
  baselineStatuses,
  baselineTasks,
  type BaselineCurve,
  type BaselineEnvironment,
  type BaselineResources,
  type BaselineResult,
  type BaselineScores,
  type BaselineStages,
  type LeakPrice,
  type PairedPrice,
  type ScoreInterval,
  type ScoreRow,
  type SubjectScore,
} from '../model/baseline.ts';
import { describeObject, type JsonSchema, type ObjectProperties } from '../report/object-schema.ts';
import { amount, baselineBounds, byName, choice, count, list, name, text } from './schema-parts.ts';

const score = (description: string): JsonSchema => ({
  description: `${description} 0–1; null where no image counts.`,
  type: ['number', 'null'],
  minimum: 0,
  maximum: 1,
});
const difference = (description: string): JsonSchema => ({
  description,
  type: ['number', 'null'],
  minimum: -1,
  maximum: 1,
});
const bound = (description: string): JsonSchema => ({ ...difference(description), type: 'number' });
const loss = (description: string): JsonSchema => ({ description, type: 'number' });
const images = count('Images that count.');

const lossChange = {
  steps: count('Steps of training.'),
  firstLoss: loss('Mean loss of the first tenth of the steps; of `overfit`, the loss of the first step.'),
  lastLoss: loss('Mean loss of the last tenth of the steps.'),
};

const row = describeObject<ScoreRow>('A line of a table of scores.', {
  required: {
    name: name('What the line is about.'),
    score: score('Mean over subjects of the mean over their images.'),
    images,
    subjects: count('Subjects; an image whose subject is unknown counts as one.'),
  },
  optional: {
    interval: describeObject<ScoreInterval>('95 % interval over subjects.', {
      required: {
        low: amount('Lower end.'),
        high: amount('Upper end.'),
        method: name('`bootstrap`, `student` (two to four subjects) or `none` (one subject says nothing).'),
      },
      optional: {},
    }),
  },
});

const subject = describeObject<SubjectScore>('The score of one subject in one split.', {
  required: {
    name: name('The subject.'),
    split: name('The split.'),
    images,
    score: score('Mean over the images.'),
  },
  optional: { domain: name('The domain.') },
});

const scores = describeObject<BaselineScores>('Scores on what was held out: val and test.', {
  required: {
    overall: row,
    splits: list('By split.', row, 2),
    classes: list('By class.', row, baselineBounds.classes),
    domains: list('By domain.', row, baselineBounds.domains),
    subjects: list('By subject.', subject, baselineBounds.subjects),
  },
  optional: {
    domainGap: describeObject<NonNullable<BaselineScores['domainGap']>>(
      'The domain of most training images against the target domain.',
      {
        required: {
          training: name('The domain that most training images are from.'),
          target: name('The domain that the model will meet.'),
          difference: bound('Score of the first less that of the second.'),
        },
        optional: {},
      },
    ),
  },
});

const paired = describeObject<PairedPrice>(
  'On the same images, those that leak: with what they belong to (units) in training, and without.',
  {
    required: {
      images,
      units: count('Units that leak.'),
      folds: count('Folds that the units are dealt into; a model was trained without each.', 1),
      trainingImages: count('Images that the model of the declared split was trained with.'),
      unseenTrainingImages: count('The same of the models that were trained without a fold, the fewest.'),
      seenScore: score('Of the model that was trained with their units.'),
      unseenScore: score('Of the models that were trained without.'),
      inflation: difference('The first less the second.'),
      interval: describeObject<ScoreInterval>('95 % interval of the inflation over units.', {
        required: {
          low: bound('Lower end.'),
          high: bound('Upper end.'),
          method: name('`bootstrap`, `student` (two to four units) or `none` (one unit says nothing).'),
        },
        optional: {},
      }),
    },
    optional: {},
  },
);

const leak = describeObject<LeakPrice>('What the score owes to leakage.', {
  required: {
    split: name('The split that is scored.'),
    declaredScore: score('On the split as it is.'),
  },
  optional: {
    paired,
    cleanScore: score('Of a model trained and tested on a division that divides no unit.'),
    inflation: difference('The declared score less that: on other images.'),
  },
});

const stages: ObjectProperties<BaselineStages> = {
  required: {},
  optional: {
    overfit: describeObject<NonNullable<BaselineStages['overfit']>>('One batch, learned by heart.', {
      required: { ...lossChange, images: count('Images of the batch.'), score: score('On the batch.') },
      optional: {},
    }),
    shuffled: describeObject<NonNullable<BaselineStages['shuffled']>>(
      'Trained with labels of other images.',
      {
        required: {
          ...lossChange,
          score: score('On what was held out, with its own labels.'),
          trivialScore: score('Of the best prediction that is the same for every image.'),
        },
        optional: {},
      },
    ),
    learning: describeObject<NonNullable<BaselineStages['learning']>>('Trained on the train split.', {
      required: {
        ...lossChange,
        split: name('The split that is scored.'),
        score: score('On that split.'),
        trivialScore: score('Of the best prediction that is the same for every image.'),
      },
      optional: {},
    }),
    score: scores,
    leak,
  },
};

/** JSON Schema (draft-07) of what a trainer answers. Strict: what it does not name is refused. */
export const baselineResultSchema: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'holdout baseline result',
  ...describeObject<BaselineResult>('What training a baseline on a dataset showed.', {
    required: {
      schemaVersion: { description: 'Version of this format.', const: baselineSchemaVersion },
      trainer: describeObject<BaselineResult['trainer']>('What trained.', {
        required: { name: name('Its name.'), version: name('Its version.') },
        optional: {},
      }),
      status: choice(
        'How far it came; `running` is also what a run shows that was killed.',
        baselineStatuses,
      ),
      notes: list(
        'What a reader has to know.',
        text('A sentence.', baselineBounds.textLength),
        baselineBounds.notes,
      ),
      stages: describeObject<BaselineStages>('Stages, as far as the run came.', stages),
      curves: list(
        'Losses of the stages.',
        describeObject<BaselineCurve>('Losses of a stage.', {
          required: {
            stage: name('The stage.'),
            steps: list('Steps, from 1.', count('A step.'), baselineBounds.pointsOfCurve),
            losses: list('The loss at each.', loss('A mean.'), baselineBounds.pointsOfCurve),
          },
          optional: {},
        }),
        baselineBounds.curves,
      ),
    },
    optional: {
      reason: describeObject<NonNullable<BaselineResult['reason']>>('Why it is not finished.', {
        required: {
          code: name(
            'Of holdout’s trainer: bad-input, no-gpu, out-of-memory, nan-loss, unreadable-file, too-few-samples, interrupted, error.',
          ),
          message: text('The reason in a sentence.', baselineBounds.textLength),
        },
        optional: {},
      }),
      input: describeObject<NonNullable<BaselineResult['input']>>('What it was trained on.', {
        required: { digest: name('The digest of the input, repeated.') },
        optional: { revision: name('The revision of the input, repeated.') },
      }),
      task: choice('What was learned.', baselineTasks),
      environment: describeObject<BaselineEnvironment>('Where it ran.', {
        required: {
          device: name('`cpu` or `cuda`, for instance.'),
          deviceName: name('What the device is called.'),
          precision: name('What it computed in.'),
          threads: count('Processor threads.'),
          python: name('Version of Python.'),
          packages: byName('Versions of packages.', name('A version.'), 100),
        },
        optional: {},
      }),
      settings: byName('Settings that it ran with.', { type: 'number' }, 100),
      model: describeObject<NonNullable<BaselineResult['model']>>('What was trained.', {
        required: { name: name('The network.'), parameters: count('Its trainable numbers.') },
        optional: {},
      }),
      samples: byName(
        'What was used of each split.',
        describeObject<NonNullable<BaselineResult['samples']>[string]>('A split.', {
          required: { images: count('Images.'), subjects: count('Known subjects.') },
          optional: {},
        }),
        10,
      ),
      resources: describeObject<BaselineResources>('What it took.', {
        required: {},
        optional: {
          seconds: amount('Seconds in all.'),
          processorSeconds: amount('Seconds of all threads together.'),
          trainingSeconds: amount('Seconds in steps of training.'),
          imagesPerSecond: amount('Images a second of these.'),
          peakMemoryBytes: amount('Most bytes in use on the GPU.'),
        },
      }),
    },
  }),
};
