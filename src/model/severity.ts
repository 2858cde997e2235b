export const severities = ['error', 'warning', 'info', 'off'] as const;

/** What a finding of a check means for the build; `off` means that the check does not run. */
export type Severity = (typeof severities)[number];

export type FindingSeverity = Exclude<Severity, 'off'>;
