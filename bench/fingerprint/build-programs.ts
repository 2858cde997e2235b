import { build, type Plugin } from 'esbuild';
import { join } from 'node:path';

/** The two programs that are compared: they differ only in what their workers do with a file's bytes. */
export const variants = ['bare', 'whole'] as const;
export type Variant = (typeof variants)[number];

/**
 * Bundles `run-files.ts` and the worker beside it, as `dist/` has them, once for each variant.
 * @param root the repository, absolute
 * @returns the path of each program
 */
export async function buildPrograms(root: string): Promise<Record<Variant, string>> {
  const [bare, whole] = await Promise.all(variants.map((variant) => buildProgram(root, variant)));
  if (bare === undefined || whole === undefined) throw new Error('not every program was built');
  return { bare, whole };
}

async function buildProgram(root: string, variant: Variant): Promise<string> {
  const outdir = join(root, 'node_modules/.cache/holdout-bench', variant);
  await build({
    absWorkingDir: root,
    entryPoints: {
      'run-files': 'bench/fingerprint/run-files.ts',
      'fingerprint-worker': 'src/fingerprint/worker.ts',
    },
    outdir,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
    plugins: variant === 'bare' ? [bareWorker(root)] : [],
  });
  return join(outdir, 'run-files.js');
}

function bareWorker(root: string): Plugin {
  return {
    name: 'bare-worker',
    setup(builder) {
      builder.onResolve({ filter: /fingerprint-(?:image|mask)\.ts$/ }, ({ path }) => ({
        path: join(root, 'bench/fingerprint', path.includes('mask') ? 'bare-mask.ts' : 'bare-image.ts'),
      }));
    },
  };
}
