import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../src/config/json-schema.ts';
import { buildConfigSchema } from '../../src/config/schema.ts';
import { declarations } from './declarations.ts';

const schema = buildConfigSchema(declarations);

/** Every schema of a value that a config can hold, by where it stands. */
function listSchemas(node: JsonSchema, place: string): [string, JsonSchema][] {
  const below = Object.entries(node.properties ?? {}).flatMap(([name, child]) =>
    listSchemas(child, `${place}.${name}`),
  );
  const items = node.items === undefined ? [] : [node.items].flat();
  const others = [...items, ...(node.anyOf ?? [])].flatMap((child) => listSchemas(child, `${place}[]`));
  return [[place, node], ...below, ...others];
}

describe('buildConfigSchema', () => {
  it('is a draft-07 schema without unknown keywords', () => {
    const ajv = new Ajv({ strictSchema: true, strictTypes: false, strictTuples: false });
    expect(() => ajv.compile(schema)).not.toThrow();
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
  });

  it('describes every property', () => {
    const properties = listSchemas(schema, '').flatMap(([place, { properties = {} }]) =>
      Object.entries(properties).map(([name, { description }]) => [`${place}.${name}`, description] as const),
    );
    const silent = properties.filter(([place, description]) => !place.startsWith('.then') && !description);
    expect(properties.length).toBeGreaterThan(50);
    expect(silent).toEqual([]);
  });

  it('closes every mapping whose keys it knows', () => {
    const open = listSchemas(schema, '').filter(
      ([, node]) => node.properties !== undefined && node.additionalProperties !== false,
    );
    expect(open.map(([place]) => place)).toEqual([]);
  });

  it('has one property a check, with options described by unit and default', () => {
    const checks = schema.properties?.checks?.properties ?? {};
    expect(Object.keys(checks)).toEqual(['leakage/subject', 'subjects/count']);
    expect(checks['subjects/count']?.description).toBe('Are there enough subjects? Default: warning.');
    expect(JSON.stringify(checks['subjects/count'])).toContain(
      '"minPerSplit":{"description":"Fewest subjects of a split. Unit: subjects. Default: 5.","type":"integer","default":5,"minimum":1}',
    );
  });

  it('does not depend on the order of the checks', () => {
    expect(JSON.stringify(buildConfigSchema([...declarations].reverse()))).toBe(JSON.stringify(schema));
  });

  it('is valid without any check', () => {
    expect(() => new Ajv({ strict: false }).compile(buildConfigSchema([]))).not.toThrow();
  });
});
