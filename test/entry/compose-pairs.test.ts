import { appendFile, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditDataset, type AuditedDataset } from '../../src/entry/check-dataset.ts';
import { composePairs } from '../../src/entry/compose-pairs.ts';
import { drawPairs } from '../../src/report/sheet/pairs-svg.ts';
import { turnPicture } from '../../src/report/sheet/difference.ts';
import { openTestRasterizer } from '../report/drawing/assets.ts';

const pictures = join(tmpdir(), 'holdout-pictures');
let folder: string;
let audited: AuditedDataset;

/** The example, with a picture of its training saved again, mirrored, in its test split. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdout-pairs-'));
  await cp(resolve(import.meta.dirname, '../../examples/leaking-split'), folder, { recursive: true });
  const image = await sharp(join(folder, 'images/real/p02_001.jpg')).flop().jpeg({ quality: 80 }).toBuffer();
  const mask = await sharp(join(folder, 'masks/real/p02_001.png')).flop().png().toBuffer();
  await sharp(image).toFile(join(folder, 'images/real/p12_099.jpg'));
  await sharp(mask).toFile(join(folder, 'masks/real/p12_099.png'));
  await appendFile(join(folder, 'manifest.csv'), row('p12_099', 'p12'));
  audited = await auditDataset({ directory: folder, today: '2026-01-31', version: '0.1.0', privacy: 'open' });
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

function row(name: string, subject: string): string {
  return `images/real/${name}.jpg,masks/real/${name}.png,${subject},test,real,${subject}_9\n`;
}

it('pairs a copy in another split with its picture, and draws what differs', async () => {
  const composed = await composePairs(audited);
  expect(composed?.total).toBe(1);
  const [shown] = composed?.pairs ?? [];
  expect(shown).toMatchObject({
    pair: { orientation: 'mirrored', likeness: 'copy' },
    first: { name: 'images/real/p02_001.jpg', origin: 'train · p02' },
    second: { name: 'images/real/p12_099.jpg', origin: 'test · p12' },
  });
  if (!composed || typeof shown?.first.image !== 'object' || typeof shown.second.image !== 'object')
    throw new Error('a picture is missing');
  const turned = turnPicture(shown.first.image, shown.pair.orientation);
  const { colors } = shown.second.image;
  const mean =
    turned.colors.reduce((sum, color, at) => sum + Math.abs(color - (colors[at] ?? 0)), 0) / colors.length;
  // The loss of saving again, and nothing else.
  expect(mean).toBeLessThan(6);
  const rasterizer = await openTestRasterizer();
  await mkdir(pictures, { recursive: true });
  await sharp(rasterizer.draw(drawPairs(composed.pairs, composed.total, rasterizer))).toFile(
    join(pictures, 'near-duplicates.png'),
  );
});

it('has nothing to show where no picture stands in several splits', async () => {
  const checks = audited.report.checks.filter(({ id }) => id !== 'leakage/near-duplicate');
  expect(await composePairs({ ...audited, report: { ...audited.report, checks } })).toBeUndefined();
});
