import { parseXml, XmlElement, type XmlNode } from '@rgrove/parse-xml';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Outline } from '../../../src/model/thumbnail.ts';
import { makeLegend } from '../../../src/report/sheet/legend.ts';
import { drawSheet, drawTilePictures, type Sheet } from '../../../src/report/sheet/sheet-svg.ts';
import type { Tile } from '../../../src/report/sheet/tile.ts';
import { openTestRasterizer } from '../drawing/assets.ts';
import { greyImage, makeTile, rectangleMask, sheetWords, tileWords } from './make-tile.ts';

const rasterizer = await openTestRasterizer();
const legend = makeLegend(
  { classes: [{ name: 'liver', color: '#ff0000' }] },
  [undefined, 'liver', undefined],
  ['liver'],
);

function sheetOf(tiles: readonly Tile[], parts: Partial<Sheet> = {}): Sheet {
  return { words: sheetWords(tiles.map(({ words }) => words)), only: [], tiles, legend, ...parts };
}

async function decode(png: Uint8Array) {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return {
    ...info,
    at: (x: number, y: number): number[] => [
      ...data.subarray(3 * (y * info.width + x), 3 * (y * info.width + x) + 3),
    ],
  };
}

/** Where the second and third picture of a tile begin. */
const [second, third] = [212, 424];

describe('drawTilePictures', () => {
  const draw = async (tile: Tile) => decode(rasterizer.draw(drawTilePictures(tile, legend, rasterizer)));

  it("draws the outline where the mask's border is, its colour through the inside, and the mask as it is", async () => {
    const box = { left: 50, top: 40, right: 120, bottom: 90 };
    const { at, width, height } = await draw(makeTile({ mask: rectangleMask(box) }));
    expect({ width, height }).toEqual({ width: 632, height: 156 });
    const [grey, red, through, dark] = [
      [100, 100, 100],
      [255, 0, 0],
      [154, 65, 65],
      [22, 24, 28],
    ];
    for (const y of [0, 39, 40, 41, 65, 89, 90, 91, 155])
      for (const x of [0, 49, 50, 51, 80, 119, 120, 121, 207]) {
        const isIn = x >= 50 && x <= 120 && y >= 40 && y <= 90;
        const isEdge = isIn && (x === 50 || x === 120 || y === 40 || y === 90);
        expect(at(x, y), `image at ${x} ${y}`).toEqual(grey);
        expect(at(second + x, y), `overlay at ${x} ${y}`).toEqual(isEdge ? red : isIn ? through : grey);
        expect(at(third + x, y), `mask at ${x} ${y}`).toEqual(isIn ? red : dark);
      }
  });

  it('draws no outline along the frame, and ignored and undeclared values apart', async () => {
    const mask = rectangleMask({ left: 0, top: 0, right: 207, bottom: 155 });
    mask.places.fill(-1, 0, 208 * 20);
    mask.places.fill(2, 208 * 20, 208 * 40);
    const { at } = await draw(makeTile({ mask }));
    expect(at(second, 100)).toEqual([154, 65, 65]);
    expect([10, 30, 100].map((y) => at(third + 5, y))).toEqual([
      [255, 255, 255],
      [120, 124, 130],
      [255, 0, 0],
    ]);
    expect([10, 30].map((y) => at(second + 5, y))).toEqual([
      [154, 154, 154],
      [100, 100, 100],
    ]);
  });

  it('stretches a mask of another size over the image', async () => {
    const mask = rectangleMask({ left: 26, top: 0, right: 51, bottom: 77 }, 104, 78);
    const { at } = await draw(makeTile({ mask }));
    expect([51, 52, 103, 104].map((x) => at(second + x, 70)[0])).toEqual([100, 255, 255, 100]);
  });

  it('draws boxes and outlines in shares of the image, and cuts what reaches beyond', async () => {
    const outlines: Outline[] = [
      { className: 'liver', box: { xmin: 0.25, ymin: 0.25, xmax: 0.75, ymax: 3 }, polygons: [] },
      {
        className: 'other',
        box: { xmin: 0, ymin: 0, xmax: 1, ymax: 1 },
        polygons: [[0.9, 0.1, 0.9, 0.1, NaN, Infinity]],
      },
    ];
    const { at, width } = await draw(makeTile({ outlines }));
    expect(width).toBe(420);
    expect(at(10, 10)).toEqual([100, 100, 100]);
    const [red = 0, green = 0] = at(second + 52, 80);
    expect(red - green).toBeGreaterThan(100);
    expect(at(second + 20, 80)).toEqual([100, 100, 100]);
    expect(at(second - 2, 80)).not.toEqual(at(second + 52, 80));
  });

  it('says why there is no picture', () => {
    const svg = drawTilePictures(
      makeTile({
        image: 'corrupt: <b> of it',
        mask: rectangleMask({ left: 0, top: 0, right: 1, bottom: 1 }),
      }),
      legend,
      rasterizer,
    ).text;
    expect(svg).toContain('not drawn: corrupt: &#60;b&#62; of it');
    expect(drawTilePictures(makeTile({ mask: 'missing: gone' }), legend, rasterizer).text).toContain(
      'missing: gone',
    );
  });
});

describe('drawSheet', () => {
  const suspicious = tileWords({
    sample: 'images/<b>&"\u202e.png',
    subject: 'p1',
    domain: 'real',
    suspicions: [{ check: 'labels/palette', severity: 'error', text: 'm.png holds <i>blends</i>' }],
    suspicionsTotal: 4,
  });

  it('writes what is known of a sample, escaped', () => {
    const image = { ...greyImage(9), pages: 3, window: { low: 312, high: 4801 } };
    const { text } = drawSheet(
      sheetOf([makeTile({ words: suspicious, image })], { only: ['class liver'] }),
      rasterizer,
    );
    for (const part of [
      'abdomen: 1 of 40 labelled samples',
      'Only class liver.',
      '4 of 6 combinations of class, domain and split and 3 of 9 subjects (seed 1)',
      'images/&#60;b&#62;&#38;&#34;⟨U+202E⟩.png',
      'subject p1 · train · real · 16 bit, 312 to 4,801 shown · page 1 of 3',
      'liver 12.3 %',
      '>error<',
      'm.png holds &#60;i&#62;blends&#60;/i&#62;',
      '+ 3 more findings',
    ])
      expect(text).toContain(part);
  });

  it('names the colours, and those that stand for others', () => {
    const white = makeLegend(
      {
        classes: [
          { name: 'bone', color: '#FFFFFF' },
          { name: 'liver', color: '#ff0000' },
          { name: 'unseen' },
        ],
      },
      [],
      ['liver', 'bone'],
    );
    const words = tileWords({
      classes: [
        { name: 'bone', words: 'bone' },
        { name: 'liver', words: 'liver' },
      ],
    });
    const { text } = drawSheet(sheetOf([makeTile({ words })], { legend: white }), rasterizer);
    expect(text).toContain('bone (#FFFFFF in the mask)');
    expect(text).toContain('fill="#ff0000"');
    expect(text).not.toContain('unseen');
  });

  it('frames what is suspicious, and draws the same bytes again', async () => {
    const tiles = [makeTile({ words: suspicious }), makeTile()];
    const png = rasterizer.draw(drawSheet(sheetOf(tiles), rasterizer));
    expect(rasterizer.draw(drawSheet(sheetOf(tiles), rasterizer))).toEqual(png);
    const { at, width } = await decode(png);
    const isRed = (x: number) => at(x, 220).join() === '163,21,31';
    // At the height of the pictures: the left and the right side of the first tile alone, three pixels each.
    const columns = Array.from({ length: width }, (_, x) => x).filter(isRed);
    expect(columns).toHaveLength(6);
    expect(Math.max(...columns)).toBeLessThan(width / 2);
  });

  it('sets five pictures, three pairs or two triples a row', () => {
    const columns = [makeTile(), makeTile({ outlines: [] }), makeTile({ mask: 'none' })].map((tile) => {
      const { text } = drawSheet(sheetOf(new Array<Tile>(12).fill(tile)), rasterizer);
      // Tiles are the groups of the first level, behind the head.
      const tiles =
        parseXml(text)
          .root?.children.filter((node) => node instanceof XmlElement)
          .slice(2) ?? [];
      expect(tiles).toHaveLength(12);
      return new Set(tiles.map(({ attributes }) => /\((\d+) /u.exec(attributes['transform'] ?? '')?.[1]))
        .size;
    });
    expect(columns).toEqual([5, 3, 2]);
  });

  const anyText = fc.string({
    unit: fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom(
        '\ud800',
        '\u202e',
        '\u0000',
        '\ufffe',
        '<',
        '&',
        '"',
        ']]>',
        '##[',
        '{',
        '中',
        'שׁ',
        '\u0301',
      ),
    ),
    maxLength: 80,
  });

  it('stays a drawing of the same elements, whatever the names', () => {
    const elements = new Set<string>();
    const collect = (node: XmlNode): void => {
      if (!(node instanceof XmlElement)) return;
      elements.add(node.name);
      node.children.forEach(collect);
    };
    fc.assert(
      fc.property(
        fc.record({
          sample: anyText,
          subject: anyText,
          domain: anyText,
          split: anyText,
          name: anyText,
          text: anyText,
        }),
        fc.boolean(),
        ({ sample, subject, domain, split, name, text }, isMask) => {
          const words = tileWords({
            sample,
            subject,
            domain,
            splits: [split],
            classes: [{ name, words: name }],
            suspicions: [{ check: text, severity: 'warning', text }],
          });
          const tile = makeTile({
            words,
            image: isMask ? greyImage(1, 4, 4) : text,
            ...(isMask && { mask: text }),
          });
          const sheet = sheetOf([tile], {
            only: [name],
            words: { ...sheetWords([words]), dataset: name },
            legend: makeLegend({ classes: [{ name }] }, [], [name]),
          });
          const root = parseXml(drawSheet(sheet, rasterizer).text).root;
          if (root) collect(root);
        },
      ),
    );
    expect([...elements].sort()).toEqual(['g', 'image', 'rect', 'svg', 'text']);
  });

  it('is drawn, whatever the names', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = tileWords({
          sample: text,
          subject: text,
          classes: [{ name: text, words: text }],
          suspicions: [{ check: text, severity: 'info', text }],
        });
        const png = rasterizer.draw(
          drawSheet(sheetOf([makeTile({ words, image: greyImage(1, 2, 2) })]), rasterizer),
        );
        expect(png.length).toBeGreaterThan(1000);
      }),
      { numRuns: 15 },
    );
  });
});
