import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Bundles sharp, which finds its native addon by package name and so cannot be bundled as it is.
 *
 * - `sharp` becomes `sharp-loader.ts`, which chooses between the installed copy and those in `dist/`;
 * - in the loader itself it stays an import of the installed copy;
 * - in `sharp-bundled.ts` it is sharp's JavaScript, whose `sharp.mjs` gives the chosen binding.
 */
export const sharpPlugin: Plugin = {
  name: 'sharp',
  setup(build) {
    build.onResolve({ filter: /^sharp$/ }, ({ importer }) => {
      const name = basename(importer);
      if (dirname(importer) !== here) return { path: join(here, 'sharp-loader.ts') };
      if (name === 'sharp-bundled.ts') return undefined;
      return { path: 'sharp', external: true };
    });
    build.onLoad({ filter: /[\\/]sharp[\\/]dist[\\/]sharp\.mjs$/ }, () => ({
      contents: `import { chosenBinding } from './sharp-binding.ts';\nexport default chosenBinding();\n`,
      resolveDir: here,
      loader: 'js',
    }));
  },
};
