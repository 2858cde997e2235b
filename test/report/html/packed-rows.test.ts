import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FindingRow } from '../../../src/report/html/finding-row.ts';
import { listRows } from '../../../src/report/html/list-rows.ts';
import { idLength, packRows, unpackRows } from '../../../src/report/html/packed-rows.ts';
import { buildManyFindings } from '../fixtures/many-findings.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme-composite' }).map((value) => value.replaceAll(/[\n\t]/g, '')),
  fc.constantFrom('', '-', 'x', '0000', 'images/a_001.png', 'images/a_002.png', 'a'.repeat(3000)),
);
const texts = fc.array(text, { maxLength: 4 });
const row: fc.Arbitrary<FindingRow> = fc.record({
  id: fc.string({ unit: fc.constantFrom(...'abc-'), minLength: idLength, maxLength: idLength }),
  message: text,
  fix: text,
  key: text,
  place: text,
  subjects: texts,
  subjectsTotal: fc.nat(),
  splits: texts,
  samples: texts,
  samplesTotal: fc.nat(),
  evidence: texts,
});

it('packed rows are unpacked as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(row, fc.nat(3)), { maxLength: 8 }), (given) => {
      const rows = given.map(([one]) => one);
      const packed = packRows(
        rows,
        given.map(([, kind]) => kind),
      );
      expect(unpackRows(JSON.parse(JSON.stringify(packed)) as typeof packed)).toEqual(rows);
    }),
  );
});

it('packed rows take a fifth of what they take as JSON', () => {
  const [check] = buildManyFindings(1, 1000).checks;
  const findings = check?.findings ?? [];
  const detail = { names: 20, hasEvidence: true, textLength: 2000 };
  const rows = listRows('a/b', findings, new Set(['train', 'val', 'test']), false, detail);
  const kinds = findings.map(({ messageId }) => (messageId === 'between' ? 1 : 0));
  const size = JSON.stringify(packRows(rows, kinds)).length;
  expect(size).toBeLessThan(JSON.stringify(rows).length / 5);
});
