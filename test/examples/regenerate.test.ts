import { describe, expect, it } from 'vitest';
import { abdomenUltrasound } from '../../scripts/examples/abdomen-ultrasound.ts';
import { leakingSplit } from '../../scripts/examples/leaking-split.ts';
import { renderPictures, renderTexts } from '../../scripts/examples/render-files.ts';
import { decodeGrey, listDataset, readExample } from './committed.ts';

describe.each([
  { dataset: abdomenUltrasound, every: 41 },
  { dataset: leakingSplit, every: 9 },
])('examples/$dataset.name', ({ dataset, every }) => {
  it('holds the planned files and no others', () => {
    const planned = [
      ...renderTexts(dataset).map(({ path }) => path),
      ...dataset.samples.flatMap(({ image, mask }) => (mask === undefined ? [image] : [image, mask])),
    ];
    expect(listDataset(dataset.name)).toEqual(planned.sort());
  });

  it('holds the texts that are rendered today', () => {
    for (const { path, content } of renderTexts(dataset))
      expect(content, path).toBe(readExample(dataset.name, path).toString('utf8'));
  });

  it('holds the pictures that are drawn today', { timeout: 60_000 }, async () => {
    const drawn = dataset.samples.filter((_, index) => index % every === 0);
    let masks = 0;
    for await (const { path, content } of renderPictures(drawn)) {
      const committed = readExample(dataset.name, path);
      if (path.startsWith('masks/')) {
        masks += 1;
        expect(committed.equals(Buffer.from(content)), path).toBe(true);
      } else {
        // Pixels, because the bytes of a JPEG also depend on the version of its encoder.
        const fresh = await decodeGrey(Buffer.from(content));
        expect((await decodeGrey(committed)).data.equals(fresh.data), path).toBe(true);
      }
    }
    expect(masks).toBeGreaterThan(0);
  });

  it('draws a frame alone as it draws it among others', async () => {
    const last = dataset.samples.filter(({ clip }) => clip === dataset.samples[0]?.clip).at(-1);
    const files = [];
    for await (const file of renderPictures(last ? [last] : [])) files.push(file);
    const mask = files.find(({ path }) => path === last?.mask);
    expect(mask && readExample(dataset.name, mask.path).equals(Buffer.from(mask.content))).toBe(true);
  });
});
