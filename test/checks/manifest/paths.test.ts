import { describe, expect, it } from 'vitest';
import { paths } from '../../../src/checks/manifest/paths.ts';
import { at, buildDataset, judge, run, sample } from '../build-dataset.ts';

const samples = ['images/a.png', 'images/b.png', 'c.png'].map((id) => sample(id));
const relocated = (path: string, foundAt: string, line: number) =>
  ({ kind: 'relocated', path, foundAt, location: at(line) }) as const;

describe('manifest/paths', () => {
  it('passes where all paths agree', () => {
    expect(judge(paths, buildDataset({ samples }))).toEqual({
      coverage: { evaluated: 3, unavailable: 0 },
      measurements: { rows: 3, relocated: 0 },
      findings: [],
      summary: { messageId: 'clean', data: { rows: 3, relocated: 0 } },
    });
  });

  it('finds folders of another machine, one finding for each change', () => {
    const problems = [
      relocated('/home/ana/set/images/a.png', 'images/a.png', 2),
      relocated('C:\\set\\c.png', 'c.png', 4),
      relocated('/home/ana/set/images/b.png', 'images/b.png', 3),
      relocated('/home/ana/set/masks/a.png', 'labels/masks/a.png', 2),
    ];
    expect(judge(paths, buildDataset({ samples, problems }))).toEqual({
      coverage: { evaluated: 4, unavailable: 0 },
      measurements: { rows: 3, relocated: 4 },
      findings: [
        {
          key: '/home/ana/set → .',
          messageId: 'moved',
          data: { paths: 2, from: '/home/ana/set', to: "the dataset's own folder" },
          samples: ['images/a.png', 'images/b.png'],
          location: at(2),
          evidence: {
            paths: 2,
            examples: [
              '/home/ana/set/images/a.png → images/a.png',
              '/home/ana/set/images/b.png → images/b.png',
            ],
          },
        },
        {
          key: '/home/ana/set → labels',
          messageId: 'moved',
          data: { paths: 1, from: '/home/ana/set', to: 'labels' },
          samples: [],
          location: at(2),
          evidence: { paths: 1, examples: ['/home/ana/set/masks/a.png → labels/masks/a.png'] },
        },
        {
          key: 'C:/set → .',
          messageId: 'moved',
          data: { paths: 1, from: 'C:/set', to: "the dataset's own folder" },
          samples: ['c.png'],
          location: at(4),
          evidence: { paths: 1, examples: ['C:\\set\\c.png → c.png'] },
        },
      ],
      summary: { messageId: 'found', data: { rows: 3, relocated: 4 } },
    });
  });

  it('finds paths that differ in letter case, one finding a folder', () => {
    const problems = [
      relocated('Images/A.PNG', 'images/a.png', 2),
      relocated('B.png', 'images/b.png', 3),
      relocated('C.png', 'c.png', 4),
    ];
    const { findings } = judge(paths, buildDataset({ samples, problems }));
    expect(findings).toEqual([
      {
        key: 'case:.',
        messageId: 'spelled',
        data: { paths: 1, folder: "the dataset's own folder" },
        samples: ['c.png'],
        location: at(4),
        evidence: { paths: 1, examples: ['C.png → c.png'] },
      },
      {
        key: 'case:images',
        messageId: 'spelled',
        data: { paths: 2, folder: 'images' },
        samples: ['images/a.png', 'images/b.png'],
        location: at(2),
        evidence: { paths: 2, examples: ['Images/A.PNG → images/a.png', 'B.png → images/b.png'] },
      },
    ]);
  });

  it('finds a path without its folder', () => {
    const [finding] = judge(
      paths,
      buildDataset({ samples, problems: [relocated('a.png', 'images/a.png', 2)] }),
    ).findings;
    expect(finding).toMatchObject({
      key: '. → images',
      data: { paths: 1, from: "the dataset's own folder", to: 'images' },
    });
  });

  it('finds a folder of another machine though letter case differs, too', () => {
    const problems = [relocated('/set/Images/A.png', 'images/a.png', 2)];
    expect(judge(paths, buildDataset({ samples, problems })).findings.map(({ key }) => key)).toEqual([
      '/set → .',
    ]);
  });

  it('finds a file by another name', () => {
    const problems = [relocated('images/a%2Bb.png', 'images/a+b.png', 2)];
    expect(judge(paths, buildDataset({ samples, problems })).findings).toEqual([
      {
        key: 'images/a%2Bb.png',
        messageId: 'renamed',
        data: { path: 'images/a%2Bb.png', foundAt: 'images/a+b.png', paths: 1 },
        samples: [],
        location: at(2),
        evidence: { paths: 1, examples: ['images/a%2Bb.png → images/a+b.png'] },
      },
    ]);
  });

  it('shows five examples', () => {
    const problems = Array.from({ length: 7 }, (_, index) => relocated(`/x/${index}.png`, `${index}.png`, 2));
    const [finding] = judge(paths, buildDataset({ problems })).findings;
    expect(finding?.data).toEqual({ paths: 7, from: '/x', to: "the dataset's own folder" });
    expect(finding?.evidence['examples']).toHaveLength(5);
  });

  it('is skipped without rows', () => {
    expect(run(paths, buildDataset({ samples, rowsRead: 0 }))).toEqual({
      skipped: { messageId: 'no-rows', data: {} },
    });
  });
});
