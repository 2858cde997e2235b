import type { JsonSchema } from './json-schema.ts';

const mostScores = 100;
const longestName = 200;
const longestCitation = 1_000;
const longestUrl = 2_000;

/** Http alone: the address stands in reports that others open. */
const urlPattern = '^https?://[^\\s<>"\']+$';

function describeText(description: string, maxLength: number, example: string): JsonSchema {
  return {
    title: `text that is not blank, of at most ${maxLength.toLocaleString('en')} characters`,
    description,
    type: 'string',
    pattern: '\\S',
    maxLength,
    examples: [example],
  };
}

/** The section `baseline`: how the training smoke test runs, and what others reached. */
export const baselineSchema: JsonSchema = {
  description:
    'The training smoke test (`holdout baseline run` trains a small model on the audited samples and splits), and what others reached on this dataset.',
  type: 'object',
  properties: {
    published: {
      title: `a list of at most ${mostScores} published scores`,
      description: 'Scores that others published.',
      type: 'array',
      maxItems: mostScores,
      items: {
        type: 'object',
        properties: {
          metric: describeText('What was measured.', longestName, 'Dice'),
          value: {
            description: 'The score, as published: 0.48, not 48 %.',
            type: 'number',
            examples: [0.48],
          },
          on: describeText('The domain that it was measured on, as `samples` names it.', longestName, 'real'),
          split: describeText(
            'The split that it was measured on: the name of one of this dataset, or that of the publication.',
            longestName,
            'test',
          ),
          classes: {
            title: 'a list of classes',
            description:
              'The classes that it is over, as `labels.classes` names them. Without it: all of them.',
            type: 'array',
            items: describeText('Name of a class.', longestName, 'liver'),
            minItems: 1,
            maxItems: 1_000,
          },
          citation: describeText(
            'Where it was published, in words.',
            longestCitation,
            'Vitale et al. 2020, IJCARS 15:183',
          ),
          url: {
            title: 'an address that starts with http:// or https://',
            description: 'Where it can be read.',
            type: 'string',
            pattern: urlPattern,
            maxLength: longestUrl,
            examples: ['https://doi.org/10.1007/s11548-019-02046-5'],
          },
        },
        required: ['metric', 'value', 'citation'],
        additionalProperties: false,
      },
      default: [],
    },
    command: {
      title: 'a program and its first arguments, as a list',
      description:
        'Another trainer than the one of holdout: program and arguments, to which `--input FILE --data DIRECTORY --output DIRECTORY` are added. It runs without a shell, with your rights: keep it in a config that you trust.',
      type: 'array',
      items: { title: 'text', type: 'string', minLength: 1, maxLength: 1_000 },
      minItems: 1,
      maxItems: 100,
      examples: [['python3', 'train.py']],
    },
    seed: {
      description:
        'Decides the weights that training starts from, the order of the images and their augmentation.',
      type: 'integer',
      minimum: 0,
      maximum: 2 ** 31 - 1,
      default: 1,
    },
    imageSize: {
      description: 'Pixels a side that images are stretched to; the scores are those at this size.',
      type: 'integer',
      minimum: 32,
      maximum: 1_024,
      default: 128,
    },
    batchSize: {
      description: 'Images in a step of training; halved where the memory does not hold them.',
      type: 'integer',
      minimum: 1,
      maximum: 1_024,
      default: 8,
    },
    steps: {
      description: 'Steps of the training that is scored.',
      type: 'integer',
      minimum: 1,
      maximum: 1_000_000,
      default: 400,
    },
    leakSeeds: {
      description:
        'Seeds that the price of a leak on the same images is averaged over, from `seed` on: training is repeated with each. More take the chance of a training out of it.',
      type: 'integer',
      minimum: 1,
      maximum: 10,
      default: 1,
    },
  },
  additionalProperties: false,
  default: {},
};
