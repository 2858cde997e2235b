import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../src/inventory/byte-encoding.ts';
import {
  DistinctTexts,
  NumberList,
  RepeatedTexts,
  type TextColumn,
} from '../../src/inventory/text-columns.ts';

function fill<Column extends TextColumn>(column: Column, texts: readonly string[]): Column {
  for (const text of texts) {
    const bytes = Buffer.from(`<${text}>`);
    column.push(bytes, 1, bytes.length - 1);
  }
  return column;
}

const list = (column: TextColumn): string[] =>
  Array.from({ length: column.length }, (_, index) => column.get(index));

const texts = fc.array(
  fc.string({ unit: 'binary', maxLength: 6 }).map((text) => Buffer.from(text).toString()),
);

describe.each([
  ['DistinctTexts', () => new DistinctTexts(utf8, { bytes: 0 })],
  ['RepeatedTexts', () => new RepeatedTexts(utf8, { bytes: 0 })],
])('%s', (_, make: () => TextColumn) => {
  it('gives back what was added', () => {
    fc.assert(
      fc.property(texts, (added) => {
        expect(list(fill(make(), added))).toEqual(added);
      }),
    );
  });

  it('keeps texts that are longer than what is left of a page', () => {
    const added = ['a'.repeat(700_000), 'ä'.repeat(350_000), '', 'b'.repeat(2 ** 20), 'c'];
    expect(list(fill(make(), added)).map((text) => text.length)).toEqual([700_000, 350_000, 0, 2 ** 20, 1]);
    expect(list(fill(make(), added))).toEqual(added);
  });
});

describe('RepeatedTexts', () => {
  it('gives each distinct text one code, in the order of their first row', () => {
    fc.assert(
      fc.property(texts, (added) => {
        const column = fill(new RepeatedTexts(utf8, { bytes: 0 }), added);
        expect(column.values).toEqual([...new Set(added)]);
        expect(added.map((__, index) => column.values[column.codeAt(index)])).toEqual(added);
      }),
    );
  });

  it('tells many texts apart, those with one hash too', () => {
    // 50,000 texts and their FNV-1a hashes: some share their slot, none may be taken for another.
    const added = Array.from({ length: 50_000 }, (__, index) => `P${(index * 7919) % 25_000}`);
    const column = fill(new RepeatedTexts(utf8, { bytes: 0 }), added);
    expect(column.values.length).toBe(25_000);
    expect(list(column)).toEqual(added);
  });
});

describe('NumberList', () => {
  it('holds numbers up to 2³² − 1 over several blocks', () => {
    const numbers = new NumberList({ bytes: 0 });
    for (let index = 0; index < 200_000; index++) numbers.push(2 ** 32 - 1 - index);
    expect(numbers.length).toBe(200_000);
    for (const index of [0, 65_535, 65_536, 199_999]) expect(numbers.get(index)).toBe(2 ** 32 - 1 - index);
  });
});

it('counts what is held: blocks, pages, and each distinct text once', () => {
  const held = { bytes: 0 };
  const column = new RepeatedTexts(utf8, held);
  fill(column, ['train', 'train', 'val']);
  const first = held.bytes;
  fill(
    column,
    Array.from({ length: 60_000 }, () => 'train'),
  );
  expect(held.bytes).toBe(first);
  fill(
    column,
    Array.from({ length: 10_000 }, () => 'val'),
  );
  expect(held.bytes).toBe(first + 4 * 65_536);
  fill(column, ['test']);
  expect(held.bytes).toBe(first + 4 * 65_536 + 128 + 4);
});
