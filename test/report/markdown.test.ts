import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxMarkdownCharacters, minMarkdownBytes, renderMarkdown } from '../../src/report/markdown.ts';
import { buildAbdomenReport } from './fixtures/abdomen-report.ts';
import { findUnbalancedTags } from './fixtures/balanced-tags.ts';
import { arbitraryReport, buildHostileReport } from './fixtures/hostile-report.ts';

const countBytes = (text: string) => Buffer.byteLength(text, 'utf8');

/** The same report with every list of findings repeated until it is long. */
function enlarge(times: number) {
  const report = buildAbdomenReport();
  const checks = report.checks.map((check) => {
    const findings = Array.from({ length: times }, () => check.findings).flat();
    return { ...check, findings, findingsTotal: findings.length };
  });
  return { ...report, checks };
}

describe('renderMarkdown', () => {
  it('tells the verdict, what was found and what to do in three lines, and then the reasons', () =>
    expect(renderMarkdown(buildAbdomenReport())).toMatch(
      /^## ❌ Unsupported: abdomen-ultrasound\n\*\*Found:\*\* 3 errors, 16 warnings, 1 note\. The dataset cannot support the task as it stands\.\\\n\*\*What to do:\*\* Put each of them into one split\.\n\n- ❌ 2 subjects stand in more than one split, so test scores would be too good\. \(<code>leakage\/subject<\/code>\)<br><em>Put each of them into one split\.<\/em>\n/,
    ));

  it('says when to stop, below the reasons', () =>
    expect(renderMarkdown(buildAbdomenReport())).toMatch(
      /off the palette\..*\n\n\*\*When to stop:\*\* Now\. Tune nothing before the data is mended\.\n/,
    ));

  it('shows counts, checks and findings in tables', () => {
    const text = renderMarkdown(buildAbdomenReport());
    expect(text).toContain(
      '| 1,543 | 986 (63.9 %) | 42 | train 1,081<br>val 231<br>test 231 | synthetic 926<br>real 617 (target) |',
    );
    expect(text).toContain(
      '| ❌ | <code>leakage/subject</code> | 2\u00a0errors | 2 of 42 subjects stand in more than one split.<br><sub>judged 1,540 of 1,543</sub> |',
    );
    expect(text).toContain(
      '| Subject P07 stands in train and test: 12 images of one patient on both sides. | other lines: 16, 21, 43<br>splits: test: 3, train: 9 | <code>manifest.csv<span>&#58;</span>12</code><br>12 samples |',
    );
    expect(text).toContain('<details>\n<summary>❌ leakage/subject: 2 errors</summary>\n\n| Finding');
    expect(text).toContain('<summary>8 checks passed</summary>');
    expect(text).toContain('kept on purpose. (until 2027-01-31) |');
    expect(text).not.toContain('Left out');
  });

  it('shows fewer findings where space is short, the worst first, and says how many more there are', () => {
    const report = enlarge(40);
    const wide = renderMarkdown(report);
    const tight = renderMarkdown(report, { maxBytes: 20_000 });
    const rows = (text: string, begin: string) =>
      text.split('\n').filter((line) => line.startsWith(`| ${begin}`)).length;
    expect(rows(wide, 'Subject P')).toBe(50);
    expect(rows(tight, 'Subject P')).toBeGreaterThanOrEqual(20);
    expect(rows(tight, 'masks/real')).toBeLessThan(rows(wide, 'masks/real'));
    expect(tight).toContain('more, all in the JSON report.');
    const shown =
      rows(tight, 'Subject P') +
      rows(tight, 'masks/real') +
      rows(tight, 'Only 60') +
      rows(tight, '4 subjects gave') +
      rows(tight, 'images/real/g');
    expect(tight).toContain(`GitHub shows: ${760 - shown} of 760 findings`);
    expect(countBytes(tight)).toBeLessThanOrEqual(20_000);
  });

  it('never passes 60,000 characters', () => {
    const text = renderMarkdown(enlarge(1000));
    expect(text.length).toBeLessThanOrEqual(maxMarkdownCharacters);
    expect(text.length).toBeGreaterThan(maxMarkdownCharacters / 2);
  });

  it('names the sections it leaves out', () => {
    const text = renderMarkdown(buildAbdomenReport(), { maxBytes: minMarkdownBytes });
    expect(text).toMatch(
      /<sub>Left out to keep within the size that GitHub shows: .*the findings of a check.*\. The JSON report holds everything\.<\/sub>\n$/,
    );
    expect(countBytes(text)).toBeLessThanOrEqual(minMarkdownBytes);
  });

  it('refuses a size that no report fits', () =>
    expect(() => renderMarkdown(buildAbdomenReport(), { maxBytes: minMarkdownBytes - 1 })).toThrow(
      RangeError,
    ));

  it.each([minMarkdownBytes, 10_000, 60_000, 900_000])(
    'keeps a hostile report within %i bytes',
    (maxBytes) => {
      const text = renderMarkdown(buildHostileReport(), { maxBytes });
      expect(countBytes(text)).toBeLessThanOrEqual(maxBytes);
      expect(findUnbalancedTags(text)).toEqual([]);
    },
  );

  it('holds the size, whole tags and whole rows, whatever the names', () =>
    fc.assert(
      fc.property(
        arbitraryReport(),
        fc.integer({ min: minMarkdownBytes, max: 100_000 }),
        (report, maxBytes) => {
          const text = renderMarkdown(report, { maxBytes });
          expect(countBytes(text)).toBeLessThanOrEqual(maxBytes);
          expect(findUnbalancedTags(text)).toEqual([]);
          const tags = new Set(Array.from(text.matchAll(/<\/?([^ >]*)/g), ([, name]) => name));
          const known = new Set(['br', 'code', 'details', 'em', 'span', 'strong', 'sub', 'summary']);
          expect([...tags].filter((name) => name === undefined || !known.has(name))).toEqual([]);
          for (const table of text.match(/(?:^\|.*\n)+/gmu) ?? []) {
            const [head, ...rows] = table
              .trimEnd()
              .split('\n')
              .map((line) => line.split('|').length);
            expect(rows.filter((cells) => cells !== head)).toEqual([]);
          }
        },
      ),
      { numRuns: 40 },
    ));
});
