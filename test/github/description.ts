import { Ajv, type ValidateFunction } from 'ajv';
import { readFileSync } from 'node:fs';
import type { OperationsFixture } from '../../scripts/github-openapi/extract-operations.ts';

const fixture = JSON.parse(
  readFileSync(new URL('../fixtures/github-openapi.json', import.meta.url), 'utf8'),
) as OperationsFixture;

/** A request as it came. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Parsed JSON; undefined where there is no body. */
  readonly body: unknown;
}

export interface ApiAnswer {
  readonly status: number;
  /** Undefined where there is no body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The operation that a request asks for. */
export interface MatchedOperation {
  readonly id: string;
  /** Parameters of the path, decoded. */
  readonly path: Readonly<Record<string, string>>;
}

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u;
const formats = {
  'date-time': dateTime,
  uri: (text: string) => URL.canParse(text),
  email: /^[^@\s]+@[^@\s]+$/u,
  int64: true,
} as const;
const key = 'github';
const ajv = new Ajv({ strict: false, allErrors: true, formats });
/** Values of a path and a query are texts. */
const lenient = new Ajv({ strict: false, allErrors: true, formats, coerceTypes: true });
for (const one of [ajv, lenient]) one.addSchema({ $id: key, ...fixture });
const validators = new Map<string, ValidateFunction>();

/** What GitHub answers where something is wrong, whatever the operation. */
const validateError = ajv.compile({
  type: 'object',
  required: ['message', 'documentation_url'],
  properties: { message: { type: 'string' }, documentation_url: { type: 'string' } },
});

/** The operation of a request; undefined where holdout has no business. */
export function matchOperation(method: string, path: string): MatchedOperation | undefined {
  for (const [id, operation] of Object.entries(fixture.operations)) {
    if (operation.method !== method) continue;
    const names: string[] = [];
    const pattern = operation.path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
      names.push(name);
      return '([^/]+)';
    });
    const match = new RegExp(`^${pattern}$`, 'u').exec(path);
    if (!match) continue;
    const values = match.slice(1).map(decodeURIComponent);
    return { id, path: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])) };
  }
  return undefined;
}

/**
 * What is wrong with a request by GitHub's description; empty where nothing is. What the description does not name
 * is wrong too: GitHub passes over it, and the caller would believe that it did something.
 */
export function findRequestMistakes({ id, path }: MatchedOperation, { query, body }: ApiRequest): string[] {
  const operation = describeOperation(id);
  const mistakes: string[] = [];
  operation.parameters.forEach(({ name, in: place, required }, index) => {
    const value = place === 'path' ? path[name] : (query.get(name) ?? undefined);
    if (value === undefined) {
      if (required) mistakes.push(`${name} is missing`);
      return;
    }
    const validate = compile(lenient, `operations/${escape(id)}/parameters/${index}/schema`);
    if (!validate(value)) mistakes.push(`${name} ${describe(validate)}`);
  });
  const known = new Set(operation.parameters.filter((one) => one.in === 'query').map(({ name }) => name));
  for (const name of query.keys()) if (!known.has(name)) mistakes.push(`the query knows no ${name}`);
  if (!operation.body) {
    if (body !== undefined) mistakes.push('no body belongs here');
    return mistakes;
  }
  if (body === undefined) return operation.body.required ? [...mistakes, 'the body is missing'] : mistakes;
  const validate = compile(ajv, `operations/${escape(id)}/body/schema`);
  if (!validate(body)) mistakes.push(`the body ${describe(validate)}`);
  return [...mistakes, ...findUnknown(body, operation.body.schema, 'body')];
}

/** What is wrong with an answer by GitHub's description; empty where nothing is. */
export function findAnswerMistakes(id: string, { status, body }: ApiAnswer): string[] {
  const answer = describeOperation(id).answers[String(status)];
  if (status >= 400) return validateError(body) ? [] : [`the error of ${status} ${describe(validateError)}`];
  if (!answer) return [`${id} does not answer ${status}`];
  if (answer.schema === undefined) return body === undefined ? [] : [`${status} of ${id} has no body`];
  const validate = compile(ajv, `operations/${escape(id)}/answers/${status}/schema`);
  return validate(body) ? [] : [`${status} of ${id} ${describe(validate)}`];
}

/** GitHub's own example of an answer, to be filled in. */
export function exampleOf(id: string, status: number): unknown {
  const example = describeOperation(id).answers[String(status)]?.example;
  if (example === undefined) throw new Error(`no example of ${id}`);
  return structuredClone(example);
}

function describeOperation(id: string) {
  const operation = fixture.operations[id];
  if (!operation) throw new Error(`no operation ${id}`);
  return operation;
}

function findUnknown(value: unknown, schema: unknown, path: string): string[] {
  if (Array.isArray(value)) {
    const { items } = asRecord(schema);
    return value.flatMap((item, index) => findUnknown(item, items, `${path}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  const { properties } = asRecord(schema);
  if (properties === undefined) return [];
  const described = asRecord(properties);
  return Object.entries(value).flatMap(([name, inner]) =>
    name in described ? findUnknown(inner, described[name], `${path}.${name}`) : [`${path} knows no ${name}`],
  );
}

function compile(by: Ajv, pointer: string): ValidateFunction {
  const name = `${by === ajv ? 'strict' : 'lenient'} ${pointer}`;
  const validate = validators.get(name) ?? by.compile({ $ref: `${key}#/${pointer}` });
  validators.set(name, validate);
  return validate;
}

function describe({ errors }: ValidateFunction): string {
  return (errors ?? [])
    .map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`.trim())
    .join('; ');
}

function escape(id: string): string {
  return id.replaceAll('/', '~1');
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
