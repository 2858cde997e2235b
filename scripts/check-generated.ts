import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildDist } from './build.ts';
import { compareFolders } from './build/compare-folders.ts';
import { generateFiles } from './generate.ts';
import { generatedFolders, writeGeneratedFiles } from './generate/write-files.ts';

// Fails when what is committed is not what the sources make: dist/, schemas/, docs/checks/, docs/images/, the examples' reports,
// docs/verdict.md and the tables of README.md.

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/u, '');
const fresh = await mkdtemp(join(tmpdir(), 'holdout-generated-'));
try {
  await buildDist(root, join(fresh, 'dist'));
  await writeGeneratedFiles(fresh, await generateFiles());
  const differences = await compareFolders(root, fresh, [
    'dist',
    ...generatedFolders,
    'docs/verdict.md',
    'README.md',
  ]);
  for (const difference of differences) console.log(difference);
  if (differences.length > 0) {
    console.log(`${differences.length} files are not what the sources make: npm run generate`);
    process.exitCode = 1;
  } else {
    console.log('everything generated is what the sources make');
  }
} finally {
  await rm(fresh, { recursive: true });
}
