import asc from 'assemblyscript/asc';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const folder = 'src/fingerprint/kernels';
/** 64 KiB each, and no more. */
const memoryPages = 16;

/**
 * Compiles the AssemblyScript of the SIMD kernels. Its file ends in `.as`, not `.ts`: it is checked by its own
 * compiler, whose types are not those of TypeScript.
 * @param root the repository, absolute
 * @returns the source of `simd-binary.ts`, which holds the WebAssembly
 * @throws Error with what the compiler says
 */
export async function compileKernels(root: string): Promise<string> {
  const source = await readFile(join(root, folder, 'simd.as'), 'utf8');
  let binary: Uint8Array | undefined;
  let complaint = '';
  const { error } = await asc.main(
    [
      ...['simd.ts', '--outFile', 'simd.wasm', '--enable', 'simd', '--runtime', 'stub', '--use', 'abort='],
      ...['--optimizeLevel', '3', '--noAssert', '--initialMemory', String(memoryPages)],
      ...['--maximumMemory', String(memoryPages)],
    ],
    {
      readFile: (name) => (name === 'simd.ts' ? source : null),
      writeFile: (_, contents) => {
        binary = typeof contents === 'string' ? undefined : contents;
      },
      listFiles: () => [],
      stderr: {
        write: (chunk) => {
          complaint += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
        },
      },
    },
  );
  if (error || !binary) throw new Error(`the kernels do not compile:\n${complaint}`);
  const path = join(root, folder, 'simd-binary.ts');
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
  await writeFile(join(root, folder, 'simd-binary.ts'), await compileKernels(root));
}
