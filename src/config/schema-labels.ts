import type { JsonSchema } from './json-schema.ts';
import { pathsSchema } from './schema-samples.ts';

export const colorPattern = '^#[0-9a-fA-F]{6}$';
export const largestIndex = 65_535;

/** What the pixels of no class hold where the config does not say. */
export const backgroundDefaults = { color: '#000000', index: 0 };

const colorSchema: JsonSchema = {
  title: 'a colour written as "#rrggbb"',
  type: 'string',
  pattern: colorPattern,
};

const indexSchema: JsonSchema = { type: 'integer', minimum: 0, maximum: largestIndex };

/** The section `labels`. That colours, indices and names are unique is checked beside it. */
export const labelsSchema: JsonSchema = {
  description: 'What the labels are and how they are read.',
  type: 'object',
  properties: {
    kind: {
      description:
        'What a label is: `mask` (a picture with a class per pixel), `class` (a name per image), `boxes` (rectangles), or `none`.',
      type: 'string',
      enum: ['mask', 'class', 'boxes', 'none'],
      default: 'none',
    },
    classes: {
      description: 'The classes that labels may name. For masks, all have a color or all have an index.',
      type: 'array',
      items: {
        type: 'object',
        properties: {
          name: {
            title: 'text that is not blank',
            description: 'Name of the class, as labels and reports spell it.',
            type: 'string',
            pattern: '\\S',
          },
          color: {
            ...colorSchema,
            description: 'Colour of the class in masks, as "#rrggbb" in quotes.',
            examples: ['#640064'],
          },
          index: {
            ...indexSchema,
            description:
              'Pixel value of the class in masks. With boxes, its number in YOLO files; without it, its place in the list, from 0.',
          },
        },
        required: ['name'],
        additionalProperties: false,
      },
      default: [],
    },
    annotations: {
      ...pathsSchema,
      description:
        'JSON files in COCO format, each with the boxes of many images. Boxes in a file for each image are found by `samples.label` or `samples.columns.label`.',
      examples: ['annotations/instances.json', ['train.json', 'val.json']],
    },
    background: {
      description: 'What the pixels of no class hold in masks.',
      type: 'object',
      properties: {
        color: {
          ...colorSchema,
          description: 'Colour of the background, where classes have colours.',
          default: backgroundDefaults.color,
        },
        index: {
          ...indexSchema,
          description: 'Pixel value of the background, where classes have indices.',
          default: backgroundDefaults.index,
        },
      },
      additionalProperties: false,
      default: {},
    },
    ignore: {
      description: 'Mask values that are deliberately no class, such as 255 for "do not score".',
      type: 'array',
      items: {
        title: `a colour written as "#rrggbb", or a whole number from 0 to ${largestIndex}`,
        type: ['string', 'integer'],
        pattern: colorPattern,
        minimum: 0,
        maximum: largestIndex,
      },
      default: [],
      examples: [[255], ['#ffffff']],
    },
  },
  additionalProperties: false,
  default: {},
};
