import { Ajv } from 'ajv';
import { reportSchemaVersion, type Report } from '../model/report.ts';
import { reportSchema } from '../report/report-schema.ts';
import { refuse, type Refused } from './open-artifact.ts';

export type ParsedReport = { readonly kind: 'report'; readonly report: Report } | Refused;

/**
 * A report that a stranger's run may have made, held to the schema in full: what it does not name is refused. Its
 * texts are as hostile as before; the reporters escape them.
 */
export function parseReport(text: string): ParsedReport {
  const validate = new Ajv().compile<Report>(reportSchema);
  try {
    const value: unknown = JSON.parse(text);
    if (validate(value)) return { kind: 'report', report: value };
    if (hasOtherVersion(value))
      return refuse(
        `the report is not of schema version ${reportSchemaVersion}: another version of holdout made it`,
      );
    const { instancePath = '', message = '' } = validate.errors?.at(-1) ?? {};
    return refuse(`the report is not as its schema has it: ${instancePath || 'it'} ${message}`);
  } catch (error) {
    if (error instanceof SyntaxError) return refuse('the report is no JSON');
    // The validator follows values inwards on the stack.
    if (error instanceof RangeError) return refuse('the report is nested too deep');
    throw error;
  }
}

function hasOtherVersion(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'schemaVersion' in value &&
    typeof value.schemaVersion === 'number' &&
    value.schemaVersion !== reportSchemaVersion
  );
}
