import type { Check, OptionSchema, OptionSchemas } from '../model/check.ts';
import { severities } from '../model/severity.ts';
import type { JsonSchema } from './json-schema.ts';

type DeclaredCheck = Pick<Check, 'id' | 'summary' | 'defaultSeverity' | 'options'>;

/** One property a check: a severity, or a severity with options. */
export function buildChecksSchema(checks: readonly DeclaredCheck[]): JsonSchema {
  return {
    description: 'Severity and options of checks, by id. A check that is not named runs as its page says.',
    type: 'object',
    properties: Object.fromEntries(checks.map((check) => [check.id, buildCheckSchema(check)])),
    additionalProperties: false,
    default: {},
  };
}

function buildCheckSchema({ summary, defaultSeverity, options }: DeclaredCheck): JsonSchema {
  const severity: JsonSchema = {
    description: `What a finding means for the build; \`off\`: the check does not run. Default: ${defaultSeverity}.`,
    type: 'string',
    enum: severities,
  };
  return {
    title: `one of ${severities.join(', ')}, or a list [severity, options]`,
    description: `${summary} Default: ${defaultSeverity}.`,
    anyOf: [
      severity,
      {
        title: 'a list [severity, options]',
        type: 'array',
        items: [severity, buildOptionsSchema(options)],
        minItems: 2,
        maxItems: 2,
      },
    ],
  };
}

function buildOptionsSchema(options: OptionSchemas): JsonSchema {
  return {
    description: 'Options of the check.',
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(options).map(([name, option]) => [name, buildOptionSchema(option)]),
    ),
    additionalProperties: false,
  };
}

function buildOptionSchema({ description, unit, ...values }: OptionSchema): JsonSchema {
  return { description: `${description} Unit: ${unit}. Default: ${values.default}.`, ...values };
}
