import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { darkColors, lightColors } from '../../../src/report/html/style.ts';
import { reporters } from '../../../src/report/reporters.ts';
import type { Json } from '../../../src/model/json.ts';
import type { Report } from '../../../src/model/report.ts';
import { buildAbdomenReport, buildCheck, buildFinding } from '../fixtures/abdomen-report.ts';
import { findUnbalancedTags } from '../fixtures/balanced-tags.ts';
import { buildAbdomenChange } from '../fixtures/abdomen-change.ts';
import { arbitraryReport, buildHostileReport } from '../fixtures/hostile-report.ts';

const renderHtml = (report: Report) => reporters.html(report, { color: false, width: 80 });

/** The page without what its scripts hold, which is no markup. */
function withoutScripts(page: string): string {
  return page.replaceAll(/(<script[^>]*>).*?(<\/script>)/gs, '$1$2');
}

/** Names of elements and attributes that the page uses. */
function listNames(page: string): string[] {
  const tags = Array.from(withoutScripts(page).matchAll(/<\/?([a-z0-9]+)((?:\s+[^<>]*)?)\/?>/g));
  const attributes = tags.flatMap(([, , rest = '']) =>
    Array.from(rest.replaceAll(/="[^"]*"/g, '').matchAll(/[^\s/]+/g)),
  );
  return [...tags.map(([, name = '']) => name), ...attributes.map(([name]) => `@${name}`)];
}

/** Contrast of two colours `#rrggbb` by WCAG 2.2. */
function measureContrast(a: string, b: string): number {
  const luminance = (color: string) =>
    [0.2126, 0.7152, 0.0722]
      .map((weight, index) => {
        const level = Number.parseInt(color.slice(1 + 2 * index, 3 + 2 * index), 16) / 255;
        return weight * (level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4);
      })
      .reduce((sum, part) => sum + part, 0);
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe('renderHtml', () => {
  it('tells what the report tells', async () => {
    const page = await renderHtml(buildAbdomenReport());
    for (const part of [
      '<title>Unsupported: abdomen-ultrasound</title>',
      '<h2 id="verdict">Unsupported</h2>',
      'Only 60 of 1,543 images (3.9 %) are labelled',
      '<p class="lift">Put each of them into one split.</p>',
      '<p class="stop"><strong>When to stop</strong> Now. Tune nothing before the data is mended.</p>',
      '<dt>samples</dt><dd>1,543</dd>',
      '<dt>labelled</dt><dd>986 <span class="note">63.9 %</span></dd>',
      '<td class="number">1,081</td><td class="number share">70.1 %</td>',
      '<th scope="row">real <span class="mark">target</span></th>',
      '<a href="#check-leakage/subject"><code>leakage/subject</code></a>',
      'id="check-leakage/subject"',
      '<p class="place"><code>manifest.csv:12</code> · subject <code>P07</code></p>',
      '<div><dt>other lines</dt><dd>16, 21, 43</dd></div>',
      'judged 1,540 of 1,543',
      'Frozen frame of the device',
      '<strong>What to do</strong> Give every subject to one split; the column <code>split</code> of the manifest decides.',
    ])
      expect(page).toContain(part);
  });

  it('needs nothing beside itself and allows nothing else', async () => {
    const page = await renderHtml(buildAbdomenReport());
    const hashOf = (name: string): string => {
      const text = new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(page)?.[1] ?? '';
      return `&#39;sha256-${createHash('sha256').update(text).digest('base64')}&#39;`;
    };
    expect(/Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]).toBe(
      `default-src &#39;none&#39;; script-src ${hashOf('script')}; style-src ${hashOf('style')}; img-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;; require-trusted-types-for &#39;script&#39;; trusted-types &#39;none&#39;`,
    );
    expect(/https?:|<link|<img|url\(|@import| style="/.exec(page)).toBeNull();
  });

  it('shows the first ten findings and says how many there are, and how many it does not hold', async () => {
    const findings = Array.from({ length: 120 }, (_, index) =>
      buildFinding({ key: `k${index}`, message: `m${index}` }),
    );
    const check = buildCheck({ id: 'a/b', status: 'failed', summary: '', findings, findingsTotal: 150 });
    const page = await renderHtml({ ...buildAbdomenReport(), checks: [check] });
    expect(page.match(/class="finding"/g)).toHaveLength(10);
    expect(page).toContain('10 of 150 findings.');
    expect(page).toContain('30 more are not in this page: the JSON report lists up to 1,000 a check.');
  });

  it('shortens findings, and says so, where a page could not hold all of them', async () => {
    const report = buildAbdomenReport();
    const noise = (name: string): string => createHash('sha512').update(name).digest('hex');
    const long = (check: number) =>
      Array.from({ length: 1000 }, (_, index) => {
        const samples = Array.from({ length: 10 }, (_, at) => noise(`${check} ${index} ${at}`));
        return buildFinding({ key: noise(`${check} ${index}`), message: '', samples });
      });
    const checks = Array.from({ length: 20 }, (_, index) =>
      buildCheck({ id: `a/b${index}`, status: 'failed', summary: '', findings: long(index) }),
    );
    const page = await renderHtml({ ...report, checks });
    expect(Buffer.byteLength(page)).toBeLessThan(20_000_000);
    expect(page.includes('There is more than a page can hold')).toBe(true);
  });

  it('uses the same few tags and attributes whatever the names', async () => {
    const abdomen = buildAbdomenReport();
    const [bars] = abdomen.charts;
    const points: Json = {
      x: 'x',
      y: 'y',
      values: [
        { x: 1, y: 2, side: 'a' },
        { x: 2, y: 3, side: 'b' },
      ],
    };
    const withPoints = {
      ...abdomen,
      change: { ...buildAbdomenChange(), notes: ['A sentence.'] },
      charts: bars
        ? [
            { ...bars, title: 'many words '.repeat(20) },
            { ...bars, id: 'p', kind: 'points', data: points },
          ]
        : [],
    };
    const known = new Set([...listNames(await renderHtml(withPoints)), '@colspan']);
    expect(known).toContain('details');
    await fc.assert(
      fc.asyncProperty(arbitraryReport(), async (report) => {
        const page = await renderHtml(report);
        expect(findUnbalancedTags(withoutScripts(page))).toEqual([]);
        expect(listNames(page).filter((name) => !known.has(name))).toEqual([]);
        expect(page.replaceAll('\n', '')).not.toMatch(
          /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
        );
        expect(page).not.toContain('##[');
        expect(page).not.toMatch(/^\s*::/m);
      }),
      { numRuns: 20 },
    );
  });

  it('shows hostile names as text', async () => {
    const page = await renderHtml(buildHostileReport());
    expect(page).toContain('<h1>&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;</h1>');
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page).toContain('⟨U+202E⟩gnp.exe');
  });

  it('has unique ids, and links that lead to them', async () => {
    const page = await renderHtml(buildAbdomenReport());
    const ids = Array.from(page.matchAll(/ id="([^"]*)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = Array.from(page.matchAll(/(?:href="#|aria-labelledby=")([^"]*)"/g), ([, id]) => id);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe.each([
  ['light', lightColors],
  ['dark', darkColors],
])('the %s colours', (_, colors) => {
  const pairs = [
    ...(['text', 'quiet', 'link'] as const).flatMap((text) => [
      [text, 'ground'] as const,
      [text, 'surface'] as const,
    ]),
    ...(['error', 'warning', 'info', 'passed', 'skipped'] as const).flatMap((tone) => [
      [`${tone}Text`, `${tone}Ground`] as const,
      [`${tone}Text`, 'surface'] as const,
      ['text', `${tone}Ground`] as const,
    ]),
  ] as const;

  it.each(pairs)('give %s on %s a contrast of 4.5', (text, ground) =>
    expect(measureContrast(colors[text], colors[ground])).toBeGreaterThanOrEqual(4.5),
  );

  it('give bars a contrast of 3 to their track', () =>
    expect(measureContrast(colors.bar, colors.track)).toBeGreaterThanOrEqual(3));
});
