/** A value that JSON can hold; measurements, evidence and message data are made of these alone. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export type JsonObject = Readonly<Record<string, Json>>;
