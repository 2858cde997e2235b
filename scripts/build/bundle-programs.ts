import { build, type Metafile } from 'esbuild';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { readManifest } from './package-manifest.ts';
import { sharpPlugin } from './sharp-plugin.ts';

/** The programs of `dist/`: name → source. What they share, or load only when needed, is in chunks beside them. */
const programs = {
  cli: 'src/entry/cli.ts',
  action: 'src/entry/action.ts',
  comment: 'src/entry/comment.ts',
  baseline: 'src/entry/baseline.ts',
  'fingerprint-worker': 'src/fingerprint/worker.ts',
};

/** CommonJS packages inside the bundles call `require` for Node's own modules. */
const requireBanner = [
  "import { createRequire as createRequireOfBundle } from 'node:module';",
  'const require = createRequireOfBundle(import.meta.url);',
].join('\n');

/**
 * Bundles the programs into `outputFolder` (absolute). Paths inside are relative to `root`.
 * @returns what went into the bundles
 */
export async function bundlePrograms(root: string, outputFolder: string): Promise<Metafile> {
  const { version } = await readManifest(root);
  const sharp = await readManifest(join(root, 'node_modules/sharp'));
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: programs,
    outdir: outputFolder,
    bundle: true,
    splitting: true,
    // Beside the programs: what is found relative to a module, such as a decoder, is found from every chunk.
    chunkNames: '[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    metafile: true,
    logLevel: 'warning',
    banner: { js: requireBanner },
    define: {
      HOLDOUT_VERSION: JSON.stringify(version),
      HOLDOUT_SHARP_VERSION: JSON.stringify(sharp.version),
    },
    plugins: [sharpPlugin],
  });
  await chmod(join(outputFolder, 'cli.js'), 0o755);
  return metafile;
}
