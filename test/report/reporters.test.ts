import { describe, expect, it } from 'vitest';
import { serializeReport } from '../../src/report/json.ts';
import { reportFormats } from '../../src/report/report-formats.ts';
import { reporters } from '../../src/report/reporters.ts';
import type { Report } from '../../src/model/report.ts';
import { buildAbdomenReport } from './fixtures/abdomen-report.ts';

const options = { color: false, width: 80 };

describe('reporters', () => {
  it('know every format', () => expect(Object.keys(reporters).sort()).toEqual([...reportFormats].sort()));

  it.each(reportFormats)('end %s with one newline', async (format) =>
    expect(await reporters[format](buildAbdomenReport(), options)).toMatch(/[^\n]\n$/),
  );

  it.each(reportFormats)('render %s from report.json as from the report itself', async (format) => {
    const read = JSON.parse(serializeReport(buildAbdomenReport())) as Report;
    expect(await reporters[format](read, options)).toBe(
      await reporters[format](buildAbdomenReport(), options),
    );
  });

  it('pass on the bound of Markdown', () =>
    expect(reporters.markdown(buildAbdomenReport(), { ...options, maxBytes: 5000 }).length).toBeLessThan(
      5000,
    ));
});
