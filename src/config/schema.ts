import type { Check } from '../model/check.ts';
import { privacies } from '../model/config.ts';
import { compareText } from '../model/order.ts';
import { buildChecksSchema } from './schema-checks.ts';
import type { JsonSchema } from './json-schema.ts';
import { baselineSchema } from './schema-baseline.ts';
import { labelsSchema } from './schema-labels.ts';
import { samplesSchema } from './schema-samples.ts';

/** What a config must know of a check. */
export type CheckDeclaration = Pick<Check, 'id' | 'summary' | 'defaultSeverity' | 'options'>;

/**
 * The JSON schema of `holdout.yml`. Every default of a config stands here, except the two that depend on
 * another value: `samples.labelRoot` (as `samples.root`) and `task` (from `labels.kind`).
 */
export function buildConfigSchema(checks: readonly CheckDeclaration[]): JsonSchema {
  const sorted = [...checks].sort((a, b) => compareText(a.id, b.id));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'holdout.yml',
    description: 'What a dataset is made of and what holdout checks it for.',
    type: 'object',
    properties: {
      $schema: {
        title: 'text',
        description: 'Where the schema of this file lies, for editors; holdout itself does not read it.',
        type: 'string',
      },
      dataset: datasetSchema,
      samples: samplesSchema,
      labels: labelsSchema,
      task: taskSchema,
      baseline: baselineSchema,
      checks: buildChecksSchema(sorted),
      report: reportSchema,
      accept: buildAcceptSchema(sorted.map(({ id }) => id)),
      limits: limitsSchema,
    },
    required: ['dataset', 'samples'],
    additionalProperties: false,
  };
}

const datasetSchema: JsonSchema = {
  description: 'The dataset as a whole.',
  type: 'object',
  properties: {
    name: {
      title: 'text that is not blank',
      description: 'Name of the dataset, as reports show it.',
      type: 'string',
      pattern: '\\S',
    },
    description: {
      title: 'text',
      description: 'What the dataset is, in a sentence or two; reports show it below the name.',
      type: 'string',
    },
  },
  required: ['name'],
  additionalProperties: false,
};

const taskSchema: JsonSchema = {
  description:
    'What a model is to learn from the dataset. Without it, the task follows from `labels.kind`: segmentation for masks, detection for boxes, classification otherwise.',
  type: 'object',
  properties: {
    kind: {
      description: 'What the model predicts: a class per pixel, a class per image, or boxes.',
      type: 'string',
      enum: ['segmentation', 'classification', 'detection'],
    },
    targetDomain: {
      title: 'text',
      description: 'The domain that the model will meet in use; labels from elsewhere count less.',
      type: 'string',
      minLength: 1,
      examples: ['real'],
    },
  },
  required: ['kind'],
  additionalProperties: false,
};

const reportSchema: JsonSchema = {
  description: 'What a report may show.',
  type: 'object',
  properties: {
    privacy: {
      description:
        'What a report shows of subjects and groups: their ids as they are (`open`), pseudonyms in their place, with paths and lines by which you find the sample (`ids`), or counts alone, without findings and paths (`strict`). A terminal shows ids as they are.',
      type: 'string',
      enum: [...privacies],
      default: 'ids',
    },
  },
  additionalProperties: false,
  default: {},
};

function buildAcceptSchema(checkIds: readonly string[]): JsonSchema {
  return {
    description: 'Findings that you have decided to live with. They stay in the report and decide nothing.',
    type: 'array',
    items: {
      type: 'object',
      properties: {
        check: {
          title: 'the id of a check',
          description: 'The check that reports the finding.',
          type: 'string',
          ...(checkIds.length === 0 ? {} : { enum: checkIds }),
        },
        key: {
          title: 'the key of a finding, as the report shows it',
          description: 'Key of the finding, as the report shows it.',
          type: 'string',
          minLength: 1,
        },
        reason: {
          title: 'a reason in words',
          description: 'Why the finding is acceptable, for those who read the report.',
          type: 'string',
          pattern: '\\S',
        },
        until: {
          title: 'a date as YYYY-MM-DD',
          description: 'Last day on which the finding is accepted, as YYYY-MM-DD. Without it: for good.',
          type: 'string',
          pattern: '^\\d{4}-\\d{2}-\\d{2}$',
          examples: ['2027-01-31'],
        },
      },
      required: ['check', 'key', 'reason'],
      additionalProperties: false,
    },
    default: [],
  };
}

const limitsSchema: JsonSchema = {
  description: 'What holdout refuses to decode, so that no file can take all memory or time.',
  type: 'object',
  properties: {
    pixels: {
      description:
        'Pixels (width × height × pages) above which a file is not decoded; a pixel of more than four bytes counts as so many more.',
      type: 'integer',
      minimum: 1,
      maximum: 1_000_000_000,
      default: 64_000_000,
    },
    fileMegabytes: {
      description: 'Size of a file above which it is not read, in megabytes (1,000,000 bytes).',
      type: 'number',
      exclusiveMinimum: 0,
      maximum: 2_000,
      default: 512,
    },
    decodeSeconds: {
      description: 'Time after which the decoding of one file is stopped, in seconds.',
      type: 'number',
      exclusiveMinimum: 0,
      maximum: 3_600,
      default: 10,
    },
  },
  additionalProperties: false,
  default: {},
};
