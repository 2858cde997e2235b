import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { readFontMetrics } from '../../../src/report/drawing/font-metrics.ts';
import { fillHtml } from '../../../src/report/markup.ts';
import { openTestRasterizer } from './assets.ts';

const rasterizer = await openTestRasterizer();
const resolve = createRequire(import.meta.url).resolve;

/** The last column with ink, of a text drawn from x = 0. */
async function findInkEnd(text: string, fontSize: number, weight: number): Promise<number> {
  const png = rasterizer.draw(
    fillHtml`<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="60" font-family="DejaVu Sans Condensed" font-size="${fontSize}" font-weight="${weight}" style="font-kerning:none"><rect width="1600" height="60" fill="#fff"/><text x="0" y="40">${text}</text></svg>`,
  );
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  for (let x = info.width - 1; x > 0; x--)
    for (let y = 0; y < info.height; y++) if ((data[y * info.width + x] ?? 255) < 128) return x;
  return 0;
}

it.each(['A', 'i', 'm', '0', 'é', 'ж', 'Ω', '…', '⟨', '□', '%', '_'])(
  'has the width at which %s is drawn',
  async (character) => {
    for (const [font, weight] of [
      [rasterizer.regular, 400],
      [rasterizer.bold, 700],
    ] as const) {
      const repeated = await findInkEnd(`H${character.repeat(30)}H`, 32, weight);
      const drawn = (repeated - (await findInkEnd('HH', 32, weight))) / 30;
      expect(Math.abs(drawn - 32 * font.widthOf(character.codePointAt(0) ?? 0))).toBeLessThan(0.1);
    }
  },
);

it('knows which characters the font has', () => {
  const { regular } = rasterizer;
  const has = (text: string): boolean[] =>
    Array.from(text, (one) => regular.hasGlyph(one.codePointAt(0) ?? 0));
  expect(has('aÅж⟨□…')).toEqual(new Array(6).fill(true));
  expect(has('中文\u{1fae8}\uffff')).toEqual(new Array(4).fill(false));
  expect(regular.widthOf('中'.codePointAt(0) ?? 0)).toBe(0);
});

it('reads the same metrics from a map of the other format', async () => {
  const bytes = await readFile(resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));
  const whole = readFontMetrics(bytes);
  // Without the map of all planes (format 12), that of the first one (format 4) is read.
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const table = Array.from({ length: view.getUint16(4) }, (_, index) => 12 + 16 * index).find(
    (at) => bytes.toString('latin1', at, at + 4) === 'cmap',
  );
  const cmap = view.getUint32((table ?? 0) + 8);
  for (let record = 0; record < view.getUint16(cmap + 2); record++) {
    const at = cmap + view.getUint32(cmap + 4 + 8 * record + 4);
    if (view.getUint16(at) === 12) view.setUint16(at, 99);
  }
  const first = readFontMetrics(bytes);
  for (let code = 0; code < 0xffff; code++) {
    expect(first.hasGlyph(code)).toBe(whole.hasGlyph(code));
    expect(first.widthOf(code)).toBe(whole.widthOf(code));
  }
  expect([whole.hasGlyph(0x1d538), first.hasGlyph(0x1d538)]).toEqual([true, false]);
});

it('refuses what is no font', () => {
  expect(() => readFontMetrics(new Uint8Array(64))).toThrow('no table head');
});
