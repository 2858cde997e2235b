import { createRequire } from 'node:module';
import type sharp from 'sharp';
import { isCompatible } from './compatible-version.ts';
import { loadFirst } from './load-first.ts';
import { chooseBinding, type SharpBinding } from './sharp-binding.ts';

// Stands for `sharp` in the bundle: the installed copy, else the native one beside the bundle, else WebAssembly.

declare const HOLDOUT_SHARP_VERSION: string;

type Sharp = typeof sharp;

const requireBeside = createRequire(import.meta.url);

export default await loadFirst<Sharp>(
  'the image decoder sharp',
  [
    { name: 'installed', load: loadInstalled },
    { name: 'native', load: () => loadBundled(loadNative()) },
    { name: 'wasm', load: () => loadBundled(requireBinding('./sharp-wasm32/sharp.cjs')) },
  ],
  process.env['HOLDOUT_SHARP'],
);

/** The build leaves this import to Node, which looks for node_modules from the bundle's folder upwards. */
async function loadInstalled(): Promise<Sharp> {
  const installed = (await import('sharp')).default;
  const version = installed.versions.sharp;
  if (!isCompatible(version, HOLDOUT_SHARP_VERSION)) {
    throw new Error(`version ${version} is installed, ${HOLDOUT_SHARP_VERSION} is needed`);
  }
  return installed;
}

async function loadBundled(binding: SharpBinding): Promise<Sharp> {
  chooseBinding(binding);
  return (await import('./sharp-bundled.ts')).default;
}

function loadNative(): SharpBinding {
  const { platform, arch } = process;
  if (platform !== 'linux' || arch !== 'x64') throw new Error('built for linux x64');
  const binding = requireBinding('./sharp-linux-x64/lib/sharp.node');
  if ('_isUsingX64V2' in binding && isFunction(binding._isUsingX64V2) && binding._isUsingX64V2() !== true)
    throw new Error('built for processors with x86-64-v2');
  return binding;
}

function isFunction(value: unknown): value is () => unknown {
  return typeof value === 'function';
}

function requireBinding(path: string): SharpBinding {
  const binding: unknown = requireBeside(path);
  if (typeof binding !== 'object' || binding === null) throw new Error('the file holds no decoder');
  return binding;
}
