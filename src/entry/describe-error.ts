import { join } from 'node:path';
import { ConfigError, formatLocation, HoldoutError, withHint } from '../model/errors.ts';
import { escapeTerminal } from '../report/escape.ts';

/**
 * Why there is no report: a sentence for what is a person's to repair, with a stack only where holdout failed.
 * @param directory what the places in a config are relative to, relative to the working directory
 */
export function describeError(error: unknown, directory: string): string {
  if (error instanceof ConfigError) {
    return error.problems
      .map(({ message, hint, location }) => {
        const place = formatLocation({ ...location, file: join(directory, location.file) });
        return `${escapeTerminal(`${place}: ${withHint(message, hint)}`)}\n`;
      })
      .join('');
  }
  if (error instanceof HoldoutError)
    return `holdout: ${escapeTerminal(withHint(error.message, error.hint))}\n`;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = stack.split('\n').map((line) => escapeTerminal(line));
  return `holdout itself failed; please report this:\n${lines.join('\n')}\n`;
}
