import { describe, expect, it } from 'vitest';
import {
  decideImages,
  imageAddressOf,
  imageNamePattern,
  imagesFolderOf,
  type BranchFile,
} from '../../src/publish/images-branch.ts';

const headSha = 'a'.repeat(40);
const origin = { name: 'holdout', pullRequest: 7, headSha, today: '2026-11-25' };
const added = new Map([['sheet.png', '1'.repeat(40)]]);

function fileOf(date: string, more: Partial<typeof origin> = {}, name = 'sheet.png'): BranchFile {
  return { path: `${imagesFolderOf({ ...origin, ...more, today: date })}/${name}`, blobId: '2'.repeat(40) };
}

const decided = (...present: BranchFile[]) => decideImages(present, added, origin)?.map(({ path }) => path);
const own = `2026-11-25/holdout/7/${headSha}/sheet.png`;

describe('decideImages', () => {
  it('begins a branch with the images of the run', () => {
    expect(decideImages([], added, origin)).toEqual([{ path: own, blobId: '1'.repeat(40) }]);
  });

  it('keeps what other runs have added, of other commits, pull requests and audits', () => {
    const others = [
      fileOf('2026-11-25', { headSha: 'b'.repeat(40) }),
      fileOf('2026-11-25', { pullRequest: 8 }),
      fileOf('2026-11-25', { name: 'second' }),
      fileOf('2026-11-24'),
    ];
    expect(decided(...others)).toEqual([own, ...others.map(({ path }) => path)].sort());
  });

  it('puts the images of a run in the place of those of an earlier attempt', () => {
    expect(decideImages([fileOf('2026-11-25'), fileOf('2026-11-25', {}, 'old.png')], added, origin)).toEqual([
      { path: own, blobId: '1'.repeat(40) },
    ]);
  });

  it('removes what is older than 60 days', () => {
    const other = { pullRequest: 1 };
    expect(decided(fileOf('2026-09-26', other))).toHaveLength(2);
    expect(decided(fileOf('2026-09-25', other))).toEqual([own]);
  });

  it('removes the oldest of too many', () => {
    const many = Array.from({ length: 2500 }, (_, pullRequest) =>
      fileOf('2026-11-01', { pullRequest: 1000 + pullRequest }),
    );
    const kept = decided(...many);
    expect(kept).toHaveLength(2000);
    expect(kept).toContain(own);
    expect(kept).toContain(many.at(-1)?.path);
    expect(kept).not.toContain(many[0]?.path);
  });

  it.each([
    'README.md',
    'src/main.ts',
    `2026-11-25/holdout/7/${headSha}/code.js`,
    `2026-11-25/holdout/../${headSha}/a.png`,
  ])('leaves a branch alone that holds %s', (path) => {
    expect(decided(fileOf('2026-11-24'), { path, blobId: '3'.repeat(40) })).toBeUndefined();
  });
});

it('names an image by an address that pages of the repository know', () => {
  expect(imageAddressOf('https://github.com/clinic/scans', origin, 'sheet.png')).toBe(
    `https://github.com/clinic/scans/blob/holdout-images/${own}?raw=true`,
  );
});

it.each([
  '../a.png',
  'a/b.png',
  '.png',
  '.hidden.png',
  'a b.png',
  'a.svg',
  `${'a'.repeat(200)}.png`,
  'a".png',
])('takes no image that is called %s', (name) => expect(name).not.toMatch(imageNamePattern));
