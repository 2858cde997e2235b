import { describe, expect, it } from 'vitest';
import { readable } from '../../../src/checks/images/readable.ts';
import type { DecodeFault } from '../../../src/model/fingerprint.ts';
import { at, buildDataset, failure, image, judge, mask, run, sample } from '../build-dataset.ts';

const samples = [
  sample('a.png', { label: 'masks/a.png', location: at(2) }),
  sample('b.png', { label: 'masks/a.png', location: at(3) }),
];
const images = { 'a.png': image('a'), 'b.png': image('b') };
const masks = { 'masks/a.png': mask([12]) };

describe('images/readable', () => {
  it('passes where every image and mask was decoded', () => {
    expect(judge(readable, buildDataset({ samples, images, masks }))).toEqual({
      coverage: { evaluated: 3, unavailable: 0 },
      measurements: { files: 3, faulty: 0, faults: {} },
      findings: [],
      summary: { messageId: 'clean', data: { files: 3, faulty: 0 } },
    });
  });

  it('finds images and masks that cannot be decoded, once a file', () => {
    const faulty = {
      samples,
      images: { ...images, 'a.png': failure('pointer', 'a Git LFS pointer') },
      masks: { 'masks/a.png': failure('corrupt', 'bad IDAT') },
    };
    expect(judge(readable, buildDataset(faulty))).toEqual({
      coverage: { evaluated: 3, unavailable: 0 },
      measurements: { files: 3, faulty: 2, faults: { pointer: 1, corrupt: 1 } },
      findings: [
        {
          key: 'a.png',
          messageId: 'pointer',
          data: { path: 'a.png', detail: 'a Git LFS pointer' },
          samples: ['a.png'],
          location: at(2),
          evidence: { fault: 'pointer', detail: 'a Git LFS pointer' },
        },
        {
          key: 'masks/a.png',
          messageId: 'corrupt',
          data: { path: 'masks/a.png', detail: 'bad IDAT' },
          samples: ['a.png', 'b.png'],
          location: at(2),
          evidence: { fault: 'corrupt', detail: 'bad IDAT' },
        },
      ],
      summary: { messageId: 'faults', data: { files: 3, faulty: 2 } },
    });
  });

  const faults: Record<DecodeFault, true> = {
    missing: true,
    empty: true,
    pointer: true,
    'unknown-format': true,
    'unsupported-format': true,
    'too-large': true,
    'too-many-pixels': true,
    corrupt: true,
    timeout: true,
    crash: true,
  };
  it.each(Object.keys(faults) as DecodeFault[])('has words for a file that is %s', (fault) => {
    const dataset = buildDataset({ samples, images: { ...images, 'a.png': failure(fault) } });
    expect(judge(readable, dataset).findings.map(({ messageId }) => messageId)).toEqual([fault]);
    expect(readable.messages).toHaveProperty([fault, 'fix'], expect.stringMatching(/\S/));
  });

  it('finds a file that is not what its extension says', () => {
    const misnamed = { 'a.png': image('a', { format: 'jpeg' }) };
    expect(judge(readable, buildDataset({ samples, images: misnamed })).findings).toEqual([
      {
        key: 'a.png',
        messageId: 'misnamed',
        data: { path: 'a.png', format: 'JPEG' },
        samples: ['a.png'],
        location: at(2),
        evidence: { fault: 'misnamed', format: 'JPEG' },
      },
    ]);
  });

  it.each([
    ['x.JPG', 'jpeg', true],
    ['x.PNG', 'jpeg', false],
    ['x.jpeg', 'jpeg', true],
    ['x.tif', 'tiff', true],
    ['x.TIFF', 'tiff', true],
    ['x.tif', 'png', false],
    ['x.dcm', 'png', false],
    ['x.nii', 'tiff', false],
    ['x.img', 'png', true],
    ['png', 'jpeg', true],
    ['.png', 'jpeg', true],
    ['a.png/x', 'jpeg', true],
    ['x.constructor', 'png', true],
  ] as const)('%s may hold %s: %s', (path, format, isRight) => {
    const dataset = buildDataset({ samples: [sample(path)], images: { [path]: image('a', { format }) } });
    expect(judge(readable, dataset).findings).toHaveLength(isRight ? 0 : 1);
  });

  it('counts files that were not tried, and masks only where labels are masks', () => {
    const dataset = (kind: 'mask' | 'boxes') =>
      buildDataset({ samples, images: { 'a.png': image() }, labels: { kind } });
    expect(judge(readable, dataset('mask')).coverage).toEqual({ evaluated: 1, unavailable: 2 });
    expect(judge(readable, dataset('boxes')).coverage).toEqual({ evaluated: 1, unavailable: 1 });
  });

  it('reports a file that is an image and a mask once', () => {
    const both = [sample('a.png', { label: 'b.png' }), sample('b.png')];
    const dataset = buildDataset({
      samples: both,
      images: { ...images, 'b.png': failure('corrupt') },
      masks: { 'b.png': failure('corrupt') },
    });
    expect(judge(readable, dataset)).toMatchObject({
      coverage: { evaluated: 2 },
      findings: [{ key: 'b.png', samples: ['b.png'] }],
    });
  });

  it('is skipped where no file was tried', () => {
    expect(run(readable, buildDataset({ samples }))).toEqual({
      skipped: { messageId: 'no-files', data: {} },
      coverage: { evaluated: 0, unavailable: 3 },
    });
  });
});
