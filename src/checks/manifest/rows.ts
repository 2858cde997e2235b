import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { InventoryProblem } from '../../model/inventory.ts';
import { groupBy } from '../../model/order.ts';

export const rows = defineCheck({
  id: 'manifest/rows',
  summary: 'Can every row of the manifest be read as it is written?',
  description: `A row with more cells than the header has an unquoted delimiter in one of them, and nobody can tell in
which: it is not used. Nor is a row without an image. A row with fewer cells is used as far as it goes. Where two
columns have the same name, the first is read; another program may read the last. It is a warning since the rest of the
file can be read. Rows with the same fault are one finding, so that it stays the same when rows are sorted.

Coverage counts rows of manifests and lines of lists.`,
  defaultSeverity: 'warning',
  needs: [],
  options: {},
  messages: {
    'too-many-cells': {
      text: '{rows|row has|rows have} more cells than the header, and {rows:is|are} not used',
      fix: 'Quote the cells that hold the delimiter.',
    },
    'too-few-cells': {
      text: '{rows|row has|rows have} fewer cells than the header',
      fix: 'Fill the row up with empty cells, or quote a cell that holds a line break.',
    },
    'no-image': {
      text: '{rows|row names|rows name} no image, and {rows:is|are} not used',
      fix: 'Fill in the image, or remove the row.',
    },
    'duplicate-header': {
      text: 'several columns are called {column}; the first is read',
      fix: 'Rename or remove the others.',
    },
    clean: { text: '{rows|row|rows} read' },
    faults: { text: '{faulty} of {rows|row|rows} cannot be read as written' },
    headers: { text: '{columns|column name|column names} used more than once' },
    'no-rows': { text: 'there is no manifest with rows' },
  },
  run({ problems, rowsRead }) {
    const faulty = problems.filter((problem) => problem.kind === 'row');
    const headers = problems.filter((problem) => problem.kind === 'duplicate-header');
    const total = faulty.length + headers.length;
    if (rowsRead === 0 && total === 0) return { skipped: { messageId: 'no-rows', data: {} } };
    const byFault = groupBy(faulty, ({ reason, location }) => `${location.file}:${reason}`);
    const findings = [
      ...[...byFault].flatMap(([key, members]) => describeFault(key, members)),
      ...headers.map(({ column, location }): RawFinding => ({
        key: `${location.file}:column:${column}`,
        messageId: 'duplicate-header',
        data: { column },
        samples: [],
        location,
        evidence: { column },
      })),
    ];
    const data = {
      faulty: new Set(faulty.map(({ location }) => `${location.file}:${location.line ?? 0}`)).size,
      rows: rowsRead,
      columns: headers.length,
    };
    return {
      coverage: { evaluated: rowsRead, unavailable: 0 },
      measurements: { rows: rowsRead, faultyRows: data.faulty, repeatedColumns: headers.length },
      findings,
      summary: {
        messageId: faulty.length > 0 ? 'faults' : headers.length > 0 ? 'headers' : 'clean',
        data,
      },
    };
  },
});

const linesShown = 20;

type FaultyRow = Extract<InventoryProblem, { kind: 'row' }>;

function describeFault(key: string, members: readonly FaultyRow[]): RawFinding[] {
  const [first] = members;
  if (!first) return [];
  const { reason, columns, location } = first;
  return [
    {
      key,
      messageId: reason,
      data: { rows: members.length },
      samples: [],
      location,
      evidence: {
        rows: members.length,
        columns,
        lines: members.slice(0, linesShown).map((row) => row.location.line ?? 0),
        cells: members.slice(0, linesShown).map((row) => row.cells),
      },
    },
  ];
}
