import { shaPattern } from './comment-marker.ts';

/** What a person asks of holdout in a comment. */
export type Command =
  | { readonly kind: 'check' }
  | { readonly kind: 'baseline'; readonly sha: string }
  /** The id of a check, such as `leakage/subject`; whether there is such a one is not known here. */
  | { readonly kind: 'explain'; readonly check: string };

export type ParsedCommand =
  | { readonly kind: 'command'; readonly command: Command }
  /** No line speaks to holdout. */
  | { readonly kind: 'none' }
  /** One does, and is wrong: why, in words that repeat nothing of it. */
  | { readonly kind: 'mistaken'; readonly reason: string };

/** More is not looked through: a comment on GitHub has 65,536 characters at most. */
const maxCommentLength = 65_536;
/** `/holdout` and three words, of which a commit's id is the longest. */
const maxLineLength = 200;
const checkPattern = /^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/u;
const known = 'it knows `/holdout check`, `/holdout baseline <commit>` and `/holdout explain <check>`';

/**
 * The command in the text of a comment: a line of its own that begins with `/holdout`, outside of fenced blocks; quoted
 * and indented lines are other people's words. Of several, none counts: nobody knows which was meant.
 */
export function parseCommand(text: string): ParsedCommand {
  const lines = listPlainLines(text.slice(0, maxCommentLength)).filter((line) =>
    /^\/holdout(?:[ \t]|$)/u.test(line),
  );
  const [line, ...others] = lines;
  if (line === undefined) return { kind: 'none' };
  if (others.length > 0) return refuse('a comment holds one command at most');
  if (line.length > maxLineLength) return refuse(known);
  const [, verb, argument, ...rest] = line.trim().split(/[ \t]+/u);
  if (verb === 'check' && argument === undefined) return accept({ kind: 'check' });
  if (verb === 'baseline' && rest.length === 0) {
    if (argument !== undefined && shaPattern.test(argument))
      return accept({ kind: 'baseline', sha: argument });
    return refuse('`/holdout baseline` names the commit by its whole id, 40 digits');
  }
  if (verb === 'explain' && rest.length === 0 && argument !== undefined && checkPattern.test(argument))
    return accept({ kind: 'explain', check: argument });
  return refuse(known);
}

/** The lines that stand in no fenced block of Markdown. */
function listPlainLines(text: string): string[] {
  let fence: string | undefined;
  return text.split(/\r\n|\r|\n/u).filter((line) => {
    const mark = /^ {0,3}(?<fence>`{3,}|~{3,})/u.exec(line)?.groups?.['fence'];
    if (fence === undefined) {
      fence = mark;
      return mark === undefined;
    }
    // A fence is closed by one of its kind that is as long, with nothing behind it.
    if (mark?.startsWith(fence) === true && line.trim() === mark) fence = undefined;
    return false;
  });
}

function accept(command: Command): ParsedCommand {
  return { kind: 'command', command };
}

function refuse(reason: string): ParsedCommand {
  return { kind: 'mistaken', reason };
}
