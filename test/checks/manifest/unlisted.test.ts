import { describe, expect, it } from 'vitest';
import { unlisted } from '../../../src/checks/manifest/unlisted.ts';
import { buildDataset, judge, run, sample } from '../build-dataset.ts';

const samples = [sample('a.png')];
const picture = (path: string) => ({ kind: 'unlisted', role: 'image', path }) as const;

describe('manifest/unlisted', () => {
  it('passes where every picture is listed', () => {
    const problems = [{ kind: 'unlisted', role: 'label', path: 'm.png' }] as const;
    expect(judge(unlisted, buildDataset({ samples, problems }))).toEqual({
      coverage: { evaluated: 1, unavailable: 0 },
      measurements: { unlisted: 0 },
      findings: [],
      summary: { messageId: 'clean', data: { files: 0 } },
    });
  });

  it('finds pictures that no row names, one finding a folder with ten examples', () => {
    const many = Array.from({ length: 12 }, (_, index) => `old/${10 + index}.png`);
    const problems = [...many, 'x.png', 'old/deep/y.png'].map(picture);
    expect(judge(unlisted, buildDataset({ samples, problems }))).toEqual({
      coverage: { evaluated: 15, unavailable: 0 },
      measurements: { unlisted: 14 },
      findings: [
        {
          key: '.',
          messageId: 'unlisted',
          data: { files: 1, folder: "the dataset's own folder" },
          samples: [],
          evidence: { files: 1, examples: ['x.png'] },
        },
        {
          key: 'old',
          messageId: 'unlisted',
          data: { files: 12, folder: 'old' },
          samples: [],
          evidence: { files: 12, examples: many.slice(0, 10) },
        },
        {
          key: 'old/deep',
          messageId: 'unlisted',
          data: { files: 1, folder: 'old/deep' },
          samples: [],
          evidence: { files: 1, examples: ['old/deep/y.png'] },
        },
      ],
      summary: { messageId: 'found', data: { files: 14 } },
    });
  });

  it.each([
    ['no-rows', { samples, rowsRead: 0 }],
    ['no-pictures', { rowsRead: 3 }],
  ])('is skipped: %s', (messageId, parts) => {
    expect(run(unlisted, buildDataset(parts))).toEqual({ skipped: { messageId, data: {} } });
  });
});
