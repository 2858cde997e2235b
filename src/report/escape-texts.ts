/**
 * The value with every text in it escaped, names of entries too. A renderer that is given nothing else cannot show a
 * text as it is.
 */
export function escapeTexts<T>(value: T, escape: (text: string) => string): T {
  // What an escaper gives for a text is a text, and all else keeps its form.
  return escapeAny(value, escape) as T;
}

function escapeAny(value: unknown, escape: (text: string) => string): unknown {
  if (typeof value === 'string') return escape(value);
  if (Array.isArray(value)) return value.map((item) => escapeAny(item, escape));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [escape(name), escapeAny(entry, escape)]),
  );
}
