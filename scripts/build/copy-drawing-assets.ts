import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The packages whose files are copied into `dist/`; of resvg, esbuild bundles the JavaScript. */
export const drawingPackages = ['@resvg/resvg-wasm', 'dejavu-fonts-ttf'] as const;

/** Names in `dist/drawing/`, where `src/entry/drawing-assets.ts` looks for them. */
const files = {
  'resvg.wasm': '@resvg/resvg-wasm/index_bg.wasm',
  'DejaVuSansCondensed.ttf': 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf',
  'DejaVuSansCondensed-Bold.ttf': 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf',
} as const;

/** Puts the rasteriser and the fonts that pictures are drawn with into `outputFolder` (absolute). */
export async function copyDrawingAssets(root: string, outputFolder: string): Promise<void> {
  const folder = join(outputFolder, 'drawing');
  await mkdir(folder, { recursive: true });
  await Promise.all(
    Object.entries(files).map(([name, path]) =>
      copyFile(join(root, 'node_modules', path), join(folder, name)),
    ),
  );
}
