import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDataset } from '../../src/entry/check-dataset.ts';
import type { Report } from '../../src/model/report.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { launchChromium } from '../browser/chromium.ts';
import { openAsOnGithub } from '../browser/github-page.ts';
import { buildAbdomenReport } from './fixtures/abdomen-report.ts';
import { buildHostileReport, hostileTexts } from './fixtures/hostile-report.ts';

/** Where the pictures are left for a person to look at. */
const pictures = join(tmpdir(), 'holdout-pictures');
const examples = ['leaking-split', 'abdomen-ultrasound'] as const;

let browser: Browser;
beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  browser = await launchChromium();
});
afterAll(() => browser.close());

function audit(name: string): Promise<Report> {
  const directory = resolve(import.meta.dirname, '../../examples', name);
  return checkDataset({ directory, today: '2026-01-31', version: '0.1.0' });
}

describe('renderMarkdown, as GitHub shows it', () => {
  it.each(examples)(
    'draws every chart of %s, tables as tables, on a white and on a dark page',
    async (name) => {
      const text = renderMarkdown(await audit(name));
      const rules = text.match(/^\|(?: :?-+:? \|)+$/gmu)?.length;
      for (const isDark of [false, true]) {
        const { page, mermaidErrors, complaints } = await openAsOnGithub(browser, text, { isDark });
        expect(mermaidErrors).toEqual([]);
        expect(complaints).toEqual([]);
        expect(await page.locator('.mermaid svg').count()).toBe(text.split('```mermaid').length - 1);
        expect(await page.locator('table').count()).toBe(rules);
        expect(await page.locator('main > h2').count()).toBe(1);
        expect(await page.locator('main').innerText()).not.toMatch(/\|\s|&#|<\w|\*\*/u);
        const folded = `${name}-${isDark ? 'dark' : 'light'}`;
        await page.screenshot({ path: join(pictures, `${folded}.png`), fullPage: true });
        await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
        await page.screenshot({ path: join(pictures, `${folded}-unfolded.png`), fullPage: true });
        await page.close();
      }
    },
    120_000,
  );

  it('draws charts of hostile names, and does nothing that they say', async () => {
    const texts = hostileTexts.filter((text) => text.length < 100);
    let drawn = 0;
    for (let first = 0; first < texts.length; first += 8) {
      const text = renderMarkdown(buildHostileReport(texts.slice(first, first + 8)));
      const { page, mermaidErrors, complaints } = await openAsOnGithub(browser, text);
      expect(mermaidErrors).toEqual([]);
      expect(complaints).toEqual([]);
      drawn += await page.locator('.mermaid svg').count();
      expect(await page.locator('script[src], a[href], img, iframe, [onmouseover]').count()).toBe(0);
      await page.close();
    }
    expect(drawn).toBeGreaterThan(texts.length / 3);
  }, 120_000);

  it('shows pictures where they have an address, for a white and a dark page', async () => {
    const imageAddress = (name: string): string | undefined =>
      name.startsWith('composition-') ? `https://example.org/a"b/${name}?raw=true` : undefined;
    const report = buildAbdomenReport();
    const { page, complaints } = await openAsOnGithub(browser, renderMarkdown(report, { imageAddress }));
    const picture = page.locator('picture');
    expect(await picture.locator('source').getAttribute('srcset')).toBe(
      'https://example.org/a"b/composition-dark.png?raw=true',
    );
    expect(await picture.locator('img').getAttribute('src')).toBe(
      'https://example.org/a"b/composition-light.png?raw=true',
    );
    expect(await picture.locator('img').getAttribute('alt')).toBe(report.charts[0]?.alternative);
    expect(
      complaints.filter((line) => !line.includes('example.org') && !line.includes('ERR_FAILED')),
    ).toEqual([]);
    expect(await page.locator('.mermaid').count()).toBe(0);
    await page.close();
  });
});
