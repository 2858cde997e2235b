import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInventory } from '../../src/inventory/read-inventory.ts';
import type { Inventory } from '../../src/model/inventory.ts';
import { openMemory } from '../memory-file-source.ts';
import { makeConfig } from './make-config.ts';

const at = (line: number, file = 'm.csv') => ({ file, line });

const columns = {
  ...{ image: 'file', label: 'mask', subject: 'patient', split: 'split', domain: 'domain', class: 'class' },
  groups: { study: 'study' },
};
const header = 'file,mask,patient,split,domain,class,study';
const images = { 'a.png': '', 'b.png': '', 'A_mask.png': '', 'B_mask.png': '' };

const readRows = (rows: readonly string[], kind: 'mask' | 'class' | 'boxes' = 'mask') =>
  readInventory(
    makeConfig(
      { manifests: [{ path: 'm.csv' }], columns },
      kind,
      kind === 'class' ? 'classification' : 'segmentation',
    ),
    openMemory({ ...images, 'm.csv': [header, ...rows].join('\n') }),
  );

const conflicts = ({ problems }: Inventory) => problems.filter(({ kind }) => kind === 'conflict');

describe('rows about one image', () => {
  it('complete each other', async () => {
    const inventory = await readRows([
      'a.png,,P1,train,,cat,',
      './a.png,A_mask.png,,TRN,real,dog,7',
      'a.png,,P1,,,,',
    ]);
    expect(inventory.samples).toEqual([
      {
        ...{ id: 'a.png', label: 'A_mask.png', subject: 'P1', groups: { study: '7' }, splits: ['train'] },
        ...{ domain: 'real', classes: ['cat', 'dog'], location: at(2) },
      },
    ]);
    expect(conflicts(inventory)).toEqual([]);
  });

  it('that disagree leave the field out and are reported; all splits are kept', async () => {
    const inventory = await readRows([
      'a.png,B_mask.png,P2,val,syn,,8',
      'a.png,A_mask.png,P1,train,real,,7',
      'a.png,A_mask.png,P1,train,real,,7',
    ]);
    expect(inventory.samples).toEqual([
      { id: 'a.png', groups: {}, splits: ['train', 'val'], classes: [], location: at(2) },
    ]);
    const conflict = (field: string, first: string, second: string) => ({
      kind: 'conflict',
      image: 'a.png',
      field,
      claims: [
        { value: first, location: at(3) },
        { value: second, location: at(2) },
      ],
    });
    expect(conflicts(inventory)).toEqual([
      { ...conflict('domain', 'real', 'syn') },
      { ...conflict('group:study', '7', '8') },
      { ...conflict('label', 'A_mask.png', 'B_mask.png') },
      { ...conflict('split', 'train', 'val') },
      { ...conflict('subject', 'P1', 'P2') },
    ]);
  });

  it('may not give two classes where one class is the label', async () => {
    const rows = ['a.png,,,,,cat,', 'a.png,,,,,dog,', 'b.png,,,,,cat,', 'b.png,,,,,cat,'];
    const inventory = await readRows(rows, 'class');
    expect(inventory.samples.map(({ classes }) => classes)).toEqual([[], ['cat']]);
    expect(conflicts(inventory)).toEqual([
      {
        ...{ kind: 'conflict', image: 'a.png', field: 'class' },
        claims: [
          { value: 'cat', location: at(2) },
          { value: 'dog', location: at(3) },
        ],
      },
    ]);
    const config = makeConfig({ manifests: [{ path: 'm.csv' }], columns }, 'mask', 'classification');
    const masks = await readInventory(
      config,
      openMemory({ ...images, 'm.csv': [header, ...rows].join('\n') }),
    );
    expect(masks.samples[0]?.classes).toEqual(['cat', 'dog']);
    expect((await readRows(rows, 'boxes')).samples.map(({ classes }) => classes)).toEqual([
      ['cat', 'dog'],
      ['cat'],
    ]);
  });

  it('are shown with at most ten different claims', async () => {
    const inventory = await readRows(Array.from({ length: 30 }, (_, index) => `a.png,,P${index + 10},,,,`));
    const [conflict] = conflicts(inventory);
    expect(conflict?.kind === 'conflict' && conflict.claims.map(({ value }) => value)).toEqual(
      Array.from({ length: 10 }, (_, index) => `P${index + 10}`),
    );
  });

  it('a pattern does not settle what rows disagree about', async () => {
    const config = makeConfig({
      ...{ manifests: [{ path: 'm.csv' }], columns: { image: 'file', subject: 'p', groups: {} } },
      patterns: { subject: '(?<subject>a)' },
    });
    const inventory = await readInventory(
      config,
      openMemory({ 'a.png': '', 'm.csv': 'file,p\na.png,1\na.png,2\n' }),
    );
    expect(inventory.samples[0]).not.toHaveProperty('subject');
  });

  it('come from manifests, then lists, whose splits count like rows', async () => {
    const config = makeConfig({
      manifests: [{ path: 'm.csv', split: 'train' }],
      lists: [{ path: 'l.txt', split: 'test' }],
      files: ['*.png'],
      columns: { image: 'file', split: 's', groups: {} },
    });
    const inventory = await readInventory(
      config,
      openMemory({
        'a.png': '',
        'b.png': '',
        'c.png': '',
        'm.csv': 'file,s\na.png,\nc.png,val\n',
        'l.txt': 'a.png\nb\n',
      }),
    );
    expect(inventory.samples.map(({ id, splits, location }) => [id, splits, location])).toEqual([
      ['a.png', ['test', 'train'], at(2)],
      ['b.png', ['test'], at(2, 'l.txt')],
      ['c.png', ['train', 'val'], at(3)],
    ]);
    expect(inventory.sources).toEqual(['m.csv', 'l.txt']);
    expect(inventory.rowsRead).toBe(4);
  });
});

describe('the order of rows', () => {
  const row = fc
    .tuple(
      fc.constantFrom('a.png', 'b.png', './a.png', '/x/b.png', 'gone.png', '../out.png', 'A.PNG'),
      fc.constantFrom('', 'A_mask.png', 'gone_mask.png'),
      fc.constantFrom('', 'P1', 'P2'),
      fc.constantFrom('', 'train', 'TR', 'test', 'fold1'),
      fc.constantFrom('', 'real'),
      fc.constantFrom('', 'cat', 'dog'),
      fc.constantFrom('', '1', '2', '3,4'),
    )
    .map((cells) => cells.join(','));
  const shuffled = fc
    .array(row, { minLength: 1, maxLength: 12 })
    .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));

  it('changes nothing but lines', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, fc.constantFrom('mask', 'class', 'boxes'), async ([rows, others], kind) => {
        const [one, other] = await Promise.all([readRows(rows, kind), readRows(others, kind)]);
        expect(withoutRows(other)).toEqual(withoutRows(one));
      }),
      { numRuns: 200 },
    );
  });
});

/** Without lines, and with problems of single rows, which have nothing but a line, as a multiset. */
function withoutRows(inventory: Inventory): unknown {
  const problems = inventory.problems.map((problem) => JSON.stringify(problem, dropLocation));
  const isOfRow = (problem: string): boolean => problem.startsWith('{"kind":"row"');
  return {
    samples: JSON.parse(JSON.stringify(inventory.samples, dropLocation)) as unknown,
    problems: problems.filter((problem) => !isOfRow(problem)),
    rows: problems.filter(isOfRow).sort(),
    rowsRead: inventory.rowsRead,
  };
}

function dropLocation(key: string, value: unknown): unknown {
  return key === 'location' ? undefined : value;
}

describe('a subject id', () => {
  const read = async (subjectScope: 'site' | 'dataset', rows: readonly string[]) => {
    const config = makeConfig({
      manifests: [{ path: 'm.csv' }],
      columns: { image: 'file', subject: 'patient', site: 'hospital', groups: {} },
      subjectScope,
    });
    const files = openMemory({ ...images, 'm.csv': ['file,patient,hospital', ...rows].join('\n') });
    return (await readInventory(config, files)).samples.map(({ subject }) => subject);
  };

  it('is that of its site: two hospitals may both have a patient 001', async () =>
    expect(await read('site', ['a.png,001,north', 'b.png,001,south'])).toEqual(['north/001', 'south/001']));

  it('is one subject everywhere where the config says so', async () =>
    expect(await read('dataset', ['a.png,001,north', 'b.png,001,south'])).toEqual(['001', '001']));

  it('stands alone where the site is unknown, and a site alone is no subject', async () =>
    expect(await read('site', ['a.png,001,', 'b.png,,south'])).toEqual(['001', undefined]));
});
