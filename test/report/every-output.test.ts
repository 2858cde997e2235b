import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { checkDataset } from '../../src/entry/check-dataset.ts';
import { writeCsvCell } from '../../src/model/csv-cell.ts';
import type { Report } from '../../src/model/report.ts';
import { formatWorkflowCommand, toAnnotations } from '../../src/report/annotations.ts';
import { drawCharts } from '../../src/report/charts/chart-svg.ts';
import { serializeReport } from '../../src/report/json.ts';
import { renderJunit } from '../../src/report/junit.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderPretty } from '../../src/report/pretty.ts';
import { reporters } from '../../src/report/reporters.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import {
  arbitraryReport,
  arbitraryText,
  buildHostileReport,
  hostileTexts,
} from './fixtures/hostile-report.ts';

/** Whatever acts on a terminal, a line or the direction of a text; a new line is the renderer's own. */
const acting = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

type Watch = (report: Report) => void | Promise<void>;

/** One watch an output: it reads what was written as its reader does, and finds nothing that acts. */
const watches: Readonly<Record<string, Watch>> = {
  terminal: (report) => {
    const text = renderPretty(report, { color: false, width: 80 });
    expect(text).not.toMatch(acting);
    expect(text).not.toMatch(/::|##\[/u);
  },
  'terminal in colour': (report) => {
    const text = renderPretty(report, { color: true, width: 80 });
    expect(text.replace(/\u001b\[\d+m/gu, '')).not.toMatch(acting);
  },
  'workflow commands': (report) => {
    for (const annotation of toAnnotations(report)) {
      const command = formatWorkflowCommand(annotation);
      expect(command).not.toMatch(/[\r\n]/u);
      const [, level = '', properties = ''] = /^::(\w+) ((?:(?!::).)*)::/su.exec(command) ?? [];
      expect(['error', 'warning', 'notice']).toContain(level);
      const names = properties.split(',').map((property) => property.split('=', 1)[0] ?? '');
      expect(names.filter((name) => !['file', 'line', 'col', 'title'].includes(name))).toEqual([]);
    }
  },
  Markdown: (report) => {
    const text = renderMarkdown(report);
    const page = micromark(text, {
      allowDangerousHtml: true,
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
    });
    const known = new Set(
      'br code details em h2 input li p pre span strong sub summary table tbody td th thead tr ul'.split(' '),
    );
    const tags = [...page.matchAll(/<\/?([a-z0-9]*)([^>]*)>/giu)];
    expect(tags.map(([, name = '']) => name).filter((name) => !known.has(name))).toEqual([]);
    expect(tags.filter(([, , rest = '']) => /\b(?:on\w+|href|src|style|id)\s*=/iu.test(rest))).toEqual([]);
    const prose = page.replace(/<pre>.*?<\/pre>/gsu, '');
    for (const node of prose.split(/<[^>]*>/u).map(decodeReferences))
      expect(node).not.toMatch(/@\w|#\d|\bGH-\d|:\/\/|\bwww\.|\$[^$]+\$|:[\w+-]+:/iu);
    expect(page).not.toMatch(acting);
  },
  Mermaid: (report) => {
    const blocks = [...renderMarkdown(report).matchAll(/^```mermaid\n(.*?)\n```$/gmsu)];
    for (const [, block = ''] of blocks) {
      const [settings = '', ...lines] = block.split('\n');
      expect(settings).toMatch(/^%%\{init: \{.*\}\}%%$/u);
      for (const line of lines)
        expect(line.replaceAll(/"[\p{L}\p{N} ,.!()%+=_/…–▯-]*"/gu, 'label')).toMatch(
          /^(?:pie showData|xychart-beta(?: horizontal)?| {2}label : [\d.]+| {2}[xy]-axis label (?:\[label(?:, label)*\]|-?[\d.]+ --> -?[\d.]+)| {2}(?:bar|line) \[[\d., -]*\])$/u,
        );
      expect(lines.join('')).not.toMatch(/%%|javascript:/u);
    }
  },
  HTML: async (report) => {
    const page = await reporters.html(report, { color: false, width: 80 });
    expect(page.replace(/<script>.*<\/script>/su, '')).not.toMatch(acting);
    expect(page).not.toContain('##[');
    // The page's data and its one script, whatever the report says.
    const scripts = [...page.matchAll(/<script(?<attributes>[^>]*)>.*?<\/script>/gsu)];
    expect(scripts.map(({ groups }) => groups?.['attributes'])).toEqual([
      ' type="application/json" id="data"',
      '',
    ]);
    const markup = page.replace(/<(script|style)\b.*?<\/\1>/gsu, '');
    expect(markup).not.toMatch(/<(?:script|style|iframe|object|embed|base|form)\b/iu);
    const tags = [...markup.matchAll(/<[a-z][^\s>]*(?<attributes>(?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/giu)];
    const names = tags.flatMap(({ groups }) =>
      [...(groups?.['attributes'] ?? '').matchAll(/([^\s=]+)(?:="[^"]*")?/gu)].map(([, name = '']) => name),
    );
    expect(names.filter((name) => /^on/iu.test(name))).toEqual([]);
    expect(markup).not.toMatch(/(?:href|src)="(?!#|data:image\/png;base64,)/iu);
  },
  JSON: (report) => expect(JSON.parse(serializeReport(report))).toHaveProperty('schemaVersion', 1),
  SARIF: (report) => {
    const sarif: unknown = JSON.parse(renderSarif(report, {}));
    const messages = listTexts(sarif);
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) {
      expect(message).not.toMatch(acting);
      // What is left without the escapes holds no link and no placeholder (3.11.5, 3.11.6).
      expect(message.replace(/\\[\\[\]]|\{\{|\}\}/gu, '')).not.toMatch(/[[\]{}]/u);
    }
  },
  JUnit: (report) => {
    const names = listElements(parseXml(renderJunit(report)).root).map(({ name }) => name);
    const known = 'testsuites testsuite testcase error skipped failure system-out'.split(' ');
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  },
  'SVG of charts': async (report) => {
    for (const svg of (await drawCharts(report)).values()) {
      const elements = listElements(parseXml(svg).root);
      const known = 'svg defs clipPath rect g path text tspan line'.split(' ');
      expect(elements.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
      const attributes = elements.flatMap((element) => Object.keys(element.attributes));
      expect(attributes.filter((name) => /^on|href$/iu.test(name))).toEqual([]);
      expect(svg).not.toContain('##[');
      expect(svg).not.toMatch(acting);
    }
  },
};

function decodeReferences(text: string): string {
  return text
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|lt|gt|quot);/gu, (_, name: string) =>
      name === 'amp' ? '&' : name === 'lt' ? '<' : name === 'gt' ? '>' : '"',
    );
}

/** Every `text` of a document. */
function listTexts(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, entry]) =>
    name === 'text' && typeof entry === 'string' ? [entry] : listTexts(entry),
  );
}

function listElements(element: XmlElement | null): XmlElement[] {
  if (!element) return [];
  const children = element.children.filter((child) => child instanceof XmlElement);
  return [element, ...children.flatMap(listElements)];
}

describe.each(Object.entries(watches))('%s', (_, watch) => {
  it('shows hostile names, and does nothing that they say', () => watch(buildHostileReport()));

  it(
    'shows any names, and does nothing that they say',
    () =>
      fc.assert(
        fc.asyncProperty(arbitraryReport(), async (report) => {
          await watch(report);
        }),
        { numRuns: 15, seed: 11 },
      ),
    120_000,
  );
});

function isWellFormed(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}

/** Names that a file system takes, of pictures, and of all that a manifest says of them. */
const fileNames = hostileTexts
  .filter((text) => !text.includes('/') && isWellFormed(text) && Buffer.byteLength(text) < 200)
  .map((text, index) => `${text}${index}.png`);

async function writeHostileDataset(folder: string): Promise<void> {
  const cell = (index: number): string => hostileTexts[index % hostileTexts.length] ?? '';
  const rows = fileNames.map((name, index) => [
    name,
    `${cell(Math.floor(index / 2))}s`,
    ['train', 'test', cell(0)][index % 3] ?? '',
    cell(index % 4),
    cell(index % 2),
  ]);
  const manifest = [['file', 'subject', 'split', 'domain', 'class'], ...rows];
  const names = [...new Set(rows.map((row) => row[4]))];
  await writeFile(
    join(folder, 'manifest.csv'),
    manifest.map((row) => row.map((one) => writeCsvCell(one)).join(',')).join('\n'),
  );
  await writeFile(
    join(folder, 'holdout.yml'),
    JSON.stringify({
      dataset: { name: '=cmd()](javascript:x) @everyone' },
      samples: {
        manifest: 'manifest.csv',
        columns: { image: 'file', subject: 'subject', split: 'split', domain: 'domain', class: 'class' },
      },
      labels: { kind: 'class', classes: names.map((name) => ({ name })) },
      task: { kind: 'classification', targetDomain: cell(0) },
      report: { privacy: 'open' },
    }),
  );
  for (const [index, name] of fileNames.entries()) {
    const pixels = Buffer.from(Array.from({ length: 32 * 32 }, (_, at) => (at * (index % 5) * 7 + at) % 256));
    const image = sharp(pixels, { raw: { width: 32, height: 32, channels: 1 } });
    await writeFile(join(folder, name), await image.png().toBuffer());
  }
}

describe('a folder of hostile names', () => {
  it('is audited and shown in every output, and does nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'holdout-hostile-'));
    try {
      await writeHostileDataset(folder);
      const report = await checkDataset({ directory: folder, today: '2026-01-31', version: '0.1.0' });
      // Blanks at the ends of a name, and backslashes, are not read as they are written.
      expect(report.dataset.counts.samples).toBeGreaterThan(fileNames.length - 5);
      const failed = report.checks.filter(({ status }) => status === 'failed').map(({ id }) => id);
      expect(failed).toEqual(expect.arrayContaining(['leakage/duplicate', 'leakage/subject']));
      expect(report.checks.filter(({ status }) => status === 'errored')).toEqual([]);
      for (const watch of Object.values(watches)) await watch(report);
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 120_000);
});

describe('CSV', () => {
  it('gives every cell back as it was, and begins none with what it did not begin with', () =>
    fc.assert(
      fc.property(fc.array(arbitraryText(), { minLength: 1, maxLength: 5 }), (cells) => {
        const texts = cells.filter(isWellFormed);
        const line = texts.map((cell) => writeCsvCell(cell)).join(',');
        fc.pre(line !== '');
        expect(parseCsv(line, { relax_column_count: true })).toEqual([texts]);
        for (const cell of texts)
          if (!/^[=+@-]/u.test(cell)) expect(writeCsvCell(cell)).not.toMatch(/^"?[=+@-]/u);
      }),
      { examples: [[['=cmd()', '+1', 'a"b', ' x ', 'a\r\nb', '::error::']]] },
    ));
});
