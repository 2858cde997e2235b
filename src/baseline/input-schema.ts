import {
  baselineSchemaVersion,
  baselineSplits,
  baselineTasks,
  type BaselineBox,
  type BaselineInput,
  type BaselinePalette,
  type BaselineSample,
  type BaselineSettings,
} from '../model/baseline.ts';
import { describeObject, type JsonSchema } from '../report/object-schema.ts';
import { amount, baselineBounds, byName, choice, count, list, name, text } from './schema-parts.ts';

const path = (description: string): JsonSchema => ({
  ...text(description, baselineBounds.pathLength),
  pattern: '^[^/]',
});
const hash = (description: string): JsonSchema => ({
  description,
  type: 'string',
  pattern: '^[0-9a-f]{64}$',
});
const place = count('Place in `classes`, from 0.');

const box = describeObject<BaselineBox>('A box, learned as a filled rectangle of a coarse mask.', {
  required: {
    class: place,
    corners: {
      description: 'xmin, ymin, xmax, ymax as shares of the image’s width and height.',
      type: 'array',
      items: { type: 'number', minimum: 0, maximum: 1 },
      minItems: 4,
      maxItems: 4,
    },
  },
  optional: {},
});

const sample = describeObject<BaselineSample>('An image with its label.', {
  required: {
    image: path('The image, relative to the dataset’s directory, with `/`.'),
    imageHash: hash('SHA-256 of the file: another is not to be trained on.'),
    split: choice('The split that it stands in.', baselineSplits),
  },
  optional: {
    label: path('The mask.'),
    labelHash: hash('SHA-256 of the mask’s file.'),
    classes: list('The classes of the image.', place),
    boxes: list('The boxes of the image.', box),
    subject: name('The subject that it is from.'),
    domain: name('The domain that it is from.'),
    unit: text(
      'What it belongs to and must not be divided; where leakage was found.',
      baselineBounds.pathLength,
    ),
    cleanSplit: choice(
      'Its split in a division that divides no unit; where leakage was found.',
      baselineSplits,
    ),
  },
});

const palette = describeObject<BaselinePalette>('How the values of masks are read.', {
  required: {
    kind: choice('Colours go to the nearest in RGB, the first of equals; indices to themselves alone.', [
      'color',
      'index',
    ]),
    values: list(
      'In the order that decides between equal distances.',
      describeObject<BaselinePalette['values'][number]>('A declared value.', {
        required: {
          value: { description: '`#rrggbb`, or an index.', type: ['string', 'integer'] },
          target: {
            description: '0 for background, 1 for the first class; null for pixels that count nowhere.',
            type: ['integer', 'null'],
            minimum: 0,
          },
        },
        optional: {},
      }),
    ),
  },
  optional: {},
});

const settings = describeObject<BaselineSettings>('How it is trained.', {
  required: {
    seed: count('Decides weights, order and augmentation.'),
    imageSize: count('Pixels a side that images are stretched to.', 1),
    batchSize: count('Images in a step.', 1),
    steps: count('Steps of the training that is scored.', 1),
    overfitSteps: count('Steps in which one batch is learned by heart.', 1),
    shuffledSteps: count('Steps with shuffled labels.', 1),
    leakSeeds: count('Seeds that the price of a leak on the same images is averaged over.', 1),
    learningRate: amount('Learning rate of the first step.'),
    features: count('Channels of the network’s first layers.', 1),
    threads: count('Processor threads.', 1),
    maxImages: count('Most images of each split.', 1),
  },
  optional: {},
});

/** JSON Schema (draft-07) of what a trainer reads. */
export const baselineInputSchema: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'holdout baseline input',
  ...describeObject<BaselineInput>(
    'What a trainer may know of a dataset; written by `holdout baseline export`.',
    {
      required: {
        schemaVersion: { description: 'Version of this format.', const: baselineSchemaVersion },
        tool: describeObject<BaselineInput['tool']>('What wrote it.', {
          required: { name: { const: 'holdout' }, version: name('Version of holdout.') },
          optional: {},
        }),
        digest: hash('SHA-256 of all that a result depends on; the result repeats it.'),
        dataset: describeObject<BaselineInput['dataset']>('The dataset.', {
          required: { name: text('Its name.', baselineBounds.pathLength) },
          optional: { targetDomain: name('The domain that the model will meet.') },
        }),
        task: choice('What is learned.', baselineTasks),
        labels: choice('What the labels are.', ['masks', 'boxes', 'classes']),
        classes: list(
          'The classes.',
          describeObject<BaselineInput['classes'][number]>('A class.', {
            required: { name: text('Its name.', baselineBounds.pathLength) },
            optional: { weight: amount('Its weight in the loss; absent where no training label shows it.') },
          }),
        ),
        channels: choice('1: images are read as grey; 3: as red, green and blue.', [1, 3]),
        limits: describeObject<BaselineInput['limits']>('What is refused.', {
          required: {
            pixels: count('Pixels above which a file is not decoded.'),
            fileBytes: count('Bytes above which a file is not read.'),
          },
          optional: {},
        }),
        settings,
        samples: list('Sorted by image.', sample),
        excluded: byName('Labelled samples that are not used, by why.', count('Samples.'), 100),
      },
      optional: {
        revision: name('The state of the repository, such as a commit; the result repeats it.'),
        backgroundWeight: amount('The background’s weight in the loss; with masks.'),
        palette,
      },
    },
  ),
};
