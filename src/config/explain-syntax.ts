import type { YAMLError } from 'yaml';
import type { Mistake } from './mistake.ts';
import { shorten } from './show-text.ts';

/** What the YAML parser's codes mean to the person who wrote the file; the rest is said in the parser's words. */
const sentences: Partial<Record<YAMLError['code'], string>> = {
  BAD_ALIAS: 'an anchor or alias without a usable name',
  BAD_DQ_ESCAPE:
    'an escape that YAML does not know, in double quotes (in single quotes a backslash stands for itself)',
  BAD_INDENT:
    'this line is indented differently from what it belongs to, or a bracket before it is not closed',
  BAD_SCALAR_START: 'text cannot start with this character unless it is in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a second "key:" on one line (put a text that holds ": " in quotes)',
  BLOCK_IN_FLOW: 'a comma is missing between brackets, or an indented block stands inside them',
  MULTILINE_IMPLICIT_KEY:
    'a key runs over several lines; a colon, a quote or the indentation is missing before it',
  MULTIPLE_DOCS: 'a second document starts here, expected one document in the file',
  TAB_AS_INDENT: 'a tab indents this line, expected spaces',
};

/** `color: #640064` inside brackets: the comment swallows the rest of the line, the bracket's end included. */
const bareColor = /[:[,]\s+#[0-9a-f]{6}\b/i;

/** A syntax error of `text` as a sentence. */
export function explainSyntaxError({ code, message, pos }: YAMLError, text: string): Mistake {
  return {
    offset: pos[0],
    message: sentences[code] ?? `the YAML cannot be read: ${shorten(message)}`,
    ...(bareColor.test(text.slice(0, pos[0]))
      ? { hint: 'put colours in quotes: in YAML an unquoted # starts a comment' }
      : {}),
  };
}
