import type { DefinedError } from 'ajv';
import { describeExpectation, expectNames } from './expectation.ts';
import { findHint } from './hints.ts';
import type { JsonSchema } from './json-schema.ts';
import { locate } from './located-node.ts';
import type { LocatedNode } from './located-node.ts';
import type { Mistake } from './mistake.ts';
import { findNearestName } from './nearest-name.ts';
import { quote } from './show-text.ts';

/** Keywords that only repeat what another error of the same place says. */
const echoes = new Set<string>(['if', 'additionalItems']);

/** The sentence for each mistake that ajv found, one a place. */
export function explainErrors(
  errors: readonly DefinedError[],
  root: LocatedNode,
  schema: JsonSchema,
): Mistake[] {
  const values = new Set<string>();
  const mistakes: Mistake[] = [];
  for (const error of keepFittingBranches(errors)) {
    if (echoes.has(error.keyword) || error.propertyName !== undefined) continue;
    const about = { error, path: splitPointer(error.instancePath), schema: readSchema(error), root };
    if (error.keyword === 'additionalProperties')
      mistakes.push(explainUnknownKey(about, error.params.additionalProperty, schema));
    else if (error.keyword === 'required')
      mistakes.push(explainMissingKey(about, error.params.missingProperty));
    else if (error.keyword === 'propertyNames')
      mistakes.push(explainKeyName(about, error.params.propertyName));
    else if (!values.has(error.instancePath)) {
      values.add(error.instancePath);
      mistakes.push(explainValue(about));
    }
  }
  return mistakes;
}

interface Subject {
  readonly error: DefinedError;
  readonly path: readonly string[];
  readonly schema: JsonSchema;
  readonly root: LocatedNode;
}

/**
 * Of a union, only the errors of the branch that the value's type fits; the union's own error where none
 * fits, or where its branches ask for different keys.
 */
function keepFittingBranches(errors: readonly DefinedError[]): readonly DefinedError[] {
  const unions = errors.filter((error) => error.keyword === 'anyOf');
  const dropped = new Set<DefinedError>();
  for (const union of unions) {
    const inside = errors.filter(
      (error) =>
        error.schemaPath.startsWith(`${union.schemaPath}/`) &&
        error.instancePath.startsWith(union.instancePath),
    );
    const misfits = inside
      .filter(
        ({ keyword, instancePath }) =>
          instancePath === union.instancePath && (keyword === 'type' || keyword === 'required'),
      )
      .map(({ schemaPath }) => schemaPath.slice(0, schemaPath.lastIndexOf('/') + 1));
    const isMisfit = ({ schemaPath }: DefinedError) =>
      misfits.some((branch) => schemaPath.startsWith(branch));
    for (const error of inside) if (isMisfit(error)) dropped.add(error);
    if (!inside.every(isMisfit)) dropped.add(union);
  }
  return errors.filter((error) => !dropped.has(error));
}

function explainUnknownKey({ path, schema, root }: Subject, key: string, wholeSchema: JsonSchema): Mistake {
  const known = Object.keys(schema.properties ?? {}).filter((name) => name !== '$schema');
  const home = findHome(key, path, wholeSchema);
  const meant = findNearestName(key, known) ?? (home === undefined ? undefined : `${home}.${key}`);
  const ending = meant === undefined ? expectNames(known) : `, did you mean ${quote(meant)}?`;
  return {
    offset: locate(root, [...path, key], 'key'),
    message: `unknown ${nameKey(path, key)}${ending}`,
  };
}

function nameKey(path: readonly string[], key: string): string {
  if (path[0] !== 'checks') return `key ${quote(key)}`;
  return path.length === 1 ? `check ${quote(key)}` : `option ${quote(key)} of ${quote(path[1] ?? '')}`;
}

/** The section that has `key`, where it was written in another one or beside the sections. */
function findHome(key: string, path: readonly string[], { properties = {} }: JsonSchema): string | undefined {
  return Object.keys(properties).find(
    (section) => section !== path[0] && Object.hasOwn(properties[section]?.properties ?? {}, key),
  );
}

function explainMissingKey({ path, root }: Subject, key: string): Mistake {
  const where = path.length === 0 ? '' : ` in ${quote(formatPath(path))}`;
  const hint = findHint([...path, key], undefined);
  return {
    offset: locate(root, path, 'key'),
    message: `missing key ${quote(key)}${where}`,
    ...(hint === undefined ? {} : { hint }),
  };
}

function explainKeyName({ path, schema, root }: Subject, key: string): Mistake {
  return {
    offset: locate(root, [...path, key], 'key'),
    message: `${quote(key)} cannot be a key of ${quote(formatPath(path))}, expected ${describeExpectation(schema.propertyNames ?? {})}`,
  };
}

function explainValue({ error, path, schema, root }: Subject): Mistake {
  const data: unknown = error.data;
  const required = (schema.anyOf ?? []).flatMap((branch) => branch.required ?? []);
  if (error.keyword === 'anyOf' && required.length > 0)
    return {
      offset: locate(root, path, 'key'),
      message: `${quote(formatPath(path))} needs at least one of ${required.join(', ')}`,
    };
  const names = (schema.enum ?? []).filter((name) => typeof name === 'string');
  const nearest = typeof data === 'string' ? findNearestName(data, names) : undefined;
  const suggestion = nearest === undefined ? '' : `; did you mean ${quote(nearest)}?`;
  const hint = findHint(path, data) ?? findQuotesHint(schema, data);
  // The schema's own title is the file's name.
  const { title, ...untitled } = schema;
  const isRoot = path.length === 0;
  const expected = describeExpectation(isRoot || title === undefined ? untitled : schema);
  const found = isRoot
    ? `found ${data === null ? 'nothing' : showValue(data)}`
    : `${quote(formatPath(path))} is ${showValue(data)}`;
  return {
    offset: locate(root, path, 'value'),
    message: `${found}, expected ${expected}${suggestion}`,
    ...(hint === undefined ? {} : { hint }),
  };
}

function findQuotesHint(schema: JsonSchema, found: unknown): string | undefined {
  const types = schema.type === undefined ? [] : [schema.type].flat();
  const isTextWanted = types.includes('string') && !types.includes('integer') && schema.enum === undefined;
  const isBare = typeof found === 'number' || typeof found === 'boolean';
  return isTextWanted && isBare ? 'put it in quotes to make it text' : undefined;
}

function showValue(data: unknown): string {
  if (typeof data === 'string') return quote(data);
  if (data === null) return 'empty';
  if (Array.isArray(data)) return data.length === 0 ? 'an empty list' : `a list of ${data.length}`;
  if (typeof data === 'object') return Object.keys(data).length === 0 ? 'an empty mapping' : 'a mapping';
  return typeof data === 'number' || typeof data === 'boolean' ? String(data) : 'unreadable';
}

function readSchema(error: DefinedError): JsonSchema {
  const schema: JsonSchema = error.parentSchema ?? {};
  return schema;
}

function splitPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** `labels.classes[0].color`. */
function formatPath(path: readonly string[]): string {
  return path
    .map((part, at) => (/^\d+$/.test(part) ? `[${part}]` : `${at === 0 ? '' : '.'}${part}`))
    .join('');
}
