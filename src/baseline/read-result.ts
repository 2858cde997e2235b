import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { BaselineResult } from '../model/baseline.ts';
import { HoldoutError } from '../model/errors.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import { baselineResultSchema } from './result-schema.ts';

/** A result has a few thousand numbers; what is longer is none. */
export const maxResultBytes = 8_000_000;

const maxShownLength = 200;

/**
 * Reads what a trainer answered, which may come from a job that strangers' code ran in.
 * @param file as messages show it
 * @throws HoldoutError where it is not of the schema
 */
export function readBaselineResult(text: string, file: string): BaselineResult {
  const validate = compileSchema();
  const value = parseJson(text, file);
  if (validate(value)) return value;
  throw refuse(file, describeMistake(validate.errors?.[0]));
}

function compileSchema(): ValidateFunction<BaselineResult> {
  return new Ajv({ allowUnionTypes: true }).compile<BaselineResult>(baselineResultSchema);
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw refuse(file, 'no JSON', cause);
  }
}

function describeMistake(error: ErrorObject | undefined): string {
  if (!error) return 'not of the schema';
  const place = error.instancePath === '' ? 'the whole' : error.instancePath;
  return `${shortenMiddle(place, maxShownLength)} ${shortenMiddle(error.message ?? '', maxShownLength)}`;
}

function refuse(file: string, reason: string, cause?: unknown): HoldoutError {
  return new HoldoutError('usage', `${file} is no result of a baseline: ${reason}`, {
    hint: 'its format is in schemas/baseline-result.schema.json',
    cause,
  });
}
