import { RE2JS } from 're2js';
import { DatasetError } from '../model/errors.ts';
import { quoteName } from './nearest-name.ts';

/** What a pattern finds in a path; undefined where it does not match or finds nothing. */
export type PathPattern = (path: string) => string | undefined;

/**
 * Compiles a pattern of the config. Its result is the group named `field`, or else its first group. RE2 has
 * no backtracking: whatever the pattern and the path, matching takes time in proportion to both.
 * @throws DatasetError when the pattern is no RE2 expression or has no group.
 */
export function compilePathPattern(field: string, pattern: string): PathPattern {
  const compiled = compile(field, pattern);
  const group = Object.hasOwn(compiled.namedGroups(), field) ? field : 1;
  if (group === 1 && compiled.groupCount() === 0) {
    throw new DatasetError(`The pattern for ${quoteName(field)} has no group: ${quoteName(pattern)}.`, {
      hint: `Put the part of the path that is wanted in a group, such as (?<${field}>[^/]+).`,
    });
  }
  return (path) => {
    const matcher = compiled.matcher(path);
    const value = matcher.find() ? matcher.group(group)?.trim() : undefined;
    return value === undefined || value === '' ? undefined : value;
  };
}

function compile(field: string, pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch (cause) {
    throw new DatasetError(
      `The pattern for ${quoteName(field)} is not a regular expression of RE2: ${quoteName(pattern)}.`,
      { hint: 'RE2 has neither look-around nor back-references.', cause },
    );
  }
}
