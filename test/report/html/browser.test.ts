import axe from 'axe-core';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../src/model/report.ts';
import { nameRow } from '../../../src/report/html/list-rows.ts';
import { reporters } from '../../../src/report/reporters.ts';
import { launchChromium } from '../../browser/chromium.ts';
import { buildAbdomenReport } from '../fixtures/abdomen-report.ts';
import { buildHostileReport, hostileTexts } from '../fixtures/hostile-report.ts';
import { buildManyFindings } from '../fixtures/many-findings.ts';

let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await launchChromium();
  folder = await mkdtemp(join(tmpdir(), 'holdout-page-'));
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

interface OpenedPage {
  readonly page: Page;
  /** What the page said to the console, threw or asked for. */
  readonly complaints: string[];
}

const renderHtml = (report: Report) => reporters.html(report, { color: false, width: 80 });

const open = async (report: Report, hash = '', options: BrowserContextOptions = {}): Promise<OpenedPage> =>
  openHtml(await renderHtml(report), hash, options);

/** Opens a page from disk, as a reader does. */
async function openHtml(text: string, hash = '', options: BrowserContextOptions = {}): Promise<OpenedPage> {
  const path = join(folder, 'report.html');
  await writeFile(path, text);
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  const address = pathToFileURL(path).href;
  page.on('console', (message) => complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  await page.route('**/*', async (route) => {
    if (route.request().url().split('#')[0] === address) return route.continue();
    complaints.push(`request: ${route.request().url()}`);
    return route.abort();
  });
  await page.goto(address + hash);
  return { page, complaints };
}

const rowsOf = (page: Page, check: string) =>
  page.locator('section.check', { hasText: check }).locator('tr.finding');
const messagesOf = (page: Page) => page.locator('tr.finding .message').allInnerTexts();
const found = (page: Page) => page.locator('#found');

/** Three checks of 100 findings: one of errors, one of warnings, one of notes. */
const report = buildManyFindings(3, 100);

describe('filters', () => {
  it('choose by severity, check, split, subject and text, say how many, and are taken back', async () => {
    const { page, complaints } = await open(report);
    const sections = page.locator('section.check:visible');
    await expect.poll(() => found(page).innerText()).toBe('300 findings');
    await page.getByRole('checkbox', { name: 'notes' }).uncheck();
    await expect.poll(() => found(page).innerText()).toBe('200 of 300 findings');
    expect(await sections.count()).toBe(2);
    await page.locator('#filter-check').selectOption({ label: 'labels/check-aa' });
    await expect.poll(() => found(page).innerText()).toBe('100 of 300 findings');
    await page.locator('#filter-split').selectOption('val');
    await expect.poll(() => found(page).innerText()).toBe('33 of 300 findings');
    expect(new Set(await page.locator('td.split:visible').allInnerTexts())).toEqual(new Set(['val']));
    await page.locator('#filter-subject').fill('P0007');
    await expect.poll(() => found(page).innerText()).toBe('2 of 300 findings');
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => found(page).innerText()).toBe('300 findings');
    await page.getByLabel('Search').fill('FRAME_00042 between');
    await expect.poll(() => found(page).innerText()).toBe('0 of 300 findings');
    await page.getByLabel('Search').fill('FRAME_00043 between');
    await expect.poll(() => found(page).innerText()).toBe('3 of 300 findings');
    expect(complaints).toEqual([]);
  });

  it('are set by a press on a subject', async () => {
    const { page } = await open(buildManyFindings(1, 500));
    await page.locator('.by-subject').scrollIntoViewIfNeeded();
    const button = page.locator('.by-subject tbody button').first();
    const subject = await button.innerText();
    await button.click();
    await expect.poll(() => found(page).innerText()).toBe('6 of 500 findings');
    expect(new Set(await page.locator('td.subject').allInnerTexts())).toEqual(new Set([subject]));
  });
});

it('tables are sorted by each column, both ways, over all of their pages', async () => {
  const { page } = await open(buildManyFindings(1, 100));
  const rows = rowsOf(page, 'labels/check-aa');
  const head = page.locator('table.rows th', { hasText: 'Samples' });
  await head.getByRole('button').click();
  expect(await head.getAttribute('aria-sort')).toBe('ascending');
  expect(await rows.locator('td.number').allInnerTexts()).toEqual(Array<string>(10).fill('1'));
  await head.getByRole('button').click();
  expect(await head.getAttribute('aria-sort')).toBe('descending');
  expect(await rows.locator('td.number').allInnerTexts()).toEqual(Array<string>(10).fill('5'));
  await page.locator('table.rows th', { hasText: 'Subject' }).getByRole('button').click();
  expect(await head.getAttribute('aria-sort')).toBeNull();
  const subjects = await rows.locator('td.subject').allInnerTexts();
  expect(subjects.slice(0, 3)).toEqual(['P0000', 'P0000', 'P0001']);
});

it('sorts the numbers of a chart as numbers', async () => {
  const { page } = await open(buildAbdomenReport());
  const figure = page.locator('figure').first();
  await figure.locator('summary').click();
  await figure.getByRole('button', { name: 'value' }).click();
  expect(await figure.locator('td.number').allInnerTexts()).toEqual(['60', '557', '926']);
});

it('turns pages by the keyboard alone, and keeps the focus', async () => {
  const { page } = await open(buildManyFindings(1, 25));
  const next = page.getByRole('button', { name: /^Next page of findings/ });
  await next.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  expect(await page.locator('.findings > .pager span').innerText()).toBe('21 to 25 of 25');
  expect(await messagesOf(page)).toHaveLength(5);
  expect(await page.locator(':focus').innerText()).toBe('Next');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  expect(await page.locator('.findings > .pager span').innerText()).toBe('11 to 20 of 25');
});

it('every control is reached by the tab key, the way past the head first', async () => {
  const { page } = await open(buildAbdomenReport());
  const reached: string[] = [];
  for (let press = 0; press < 14; press++) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    reached.push((await focused.getAttribute('id')) ?? (await focused.innerText()));
  }
  expect(reached[0]).toBe('Skip to the verdict');
  expect(reached).toEqual(
    expect.arrayContaining(['filter-text', 'filter-check', 'filter-split', 'filter-subject']),
  );
});

describe('a link to a finding', () => {
  const [, second] = report.checks;
  const finding = second?.findings[73];
  if (!second || !finding) throw new Error('the report is too small');
  const id = nameRow(second.id, finding);

  it('shows it where it is on a later page', async () => {
    const { page, complaints } = await open(report, `#${id}`);
    const row = page.locator(`[id="${id}"]`);
    await expect.poll(() => page.locator(':focus').getAttribute('id')).toBe(id);
    expect(await row.locator('.message').innerText()).toContain(finding.message);
    expect(complaints).toEqual([]);
  });

  it('shows it where a filter leaves it out, and takes the filter back', async () => {
    const { page } = await open(report);
    await page.getByLabel('Search').fill('frame_00001');
    await expect.poll(() => found(page).innerText()).toBe('3 of 300 findings');
    await page.evaluate(`location.hash = ${JSON.stringify(id)}`);
    await expect.poll(() => page.locator(`[id="${id}"]`).isVisible()).toBe(true);
    expect(await found(page).innerText()).toBe('300 findings');
  });

  it('is beside each finding', async () => {
    const { page } = await open(report);
    const row = page.locator('tr.finding').nth(4);
    await row.locator('a.anchor').click();
    expect(page.url()).toContain(`#${(await row.getAttribute('id')) ?? 'none'}`);
  });

  it('that is not there is passed over', async () => {
    const { page, complaints } = await open(report, '#f-nothing%%%00');
    expect(await messagesOf(page)).toHaveLength(30);
    expect(complaints).toEqual([]);
  });
});

it('is read without its script: the first page of each check', async () => {
  const { page, complaints } = await open(report, '', { javaScriptEnabled: false });
  expect(await messagesOf(page)).toHaveLength(30);
  expect(await page.locator('#filters').isVisible()).toBe(false);
  expect(await page.locator('.pager').first().innerText()).toBe('10 of 100 findings.');
  expect(complaints).toEqual([]);
});

it('the script makes the rows that the page was sent with', async () => {
  const { page } = await open(report);
  const before = await page.locator('table.rows tbody').first().innerText();
  await page.getByLabel('Search').fill('holds');
  await expect.poll(() => page.getByRole('button', { name: 'Show all' }).isVisible()).toBe(true);
  expect(await page.locator('table.rows tbody').first().innerText()).toBe(before);
});

it('hostile names stay text, with script and filters, and nothing is asked for', async () => {
  const { page, complaints } = await open(buildHostileReport());
  await page.getByLabel('Search').fill('script');
  await expect.poll(() => found(page).innerText()).toContain(' of ');
  await page.getByLabel('Search').fill('');
  await expect.poll(() => found(page).innerText()).not.toContain(' of ');
  for (const head of await page.locator('table.rows th button').all()) await head.click();
  expect(await page.locator('h1').innerText()).toBe(hostileTexts[0]);
  expect(
    await page.locator('main :is([onmouseover], [style], img, script, style, iframe, object)').count(),
  ).toBe(0);
  expect(complaints).toEqual([]);
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each([
    ['a report', buildAbdomenReport()],
    ['many findings', report],
  ])('%s has no serious or critical violation of accessibility', async (_, given) => {
    // axe runs in the page, which its policy forbids.
    const { page } = await open(given, '', { colorScheme, bypassCSP: true });
    await page.evaluate(axe.source);
    const violations = await page.evaluate<{ id: string; impact: string; nodes: { html: string }[] }[]>(
      'axe.run(document).then(({ violations }) => violations)',
    );
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });

  it('the page fits a narrow screen', async () => {
    const { page } = await open(report, '', { colorScheme, viewport: { width: 360, height: 700 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });
});

it('is printed without controls, in light colours, with what is folded', async () => {
  const { page } = await open(buildAbdomenReport(), '', { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.locator('#filters').isVisible()).toBe(false);
  expect(await page.locator('a.anchor').first().isVisible()).toBe(false);
  expect(await page.locator('details.samples li').first().isVisible()).toBe(true);
  expect(await page.evaluate(`getComputedStyle(document.querySelector('h1')).color`)).toBe('rgb(27, 32, 39)');
});

it('opens 200,000 findings from less than 20 MB, and searches them', async () => {
  const text = await renderHtml(buildManyFindings(200, 1000));
  expect(Buffer.byteLength(text)).toBeLessThan(20_000_000);
  const started = performance.now();
  const { page, complaints } = await openHtml(text);
  await expect.poll(() => found(page).innerText()).toBe('200,000 findings');
  await page.getByLabel('Search').fill('frame_00777');
  await expect.poll(() => found(page).innerText(), { timeout: 30_000 }).toBe('200 of 200,000 findings');
  expect(performance.now() - started).toBeLessThan(60_000);
  expect(complaints).toEqual([]);
}, 180_000);
