import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { compileClient } from '../../../scripts/build/compile-client.ts';
import { clientScript } from '../../../src/report/html/client-script.ts';

const root = resolve(import.meta.dirname, '../../..');

it('the script of the page is what its source makes, and small', async () => {
  const kept = await readFile(`${root}/src/report/html/client-script.ts`, 'utf8');
  expect(kept).toBe(await compileClient(root));
  expect(clientScript.length).toBeLessThan(16_000);
});
