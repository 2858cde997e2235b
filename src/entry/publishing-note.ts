import { escapeMarkdown, escapeTerminal } from '../report/escape.ts';
import { formatStepWarning, silenceCommands } from './action-log.ts';

/** A sentence about what was published; a warning where something was not that should have been. */
export interface PublishingNote {
  readonly level: 'note' | 'warning';
  readonly text: string;
}

/** The note for the log. */
export function formatNote({ level, text }: PublishingNote): string {
  return level === 'warning' ? formatStepWarning(text) : silenceCommands(escapeTerminal(text));
}

/** The note for the job summary, in Markdown. */
export function renderNote({ level, text }: PublishingNote): string {
  return `\n${level === 'warning' ? '⚠️ ' : ''}${escapeMarkdown(text)}\n`;
}
