import { patternFields, subjectScopes } from '../model/config.ts';
import type { JsonSchema } from './json-schema.ts';

/** Longer patterns and templates are mistakes; short ones bound what a stranger's config can make us compile. */
export const longestExpression = 1_000;

const pathSchema: JsonSchema = { title: 'a path', type: 'string', minLength: 1 };

/** A path or several, without a union: `items` says nothing about texts and `minLength` nothing about lists. */
export const pathsSchema: JsonSchema = {
  title: 'a path or a list of paths',
  type: ['string', 'array'],
  minLength: 1,
  items: pathSchema,
  minItems: 1,
};

const kindOfGroup: JsonSchema = {
  title: 'letters, digits and underscores, such as study',
  type: 'string',
  pattern: '^[A-Za-z][A-Za-z0-9_]*$',
};

function describeColumn(description: string, example: string): JsonSchema {
  return { title: 'the name of a column', description, type: 'string', minLength: 1, examples: [example] };
}

function describePattern(what: string, group: string): JsonSchema {
  return {
    description: `How ${what} is read from an image's path (relative to \`root\`), where no column says it.`,
    type: 'object',
    properties: {
      pattern: {
        title: 'a regular expression',
        description: `RE2 regular expression with a group named ${group}; it may match anywhere in the path.`,
        type: 'string',
        minLength: 1,
        maxLength: longestExpression,
        examples: [`^(?<${group}>[^_]+)_`],
      },
    },
    required: ['pattern'],
    additionalProperties: false,
  };
}

function describeTemplate(what: string, example: string): JsonSchema {
  return {
    description: what,
    type: 'object',
    properties: {
      template: {
        title: 'a template',
        description: `${what} Placeholders: {dir}, {stem} (name without extension), {name} (with it), {ext} (with its dot), {path}.`,
        type: 'string',
        minLength: 1,
        maxLength: longestExpression,
        examples: [example],
      },
    },
    required: ['template'],
    additionalProperties: false,
  };
}

const columnsSchema: JsonSchema = {
  description: 'Which column of the manifest holds what. A column that is not named here is not read.',
  type: 'object',
  properties: {
    image: describeColumn("Column of the image's path. Required where there is a manifest.", 'file'),
    label: describeColumn("Column of the label's path (a mask or an annotation file).", 'mask'),
    subject: describeColumn('Column of the subject: the patient, animal or plant.', 'subject_id'),
    site: describeColumn('Column of the site that gave the subject its id, such as a hospital.', 'hospital'),
    split: describeColumn('Column of the split: train, val or test.', 'split'),
    domain: describeColumn('Column of the domain: scanner, site, real or synthetic.', 'domain'),
    class: describeColumn("Column of the image's class, or of the class of a box.", 'diagnosis'),
    box: {
      description: 'Columns of a box, where each row holds one (in pixels).',
      type: 'object',
      properties: {
        xmin: describeColumn('Column of the left edge.', 'xmin'),
        ymin: describeColumn('Column of the upper edge.', 'ymin'),
        xmax: describeColumn('Column of the right edge.', 'xmax'),
        ymax: describeColumn('Column of the lower edge.', 'ymax'),
        width: describeColumn("Column of the image's width.", 'width'),
        height: describeColumn("Column of the image's height.", 'height'),
      },
      required: ['xmin', 'ymin', 'xmax', 'ymax'],
      additionalProperties: false,
    },
    groups: {
      description: 'Columns of groups nested in a subject, by kind of group.',
      type: 'object',
      propertyNames: kindOfGroup,
      additionalProperties: describeColumn('Column of the group.', 'study_id'),
      default: {},
      examples: [{ study: 'study_id' }],
    },
  },
  additionalProperties: false,
  default: {},
};

/** The section `samples`. Patterns, templates and paths are checked beside it. */
export const samplesSchema: JsonSchema = {
  description: 'Where the images are and what is known about each. At least one of manifest, splits, files.',
  type: 'object',
  properties: {
    manifest: {
      title: 'a path, a list of paths, or a mapping of splits to paths',
      description:
        'CSV or TSV with one row a sample, or several of them; as a mapping, all rows of a file belong to the split.',
      type: ['string', 'array', 'object'],
      minLength: 1,
      items: pathSchema,
      minItems: 1,
      additionalProperties: pathsSchema,
      minProperties: 1,
      examples: ['manifest.csv', { train: 'train.csv', test: 'test.csv' }],
    },
    splits: {
      title: 'a mapping of splits to paths',
      description: 'Text lists of images by split, one image a line.',
      type: 'object',
      additionalProperties: pathsSchema,
      minProperties: 1,
      examples: [{ train: 'ImageSets/Main/train.txt', test: 'ImageSets/Main/test.txt' }],
    },
    files: {
      ...pathsSchema,
      title: 'a glob or a list of globs',
      description: 'Globs of images, relative to `root`.',
      examples: ['**/*.png'],
    },
    root: {
      ...pathSchema,
      description: 'The folder that image paths are relative to.',
      default: '.',
      examples: ['images'],
    },
    labelRoot: {
      ...pathSchema,
      description: 'The folder that label paths are relative to. Default: the same as `root`.',
      examples: ['masks'],
    },
    columns: columnsSchema,
    ...Object.fromEntries(
      patternFields.map((field) => [field, describePattern(`the ${field} of an image`, field)]),
    ),
    subjectScope: {
      description:
        'Where a subject id means one subject: `site` (two sites may both have a patient 001) or `dataset` (an id is one subject wherever it occurs). Counts only where the site is known.',
      type: 'string',
      enum: subjectScopes,
      default: 'site',
    },
    groups: {
      description: "How groups nested in a subject are read from an image's path, by kind of group.",
      type: 'object',
      propertyNames: kindOfGroup,
      additionalProperties: describePattern('the group of an image', 'study'),
      examples: [{ study: { pattern: '(?<study>s[0-9]+)' } }],
    },
    image: describeTemplate(
      'Path of an image, made from the path that a list names.',
      '{dir}/{stem}_test{ext}',
    ),
    label: describeTemplate(
      "Path of a label (relative to `labelRoot`), made from the image's path (relative to `root`).",
      'masks/{stem}.png',
    ),
  },
  anyOf: [{ required: ['manifest'] }, { required: ['splits'] }, { required: ['files'] }],
  if: { required: ['manifest'] },
  then: { required: ['columns'], properties: { columns: { type: 'object', required: ['image'] } } },
  additionalProperties: false,
};
