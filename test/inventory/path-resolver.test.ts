import { describe, expect, it } from 'vitest';
import { PathResolver, type Resolution } from '../../src/inventory/path-resolver.ts';

function makeResolver(paths: readonly string[], outside: readonly string[] = []): PathResolver {
  return new PathResolver({ files: [...paths].sort().map((path) => ({ path, bytes: 1 })), outside });
}

const found = (path: string): Resolution => ({ kind: 'found', path });
const relocated = (path: string, isByNameAlone = false): Resolution => ({
  kind: 'relocated',
  path,
  isByNameAlone,
});

describe('PathResolver', () => {
  it.each<[string, string]>([
    ['a.png', 'images/a.png'],
    ['./a.png', 'images/a.png'],
    ['.\\sub\\b.png', 'images/sub/b.png'],
    ['sub//b.png', 'images/sub/b.png'],
    ['sub/../a.png', 'images/a.png'],
    ['../top.png', 'top.png'],
    ['top.png', 'top.png'],
    ['images/a.png', 'images/a.png'],
    ['here.png', 'tables/here.png'],
    ['mein%20bild%2Bx.png', 'images/mein bild+x.png'],
    ['100%.png', 'images/100%.png'],
    ['a%20b.png', 'images/a%20b.png'],
    ['na\u00efve.png', 'images/nai\u0308ve.png'],
    ['nai\u0308ve%20x.png', 'images/na\u00efve x.png'],
    ['odd\\name.png', 'images/odd\\name.png'],
    ['stem', 'images/stem.JPG'],
    ['volume', 'images/volume.nii.gz'],
    ['dotted.v2', 'images/dotted.v2.tif'],
    ['C:\\odd.png', 'images/C:\\odd.png'],
  ])('finds %j', (written, path) => {
    const resolver = makeResolver([
      ...['images/a.png', 'images/sub/b.png', 'images/sub/a.png', 'top.png', 'tables/here.png'],
      ...['images/mein bild+x.png', 'images/100%.png', 'images/a%20b.png', 'images/a b.png'],
      ...['images/nai\u0308ve.png', 'images/na\u00efve x.png', 'images/odd\\name.png', 'images/odd/name.png'],
      ...['images/stem.JPG', 'images/stem.txt', 'images/volume.nii.gz', 'images/dotted.v2.tif'],
      ...['images/C:\\odd.png'],
    ]);
    expect(resolver.resolve(written, ['images', '', 'tables'])).toEqual(found(path));
  });

  it('prefers the folders in their order', () => {
    const resolver = makeResolver(['a.png', 'images/a.png', 'tables/a.png']);
    expect(resolver.resolve('a.png', ['images', '', 'tables'])).toEqual(found('images/a.png'));
    expect(resolver.resolve('a.png', ['tables', '', 'images'])).toEqual(found('tables/a.png'));
  });

  it.each<[string, Resolution]>([
    ['/mnt/data/set/P1/scan.png', relocated('raw/P1/scan.png')],
    ['C:\\Users\\x\\raw\\P2\\scan.png', relocated('raw/P2/scan.png')],
    ['\\\\server\\share\\P2\\scan.png', relocated('raw/P2/scan.png')],
    ['file:///home/x/mein%20bild.png', relocated('raw/mein bild.png')],
    ['s3://bucket/P1/scan.png', relocated('raw/P1/scan.png')],
    ['/raw/P1/scan.png', relocated('raw/P1/scan.png')],
    ['/mnt/only.png', relocated('raw/deep/only.png')],
    ['/mnt/ONLY.PNG', relocated('raw/deep/only.png')],
    ['old/deep/only.png', relocated('raw/deep/only.png')],
    ['only.png', relocated('raw/deep/only.png')],
    ['old/only.png', relocated('raw/deep/only.png', true)],
    ['RAW/deep/Only.png', relocated('raw/deep/only.png')],
    ['/mnt/scan.png', { kind: 'ambiguous', candidates: ['raw/P1/scan.png', 'raw/P2/scan.png'] }],
    ['P3/scan.png', { kind: 'ambiguous', candidates: ['raw/P1/scan.png', 'raw/P2/scan.png'] }],
    ['/mnt/none.png', { kind: 'missing' }],
    ['scan.pn', { kind: 'missing' }],
    ['..', { kind: 'outside' }],
    ['../../only.png', { kind: 'outside' }],
    ['..\\..\\only.png', { kind: 'outside' }],
    ['', { kind: 'missing' }],
    ['/', { kind: 'missing' }],
    ['%', { kind: 'missing' }],
    ['x'.repeat(5000), { kind: 'missing' }],
  ])('answers %j', (written, resolution) => {
    const resolver = makeResolver([
      ...['raw/P1/scan.png', 'raw/P2/scan.png', 'raw/deep/only.png', 'raw/mein bild.png'],
    ]);
    expect(resolver.resolve(written, [''])).toEqual(resolution);
  });

  it('lets letter case decide between equally long ends only', () => {
    const resolver = makeResolver(['a/IMG.PNG', 'b/img.png', 'c/x/img.png']);
    expect(resolver.resolve('/mnt/IMG.PNG', [''])).toEqual(relocated('a/IMG.PNG'));
    expect(resolver.resolve('/mnt/C/X/IMG.PNG', [''])).toEqual(relocated('c/x/img.png'));
    expect(resolver.resolve('B/IMG.png', [''])).toEqual(relocated('b/img.png'));
  });

  it('does not choose between files that differ in what the path leaves open', () => {
    const resolver = makeResolver(['x.jpg', 'x.png', 'A.png', 'a.PNG', '\u00e9.png', 'e\u0301.png']);
    expect(resolver.resolve('x', [''])).toEqual({ kind: 'ambiguous', candidates: ['x.jpg', 'x.png'] });
    expect(resolver.resolve('a.png', [''])).toEqual({ kind: 'ambiguous', candidates: ['A.png', 'a.PNG'] });
    expect(resolver.resolve('e\u0301.png', [''])).toEqual(found('e\u0301.png'));
  });

  it('gives at most ten candidates', () => {
    const resolver = makeResolver(Array.from({ length: 30 }, (_, index) => `p${index + 10}/scan.png`));
    const resolution = resolver.resolve('/x/scan.png', ['']);
    expect(resolution).toMatchObject({ kind: 'ambiguous', candidates: { length: 10 } });
  });

  it('says that links, and what lies behind linked folders, are outside', () => {
    const resolver = makeResolver(['images/a.png', 'x/b.png'], ['images/b.png', 'linked', 'images/é.png']);
    for (const path of ['b.png', 'b', 'e\u0301.png', '../linked/c.png', 'linked/deep/b.png'])
      expect(resolver.resolve(path, ['images', ''])).toEqual({ kind: 'outside' });
    expect(resolver.resolve('linked2/b.png', ['images', ''])).toEqual(relocated('x/b.png', true));
  });

  it('stays fast where every file has one name', () => {
    const paths = Array.from({ length: 20_000 }, (_, index) => `set/case${index}/image.png`);
    const resolver = makeResolver(paths);
    for (const path of paths)
      expect(resolver.resolve(`/mnt/elsewhere/${path}`, ['']).kind === 'relocated').toBe(true);
  });
});
