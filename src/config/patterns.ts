import { RE2JS, RE2JSException } from 're2js';
import { patternFields } from '../model/config.ts';
import { findNode, findText, listEntries } from './located-node.ts';
import type { LocatedNode } from './located-node.ts';
import type { Mistake } from './mistake.ts';
import { longestExpression } from './schema-samples.ts';
import { quote, shorten } from './show-text.ts';

/** What RE2 leaves out to keep its time linear: `(?=`, `(?!`, `(?<=`, `(?<!`, `\1`, `\k<name>`. */
const backtrackingSyntax = /\(\?<?[=!]|\\[1-9]|\\k</;

/**
 * Patterns that do not compile or lack the group they are there for. They are compiled by RE2, whose time
 * is linear in the path: a config may come from a stranger's pull request.
 */
export function findBadPatterns(root: LocatedNode): Mistake[] {
  const fields = patternFields.map((field) => ({ group: field, path: ['samples', field, 'pattern'] }));
  const groups = listEntries(findNode(root, 'samples', 'groups')).map(([kind]) => ({
    group: kind,
    path: ['samples', 'groups', kind, 'pattern'],
  }));
  return [...fields, ...groups].flatMap(({ group, path }) => {
    const pattern = findText(root, ...path);
    if (pattern === undefined || pattern.value === '' || pattern.value.length > longestExpression) return [];
    const mistake = explainPattern(pattern.value, group);
    return mistake === undefined ? [] : [{ offset: pattern.offset, ...mistake }];
  });
}

function explainPattern(pattern: string, group: string): Omit<Mistake, 'offset'> | undefined {
  try {
    const names = Object.keys(RE2JS.compile(pattern).namedGroups());
    if (names.includes(group)) return undefined;
    return {
      message: `the pattern ${quote(pattern)} has no group named ${quote(group)}, expected (?<${shorten(group)}>…) in it`,
    };
  } catch (cause) {
    if (!(cause instanceof RE2JSException)) throw cause;
    const reason = shorten(cause.message.replace(/^error parsing regexp: /, ''));
    return {
      message: `the pattern ${quote(pattern)} is no regular expression: ${reason}`,
      ...(backtrackingSyntax.test(pattern)
        ? { hint: 'patterns are RE2: no look-ahead, look-behind or back-references' }
        : {}),
    };
  }
}
