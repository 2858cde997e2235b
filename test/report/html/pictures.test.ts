import { expect, it } from 'vitest';
import type { DrawnSamples, DrawnTile } from '../../../src/report/html/pictures.ts';
import { renderHtml } from '../../../src/report/html.ts';
import type { Report } from '../../../src/model/report.ts';
import { buildAbdomenReport, buildCheck } from '../fixtures/abdomen-report.ts';

function buildTile(sample: string, doubts: readonly string[]): DrawnTile {
  const suspicions = doubts.map((check) => ({
    check,
    severity: 'warning' as const,
    text: `${check} doubts it`,
  }));
  const words = {
    ...{ sample, splits: ['train'], classes: [{ name: 'liver', words: 'liver 12 %' }], classesTotal: 1 },
    ...{ suspicions, suspicionsTotal: suspicions.length },
  };
  return { tile: { words, image: 'not decoded' }, png: new Uint8Array([1, 2, 3]) };
}

const tiles = [
  buildTile('images/doubted.png', ['classes/balance', 'labels/palette']),
  buildTile('images/passed.png', ['classes/balance']),
  buildTile('images/plain.png', []),
];
const drawn = { present: 3, drawn: 3 };
const samples: DrawnSamples = {
  words: {
    ...{
      dataset: 'abdomen',
      seed: 1,
      candidates: 9,
      suspicious: drawn,
      combinations: drawn,
      subjects: drawn,
    },
    tiles: tiles.map(({ tile }) => tile.words),
  },
  legend: { classes: [{ name: 'liver', color: [0, 158, 115] }], places: [] },
  tiles,
};
const abdomen = buildAbdomenReport();
const report: Report = {
  ...abdomen,
  checks: [...abdomen.checks, buildCheck({ id: 'labels/sample', severity: 'info', summary: '3 drawn' })],
};

/** The section of a check. */
function sectionOf(page: string, check: string): string {
  const start = page.indexOf(`id="check-${check}"`);
  return start < 0 ? '' : page.slice(start, page.indexOf('</section>', start));
}

it('shows a sample with the failing check that doubts it, all others with the check that chose them', () => {
  const page = renderHtml(report, new Map(), samples);
  const [doubted, sheet] = [sectionOf(page, 'labels/palette'), sectionOf(page, 'labels/sample')];
  expect(doubted.includes('<code>images/doubted.png</code></p>\n<p class="note">train')).toBe(true);
  expect(sheet.match(/<figure/g)).toHaveLength(2);
  expect(sheet).toContain('With the checks that doubt them: 1.');
  expect(page.match(/<img src="data:image\/png;base64,AQID"/g)).toHaveLength(3);
  expect(page.match(/<svg class="swatch"[^>]*><rect [^>]*fill="#009e73"/g)).toHaveLength(3);
});
