import type { JsonSchema, JsonType } from './json-schema.ts';
import { joinWithOr } from './show-text.ts';

/** More names than these are no help in a message. */
const mostListedNames = 10;

/** What a schema expects, as it stands after "expected": its title, its names, or its type and range. */
export function describeExpectation(schema: JsonSchema): string {
  if (schema.enum) {
    const names = schema.enum.map(String);
    if (names.length <= mostListedNames) return listNames(names);
  }
  if (schema.title !== undefined) return schema.title;
  const types = schema.type === undefined ? [] : [schema.type].flat();
  return joinWithOr(types.map((type) => describeType(type, schema)));
}

/** `one of a, b, c`, or the name itself where there is one. */
export function listNames(names: readonly string[]): string {
  return names.length === 1 ? names.join('') : `one of ${names.join(', ')}`;
}

/** Names for the end of a sentence, where there are few enough to be read. */
export function expectNames(names: readonly string[]): string {
  return names.length === 0 || names.length > mostListedNames ? '' : `, expected ${listNames(names)}`;
}

function describeType(type: JsonType, schema: JsonSchema): string {
  switch (type) {
    case 'string':
      return 'text';
    case 'integer':
      return `a whole number${describeRange(schema)}`;
    case 'number':
      return `a number${describeRange(schema)}`;
    case 'boolean':
      return 'true or false';
    case 'array':
      return schema.minItems === undefined ? 'a list' : 'a list with something in it';
    case 'object':
      return `a mapping${describeKeys(schema)}`;
    case 'null':
      return 'nothing';
  }
}

function describeRange({ minimum, exclusiveMinimum, maximum }: JsonSchema): string {
  const below = maximum === undefined ? '' : maximum.toLocaleString('en');
  if (minimum !== undefined) {
    const from = minimum.toLocaleString('en');
    return below === '' ? ` of at least ${from}` : ` from ${from} to ${below}`;
  }
  if (exclusiveMinimum === undefined) return below === '' ? '' : ` of at most ${below}`;
  const above = ` above ${exclusiveMinimum.toLocaleString('en')}`;
  return below === '' ? above : `${above}, at most ${below}`;
}

function describeKeys({ properties }: JsonSchema): string {
  const names = Object.keys(properties ?? {}).filter((name) => name !== '$schema');
  if (names.length === 0 || names.length > mostListedNames) return '';
  return ` with the key${names.length === 1 ? '' : 's'} ${names.join(', ')}`;
}
