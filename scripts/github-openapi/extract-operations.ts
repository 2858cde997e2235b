/** GitHub's description of itself, cut down to some operations: `test/fixtures/github-openapi.json`. */
export interface OperationsFixture {
  readonly source: { readonly package: string; readonly version: string };
  readonly operations: Readonly<Record<string, DescribedOperation>>;
  /** What `$ref: '#/schemas/…'` refers to. */
  readonly schemas: Readonly<Record<string, unknown>>;
}

export interface DescribedOperation {
  readonly method: string;
  /** With `{name}` where a parameter goes. */
  readonly path: string;
  readonly parameters: readonly DescribedParameter[];
  readonly body?: { readonly required: boolean; readonly schema: unknown };
  /** By status. */
  readonly answers: Readonly<Record<string, DescribedAnswer>>;
}

export interface DescribedParameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: unknown;
}

export interface DescribedAnswer {
  /** Of its JSON; absent where it has no body. */
  readonly schema?: unknown;
  /** GitHub's own example of the JSON. */
  readonly example?: unknown;
}

type Json = Readonly<Record<string, unknown>>;

const methods = ['get', 'post', 'put', 'patch', 'delete'];
/** Words for people, which a check of requests and answers does not need. */
const prose = new Set(['description', 'title', 'example', 'examples', 'externalDocs', 'x-github']);

/**
 * The named operations of an OpenAPI 3.0 description, with every schema that they refer to. Schemas become those
 * of JSON Schema: `nullable` is an alternative.
 * @throws Error for an operation that the description lacks
 */
export function extractOperations(
  description: unknown,
  operationIds: readonly string[],
  source: OperationsFixture['source'],
): OperationsFixture {
  const document = asObject(description);
  const schemas = new Map<string, unknown>();

  const convert = (schema: unknown): unknown => {
    if (Array.isArray(schema)) return schema.map(convert);
    if (typeof schema !== 'object' || schema === null) return schema;
    const { nullable, ...rest } = asObject(schema);
    const reference = rest['$ref'];
    const converted =
      typeof reference === 'string'
        ? { $ref: takeSchema(reference) }
        : Object.fromEntries(
            Object.entries(rest)
              .filter(([key]) => !prose.has(key))
              .map(([key, value]) => [key, key === 'properties' ? convertProperties(value) : convert(value)]),
          );
    return nullable === true ? { anyOf: [converted, { type: 'null' }] } : converted;
  };
  const convertProperties = (properties: unknown): unknown =>
    Object.fromEntries(Object.entries(asObject(properties)).map(([name, schema]) => [name, convert(schema)]));
  const takeSchema = (reference: string): string => {
    const name = reference.replace('#/components/schemas/', '');
    if (!schemas.has(name)) {
      schemas.set(name, undefined);
      schemas.set(name, convert(follow(document, reference)));
    }
    return `#/schemas/${name}`;
  };
  const resolve = (value: unknown): Json => {
    const { $ref: reference } = asObject(value);
    return typeof reference === 'string' ? asObject(follow(document, reference)) : asObject(value);
  };
  const describeAnswer = (value: unknown): DescribedAnswer => {
    const content = asObject(resolve(value)['content'] ?? {})['application/json'];
    if (content === undefined) return {};
    const { schema, examples } = asObject(content);
    const [example] = Object.values(asObject(examples ?? {}));
    return {
      schema: convert(schema),
      ...(example === undefined ? {} : { example: resolve(example)['value'] }),
    };
  };

  const found = listOperations(document);
  const operations = operationIds.map((id): [string, DescribedOperation] => {
    const operation = found.get(id);
    if (!operation) throw new Error(`${source.package} ${source.version} has no operation ${id}`);
    const { method, path, value } = operation;
    const { requestBody } = value;
    const body = requestBody === undefined ? undefined : resolve(requestBody);
    return [
      id,
      {
        method: method.toUpperCase(),
        path,
        parameters: asArray(value['parameters']).map((parameter) => {
          const { name, in: place, required, schema } = resolve(parameter);
          if (typeof name !== 'string' || (place !== 'path' && place !== 'query'))
            throw new Error(`a parameter of ${id} is neither in its path nor in its query`);
          return { name, in: place, required: required === true, schema: convert(schema) };
        }),
        ...(body && {
          body: {
            required: body['required'] === true,
            schema: convert(asObject(asObject(body['content'])['application/json'])['schema']),
          },
        }),
        answers: Object.fromEntries(
          Object.entries(asObject(value['responses'])).map(([status, answer]) => [
            status,
            describeAnswer(answer),
          ]),
        ),
      },
    ];
  });
  return {
    source,
    operations: Object.fromEntries(operations),
    schemas: Object.fromEntries([...schemas].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function listOperations(document: Json): Map<string, { method: string; path: string; value: Json }> {
  const found = new Map<string, { method: string; path: string; value: Json }>();
  for (const [path, item] of Object.entries(asObject(document['paths']))) {
    for (const method of methods) {
      const value = asObject(item)[method];
      if (value === undefined) continue;
      const operation = asObject(value);
      found.set(String(operation['operationId']), { method, path, value: operation });
    }
  }
  return found;
}

function follow(document: Json, reference: string): unknown {
  return reference
    .replace('#/', '')
    .split('/')
    .reduce((inner: unknown, key) => asObject(inner)[key], document);
}

function asObject(value: unknown): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw new Error(`no object: ${JSON.stringify(value)}`);
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
