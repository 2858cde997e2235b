import { describe, expect, it } from 'vitest';
import { palette } from '../../../src/checks/labels/palette.ts';
import type { MaskFingerprint } from '../../../src/model/fingerprint.ts';
import { at, buildDataset, failure, judge, mask, run, sample } from '../build-dataset.ts';

const labels = {
  kind: 'mask',
  classes: [
    { name: 'liver', color: '#640000' },
    { name: 'kidney', color: '#FFFF00' },
  ],
  ignore: ['#ffffff'],
} as const;
const samples = [
  sample('a.png', { label: 'a_mask.png', location: at(2) }),
  sample('b.png', { label: 'b_mask.png', location: at(3) }),
  sample('c.png', { label: 'c_mask.png', location: at(4) }),
];
const clean = mask([90, 10, 0, 0], { pixels: 100 });

const judgeMask = (given: Partial<MaskFingerprint>, options = {}) =>
  judge(
    palette,
    buildDataset({
      samples,
      labels,
      masks: {
        'a_mask.png': mask([90, 10, 0, 0], { pixels: 100, ...given }),
        'b_mask.png': clean,
        'c_mask.png': failure('corrupt'),
      },
    }),
    options,
  );

const ofPalette = { swapIsVisible: true, unusedColors: ['#ffff00', '#ffffff'] };
const many = ['#650000', '#fefefe', '#000003', '#010004'];

const strays = [
  { value: '#650000', pixels: 3 },
  { value: '#fefefe', pixels: 1 },
  { value: '#000003', pixels: 1 },
];
const offPalette = { offPalette: 5, distinct: 7, strays };

describe('labels/palette', () => {
  it('passes where all pixels have declared colours', () => {
    expect(judgeMask({})).toEqual({
      coverage: { evaluated: 2, unavailable: 1 },
      measurements: { masks: 2, failing: 0, offPaletteShare: 0, ...ofPalette },
      findings: [],
      summary: { messageId: 'clean', data: { masks: 2, failing: 0 } },
    });
  });

  it('finds undeclared colours, each with what is nearest to it', () => {
    expect(judgeMask(offPalette)).toEqual({
      coverage: { evaluated: 2, unavailable: 1 },
      measurements: { masks: 2, failing: 1, offPaletteShare: 0.025, ...ofPalette },
      findings: [
        {
          key: 'a_mask.png',
          messageId: 'off-palette',
          data: {
            mask: 'a_mask.png',
            share: 0.05,
            distinct: 7,
            swappedShare: 0.05,
            format: 'PNG',
            colors: ['#000003', '#650000', '#fefefe'],
            indices: ['#000003', '#650000', 254],
            levels: 1,
            transparent: 0,
            alike: 0,
          },
          samples: ['a.png'],
          location: at(2),
          evidence: {
            share: 0.05,
            offPalettePixels: 5,
            distinctColors: 7,
            strays: [
              { value: '#650000', pixels: 3, nearest: { name: 'liver', color: '#640000', distance: 1 } },
              {
                value: '#fefefe',
                pixels: 1,
                nearest: { name: 'ignored', color: '#ffffff', distance: Math.sqrt(3) },
              },
              { value: '#000003', pixels: 1, nearest: { name: 'background', color: '#000000', distance: 3 } },
            ],
          },
        },
      ],
      summary: { messageId: 'strays', data: { masks: 2, failing: 1 } },
    });
  });

  it('tolerates the share that the option allows', () => {
    expect(judgeMask(offPalette, { maxOffPalette: 0.05 }).findings).toEqual([]);
    expect(judgeMask(offPalette, { maxOffPalette: 0.049 }).findings).toHaveLength(1);
  });

  it.each([
    ['swapped', { swapped: 1 }, many],
    ['off-palette', { swapped: 2, near: 0, blended: 0 }, many],
    ['was-lossy', { near: 7 }, many],
    ['off-palette', { near: 6 }, many],
    ['resampled', { blended: 3, atBoundary: 5 }, many],
    ['off-palette', { blended: 2, atBoundary: 5 }, many],
    ['was-lossy', { blended: 3, near: 1, atBoundary: 5, edges: 800, edgesOnGrid: 160 }, many],
    ['unknown', { flat: 5 }, ['#804000']],
    ['indices', { flat: 5 }, ['#010101', '#020202']],
    ['greyed', { flat: 5 }, ['#e2e2e2']],
  ])('names the cause: %s (%j)', (messageId, facts, values) => {
    const deviations = {
      ...{ swapped: 10, near: 0, blended: 0, placed: 10, atBoundary: 0, flat: 0, edges: 0, edgesOnGrid: 0 },
      ...facts,
    };
    const given = { offPalette: 10, deviations, strays: values.map((value) => ({ value, pixels: 1 })) };
    expect(judgeMask(given).findings.map((finding) => finding.messageId)).toEqual([messageId]);
  });

  it.each([
    ['lossy', { offPalette: 10, isLossy: true }],
    ['alpha', { distinct: 1, alpha: { distinct: 3, transparent: 90, transparentLabelled: 0 } }],
    ['transparent', { alpha: { distinct: 2, transparent: 90, transparentLabelled: 20 } }],
    ['picture', { offPalette: 90, picture: { pixelsHash: 'x', perceptualHash: '0f' } }],
  ])('names the cause: %s', (messageId, given) => {
    expect(judgeMask(given).findings.map((finding) => finding.messageId)).toEqual([messageId]);
  });

  it.each([
    ['no-colors', { kind: 'mask', classes: [{ name: 'liver', index: 1 }] } as const, undefined],
    ['no-colors', { kind: 'class' } as const, undefined],
    ['no-masks', labels, { evaluated: 0, unavailable: 3 }],
  ])('is skipped: %s', (messageId, declared, coverage) => {
    const masks = coverage ? {} : { 'a_mask.png': clean };
    expect(run(palette, buildDataset({ samples, labels: declared, masks }))).toEqual({
      skipped: { messageId, data: {} },
      ...(coverage && { coverage }),
    });
  });
});
