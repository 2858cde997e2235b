import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtCli, makeFolder, repositoryRoot, runProgram } from './programs.ts';

const example = join(repositoryRoot, 'examples/leaking-split');

/** The report of a copy of the example, whose manifest's rows are in the order that `arrange` gives them. */
async function audit(
  workers: number,
  arrange: (rows: readonly string[]) => readonly string[],
): Promise<string> {
  const folder = await makeFolder();
  await cp(example, folder, { recursive: true });
  const manifest = join(folder, 'manifest.csv');
  const [header = '', ...rows] = (await readFile(manifest, 'utf8')).trimEnd().split('\n');
  await writeFile(manifest, [header, ...arrange(rows), ''].join('\n'));
  const parameters = ['check', '.', '--format', 'json', '--fail-on', 'never', '--workers', String(workers)];
  const { code, stdout, stderr } = await runProgram(builtCli, parameters, { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

/** Every third row first, then the others from behind: an order with nothing in common with the first. */
function shuffle(rows: readonly string[]): string[] {
  return [
    ...rows.filter((_, index) => index % 3 === 0),
    ...rows.filter((_, index) => index % 3 !== 0).reverse(),
  ];
}

it('gives the same bytes twice, whatever the number of workers', async () => {
  const report = await audit(1, (rows) => rows);
  expect(report).toContain('"leakage/subject"');
  expect(await audit(1, (rows) => rows)).toBe(report);
  expect(await audit(4, (rows) => rows)).toBe(report);
});

it('gives the same report for shuffled rows but for the lines that it names', async () => {
  const withoutLines = (text: string): string =>
    text.replaceAll(/manifest\.csv:\d+/gu, 'manifest.csv').replaceAll(/"line": \d+/gu, '"line": 0');
  const report = await audit(4, (rows) => rows);
  const shuffled = await audit(4, shuffle);
  expect(shuffled).not.toBe(report);
  expect(withoutLines(shuffled)).toBe(withoutLines(report));
});
