import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EnvironmentError } from '../model/errors.ts';

/** A trainer: a program with its first arguments, and what it needs in its environment. */
export interface Trainer {
  readonly command: readonly [program: string, ...parameters: string[]];
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The trainer of holdout, in the Python that HOLDOUT_BASELINE_PYTHON names, or that `npm run baseline:setup` has set up.
 * @throws EnvironmentError where there is none
 */
export async function findTrainer(env: Readonly<Record<string, string | undefined>>): Promise<Trainer> {
  const root = findRepository();
  const python = await findPython(root, env['HOLDOUT_BASELINE_PYTHON']);
  const paths = [join(root, 'baseline'), python.env['PYTHONPATH']].filter((path) => path !== undefined);
  return {
    // Nothing is written beside the trainer, which may lie in a folder that many runs share.
    command: [python.command, '-B', '-m', 'holdout_baseline'],
    env: { ...python.env, PYTHONPATH: paths.join(':') },
  };
}

interface Python {
  readonly command: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The folder that holds `baseline/`: above `dist/`, or above `src/entry/`. */
function findRepository(): string {
  const places = ['..', '../..'].map((way) => fileURLToPath(new URL(way, import.meta.url)));
  const root = places.find((place) => existsSync(join(place, 'baseline/holdout_baseline')));
  if (root === undefined)
    throw new EnvironmentError('the trainer of holdout is not beside it', {
      hint: 'run the baseline from a checkout of holdout, or name another trainer as baseline.command',
    });
  return root;
}

async function findPython(root: string, given: string | undefined): Promise<Python> {
  if (given !== undefined && given !== '') return { command: given, env: {} };
  try {
    const record: unknown = JSON.parse(
      await readFile(join(root, 'node_modules/.cache/holdout-baseline.json'), 'utf8'),
    );
    if (isPython(record) && existsSync(record.command)) return record;
  } catch {
    // Not set up, or by another version: what to do is the same.
  }
  throw new EnvironmentError('the Python of the trainer is not set up', {
    hint: 'run `npm run baseline:setup` in the checkout of holdout, or name one with PyTorch and MONAI in HOLDOUT_BASELINE_PYTHON',
  });
}

function isPython(value: unknown): value is Python {
  return (
    typeof value === 'object' &&
    value !== null &&
    'command' in value &&
    typeof value.command === 'string' &&
    'env' in value &&
    typeof value.env === 'object'
  );
}
