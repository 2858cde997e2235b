import { describe, expect, it } from 'vitest';
import { abdomenUltrasound } from '../../scripts/examples/abdomen-ultrasound.ts';
import type { PlannedSample } from '../../scripts/examples/example-dataset.ts';
import { leakingSplit } from '../../scripts/examples/leaking-split.ts';
import { renderPictures, renderTexts, type RenderedFile } from '../../scripts/examples/render-files.ts';
import { decodeGrey, listDataset, readExample } from './committed.ts';

async function drawAll(samples: readonly PlannedSample[]): Promise<RenderedFile[]> {
  const files: RenderedFile[] = [];
  for await (const file of renderPictures(samples)) files.push(file);
  return files;
}

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
    const clip = dataset.samples.filter(({ clip }) => clip === dataset.samples[0]?.clip);
    expect(clip.length).toBeGreaterThan(1);
    const among = await drawAll(clip);
    const alone = await drawAll(clip.slice(-1));
    expect(alone).toEqual(among.slice(-alone.length));
  });
});
