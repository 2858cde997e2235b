import { describe, expect, it } from 'vitest';
import { rows } from '../../../src/checks/manifest/rows.ts';
import type { RowFault } from '../../../src/model/inventory.ts';
import { at, buildDataset, judge, run } from '../build-dataset.ts';

const row = (reason: RowFault, cells: number, line: number, file?: string) =>
  ({ kind: 'row', reason, cells, columns: 4, location: at(line, file) }) as const;

describe('manifest/rows', () => {
  it('passes where every row can be read', () => {
    expect(judge(rows, buildDataset({ rowsRead: 9 }))).toEqual({
      coverage: { evaluated: 9, unavailable: 0 },
      measurements: { rows: 9, faultyRows: 0, repeatedColumns: 0 },
      findings: [],
      summary: { messageId: 'clean', data: { faulty: 0, rows: 9, columns: 0 } },
    });
  });

  it('finds rows with a fault, one finding for each fault and file, and names used twice', () => {
    const problems = [
      { kind: 'duplicate-header', column: 'split', location: at(1) },
      row('too-few-cells', 3, 4),
      row('no-image', 3, 4),
      row('too-few-cells', 2, 7),
      row('too-few-cells', 3, 2, 'n.csv'),
      row('too-many-cells', 5, 9),
    ] as const;
    const fault = (file: string, reason: RowFault, lines: number[], cells: number[]) => ({
      key: `${file}:${reason}`,
      messageId: reason,
      data: { rows: lines.length },
      samples: [],
      location: at(lines[0] ?? 0, file),
      evidence: { rows: lines.length, columns: 4, lines, cells },
    });
    expect(judge(rows, buildDataset({ problems, rowsRead: 9 }))).toEqual({
      coverage: { evaluated: 9, unavailable: 0 },
      measurements: { rows: 9, faultyRows: 4, repeatedColumns: 1 },
      findings: [
        fault('m.csv', 'no-image', [4], [3]),
        fault('m.csv', 'too-few-cells', [4, 7], [3, 2]),
        fault('m.csv', 'too-many-cells', [9], [5]),
        fault('n.csv', 'too-few-cells', [2], [3]),
        {
          key: 'm.csv:column:split',
          messageId: 'duplicate-header',
          data: { column: 'split' },
          samples: [],
          location: at(1),
          evidence: { column: 'split' },
        },
      ],
      summary: { messageId: 'faults', data: { faulty: 4, rows: 9, columns: 1 } },
    });
  });

  it('says so where only a name is used twice', () => {
    const problems = [{ kind: 'duplicate-header', column: 'split', location: at(1) }] as const;
    expect(judge(rows, buildDataset({ problems, rowsRead: 9 })).summary.messageId).toBe('headers');
  });

  it('lists twenty lines', () => {
    const problems = Array.from({ length: 21 }, (_, index) => row('no-image', 4, index + 2));
    const [finding] = judge(rows, buildDataset({ problems, rowsRead: 30 })).findings;
    expect(finding?.data).toEqual({ rows: 21 });
    expect(finding?.evidence['lines']).toHaveLength(20);
  });

  it('is skipped without rows', () => {
    expect(run(rows, buildDataset({}))).toEqual({ skipped: { messageId: 'no-rows', data: {} } });
  });
});
