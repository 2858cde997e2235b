/** A value of a parsed JSON text, looked at without trust. */

export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a key of the object's own; undefined where it has none or is no object. */
export function valueOf(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The list at a key; undefined where there is none. */
export function listOf(value: unknown, key: string): readonly unknown[] | undefined {
  const found = valueOf(value, key);
  return Array.isArray(found) ? found : undefined;
}

/** The text at a key; undefined where there is none. */
export function textOf(value: unknown, key: string): string | undefined {
  const found = valueOf(value, key);
  return typeof found === 'string' ? found : undefined;
}
