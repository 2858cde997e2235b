import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runAuditInFull } from '../../src/audit/run-audit.ts';
import { selectChecks } from '../../src/audit/select-checks.ts';
import { checks } from '../../src/checks/index.ts';
import { compareFindings, listFindings, type FullReport } from '../../src/change/compare-findings.ts';
import { readInventory } from '../../src/inventory/read-inventory.ts';
import type { Config } from '../../src/model/config.ts';
import type { ImageOutcome } from '../../src/model/fingerprint.ts';
import { buildDataset, image } from '../checks/build-dataset.ts';
import { makeConfig } from '../inventory/make-config.ts';
import { openMemory } from '../memory-file-source.ts';

const config: Config = {
  ...makeConfig(
    {
      manifests: [{ path: 'm.csv' }],
      root: 'images',
      labelRoot: 'images',
      columns: {
        image: 'file',
        subject: 'subject',
        split: 'split',
        domain: 'domain',
        class: 'class',
        groups: { clip: 'clip' },
      },
    },
    'class',
    'classification',
  ),
};

const names = ['a.png', 'b.png', 'c.png', 'sub/a.png', 'sub/d.png', 'e.png'];
const files = Object.fromEntries([...names, 'unlisted.png'].map((name) => [`images/${name}`, 'x']));

/** Rows that contradict each other, name what is not there, have too few cells, or are there twice. */
const row = fc
  .tuple(
    fc.constantFrom(...names, 'A.png', 'd.png', 'gone.png', '../out.png', ''),
    fc.constantFrom('p1', 'P1', 'p2', 'p03', ''),
    fc.constantFrom('train', 'test', 'val', 'fold 1', ''),
    fc.constantFrom('real', 'sim', ''),
    fc.constantFrom('cat', 'Cat', 'dog', ''),
    fc.constantFrom('c1', 'c2', ''),
    fc.constantFrom('', ',too,many'),
  )
  .map(([...cells]) => cells.slice(0, -1).join(',') + (cells.at(-1) ?? ''));

const pictures = fc.tuple(...names.map(() => fc.constantFrom('x', 'y', 'z', undefined)));

async function audit(rows: readonly string[], seen: readonly (string | undefined)[]): Promise<FullReport> {
  const manifest = ['file,subject,split,domain,class,clip', ...rows, ''].join('\n');
  const { samples, problems, rowsRead } = await readInventory(
    config,
    openMemory({ ...files, 'm.csv': manifest }),
  );
  const images = Object.fromEntries(
    names.map((name, at): [string, ImageOutcome] => {
      const pixels = seen[at];
      return [
        `images/${name}`,
        pixels === undefined ? { kind: 'failure', fault: 'corrupt', detail: '' } : image(pixels),
      ];
    }),
  );
  const dataset = {
    ...buildDataset({ samples, problems, rowsRead, images, labels: config.labels }),
    task: config.task,
  };
  const context = { config, today: '2026-11-25', version: '1.0.0' };
  return runAuditInFull(dataset, selectChecks(Object.values(checks), config), context);
}

it('brings no finding and takes none away', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(
      fc
        .array(row, { minLength: 1, maxLength: 12 })
        .chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }), pictures),
        ),
      async ([rows, shuffled, seen]) => {
        const before = await audit(rows, seen);
        const { findings } = compareFindings(listFindings(before), await audit(shuffled, seen));
        found += before.open.length;
        expect([findings.new, findings.fixed]).toEqual([
          { error: 0, warning: 0, info: 0 },
          { error: 0, warning: 0, info: 0 },
        ]);
      },
    ),
    { numRuns: 200 },
  );
  // It would be nothing to keep nothing.
  expect(found).toBeGreaterThan(500);
});
