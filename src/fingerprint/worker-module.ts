import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The program that the pool forks: built beside the bundle, or the source run through tsx. */
export function workerModule(): { readonly path: string; readonly execArgv: readonly string[] } {
  if (!import.meta.url.endsWith('.ts')) {
    return { path: fileURLToPath(new URL('./fingerprint-worker.js', import.meta.url)), execArgv: [] };
  }
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return { path: fileURLToPath(new URL('./worker.ts', import.meta.url)), execArgv: ['--import', loader] };
}
