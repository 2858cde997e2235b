import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDataset } from '../../src/adapters/file-system.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { loadAnnotations } from '../../src/entry/load-annotations.ts';
import { readInventory } from '../../src/inventory/read-inventory.ts';
import type { Annotations } from '../../src/model/annotation.ts';
import { DatasetError } from '../../src/model/errors.ts';
import type { FileSource } from '../../src/model/file-source.ts';
import { writeCoco, writeVoc } from '../annotations/write-annotations.ts';
import { openMemory } from '../memory-file-source.ts';

const data = resolve(import.meta.dirname, '../../../shared/data');
const isAbsent = !existsSync(data);
if (isAbsent) console.warn('skipped: ../shared/data is not there');

async function load(text: string, files: FileSource, isNeeded = true) {
  const config = parseConfig(`dataset: {name: x}\n${text}`, 'holdout.yml', []);
  return loadAnnotations(config, await readInventory(config, files), files, isNeeded);
}

async function loadNeeded(text: string, files: FileSource): Promise<Annotations> {
  const loaded = await load(text, files);
  if (!('annotations' in loaded)) throw new Error('no annotations');
  return loaded.annotations;
}

const objects = [{ className: 'cell', box: { xmin: 1, ymin: 2, xmax: 30, ymax: 40 } }];
const images = { '0.jpg': '', '1.jpg': '' };
const byTemplate = `samples: {files: '*.jpg', label: {template: '{stem}.xml'}}\nlabels: {kind: boxes}\n`;
const byIndex = `samples: {files: '*.jpg'}\nlabels: {kind: boxes, annotations: all.json}\n`;

describe('loadAnnotations', () => {
  it('reads the file of each image, and those of images that are not there', async () => {
    const files = openMemory({ ...images, '0.xml': writeVoc(objects), '9.xml': writeVoc(objects) });
    const { byImage, orphans } = await loadNeeded(byTemplate, files);
    expect([...byImage].map(([id, { kind, file }]) => [id, kind, file])).toEqual([
      ['0.jpg', 'annotation', '0.xml'],
    ]);
    expect(orphans).toEqual([{ file: '9.xml' }]);
  });

  it('refuses a file that is too large for what it is', async () => {
    const files = openMemory({ ...images, '0.xml': new Uint8Array(8_000_001) });
    const { byImage } = await loadNeeded(byTemplate, files);
    expect(byImage.get('0.jpg')).toMatchObject({ kind: 'failure', fault: 'too-large' });
  });

  it('reads files for many images whether a check needs them or not, for they label', async () => {
    const files = openMemory({ ...images, 'all.json': writeCoco([objects]) });
    const { samples } = await load(byIndex, files, false);
    expect(samples.map(({ label }) => label)).toEqual(['all.json', undefined]);
  });

  it('reads nothing where no check needs it or labels are no boxes', async () => {
    const files = openMemory({ ...images, '0.xml': writeVoc(objects) });
    expect(await load(byTemplate, files, false)).not.toHaveProperty('annotations');
    expect(await load(byTemplate.replace('boxes', 'class'), files)).not.toHaveProperty('annotations');
  });

  it('refuses a config that names a file that is not there', async () => {
    await expect(load(byIndex, openMemory(images))).rejects.toThrow(DatasetError);
  });
});

describe.skipIf(isAbsent)('annotations of real datasets', () => {
  const count = ({ byImage }: Annotations): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const outcome of byImage.values()) {
      if (outcome.kind === 'failure') throw new Error(outcome.detail);
      expect(outcome.unusable).toEqual([]);
      for (const { className } of outcome.objects) counts[className] = (counts[className] ?? 0) + 1;
    }
    return counts;
  };

  it.each([
    ['bccd', 'JPEGImages', 'Annotations', { RBC: 4155, WBC: 372, Platelets: 361 }],
    ['raccoon', 'images', 'annotations', { raccoon: 217 }],
  ])('reads the Pascal VOC of %s', async (name, root, labelRoot, expected) => {
    const samples = `{files: '*.jpg', root: ${root}, labelRoot: ${labelRoot}, label: {template: '{stem}.xml'}}`;
    const annotations = await loadNeeded(
      `samples: ${samples}\nlabels: {kind: boxes}\n`,
      openDataset(`${data}/${name}`),
    );
    expect(count(annotations)).toEqual(expected);
    expect(annotations.orphans).toEqual([]);
  });

  it('reads the rows of the raccoons as their Pascal VOC has them', async () => {
    const files = openDataset(`${data}/raccoon`);
    const labels = 'labels: {kind: boxes}\n';
    const byRows = await loadNeeded(
      `samples:
  manifest: raccoon_labels.csv
  root: images
  columns: {image: filename, class: class, box: {xmin: xmin, ymin: ymin, xmax: xmax, ymax: ymax}}\n${labels}`,
      files,
    );
    const byFile = await loadNeeded(
      `samples: {files: '*.jpg', root: images, labelRoot: annotations, label: {template: '{stem}.xml'}}\n${labels}`,
      files,
    );
    const tell = ({ byImage }: Annotations) =>
      [...byImage].map(([id, outcome]) => [
        id,
        outcome.kind === 'annotation' ? outcome.objects.map(({ className, box }) => [className, box]) : [],
      ]);
    expect(byRows.byImage.size).toBeGreaterThan(150);
    expect(tell(byFile)).toEqual(expect.arrayContaining(tell(byRows)));
  });

  it('reads the corners of the circuit boards', async () => {
    const annotations = await loadNeeded(
      `samples:
  splits: {train: trainval.txt, test: test.txt}
  image: {template: '{dir}/{stem}_test.jpg'}
labels: {kind: boxes}\n`,
      openDataset(`${data}/deeppcb`),
    );
    expect(count(annotations)).toEqual({ 1: 272, 2: 215, 3: 265, 4: 209, 5: 203, 6: 234 });
    expect(annotations.orphans).toEqual([]);
  });
});
