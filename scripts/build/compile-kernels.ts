import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { format, resolveConfig } from 'prettier';

const folder = 'src/fingerprint/kernels';
/** 64 KiB each: what the kernels need beside a page of levels, and with one of 128 million bytes. */
const memoryPages = { least: 16, most: 2064 };

const settings = [
  ...['simd.ts', '--outFile', 'simd.wasm', '--enable', 'simd', '--runtime', 'stub', '--use', 'abort='],
  ...['--optimizeLevel', '3', '--noAssert', '--initialMemory', String(memoryPages.least)],
  ...['--maximumMemory', String(memoryPages.most)],
];

const run = promisify(execFile);

/**
 * Compiles the AssemblyScript of the SIMD kernels. Its files end in `.as`, not `.ts`: they are checked by their
 * own compiler, whose types are not those of TypeScript.
 * @param root the repository, absolute
 * @returns the source of `simd-binary.ts`, which holds the WebAssembly
 * @throws Error with what the compiler says as its cause
 */
export async function compileKernels(root: string): Promise<string> {
  const temporary = await mkdtemp(join(tmpdir(), 'holdout-kernels-'));
  try {
    const names = (await readdir(join(root, folder))).filter((name) => name.endsWith('.as'));
    for (const name of names) {
      await copyFile(join(root, folder, name), join(temporary, name.replace(/as$/u, 'ts')));
    }
    // As a program of its own: its types, imported, would change those of every array in this project.
    await run(process.execPath, [join(root, 'node_modules/assemblyscript/bin/asc.js'), ...settings], {
      cwd: temporary,
    });
    return await formatModule(root, await readFile(join(temporary, 'simd.wasm')));
  } catch (cause) {
    throw new Error('the kernels do not compile', { cause });
  } finally {
    await rm(temporary, { recursive: true });
  }
}

async function formatModule(root: string, binary: Uint8Array): Promise<string> {
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
