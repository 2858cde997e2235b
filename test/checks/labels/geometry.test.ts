import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geometry } from '../../../src/checks/labels/geometry.ts';
import { at, buildDataset, failure, image, judge, mask, run, sample } from '../build-dataset.ts';

interface Size {
  readonly width: number;
  readonly height: number;
  readonly pages?: number;
  readonly orientation?: number;
}

const compare = (ofImage: Size, ofMask: Size) =>
  judge(
    geometry,
    buildDataset({
      samples: [sample('a.png', { label: 'm.png', location: at(2) })],
      images: { 'a.png': image('a', ofImage) },
      masks: { 'm.png': mask([12], ofMask) },
    }),
  );
const size = (width: number, height: number, more: Partial<Size> = {}): Size => ({ width, height, ...more });

describe('labels/geometry', () => {
  it('passes where all is the same', () => {
    expect(
      compare(size(4, 3, { pages: 2, orientation: 6 }), size(4, 3, { pages: 2, orientation: 6 })),
    ).toEqual({
      coverage: { evaluated: 1, unavailable: 0 },
      measurements: { pairs: 1, differing: 0 },
      findings: [],
      summary: { messageId: 'clean', data: { pairs: 1, differing: 0 } },
    });
  });

  it('finds a mask of half the size, with all that is known of both', () => {
    expect(compare(size(640, 480), size(320, 240))).toEqual({
      coverage: { evaluated: 1, unavailable: 0 },
      measurements: { pairs: 1, differing: 1 },
      findings: [
        {
          key: 'a.png',
          messageId: 'scaled',
          data: {
            mask: 'm.png',
            maskSize: '320 × 240',
            imageSize: '640 × 480',
            maskPages: 1,
            imagePages: 1,
            maskOrientation: 1,
            imageOrientation: 1,
            factor: 0.5,
            columns: -320,
            rows: -240,
            pairs: 0,
          },
          samples: ['a.png'],
          location: at(2),
          evidence: {
            image: { width: 640, height: 480, pages: 1, orientation: 1 },
            mask: { path: 'm.png', width: 320, height: 240, pages: 1, orientation: 1 },
          },
        },
      ],
      summary: { messageId: 'differ', data: { pairs: 1, differing: 1 } },
    });
  });

  it.each([
    ['pages', size(4, 3), size(4, 3, { pages: 2 })],
    ['pages', size(4, 3), size(8, 9, { pages: 2 })],
    ['orientation', size(4, 3, { orientation: 3 }), size(4, 3)],
    ['orientation', size(4, 3), size(4, 3, { orientation: 6 })],
    ['turned', size(4, 3, { orientation: 6 }), size(3, 4)],
    ['turned', size(4, 3), size(3, 4, { orientation: 8 })],
    ['transposed', size(4, 3), size(3, 4)],
    ['transposed', size(4, 3, { orientation: 3 }), size(3, 4)],
    ['transposed', size(4, 3, { orientation: 6 }), size(3, 4, { orientation: 6 })],
    ['scaled', size(512, 512), size(1024, 1024)],
    ['scaled', size(1543, 926), size(771, 463)],
    // Half of 926 is 463; the next height is no rounding of it any more.
    ['size', size(1543, 926), size(771, 464)],
    ['size', size(640, 480), size(640, 479)],
    ['size', size(640, 480), size(639, 480)],
    ['size', size(640, 480), size(512, 512)],
  ])('tells %s: %j, %j', (messageId, ofImage, ofMask) => {
    expect(compare(ofImage, ofMask).findings.map((finding) => finding.messageId)).toEqual([messageId]);
  });

  it('knows every mask that was scaled by one factor', () => {
    const side = fc.integer({ min: 40, max: 4000 });
    fc.assert(
      fc.property(side, side, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (width, height, factor) => {
        const scaled = size(Math.round(width * factor), Math.round(height * factor));
        const [finding] = compare(size(width, height), scaled).findings;
        // 40 × 30 by 0.75 is also 30 × 40, turned: the more telling name is given.
        fc.pre(scaled.width !== height || scaled.height !== width);
        expect(finding?.messageId).toBe('scaled');
      }),
    );
  });

  it.each([
    [3, 'cropped'],
    [2, 'size'],
  ])('takes one difference on %i pairs as %s', (pairs, messageId) => {
    const ids = ['a', 'b', 'c', 'd'];
    const found = judge(
      geometry,
      buildDataset({
        samples: ids.map((id) => sample(id, { label: `${id} mask` })),
        images: Object.fromEntries(ids.map((id, at) => [id, image(id, size(100 + at, 80))])),
        masks: Object.fromEntries(
          ids.map((id, at) => [`${id} mask`, mask([12], size(90 + at + (at < pairs ? 0 : 1), 80))]),
        ),
      }),
    ).findings;
    expect(found.map((finding) => finding.messageId)).toEqual(
      ids.map((_, at) => (at < pairs ? messageId : 'size')),
    );
    expect(found[0]?.data).toMatchObject({ columns: -10, rows: 0, pairs });
  });

  it('counts pairs that could not be compared', () => {
    const samples = [
      sample('a.png', { label: 'a_mask.png' }),
      sample('b.png', { label: 'b_mask.png' }),
      sample('c.png', { label: 'c_mask.png' }),
      sample('d.png'),
    ];
    const images = { 'a.png': image(), 'b.png': failure('corrupt'), 'c.png': image(), 'd.png': image() };
    const masks = { 'a_mask.png': mask([12]), 'b_mask.png': mask([12]), 'c_mask.png': failure('corrupt') };
    expect(judge(geometry, buildDataset({ samples, images, masks })).coverage).toEqual({
      evaluated: 1,
      unavailable: 2,
    });
  });

  it.each([
    ['no-masks', 'boxes', undefined],
    ['no-pairs', 'mask', { evaluated: 0, unavailable: 1 }],
  ] as const)('is skipped: %s', (messageId, kind, coverage) => {
    const samples = [sample('a.png', { label: 'a_mask.png' })];
    expect(run(geometry, buildDataset({ samples, labels: { kind } }))).toEqual({
      skipped: { messageId, data: {} },
      ...(coverage && { coverage }),
    });
  });
});
