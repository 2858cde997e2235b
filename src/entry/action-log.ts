import { randomUUID } from 'node:crypto';
import { posix, relative, sep } from 'node:path';
import { ConfigError, HoldoutError, withHint } from '../model/errors.ts';
import { formatWorkflowCommand, type Annotation } from '../report/annotations.ts';
import { escapeCommandData, revealInvisible } from '../report/escape.ts';

/**
 * Text for the runner's log, in which no line is a workflow command. The reporters already break what could
 * start one; between these two lines the runner takes no command but the second, whose token nobody else
 * knows, so that an escaper's mistake alone gives a dataset no say in the workflow.
 */
export function silenceCommands(text: string, token: string = randomUUID()): string {
  return `::stop-commands::${token}\n${text.endsWith('\n') ? text : `${text}\n`}::${token}::\n`;
}

/**
 * The annotation as a workflow command with its newline.
 * @param folder what the annotation's file is relative to, absolute
 * @param workspace what the runner takes files to be relative to, absolute
 */
export function formatAnnotation(annotation: Annotation, folder: string, workspace: string): string {
  const file = posix.join(relative(workspace, folder).split(sep).join('/'), annotation.file);
  return `${formatWorkflowCommand({ ...annotation, file })}\n`;
}

/** An error of the whole step, which belongs to no file. */
export function formatStepError(message: string): string {
  return `::error title=holdout::${escapeCommandData(revealInvisible(message))}\n`;
}

/** A warning of the whole step, which belongs to no file. */
export function formatStepWarning(message: string): string {
  return `::warning title=holdout::${escapeCommandData(revealInvisible(message))}\n`;
}

/**
 * Why there is no report, as workflow commands. What is a person's to repair is told in words and, for a
 * config, at its lines; anything else is a fault of holdout and is logged with its stack.
 */
export function formatFailure(error: unknown, folder: string, workspace: string): string {
  if (error instanceof ConfigError) {
    return error.problems
      .map(({ message, hint, location }) =>
        formatAnnotation(
          {
            severity: 'error',
            ...location,
            title: 'holdout: config',
            message: revealInvisible(withHint(message, hint)),
          },
          folder,
          workspace,
        ),
      )
      .join('');
  }
  if (error instanceof HoldoutError) return formatStepError(withHint(error.message, error.hint));
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${silenceCommands(stack)}${formatStepError(`holdout itself failed: ${String(error)}`)}`;
}
