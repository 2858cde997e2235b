import { describe, expect, it } from 'vitest';
import { readManifest } from '../../src/inventory/manifest.ts';
import { DatasetError } from '../../src/model/errors.ts';
import type { ColumnsConfig } from '../../src/model/config.ts';
import { listRows, openPieces } from './open-pieces.ts';

const columns: ColumnsConfig = { image: 'file', subject: 'patient', groups: { study: 'study' } };

async function read(text: string | Buffer, declared: ColumnsConfig = columns, pieceBytes = 7) {
  const held = { rows: 0, bytes: 0 };
  const { rows, ...others } = await readManifest(openPieces(text, pieceBytes), 'm.csv', declared, held);
  return { rows: listRows(rows), ...others };
}

async function catchError(answer: Promise<unknown>): Promise<DatasetError> {
  const error = await answer.catch((cause: unknown) => cause);
  if (error instanceof DatasetError) return error;
  throw new Error('no DatasetError was thrown');
}

describe('readManifest', () => {
  it('picks the declared columns; an empty cell says nothing', async () => {
    expect(await read('study,extra,file,patient\r\n7,x,a.png,P1\r\n,,b.png,\r\n')).toEqual({
      rows: [
        { line: 2, image: 'a.png', subject: 'P1', groups: { study: '7' } },
        { line: 3, image: 'b.png', groups: {} },
      ],
      problems: [],
      rowsRead: 2,
    });
  });

  it('finds columns by exact name first, then without regard to case or surrounding blanks', async () => {
    const { rows, problems } = await read('FILE, file\u00a0,Patient,STUDY\nx.png,y.png,P1,1\n');
    expect(rows).toEqual([{ line: 2, image: 'y.png', subject: 'P1', groups: { study: '1' } }]);
    expect(problems).toEqual([]);
  });

  it('names all missing columns, those there are, and the nearest', async () => {
    const error = await catchError(read('file,pateint\na.png,1\n'));
    expect(error.message).toBe(
      'm.csv:1: there is no column "patient" or "study"; the columns are "file", "pateint".',
    );
    expect(error.hint).toBe('Did you mean "pateint"? Columns are named under samples.columns.');
  });

  it('bounds what it shows of a hostile header', async () => {
    const header = Array.from({ length: 5000 }, (_, index) => `${index}${'x'.repeat(150)}`).join(',');
    const { message } = await catchError(read(`${header}\n`, columns, 65_536));
    expect(message.length).toBeLessThan(2000);
    expect(message).toMatch(/ and 4980 more\.$/);
  });

  it('reports a declared column that stands twice and uses the first', async () => {
    const { rows, problems } = await read('note,file,note,patient,file,study\n1,a.png,2,P1,b.png,3\n');
    expect(rows).toEqual([{ line: 2, image: 'a.png', subject: 'P1', groups: { study: '3' } }]);
    expect(problems).toEqual([
      { kind: 'duplicate-header', column: 'file', location: { file: 'm.csv', line: 1 } },
    ]);
  });

  it('does not use rows with too many cells, uses shorter ones, and wants an image', async () => {
    const { rows, problems, rowsRead } = await read(
      'file,patient,study\na.png,Smith, John,1\nb.png,P2\n\n,P3,1\n,\n,,,4\nc.png,P4,"1\n2"\nd.png,P5,3\n',
    );
    const row = (reason: string, cells: number, line: number) => ({
      kind: 'row',
      reason,
      cells,
      columns: 3,
      location: { file: 'm.csv', line },
    });
    expect(problems).toEqual([
      row('too-many-cells', 4, 2),
      row('too-few-cells', 2, 3),
      row('no-image', 3, 5),
      row('too-many-cells', 4, 7),
    ]);
    expect(rows).toEqual([
      { line: 3, image: 'b.png', subject: 'P2', groups: {} },
      { line: 8, image: 'c.png', subject: 'P4', groups: { study: '1\n2' } },
      { line: 10, image: 'd.png', subject: 'P5', groups: { study: '3' } },
    ]);
    expect(rowsRead).toBe(6);
  });

  it('reads the delimiter that a spreadsheet has written down', async () => {
    const { rows } = await read('sep=;\nfile;patient;study\na,b.png;P1;2\n');
    expect(rows).toEqual([{ line: 3, image: 'a,b.png', subject: 'P1', groups: { study: '2' } }]);
  });

  it.each(['', '\n\n', ' , ,\n,,\n', '\ufeff'])('answers a manifest that holds nothing: %j', async (text) => {
    expect((await catchError(read(text))).message).toBe('m.csv is empty.');
  });

  it('asks for the name of the image column', async () => {
    expect((await catchError(read('a\nb\n', { groups: {} }))).hint).toBe('Name it as samples.columns.image.');
  });

  it('keeps a group whose kind is a name of the language', async () => {
    const { rows } = await read('file,p\na.png,1\n', {
      image: 'file',
      groups: { constructor: 'p', toString: 'p' },
    });
    expect(rows[0]?.groups).toEqual({ constructor: '1', toString: '1' });
  });
});
