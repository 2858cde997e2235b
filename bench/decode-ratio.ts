import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { buildPrograms, variants, type Variant } from './fingerprint/build-programs.ts';
import { copyAsPng, listFiles, makeMasks, maskColors } from './fingerprint/make-files.ts';
import type { Work } from './fingerprint/run-files.ts';

// How much longer a fingerprint takes than decoding alone: the same programs with the same processes, one of
// which stops when the pixels are there. Run with a folder of pictures, or without for the example dataset.
//
// A fingerprint is all that holdout ever takes of a picture: the description for the search for near-duplicates, too.
//
// cold: one run over all files, from the start of the process to its end.
// more: what the files take once the programs run, from the difference to a run over the files several times.
// CPU: the same in processor time of all processes, which tells more than the clock where the machine is shared.

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/u, '');
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '7' },
    workers: { type: 'string', default: '2' },
    repeats: { type: 'string', default: '4' },
    masks: { type: 'string', default: '1000' },
    copies: { type: 'string', default: '400' },
  },
});
const folder = resolve(positionals[0] ?? join(root, 'examples/abdomen-ultrasound/images'));
if (!existsSync(folder)) throw new Error(`there is no folder ${folder}`);

interface FileSet {
  readonly name: string;
  readonly role: 'image' | 'mask';
  readonly paths: readonly string[];
}

const programs = await buildPrograms(root);
const temporary = await mkdtemp(join(tmpdir(), 'holdout-bench-'));
try {
  console.log(`${flags.workers} workers, medians of ${flags.rounds} rounds; ${folder}`);
  console.log(
    'files               count   cold: bare     whole  images/s  ratio   more: bare     whole  images/s  ratio    CPU: bare     whole  ratio',
  );
  for (const set of await collectSets()) if (set.paths.length > 0) await compare(set);
} finally {
  await rm(temporary, { recursive: true });
}

async function collectSets(): Promise<FileSet[]> {
  const jpegs = await listFiles(folder, ['.jpg', '.jpeg']);
  const pngs = await listFiles(folder, ['.png']);
  const copies =
    pngs.length > 0 ? [] : await copyAsPng(jpegs.slice(0, Number(flags.copies)), join(temporary, 'png'));
  return [
    { name: 'JPEG', role: 'image', paths: jpegs },
    { name: pngs.length > 0 ? 'PNG' : 'the same as PNG', role: 'image', paths: [...pngs, ...copies] },
    {
      name: 'masks 512 × 512',
      role: 'mask',
      paths: await makeMasks(Number(flags.masks), join(temporary, 'masks')),
    },
  ];
}

async function compare({ name, role, paths }: FileSet): Promise<void> {
  const repeats = Number(flags.repeats);
  const once = await listWork(paths, role, 1);
  const often = await listWork(paths, role, repeats);
  const cold: Times = { bare: [], whole: [] };
  const more: Times = { bare: [], whole: [] };
  const cpu: Times = { bare: [], whole: [] };
  for (let round = 0; round < Number(flags.rounds); round++) {
    // Alternating, the first of a round changing, so that what else the machine does falls on both.
    for (const variant of round % 2 === 0 ? variants : [...variants].reverse()) {
      const [short, long] = [await timeRun(programs[variant], once), await timeRun(programs[variant], often)];
      cold[variant].push(short.seconds);
      more[variant].push((long.seconds - short.seconds) / (repeats - 1));
      cpu[variant].push((long.cpuSeconds - short.cpuSeconds) / (repeats - 1));
    }
  }
  const cells = [describe(cold, paths.length), describe(more, paths.length), describe(cpu)];
  console.log(`${name.padEnd(18)} ${String(paths.length).padStart(6)}   ${cells.join('   ')}`);
}

type Times = Record<Variant, number[]>;

function describe(times: Times, count?: number): string {
  const [bare, whole] = [median(times.bare), median(times.whole)];
  const milliseconds = [bare, whole].map((time) => `${(time * 1000).toFixed(0)} ms`.padStart(9)).join(' ');
  const rate = count === undefined ? '' : ` ${(count / whole).toFixed(0).padStart(8)} `;
  return `${milliseconds} ${rate} ${(whole / bare).toFixed(2).padStart(5)}`;
}

/** @returns path of a file that names the work */
async function listWork(paths: readonly string[], role: FileSet['role'], times: number): Promise<string> {
  const base = paths.every((path) => path.startsWith(temporary)) ? temporary : folder;
  const requests = paths.map((path) => ({
    path: relative(base, path),
    absolutePath: path,
    bytes: 0,
    role,
  }));
  const work: Work = {
    requests: Array.from({ length: times }, () => requests).flat(),
    settings: {
      limits: { pixels: 64_000_000, fileBytes: 512_000_000, decodeSeconds: 10 },
      palette: { kind: 'color', colors: maskColors },
      describesImages: true,
      workers: Number(flags.workers),
    },
  };
  const file = join(temporary, `${role}-${times}.json`);
  await writeFile(file, JSON.stringify(work));
  return file;
}

/** Time from the start of the process to its end, and processor time of it and its workers. */
async function timeRun(program: string, work: string): Promise<{ seconds: number; cpuSeconds: number }> {
  const started = performance.now();
  const cpuBefore = readChildrenCpu();
  await run(process.execPath, [program, work]);
  return { seconds: (performance.now() - started) / 1000, cpuSeconds: readChildrenCpu() - cpuBefore };
}

/** Processor time of the processes that ended below this one, in seconds (proc_pid_stat(5): cutime and cstime). */
function readChildrenCpu(): number {
  if (!existsSync('/proc/self/stat')) return NaN;
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  const ticksPerSecond = 100;
  return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
