import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameAudit, type AuditInput } from '../../src/entry/name-audit.ts';
import { parseConfigOf } from '../../src/entry/load-dataset.ts';
import { drawDataset } from '../meta/draw-dataset.ts';

const config = parseConfigOf(
  `dataset: { name: d }
samples: { manifest: m.csv, columns: { image: file, subject: subject, split: split } }
labels: { kind: class, classes: [{ name: cat }, { name: dog }] }
checks: { leakage/subject: warning, domain/shift: [error, { minSubjects: 5 }] }
accept: [{ check: leakage/subject, key: P1, reason: known }]
`,
  'holdout.yml',
);

/** The value with one thing in it another, in each way that there is; of a decoded file only its content. */
function* changeEach(value: unknown): Generator {
  if (value instanceof Map) {
    const entries = [...(value as ReadonlyMap<unknown, unknown>)];
    for (const [place, [key, one]] of entries.entries()) {
      for (const changed of changeEach(one)) yield new Map(entries.with(place, [key, changed]));
      for (const changed of changeEach(key)) yield new Map(entries.with(place, [changed, one]));
      yield new Map(entries.toSpliced(place, 1));
    }
  } else if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    for (const [place, item] of items.entries()) {
      for (const changed of changeEach(item)) yield items.with(place, changed);
      yield items.toSpliced(place, 1);
    }
  } else if (typeof value === 'object' && value !== null) {
    const isDecoded = 'bytesHash' in value;
    for (const [name, part] of Object.entries(value))
      if (!isDecoded || name === 'bytesHash')
        for (const changed of changeEach(part)) yield { ...value, [name]: changed };
  } else if (typeof value === 'number') yield value === 0 ? 1 : -value;
  else if (typeof value === 'boolean') yield !value;
  else yield `${String(value)}.`;
}

describe('the name of an audit', () => {
  const name = (input: AuditInput, program = 'program') => nameAudit(input, program).toString('hex');

  it('is the same for what is equal, and another for whatever else the dataset holds', () => {
    fc.assert(
      fc.property(drawDataset, (drawn) => {
        const dataset = { ...drawn, spellings: new Map([['P1', '1']]) };
        const input = { dataset, config, today: '2026-01-01' };
        const named = name(input);
        expect(name(structuredClone(input))).toBe(named);
        for (const changed of changeEach(dataset))
          expect(name({ ...input, dataset: changed as typeof dataset })).not.toBe(named);
      }),
      { numRuns: 30 },
    );
  });

  it('is another for another config or program, and for another day where a waiver ends', () => {
    const [dataset] = fc.sample(drawDataset, { numRuns: 1, seed: 1 });
    if (!dataset) throw new Error('nothing was drawn');
    const input = { dataset, config, today: '2026-01-01' };
    const named = name(input);
    for (const changed of changeEach(config))
      expect(name({ ...input, config: changed as typeof config })).not.toBe(named);
    expect(name(input, 'another')).not.toBe(named);
    expect(name({ ...input, today: '2026-01-02' })).toBe(named);
    const accept = config.accept.map((waiver) => ({ ...waiver, until: '2026-01-01' }));
    const dated = { ...input, config: { ...config, accept } };
    expect(name({ ...dated, today: '2026-01-02' })).not.toBe(name(dated));
  });
});
