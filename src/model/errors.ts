import type { SourceLocation } from './sample.ts';

export type HoldoutErrorCode = 'usage' | 'config' | 'dataset' | 'environment';

/**
 * Why holdout could not do its work, in words for the person who runs it: what is wrong, where, what to do.
 * Findings about a dataset are not errors; an error means that there is no report.
 */
export class HoldoutError extends Error {
  readonly code: HoldoutErrorCode;
  readonly hint: string | undefined;

  constructor(code: HoldoutErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.hint = options.hint;
  }
}

/** One mistake in a config: `message` says what is wrong, `location` where, `hint` what to do about it. */
export interface ConfigProblem {
  readonly message: string;
  readonly location: SourceLocation;
  readonly hint?: string;
}

/** Every mistake of a config at once, in the order of the file. */
export class ConfigError extends HoldoutError {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super('config', problems.map(describeProblem).join('\n'));
    this.problems = problems;
  }
}

/** The dataset cannot be read at all, such as a manifest that does not exist. */
export class DatasetError extends HoldoutError {
  constructor(message: string, options: { hint?: string; cause?: unknown } = {}) {
    super('dataset', message, options);
  }
}

/** The machine lacks something, such as a decoder for its processor. */
export class EnvironmentError extends HoldoutError {
  constructor(message: string, options: { hint?: string; cause?: unknown } = {}) {
    super('environment', message, options);
  }
}

/** `file:line:column`, without the parts that are unknown. */
export function formatLocation({ file, line, column }: SourceLocation): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

/** The sentence with what to do about it in brackets. */
export function withHint(message: string, hint: string | undefined): string {
  return hint === undefined ? message : `${message} (${hint})`;
}

function describeProblem({ message, location, hint }: ConfigProblem): string {
  return `${formatLocation(location)}: ${withHint(message, hint)}`;
}
