import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlePrograms } from './build/bundle-programs.ts';
import { binaryPackages, bundleSharp } from './build/bundle-sharp.ts';
import { listBundledPackages } from './build/bundled-packages.ts';
import { listFiles } from './build/compare-folders.ts';
import { copyDrawingAssets, drawingPackages } from './build/copy-drawing-assets.ts';
import { renderThirdPartyNotices } from './build/third-party-notices.ts';

/**
 * Builds `dist/` into `outputFolder` (absolute, empty or absent). The same sources and packages give the same
 * bytes on every machine.
 */
export async function buildDist(root: string, outputFolder: string): Promise<void> {
  await mkdir(outputFolder, { recursive: true });
  const metafiles = await Promise.all([bundlePrograms(root, outputFolder), bundleSharp(root, outputFolder)]);
  await copyDrawingAssets(root, outputFolder);
  const bundled = listBundledPackages(metafiles);
  const copied = [...binaryPackages, ...drawingPackages].map((name) => `node_modules/${name}`);
  const notices = await renderThirdPartyNotices(root, [...new Set([...bundled, ...copied])]);
  await writeFile(join(outputFolder, 'THIRD-PARTY-NOTICES.txt'), notices);
  // So that Node reads the programs as modules wherever the folder is copied to.
  await writeFile(join(outputFolder, 'package.json'), '{ "type": "module" }\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/u, '');
  const fresh = join(root, 'node_modules/.cache/dist');
  await rm(fresh, { recursive: true, force: true });
  await buildDist(root, fresh);
  await rm(join(root, 'dist'), { recursive: true, force: true });
  await rename(fresh, join(root, 'dist'));
  for (const path of await listFiles(join(root, 'dist'))) {
    const { size } = await stat(join(root, 'dist', path));
    console.log(`${(size / 1024).toFixed(0).padStart(8)} KiB  dist/${path}`);
  }
}
