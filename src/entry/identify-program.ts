import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** SHA-256 of all code of holdout that may run here, hex: the bundles, or the sources where they run themselves. */
export function identifyProgram(): string {
  const isSource = import.meta.url.endsWith('.ts');
  const folder = fileURLToPath(new URL(isSource ? '..' : '.', import.meta.url));
  const code = readdirSync(folder, { encoding: 'utf8', recursive: isSource })
    .filter((name) => name.endsWith(isSource ? '.ts' : '.js'))
    .sort();
  const hash = createHash('sha256');
  for (const name of code)
    hash
      .update(`${name}\n`)
      .update(readFileSync(join(folder, name)))
      .update('\n');
  return hash.digest('hex');
}
