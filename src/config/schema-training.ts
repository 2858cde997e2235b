import type { JsonSchema } from './json-schema.ts';

/** Those properties of `baseline` that say how the training smoke test runs. */
export const trainingProperties: Readonly<Record<string, JsonSchema>> = {
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
};
