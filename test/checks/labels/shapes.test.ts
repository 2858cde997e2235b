import { describe, expect, it } from 'vitest';
import { shapes } from '../../../src/checks/labels/shapes.ts';
import type { ClassShape, MaskFingerprint } from '../../../src/model/fingerprint.ts';
import type { Sample } from '../../../src/model/sample.ts';
import { at, buildDataset, cluster, image, judge, mask, pair, run, sample } from '../build-dataset.ts';

const labels = {
  kind: 'mask',
  classes: [
    { name: 'liver', index: 1 },
    { name: 'kidney', index: 2 },
  ],
} as const;
const size = { width: 100, height: 100, pixels: 10_000 };

function shape(pixels: number, parts: Partial<ClassShape> = {}): ClassShape {
  return {
    place: 1,
    parts: 1,
    largest: [{ pixels, x: 0.5, y: 0.5 }],
    smallest: [pixels],
    holes: 0,
    smallestHoles: [],
    borderPixels: 0,
    between: 0,
    isolated: 0,
    box: { left: 10, top: 10, right: 89, bottom: 89 },
    ...parts,
  };
}

/** A mask of one liver of 1,000 pixels. */
function liver(
  name: string,
  parts: Partial<ClassShape> = {},
  more: Partial<MaskFingerprint> = {},
  pixels = 1000,
): MaskFingerprint {
  return mask([10_000 - pixels, pixels, 0], {
    ...size,
    labelHash: `labels ${name}`,
    bytesHash: `mask ${name}`,
    shapes: [shape(pixels, parts)],
    ...more,
  });
}

/** Forty samples of ten subjects, whose livers spread a little, with the masks that `odd` gives instead. */
function build(
  odd: Readonly<Record<string, MaskFingerprint>>,
  more: Parameters<typeof buildDataset>[0] = {},
) {
  const names = Array.from({ length: 40 }, (_, index) => String(index).padStart(2, '0'));
  const samples = names.map((name, index): Sample =>
    sample(`${name}.png`, {
      label: `${name}_mask.png`,
      subject: `s${Math.floor(index / 4)}`,
      groups: { clip: `c${Math.floor(index / 2)}` },
      location: at(index + 2),
    }),
  );
  const usual = names.map((name, index) => {
    const pixels = 900 + 10 * (index % 4) + 20 * Math.floor(index / 4);
    return [`${name}_mask.png`, odd[name] ?? liver(name, {}, {}, pixels)] as const;
  });
  return buildDataset({
    labels,
    samples,
    images: Object.fromEntries(names.map((name) => [`${name}.png`, image(name)])),
    masks: Object.fromEntries(usual),
    ...more,
  });
}

const namesOf = (odd: Readonly<Record<string, MaskFingerprint>>, options = {}) =>
  judge(shapes, build(odd), options).findings.map(({ messageId, samples }) => [messageId, ...samples]);

describe('labels/shapes', () => {
  it('passes masks that are like each other', () => {
    expect(judge(shapes, build({}))).toEqual({
      coverage: { evaluated: 40, unavailable: 0 },
      measurements: { masks: 40, odd: 0, findings: {} },
      findings: [],
      summary: { messageId: 'clean', data: { masks: 40, odd: 0 } },
    });
  });

  it('finds specks beside a large part, with all that was measured', () => {
    const specks = [2, 2, 3, 9, 15, 16];
    const odd = liver('x', { parts: 7, smallest: [...specks, 900] });
    expect(judge(shapes, build({ '05': odd })).findings).toEqual([
      {
        key: 'specks liver 05_mask.png',
        messageId: 'specks',
        data: { mask: '05_mask.png', name: 'liver', specks: 5, speckPixels: 16, parts: 7 },
        samples: ['05.png'],
        location: at(7),
        evidence: { class: 'liver', specks: 5, speckPixels: 16, parts: 7 },
      },
    ]);
    const fewer = liver('x', { parts: 6, smallest: [...specks.slice(1), 900] });
    expect(namesOf({ '05': fewer })).toEqual([]);
  });

  const far = { parts: 2, largest: [{ pixels: 900, x: 0.3, y: 0.5 }] };
  it.each([
    ['holes', liver('x', { holes: 1, smallestHoles: [16] }), [['holes', '05.png']]],
    ['no small hole', liver('x', { holes: 1, smallestHoles: [15] }), []],
    ['holes', liver('x', { holes: 5, smallestHoles: [1, 1, 1, 1, 1] }), [['holes', '05.png']]],
    [
      'parts',
      liver('x', { ...far, largest: [...far.largest, { pixels: 90, x: 0.66, y: 0.5 }] }),
      [['parts', '05.png']],
    ],
    ['a small part', liver('x', { ...far, largest: [...far.largest, { pixels: 89, x: 0.66, y: 0.5 }] }), []],
    ['a near part', liver('x', { ...far, largest: [...far.largest, { pixels: 90, x: 0.65, y: 0.5 }] }), []],
    ['border', liver('x', { borderPixels: 357 }), [['border', '05.png']]],
    ['less than the border', liver('x', { borderPixels: 356 }), []],
    ['too large', liver('x', {}, {}, 4000), [['size', '05.png']]],
    ['twice as large', liver('x', {}, {}, 1900), []],
    ['too small', liver('x', {}, {}, 100), [['size', '05.png']]],
  ])('tells what is odd: %s', (_, odd, expected) => expect(namesOf({ '05': odd })).toEqual(expected));

  it('takes for the rule what more than a few masks have', () => {
    const holed = (name: string) => liver(name, { holes: 1, smallestHoles: [50] });
    expect(namesOf({ '05': holed('a'), '11': holed('b') })).toHaveLength(2);
    expect(namesOf({ '05': holed('a'), '11': holed('b'), '17': holed('c') })).toEqual([]);
  });

  it('leaves masks of other faults alone', () => {
    const parts = { holes: 1, smallestHoles: [50] };
    const odd = [
      { offPalette: 1 },
      { isLossy: true },
      { alpha: { distinct: 2, transparent: 9, transparentLabelled: 9 } },
    ];
    for (const more of odd) {
      const { coverage, findings } = judge(shapes, build({ '05': liver('x', parts, more) }));
      expect([coverage, findings]).toEqual([{ evaluated: 39, unavailable: 1 }, []]);
    }
  });

  it('finds one mask on images of two clips, not on frames of one', () => {
    const [same, other] = [liver('same'), liver('same', {}, { bytesHash: 'stored otherwise' })];
    expect(namesOf({ '04': same, '05': other })).toEqual([]);
    expect(judge(shapes, build({ '04': same, '30': other })).findings).toMatchObject([
      {
        key: 'identical 04_mask.png',
        messageId: 'identical',
        data: { masks: ['04_mask.png', '30_mask.png'], images: 2 },
        samples: ['04.png', '30.png'],
      },
    ]);
  });

  it('does not wonder at one mask on one picture, a copy, or a rectangle', () => {
    const masks = { '04': liver('same'), '30': liver('same') };
    const images = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => {
        const name = String(index).padStart(2, '0');
        return [`${name}.png`, image(name === '30' ? '04' : name)];
      }),
    );
    expect(judge(shapes, build(masks, { images })).findings).toEqual([]);
    expect(judge(shapes, build(masks, { clusters: [cluster(pair('04.png', '30.png'))] })).findings).toEqual(
      [],
    );
    const box = { left: 0, top: 0, right: 39, bottom: 24 };
    expect(namesOf({ '04': liver('same', { box }), '30': liver('same', { box }) })).toEqual([]);
  });

  it('finds the image in place of the mask: its bytes, its pixels, or nearly', () => {
    const stored = (more: Partial<MaskFingerprint>) => namesOf({ '05': liver('x', {}, more) });
    expect(stored({ bytesHash: 'bytes 05' })).toEqual([['is-image', '05.png']]);
    const picture = { pixelsHash: 'pixels 05', perceptualHash: 'ffffffffffffffff' };
    expect(stored({ offPalette: 9, picture })).toEqual([['is-image', '05.png']]);
    const like = (perceptualHash: string) =>
      stored({ offPalette: 9, picture: { pixelsHash: 'x', perceptualHash } });
    expect(like('00ff00ff00ff003f')).toEqual([['is-image', '05.png']]);
    expect(like('00ff00ff00ff00c0')).toEqual([['is-image', '05.png']]);
    expect(like('00ff00ff00ff0100')).toEqual([]);
  });

  it('is skipped without masks', () => {
    expect(run(shapes, buildDataset({ labels: { kind: 'class' } }))).toMatchObject({
      skipped: { messageId: 'no-masks' },
    });
  });
});
