import { Ajv } from 'ajv';
import type { DefinedError, ValidateFunction } from 'ajv';
import type { Config } from '../model/config.ts';
import { ConfigError } from '../model/errors.ts';
import type { ConfigProblem } from '../model/errors.ts';
import { findUnreadAnnotations } from './annotation-files.ts';
import { findClassConflicts } from './classes.ts';
import { completeConfig } from './complete-config.ts';
import { explainErrors } from './explain-error.ts';
import { findNode, listItems, toJson } from './located-node.ts';
import type { LocatedNode } from './located-node.ts';
import type { Mistake } from './mistake.ts';
import { findOutsidePaths } from './paths.ts';
import { findBadPatterns } from './patterns.ts';
import type { RawConfig } from './raw-config.ts';
import { readDocument } from './read-document.ts';
import { buildConfigSchema } from './schema.ts';
import type { CheckDeclaration } from './schema.ts';
import { findBadTemplates } from './templates.ts';
import { TextLines } from './text-lines.ts';
import { findImpossibleDates } from './waivers.ts';

/** More than a person mends in one go; the rest is counted. */
const mostProblems = 100;

/**
 * Reads `holdout.yml` (YAML 1.2 or JSON).
 * @param file name of the config as messages show it
 * @param checks the checks that the config may name; a list that stays the same is made ready once
 * @throws ConfigError with every mistake (the first hundred), in the order of the text
 */
export function parseConfig(text: string, file: string, checks: readonly CheckDeclaration[]): Config {
  const lines = new TextLines(text);
  const document = readDocument(text);
  if (document.kind === 'unreadable') throw new ConfigError(listProblems(document.mistakes, file, lines));
  const { root } = document;
  const { schema, validate } = prepareValidator(checks);
  const raw: unknown = toJson(root);
  const isValid = validate(raw);
  const mistakes = [
    ...document.mistakes,
    ...explainErrors((validate.errors ?? []) as DefinedError[], root, schema),
    ...findContradictions(root, lines),
  ];
  if (mistakes.length > 0 || !isValid) throw new ConfigError(listProblems(mistakes, file, lines));
  const waivers = listItems(findNode(root, 'accept'));
  return completeConfig(
    raw,
    file,
    waivers.map(({ offset }) => lines.locate(offset).line),
  );
}

interface Validator {
  readonly schema: ReturnType<typeof buildConfigSchema>;
  readonly validate: ValidateFunction<RawConfig>;
}

/** Compiling takes far longer than validating, and the configs of a head and its base may name the same checks. */
const prepared = new WeakMap<readonly CheckDeclaration[], Validator>();

function prepareValidator(checks: readonly CheckDeclaration[]): Validator {
  const known = prepared.get(checks);
  if (known) return known;
  const schema = buildConfigSchema(checks);
  const validator = { schema, validate: compileSchema(schema) };
  prepared.set(checks, validator);
  return validator;
}

function compileSchema(schema: object): ValidateFunction<RawConfig> {
  // `strict` would refuse unions of types and defaults inside alternatives, which the schema means as it has them.
  // To optimise the compiled code takes nearly as long again as to compile, and it reads a config or two.
  const code = { optimize: false };
  const ajv = new Ajv({ allErrors: true, verbose: true, useDefaults: true, strict: false, code });
  return ajv.compile<RawConfig>(schema);
}

/** Mistakes that a schema cannot see. */
function findContradictions(root: LocatedNode, lines: TextLines): Mistake[] {
  return [
    ...findOutsidePaths(root),
    ...findBadPatterns(root),
    ...findBadTemplates(root),
    ...findClassConflicts(root, (offset) => lines.locate(offset).line),
    ...findUnreadAnnotations(root),
    ...findImpossibleDates(root),
  ];
}

function listProblems(mistakes: readonly Mistake[], file: string, lines: TextLines): ConfigProblem[] {
  const sorted = [...mistakes].sort((a, b) => a.offset - b.offset);
  const problems = sorted.slice(0, mostProblems).map(({ offset, ...words }) => ({
    ...words,
    location: { file, ...lines.locate(offset) },
  }));
  const next = sorted[mostProblems];
  if (next === undefined) return problems;
  const left = sorted.length - mostProblems;
  return [...problems, { message: `and ${left} more`, location: { file, ...lines.locate(next.offset) } }];
}
