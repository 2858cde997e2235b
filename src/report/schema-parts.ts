import { reportBounds, type DatasetSummary } from '../model/report.ts';
import { describeObject, type JsonSchema } from './object-schema.ts';

/** Parts of the schema of a report. */

export const count = (description: string): JsonSchema => ({ description, type: 'integer', minimum: 0 });
export const name = (description: string): JsonSchema => text(description, reportBounds.nameLength);
export const path = (description: string): JsonSchema => text(description, reportBounds.pathLength);
export const sentence = (description: string): JsonSchema => text(description, reportBounds.textLength);
export const json = (description: string): JsonSchema => ({
  description,
  allOf: [{ $ref: '#/definitions/json' }],
});
export const jsonObject = (description: string): JsonSchema => ({
  description,
  allOf: [{ $ref: '#/definitions/jsonObject' }],
});

function text(description: string, maxLength: number): JsonSchema {
  return { description, type: 'string', maxLength };
}

export function choice(description: string, values: readonly string[]): JsonSchema {
  return { description, type: 'string', enum: values };
}

export function list(description: string, items: JsonSchema, maxItems: number): JsonSchema {
  return { description, type: 'array', items, maxItems };
}

export function countByName(description: string): JsonSchema {
  return {
    description,
    type: 'object',
    propertyNames: { maxLength: reportBounds.nameLength },
    maxProperties: reportBounds.names,
    additionalProperties: { type: 'integer', minimum: 0 },
  };
}

export const severity = choice('What a finding of the check means for the build.', [
  'error',
  'warning',
  'info',
]);

export const verdictLevel = choice('The answer.', ['supported', 'limited', 'unsupported']);

export const datasetCounts = describeObject<DatasetSummary['counts']>('How many of what the dataset holds.', {
  required: {
    samples: count('Images, with their label if any.'),
    labelled: count('Samples that carry the declared kind of label.'),
    subjects: count('Distinct known subjects.'),
    splits: countByName('Samples by split.'),
    domains: countByName('Samples by domain.'),
  },
  optional: {},
});
