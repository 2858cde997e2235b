import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { format, resolveConfig } from 'prettier';

/** Kernels in a folder, and how much memory they have, in pages of 64 KiB. */
interface KernelModule {
  readonly folder: string;
  readonly leastPages: number;
  readonly mostPages: number;
}

export const kernelModules: readonly KernelModule[] = [
  // What the kernels need beside a page of levels, and with one of 128 million bytes.
  { folder: 'src/fingerprint/kernels', leastPages: 16, mostPages: 2064 },
  // The largest sides that are compared, of 10,000 subjects each, take 80 MB.
  { folder: 'src/statistics/kernels', leastPages: 1, mostPages: 4096 },
];

const settings = [
  ...['simd.ts', '--outFile', 'simd.wasm', '--enable', 'simd', '--runtime', 'stub', '--use', 'abort='],
  ...['--optimizeLevel', '3', '--noAssert'],
];

const run = promisify(execFile);

/**
 * Compiles the AssemblyScript of the SIMD kernels. Its files end in `.as`, not `.ts`: they are checked by their
 * own compiler, whose types are not those of TypeScript.
 * @param root the repository, absolute
 * @returns the source of `simd-binary.ts`, which holds the WebAssembly
 * @throws Error with what the compiler says as its cause
 */
export async function compileKernels(
  root: string,
  { folder, leastPages, mostPages }: KernelModule,
): Promise<string> {
  const temporary = await mkdtemp(join(tmpdir(), 'holdout-kernels-'));
  try {
    const names = (await readdir(join(root, folder))).filter((name) => name.endsWith('.as'));
    for (const name of names) {
      await copyFile(join(root, folder, name), join(temporary, name.replace(/as$/u, 'ts')));
    }
    // As a program of its own: its types, imported, would change those of every array in this project.
    const compiler = join(root, 'node_modules/assemblyscript/bin/asc.js');
    const memory = ['--initialMemory', String(leastPages), '--maximumMemory', String(mostPages)];
    await run(process.execPath, [compiler, ...settings, ...memory], { cwd: temporary });
    return await formatModule(join(root, folder), await readFile(join(temporary, 'simd.wasm')));
  } catch (cause) {
    throw new Error('the kernels do not compile', { cause });
  } finally {
    await rm(temporary, { recursive: true });
  }
}

async function formatModule(folder: string, binary: Uint8Array): Promise<string> {
  const path = join(folder, 'simd-binary.ts');
  return format(renderBinary(binary), { ...(await resolveConfig(path)), parser: 'typescript' });
}

function renderBinary(binary: Uint8Array): string {
  const lines = Buffer.from(binary)
    .toString('base64')
    .match(/.{1,100}/gu);
  return [
    '// Made from simd.as by scripts/build/compile-kernels.ts.',
    '',
    '/** WebAssembly, base64. */',
    'export const simdBinary = [',
    ...(lines ?? []).map((line) => `'${line}',`),
    `].join('');`,
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  for (const kernels of kernelModules)
    await writeFile(join(root, kernels.folder, 'simd-binary.ts'), await compileKernels(root, kernels));
}
