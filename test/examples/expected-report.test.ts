import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkDataset } from '../../src/entry/check-dataset.ts';
import type { Finding, Report } from '../../src/model/report.ts';
import { examplesFolder } from './committed.ts';

function audit(dataset: string): Promise<Report> {
  return checkDataset({ directory: join(examplesFolder, dataset), today: '2026-01-01', version: '0.0.0' });
}

function findErrors({ checks }: Report): Finding[] {
  return checks.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'error');
}

it(
  'abdomen-ultrasound: too few labelled real subjects, domains apart, no error',
  { timeout: 120_000 },
  async () => {
    const report = await audit('abdomen-ultrasound');
    const { level, reasons, whenToStop } = report.verdict;
    expect(level).toBe('unsupported');
    expect(reasons[0]).toEqual({
      level: 'unsupported',
      check: 'subjects/count',
      text: 'All 60 labelled samples of the target domain real come from 4 subjects (effective number 3.28): too few to learn from and to test on.',
      lift: 'Label samples of 11 more subjects of the target domain real; more samples of the same ones help little.',
    });
    expect(reasons[1]?.text).toBe(
      'Only 60 of 1,543 images (3.9 %) are labelled images of the target domain real.',
    );
    expect(whenToStop).toMatch(/^Now\./u);
    expect(findErrors(report)).toEqual([]);
    const failed = report.checks.filter(({ status }) => status === 'failed').map(({ id }) => id);
    expect(failed).toEqual(
      expect.arrayContaining(['composition/labelled', 'domain/shift', 'subjects/count']),
    );
    const shift = report.checks.find(({ id }) => id === 'domain/shift');
    expect(shift?.findings.map(({ key }) => key)).toEqual(['domains:synthetic+real']);
  },
);

it('leaking-split: the leak of p07 and no other error', { timeout: 60_000 }, async () => {
  const errors = findErrors(await audit('leaking-split'));
  expect(errors.map(({ messageId, subjects, location }) => ({ messageId, subjects, location }))).toEqual([
    { messageId: 'leak', subjects: ['p07'], location: { file: 'manifest.csv', line: 42 } },
  ]);
});
