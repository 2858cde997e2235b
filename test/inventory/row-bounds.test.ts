import { expect, it } from 'vitest';
import { readManifest } from '../../src/inventory/manifest.ts';
import { maxHeldBytes, maxRows } from '../../src/inventory/row-bounds.ts';
import { openPieces } from './open-pieces.ts';

const read = (held: { rows: number; bytes: number }, text = 'file\na.png\nb.png\n') =>
  readManifest(openPieces(text, 100), 'm.csv', { image: 'file', groups: {} }, held);

it('takes as many rows as there may be and names the one that is too many', async () => {
  const held = { rows: maxRows - 2, bytes: 0 };
  expect((await read(held)).rowsRead).toBe(2);
  expect(held.rows).toBe(maxRows);
  await expect(read({ rows: maxRows - 1, bytes: 0 })).rejects.toThrow(
    'm.csv:3: the manifests have more than 16000000 rows, too many to audit at once.',
  );
});

it('names the row from which on the cells take too much memory', async () => {
  await expect(read({ rows: 0, bytes: maxHeldBytes })).rejects.toThrow(
    /^m\.csv:3: the manifests' cells up to here take more than 2147483648 bytes, too many/,
  );
});

it('counts rows once that were read in two encodings', async () => {
  const held = { rows: 5, bytes: 0 };
  // What is not UTF-8 comes behind the part that is looked at for the header.
  const latin1 = Buffer.from(`file\n${'a.png\n'.repeat(300_000)}b\xe4.png\n`, 'latin1');
  const open = openPieces(latin1, 65_536);
  const { rows } = await readManifest(open, 'm.csv', { image: 'file', groups: {} }, held);
  expect(rows.image(300_000)).toBe('bä.png');
  expect(held.rows).toBe(5 + 300_001);
  expect(held.bytes).toBeLessThan(2 * latin1.length + 4_000_000);
});

it('refuses a manifest of which a million rows cannot be used', async () => {
  const text = `file,patient\n${',1\n'.repeat(1_000_001)}`;
  const held = { rows: 0, bytes: 0 };
  await expect(
    readManifest(openPieces(text, 65_536), 'm.csv', { image: 'file', groups: {} }, held),
  ).rejects.toThrow('m.csv:1000002: more than 1000000 rows or files of the dataset cannot be used.');
});
