import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { compileKernels, kernelModules } from '../../scripts/build/compile-kernels.ts';

const root = resolve(import.meta.dirname, '../..');

it.each(kernelModules)(
  'the WebAssembly of $folder is what its source makes',
  async (kernels) => {
    const binary = await readFile(join(root, kernels.folder, 'simd-binary.ts'), 'utf8');
    expect(binary).toBe(await compileKernels(root, kernels));
  },
  60_000,
);
