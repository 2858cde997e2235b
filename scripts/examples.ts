import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { abdomenUltrasound } from './examples/abdomen-ultrasound.ts';
import type { ExampleDataset } from './examples/example-dataset.ts';
import { leakingSplit } from './examples/leaking-split.ts';
import { renderPictures, renderTexts, type RenderedFile } from './examples/render-files.ts';

/** Writes a dataset into `folder`, which is emptied first. Returns the number of files and of bytes. */
async function writeDataset(
  dataset: ExampleDataset,
  folder: string,
): Promise<{ files: number; bytes: number }> {
  await rm(folder, { recursive: true, force: true });
  let files = 0;
  let bytes = 0;
  const write = async ({ path, content }: RenderedFile): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
    files += 1;
    bytes += Buffer.byteLength(content);
  };
  for (const text of renderTexts(dataset)) await write(text);
  for await (const picture of renderPictures(dataset.samples)) await write(picture);
  return { files, bytes };
}

const examples = fileURLToPath(new URL('../examples', import.meta.url));
for (const dataset of [abdomenUltrasound, leakingSplit]) {
  const { files, bytes } = await writeDataset(dataset, join(examples, dataset.name));
  console.log(`${files} files, ${(bytes / 1e6).toFixed(2)} MB  examples/${dataset.name}`);
}
