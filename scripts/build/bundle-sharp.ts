import { build, type Metafile } from 'esbuild';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readManifest } from './package-manifest.ts';

/** The packages whose binaries are copied into `dist/`; esbuild does not see them. */
export const binaryPackages = [
  '@img/sharp-linux-x64',
  '@img/sharp-libvips-linux-x64',
  '@img/sharp-wasm32',
] as const;

/**
 * Puts both builds of sharp's binary into `outputFolder` (absolute), where `sharp-loader.ts` looks for them.
 * The addon finds libvips by a path relative to its own folder, so the two folders keep their names.
 * @returns what went into the WebAssembly loader
 * @throws Error when a binary is not installed or not of sharp's version
 */
export async function bundleSharp(root: string, outputFolder: string): Promise<Metafile> {
  const modules = join(root, 'node_modules');
  const { version } = await readManifest(join(modules, 'sharp'));
  await requireBinaries(modules, version);
  const [addon, libvips, wasm] = binaryPackages.map((name) => join(modules, name, 'lib'));
  if (addon === undefined || libvips === undefined || wasm === undefined) throw new Error('no binaries');
  await copy(join(addon, `sharp-linux-x64-${version}.node`), outputFolder, 'sharp-linux-x64/lib/sharp.node');
  const library = await findOne(libvips, /^libvips-cpp\.so\./u);
  await copy(join(libvips, library), outputFolder, `sharp-libvips-linux-x64/lib/${library}`);
  const wasmFile = `sharp-wasm32-${version}.node.wasm`;
  await copy(join(wasm, wasmFile), outputFolder, `sharp-wasm32/${wasmFile}`);
  return bundleWasmLoader(root, join(outputFolder, 'sharp-wasm32'));
}

/** One CommonJS file: it starts threads of itself by its own path, and finds the `.wasm` beside it. */
async function bundleWasmLoader(root: string, folder: string): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { sharp: '@img/sharp-wasm32/sharp.node' },
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    metafile: true,
    logLevel: 'warning',
  });
  return metafile;
}

async function requireBinaries(modules: string, sharpVersion: string): Promise<void> {
  const found = await Promise.all(
    binaryPackages.map((name) => readManifest(join(modules, name)).catch(() => undefined)),
  );
  const missing = binaryPackages.filter((_, index) => found[index] === undefined);
  if (missing.length > 0) {
    throw new Error(
      `${missing.join(', ')} missing from node_modules; dist/ is built from the binaries for linux x64 (glibc): npm ci --os=linux --cpu=x64 --libc=glibc`,
    );
  }
  for (const manifest of found) {
    if (manifest && !manifest.name.includes('libvips') && manifest.version !== sharpVersion) {
      throw new Error(`${manifest.name} is ${manifest.version}, sharp is ${sharpVersion}`);
    }
  }
}

async function findOne(folder: string, pattern: RegExp): Promise<string> {
  const [name, ...others] = (await readdir(folder)).filter((entry) => pattern.test(entry));
  if (name === undefined || others.length > 0) throw new Error(`not one ${pattern.source} in ${folder}`);
  return name;
}

async function copy(from: string, outputFolder: string, to: string): Promise<void> {
  const target = join(outputFolder, to);
  await mkdir(dirname(target), { recursive: true });
  await copyFile(from, target);
}
