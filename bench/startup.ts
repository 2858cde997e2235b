import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from '../src/statistics/median.ts';

// How long `holdout --help` takes, as a ratio to Node with an empty program: what every hook pays first.

const rounds = 31;
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'holdout-startup-'));
const empty = join(folder, 'empty.mjs');
writeFileSync(empty, '');

function time(parameters: readonly string[]): number {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, parameters);
  if (status !== 0) throw new Error(`${parameters.join(' ')} ended with ${status ?? 'a signal'}`);
  return performance.now() - started;
}

const bare: number[] = [];
const help: number[] = [];
for (let round = 0; round < rounds; round++) {
  bare.push(time([empty]));
  help.push(time([cli, '--help']));
}
rmSync(folder, { recursive: true });
console.log(`node, empty program   ${median(bare).toFixed(1)} ms`);
console.log(`holdout --help        ${median(help).toFixed(1)} ms`);
console.log(
  `ratio                 ${(median(help) / median(bare)).toFixed(2)} (medians of ${rounds} rounds)`,
);
