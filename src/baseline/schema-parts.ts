import { reportBounds } from '../model/report.ts';
import type { JsonSchema } from '../report/object-schema.ts';

/** Bounds of what a trainer answers: a result may come from a job that strangers' code ran in. */
export const baselineBounds = {
  /** Characters of a name or a path. */
  nameLength: reportBounds.nameLength,
  pathLength: reportBounds.pathLength,
  /** Characters of a sentence. */
  textLength: 2000,
  notes: 100,
  classes: 1000,
  domains: 1000,
  subjects: 10_000,
  curves: 100,
  pointsOfCurve: 1000,
} as const;

export function text(description: string, maxLength: number): JsonSchema {
  return { description, type: 'string', maxLength };
}

export function name(description: string): JsonSchema {
  return text(description, baselineBounds.nameLength);
}

export function choice(description: string, values: readonly unknown[]): JsonSchema {
  return { description, enum: values };
}

export function count(description: string, minimum = 0): JsonSchema {
  return { description, type: 'integer', minimum };
}

export function amount(description: string): JsonSchema {
  return { description, type: 'number', minimum: 0 };
}

export function list(description: string, items: JsonSchema, maxItems?: number): JsonSchema {
  return { description, type: 'array', items, ...(maxItems !== undefined && { maxItems }) };
}

export function byName(description: string, value: JsonSchema, maxProperties: number): JsonSchema {
  return {
    description,
    type: 'object',
    propertyNames: { maxLength: baselineBounds.nameLength },
    maxProperties,
    additionalProperties: value,
  };
}
