import type { Check, Fact, OptionValues, OptionSchemas } from '../model/check.ts';
import type { Config } from '../model/config.ts';
import type { FindingSeverity } from '../model/severity.ts';

/** A check with the severity and options that it runs with. */
export interface SelectedCheck {
  readonly check: Check;
  readonly severity: FindingSeverity;
  readonly options: OptionValues<OptionSchemas>;
}

/** The checks that the config does not turn off, in their order, with defaults where it says nothing. */
export function selectChecks(checks: readonly Check[], config: Pick<Config, 'checks'>): SelectedCheck[] {
  return checks.flatMap((check) => {
    const setting = config.checks[check.id];
    const severity = setting?.severity ?? check.defaultSeverity;
    return severity === 'off' ? [] : [{ check, severity, options: completeOptions(check, setting?.options) }];
  });
}

/** What the selected checks need beside the samples. */
export function neededFacts(selected: readonly SelectedCheck[]): ReadonlySet<Fact> {
  return new Set(selected.flatMap(({ check }) => check.needs));
}

function completeOptions({ options }: Check, given: Readonly<Record<string, unknown>> = {}) {
  return Object.fromEntries(
    Object.entries(options).map(([name, schema]) => {
      const value = given[name];
      return [name, typeof value === 'number' || typeof value === 'boolean' ? value : schema.default];
    }),
  );
}
