import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PythonEnvironment } from '../python/prepare-environment.ts';
import { describeTrainer, prepareTrainerTests } from '../python/trainer-environment.ts';
import { readJunit } from './read-junit.ts';
import { runStep } from './run-step.ts';
import type { Tally } from './tally.ts';

const folder = fileURLToPath(new URL('../../baseline', import.meta.url));

/**
 * Types, style and tests of the trainer, whose environment is set up on first use. With HOLDOUT_SKIP_BASELINE=1 they are
 * left out, and counted as skipped.
 */
export async function runTrainerTests(): Promise<Tally> {
  if (process.env['HOLDOUT_SKIP_BASELINE'] === '1')
    return {
      passed: 0,
      failed: 0,
      skipped: [{ name: 'baseline/tests', reason: 'HOLDOUT_SKIP_BASELINE is set' }],
    };
  const python = await setUp();
  if (!python) return { passed: 0, failed: 1, skipped: [] };
  const env = { ...python.env, PYTHONDONTWRITEBYTECODE: '1', OMP_WAIT_POLICY: 'PASSIVE' };
  let [passed, failed] = [0, 0];
  for (const gate of [
    ['ruff', 'check', '--no-cache', '.'],
    ['ruff', 'format', '--no-cache', '--check', '.'],
    ['mypy', '--cache-dir', '/dev/null'],
  ]) {
    if ((await runStep(python.command, ['-m', ...gate], { cwd: folder, env })) === 0) passed++;
    else failed++;
  }
  const tests = await runPytest(python.command, env);
  return { ...tests, passed: passed + tests.passed, failed: failed + tests.failed };
}

async function setUp(): Promise<PythonEnvironment | undefined> {
  console.log('\n> setting up the trainer; the first time, PyTorch may take gigabytes and minutes');
  try {
    const python = await prepareTrainerTests();
    console.log(await describeTrainer(python));
    return python;
  } catch (error) {
    console.log(`the trainer could not be set up: ${String(error)}`);
    return undefined;
  }
}

async function runPytest(python: string, env: Readonly<Record<string, string>>): Promise<Tally> {
  const reports = await mkdtemp(join(tmpdir(), 'holdout-pytest-'));
  const file = join(reports, 'report.xml');
  try {
    const code = await runStep(python, ['-m', 'pytest', '--junit-xml', file], { cwd: folder, env });
    const tally = readJunit(await readFile(file, 'utf8'));
    return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
  } catch (error) {
    console.log(`the tests of the trainer did not run to their end: ${String(error)}`);
    return { passed: 0, failed: 1, skipped: [] };
  } finally {
    await rm(reports, { recursive: true });
  }
}
