import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runStep } from './test/run-step.ts';
import { runTrainerTests } from './test/run-trainer-tests.ts';
import { setUpBrowser } from './test/set-up-browser.ts';
import { addTallies, parseTally, renderTally, type Tally } from './test/tally.ts';

// Everything that must hold before a change is taken: types, style, generated files, tests.

const root = fileURLToPath(new URL('..', import.meta.url));

/** Scripts of package.json, each counted as one test. */
const gates = ['typecheck', 'lint', 'check-generated'];

let passed = 0;
let failed = 0;
for (const gate of gates) {
  if ((await runStep('npm', ['run', '--silent', gate], { cwd: root })) === 0) passed++;
  else failed++;
}
await setUpBrowser();
// The trainer's environment is set up first: its tests and those of holdout use it.
const all = [{ passed, failed, skipped: [] }, await runTrainerTests(), await runTests()].reduce(addTallies);
console.log(renderTally(all));
process.exitCode = all.failed === 0 ? 0 : 1;

async function runTests(): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'holdout-tally-'));
  const file = join(folder, 'tally.json');
  try {
    const code = await runStep('npx', ['vitest', 'run', '--coverage'], {
      cwd: root,
      env: { HOLDOUT_TEST_TALLY: file },
    });
    const tally = parseTally(await readFile(file, 'utf8'));
    // A run can fail with every test passed, such as when no coverage can be written.
    return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
  } catch (error) {
    console.log(`the tests did not run to their end: ${String(error)}`);
    return { passed: 0, failed: 1, skipped: [] };
  } finally {
    await rm(folder, { recursive: true });
  }
}
