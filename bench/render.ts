import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { reporters } from '../src/report/reporters.ts';
import { median } from '../src/statistics/median.ts';
import type { CDPSession } from 'playwright-core';
import { launchChromium } from '../test/browser/chromium.ts';
import { buildManyFindings } from '../test/report/fixtures/many-findings.ts';

// How long a report of 1,000,000 samples and 10,000 findings takes to write in each format, and what memory; then how long
// a browser takes to open the page of 200,000 findings, and to search it.

const options = { color: false, width: 100 };
const formats = ['json', 'html', 'markdown', 'sarif', 'junit'] as const;

await measureWriting();
await measureOpening();

async function measureWriting(): Promise<void> {
  const report = buildManyFindings(25, 400);
  const started = performance.now();
  const before = process.cpuUsage();
  console.log('1,000,000 samples, 10,000 findings');
  console.log('format      seconds  processor (s)      MB');
  for (const format of formats) {
    const [from, usage] = [performance.now(), process.cpuUsage()];
    const text = await reporters[format](report, options);
    print(format, from, usage, Buffer.byteLength(text));
  }
  print('all', started, before);
  console.log(`most memory of the process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB\n`);
}

function print(name: string, from: number, usage: NodeJS.CpuUsage, bytes?: number): void {
  const { user, system } = process.cpuUsage(usage);
  const size = bytes === undefined ? '' : (bytes / 1e6).toFixed(2).padStart(8);
  console.log(
    `${name.padEnd(10)}${((performance.now() - from) / 1000).toFixed(2).padStart(9)}${((user + system) / 1e6).toFixed(2).padStart(15)}${size}`,
  );
}

async function measureOpening(): Promise<void> {
  const rounds = 5;
  const folder = await mkdtemp(join(tmpdir(), 'holdout-render-'));
  const browser = await launchChromium();
  try {
    console.log(`opening a page, and searching it for a text (medians of ${rounds})`);
    console.log('findings         MB  written (s)  opened (s)  processor of the page (s)  searched (s)');
    for (const [checks, findings] of [
      [1, 1],
      [25, 400],
      [200, 1000],
    ] as const) {
      const path = join(folder, `${checks * findings}.html`);
      const from = performance.now();
      const text = await reporters.html(buildManyFindings(checks, findings), options);
      const written = (performance.now() - from) / 1000;
      await writeFile(path, text);
      const opened: number[] = [];
      const processor: number[] = [];
      const searched: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const page = await browser.newPage();
        const session = await page.context().newCDPSession(page);
        await session.send('Performance.enable');
        const before = await readProcessorTime(session);
        let since = performance.now();
        await page.goto(pathToFileURL(path).href);
        // Once more after what is drawn first.
        await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
        opened.push((performance.now() - since) / 1000);
        processor.push((await readProcessorTime(session)) - before);
        since = performance.now();
        await page.locator('#filter-text').fill('frame_00000');
        await page.locator('#clear').waitFor();
        searched.push((performance.now() - since) / 1000);
        await page.close();
      }
      console.log(
        `${String(checks * findings).padStart(8)}${(Buffer.byteLength(text) / 1e6).toFixed(2).padStart(11)}${written.toFixed(2).padStart(13)}${median(opened).toFixed(2).padStart(12)}${median(processor).toFixed(2).padStart(27)}${median(searched).toFixed(2).padStart(14)}`,
      );
    }
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
}

/** Seconds of a processor that the process of the page took so far. */
async function readProcessorTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ProcessTime')?.value ?? NaN;
}
