import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { DrawingAssets } from '../report/drawing/rasterizer.ts';

/** Names in the folder `drawing` of the build, and where the packages have the files. */
const files = {
  wasm: ['resvg.wasm', '@resvg/resvg-wasm/index_bg.wasm'],
  regular: ['DejaVuSansCondensed.ttf', 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'],
  bold: ['DejaVuSansCondensed-Bold.ttf', 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'],
} as const;

/** Reads what drawing needs: from beside the bundle, or from the packages where the sources run. */
export async function readDrawingAssets(): Promise<DrawingAssets> {
  const [wasm, regular, bold] = await Promise.all(
    [files.wasm, files.regular, files.bold].map((names) => readFile(locate(names))),
  );
  if (!wasm || !regular || !bold) throw new Error('a file for drawing was not read');
  return { wasm, regular, bold };
}

function locate([built, source]: readonly [built: string, source: string]): URL {
  if (!import.meta.url.endsWith('.ts')) return new URL(`./drawing/${built}`, import.meta.url);
  return pathToFileURL(createRequire(import.meta.url).resolve(source));
}
