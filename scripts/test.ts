import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseTally, renderTally, type Tally } from './test/tally.ts';

// Everything that must hold before a change is taken: types, style, generated files, tests.

const root = fileURLToPath(new URL('..', import.meta.url));

/** Scripts of package.json, each counted as one test. */
const gates = ['typecheck', 'lint', 'check-generated'];

let passed = 0;
let failed = 0;
for (const gate of gates) {
  if ((await runStep('npm', ['run', '--silent', gate])) === 0) passed++;
  else failed++;
}
const tests = await runTests();
console.log(renderTally({ ...tests, passed: passed + tests.passed, failed: failed + tests.failed }));
process.exitCode = failed + tests.failed === 0 ? 0 : 1;

async function runTests(): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'holdout-tally-'));
  const file = join(folder, 'tally.json');
  try {
    const code = await runStep('npx', ['vitest', 'run', '--coverage'], { HOLDOUT_TEST_TALLY: file });
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

/** Runs a command with its output shown as it comes. @returns its exit code; 1 where it was killed */
function runStep(
  command: string,
  parameters: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  console.log(`\n> ${[command, ...parameters].join(' ')}`);
  const child = spawn(command, parameters, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
