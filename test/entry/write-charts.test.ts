import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseXml } from '@rgrove/parse-xml';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeCharts } from '../../src/entry/write-charts.ts';
import { buildAbdomenReport } from '../report/fixtures/abdomen-report.ts';
import { buildHostileReport } from '../report/fixtures/hostile-report.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdout-charts-'));
});
afterEach(() => rm(folder, { recursive: true }));

const names = ['light', 'dark'].flatMap((theme) => [`composition-${theme}.png`, `composition-${theme}.svg`]);

/** Red, green and blue of the corner, which is the page's. */
async function readCorner(file: string): Promise<number[]> {
  const { data } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray(0, 3)];
}

describe('writeCharts', () => {
  it('writes each chart for a white and for a dark page, as PNG and as SVG that needs no font', async () => {
    const written = await writeCharts(buildAbdomenReport(), folder);
    expect([...written].sort()).toEqual([...names].sort());
    expect((await readdir(folder)).sort()).toEqual([...names].sort());
    expect(await readCorner(join(folder, 'composition-light.png'))).toEqual([255, 255, 255]);
    expect(await readCorner(join(folder, 'composition-dark.png'))).toEqual([13, 17, 23]);
    for (const theme of ['light', 'dark']) {
      const svg = await readFile(join(folder, `composition-${theme}.svg`), 'utf8');
      expect(parseXml(svg).root?.name).toBe('svg');
      expect(svg).not.toMatch(/<text|font-family/u);
      const { width, height } = await sharp(join(folder, `composition-${theme}.png`)).metadata();
      expect(svg).toContain(`width="${width / 2}" height="${height / 2}"`);
    }
  });

  it('writes the same bytes again', async () => {
    const read = () => Promise.all(names.map((name) => readFile(join(folder, name), 'base64')));
    await writeCharts(buildAbdomenReport(), folder);
    const first = await read();
    await writeCharts(buildAbdomenReport(), folder);
    expect(await read()).toEqual(first);
  });

  it('writes over no file that it has not drawn', async () => {
    await writeFile(join(folder, 'composition-dark.png'), 'mine');
    await expect(writeCharts(buildAbdomenReport(), folder)).rejects.toThrow(
      /no sheet that holdout has drawn/u,
    );
    expect(await readdir(folder)).toEqual(['composition-dark.png']);
  });

  it('gives no file a name out of a report', async () => {
    expect(await writeCharts(buildHostileReport(['../x', 'a/b', 'con structor', '..']), folder)).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });
});
