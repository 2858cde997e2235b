import { checks } from '../../src/checks/index.ts';
import type { RawFinding } from '../../src/model/check.ts';
import type { Dataset } from '../../src/model/dataset.ts';

/** A finding with the id of its check and message, such as `labels/palette swapped`. */
export interface NamedFinding {
  readonly name: string;
  readonly finding: RawFinding;
}

/** What the checks, each with its default options, find; those that skip find nothing. */
export function listFindings(dataset: Dataset, checkIds: readonly string[]): NamedFinding[] {
  return checkIds.flatMap((id) => {
    const check = checks[id];
    if (!check) throw new Error(`there is no check ${id}`);
    const options: Record<string, number | boolean> = {};
    for (const [name, schema] of Object.entries(check.options)) options[name] = schema.default;
    const result = check.run(dataset, options);
    if ('skipped' in result) return [];
    return result.findings.map((finding) => ({ name: `${id} ${finding.messageId}`, finding }));
  });
}
