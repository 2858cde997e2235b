/** A schema as ajv and editors read it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

type OptionalKeys<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T];
type RequiredKeys<T> = Exclude<keyof T, OptionalKeys<T>>;

export interface ObjectProperties<T> {
  readonly required: { readonly [K in RequiredKeys<T>]: JsonSchema };
  readonly optional: { readonly [K in OptionalKeys<T>]: JsonSchema };
}

/**
 * The schema of an object with exactly the properties of `T`. The compiler refuses a property that `T` lacks, one
 * of `T` that is missing, and one that is required here but optional there or the other way round.
 */
export function describeObject<T>(
  description: string,
  { required, optional }: ObjectProperties<T>,
): JsonSchema {
  return {
    description,
    type: 'object',
    additionalProperties: false,
    required: Object.keys(required).sort(),
    properties: { ...required, ...optional },
  };
}
