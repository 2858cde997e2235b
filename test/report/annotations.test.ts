import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatWorkflowCommand, maxAnnotations, toAnnotations } from '../../src/report/annotations.ts';
import type { FindingSeverity } from '../../src/model/severity.ts';
import { buildAbdomenReport, buildCheck, buildFinding } from './fixtures/abdomen-report.ts';
import { arbitraryText, buildHostileReport } from './fixtures/hostile-report.ts';

function buildLocated(id: string, severity: FindingSeverity, count: number) {
  const findings = Array.from({ length: count }, (_, index) =>
    buildFinding({
      key: `${index}`,
      message: `${id} ${index}`,
      severity,
      location: { file: 'a.csv', line: index + 1 },
    }),
  );
  return buildCheck({ id, status: 'failed', severity, summary: '', findings });
}

/** Reads a command as the runner does; undefined where it would print the line instead. */
function parseCommand(line: string) {
  const match = /^\s*::(\w+)(?: ((?:(?!::).)*))?::(.*)$/s.exec(line);
  if (match === null || /[\r\n]/.test(line)) return undefined;
  const [, command, properties = '', data = ''] = match;
  const undo = (text: string) =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const entries = properties.split(',').map((property) => {
    const [name = '', ...value] = property.split('=');
    return [name, undo(value.join('='))] as const;
  });
  return { command, properties: Object.fromEntries(entries), message: undo(data) };
}

describe('toAnnotations', () => {
  it('gives the findings that have a place, errors first', () => {
    const annotations = toAnnotations(buildAbdomenReport());
    expect(annotations).toHaveLength(16);
    expect(annotations.slice(0, 3)).toEqual([
      {
        severity: 'error',
        file: 'manifest.csv',
        line: 12,
        title: 'holdout: leakage/subject',
        message:
          'Subject P07 stands in train and test: 12 images of one patient on both sides.\nGive every subject to one split; the column `split` of the manifest decides.',
      },
      expect.objectContaining({ severity: 'error', line: 207 }),
      expect.objectContaining({ severity: 'warning', line: 931, title: 'holdout: labels/palette' }),
    ]);
  });

  it('takes turns between the checks of a severity and stops at the most that GitHub takes', () => {
    const report = {
      ...buildAbdomenReport(),
      checks: [
        buildLocated('many', 'error', 70),
        buildLocated('few', 'error', 2),
        buildLocated('note', 'info', 1),
      ],
    };
    const messages = toAnnotations(report).map(({ message }) => message);
    expect(messages).toHaveLength(maxAnnotations);
    expect(messages.slice(0, 5)).toEqual(['many 0', 'few 0', 'many 1', 'few 1', 'many 2']);
    expect(messages).not.toContain('note 0');
  });

  it('calls an info a notice', () =>
    expect(
      toAnnotations({ ...buildAbdomenReport(), checks: [buildLocated('note', 'info', 1)] }).map(
        (a) => a.severity,
      ),
    ).toEqual(['notice']));

  it('reveals what hides in titles and messages and bounds them', () => {
    for (const { title, message } of toAnnotations(buildHostileReport())) {
      expect(title + message.replace('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e\u200b]/);
      expect(title.length).toBeLessThanOrEqual(255);
      expect(message.length).toBeLessThanOrEqual(4001);
    }
  });
});

describe('formatWorkflowCommand', () => {
  it('writes one line', () =>
    expect(
      formatWorkflowCommand({
        severity: 'error',
        file: 'data/a,b.csv',
        line: 12,
        column: 3,
        title: 'holdout: leakage/subject',
        message: '100 % wrong\nMend it.',
      }),
    ).toBe(
      '::error file=data/a%2Cb.csv,line=12,col=3,title=holdout%3A leakage/subject::100 %25 wrong%0AMend it.',
    ));

  it('leaves out what is unknown', () =>
    expect(
      formatWorkflowCommand({ severity: 'notice', file: 'a', column: 3, title: 't', message: 'm' }),
    ).toBe('::notice file=a,title=t::m'));

  it('is read by the runner as it was meant, whatever the names', () =>
    fc.assert(
      fc.property(arbitraryText(), arbitraryText(), (file, message) => {
        const line = formatWorkflowCommand({ severity: 'warning', file, line: 1, title: message, message });
        expect(parseCommand(line)).toEqual({
          command: 'warning',
          properties: { file, line: '1', title: message },
          message,
        });
      }),
    ));
});
