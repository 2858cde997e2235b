import { readFileSync } from 'node:fs';

/** Set by the build; in sources there is none. */
declare const HOLDOUT_VERSION: string | undefined;

/** The version of holdout, as in package.json. */
export const version = typeof HOLDOUT_VERSION === 'string' ? HOLDOUT_VERSION : readVersion();

function readVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const manifest: unknown = JSON.parse(text);
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) {
    if (typeof manifest.version === 'string') return manifest.version;
  }
  throw new Error('package.json holds no version');
}
