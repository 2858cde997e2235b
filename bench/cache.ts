import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { crc32, deflateSync } from 'node:zlib';
import { seedRandom } from '../src/statistics/seeded-random.ts';

// What an audit costs without a cache, with one that it fills, and with one that is warm: when nothing has changed, and
// when a commit has replaced 10 pictures, as a pull request that is compared with its base and by itself. Beside it what
// git itself takes to say which files are unchanged. Clean clones of a repository of small different pictures, as a runner
// checks them out; each run is a process of its own.
//
// CPU: of the process and of those below it, which tells more than the clock where the machine is shared.

const { values: flags } = parseArgs({
  options: {
    images: { type: 'string', default: '20000' },
    changed: { type: 'string', default: '10' },
    keep: { type: 'string' },
  },
});
const images = Number(flags.images);
const changed = Number(flags.changed);
const [width, height] = [160, 120];
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const folder = flags.keep ?? (await mkdtemp(join(tmpdir(), 'holdout-cache-')));
const origin = join(folder, 'origin');
const cache = join(folder, 'cache');
/** A second one, as filled by the state before the change. */
const mainCache = join(folder, 'main-cache');

if (!existsSync(join(origin, '.git'))) await drawRepository();
console.log(
  `${images.toLocaleString('en')} PNG images of ${width} × ${height} pixels; Node ${process.version}, ${cpus().length} processors`,
);
console.log('| run | seconds | CPU s | decoded | report |');
console.log('| :-- | --: | --: | --: | :-- |');
const dataset = clone('clone');
const plain = audit('without a cache', dataset);
for (const old of [cache, mainCache]) await rm(old, { recursive: true, force: true });
compare(audit('cold: the cache is filled', dataset, { cache }), plain);
const megabytes = await measureFolder();
timeGit(dataset);
compare(audit('warm: nothing changed', dataset, { cache }), plain);
await changePictures(dataset);
timeGit(dataset);
await cp(cache, mainCache, { recursive: true });
compare(
  audit(`a pull request, ${changed} pictures replaced`, dataset, { cache, base: 'HEAD~1' }),
  audit('the same without a cache', dataset, { base: 'HEAD~1' }),
);
compare(
  audit(`no base, ${changed} pictures replaced`, dataset, { cache: mainCache }),
  audit(`the same without a cache`, dataset),
);
console.log(`\nThe cache takes ${megabytes} MB.`);
if (flags.keep === undefined) await rm(folder, { recursive: true });

async function drawRepository(): Promise<void> {
  await mkdir(join(origin, 'images'), { recursive: true });
  const rows: string[] = [];
  for (let index = 0; index < images; index++) {
    const file = `${String(index).padStart(6, '0')}.png`;
    await writeFile(join(origin, 'images', file), drawPicture(index));
    const subject = Math.floor(index / 10);
    const split = subject % 10 < 7 ? 'train' : subject % 10 < 9 ? 'val' : 'test';
    rows.push(`${file},s${subject},${split},${subject % 3 === 0 ? 'sick' : 'healthy'}`);
  }
  await writeFile(join(origin, 'manifest.csv'), ['file,subject,split,class', ...rows, ''].join('\n'));
  await writeFile(
    join(origin, 'holdout.yml'),
    `dataset: { name: many }
samples:
  manifest: manifest.csv
  root: images
  columns: { image: file, subject: subject, split: split, class: class }
labels: { kind: class, classes: [{ name: healthy }, { name: sick }] }
task: { kind: classification }
`,
  );
  git(origin, 'init', '--quiet');
  commit(origin, 'pictures');
}

/** Soft blobs in places of their own, so that no two pictures are alike, with a little grain. */
function drawPicture(seed: number): Buffer {
  const generator = seedRandom(seed + 1);
  const random = (): number => generator.below(2 ** 32) / 2 ** 32;
  const blobs = Array.from({ length: 12 }, () => ({
    x: random() * width,
    y: random() * height,
    radius: 4 + random() * 20,
    level: random() * 200 - 100,
  }));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let level = 118 + random() * 4;
      for (const blob of blobs) {
        const distance = ((x - blob.x) ** 2 + (y - blob.y) ** 2) / blob.radius ** 2;
        if (distance < 1) level += blob.level * (1 - distance);
      }
      rows[y * (width + 1) + 1 + x] = Math.max(0, Math.min(255, level));
    }
  }
  return writePng(rows);
}

/** @param rows a filter byte, then grey levels, a row */
function writePng(rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const chunks = [
    ['IHDR', header],
    ['IDAT', deflateSync(rows, { level: 1 })],
    ['IEND', Buffer.alloc(0)],
  ] as const;
  const parts = chunks.flatMap(([name, data]) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    checksum.writeUInt32BE(crc32(body));
    return [length, body, checksum];
  });
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

function clone(name: string): string {
  const to = join(folder, name);
  execFileSync('rm', ['-rf', to]);
  git(folder, 'clone', '--quiet', origin, to);
  return to;
}

/** Replaces pictures, spread evenly, by others, and commits them. */
async function changePictures(repository: string): Promise<void> {
  for (let change = 0; change < changed; change++) {
    const index = Math.floor(((change + 0.5) * images) / changed);
    await writeFile(
      join(repository, 'images', `${String(index).padStart(6, '0')}.png`),
      drawPicture(images + index),
    );
  }
  commit(repository, 'other pictures');
}

interface Audit {
  readonly report: string;
  readonly name: string;
}

function audit(
  name: string,
  repository: string,
  options: { readonly cache?: string; readonly base?: string } = {},
): Audit {
  const before = readChildrenCpu();
  const started = performance.now();
  const parameters = [cli, 'check', '.', '--format', 'json', '--fail-on', 'never'];
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [...parameters, ...Object.entries(options).flatMap(([option, value]) => [`--${option}`, value])],
    { cwd: repository, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${name} ended with ${status ?? 'a signal'}: ${stderr}`);
  const decoded =
    /(?<count>[\d,]+) files? decoded/u.exec(stderr)?.groups?.['count'] ?? images.toLocaleString('en');
  const cpu = (readChildrenCpu() - before).toFixed(1);
  console.log(`| ${name} | ${seconds.toFixed(1)} | ${cpu} | ${decoded} | ${stdout.length} bytes |`);
  return { report: stdout, name };
}

function timeGit(repository: string): void {
  const before = readChildrenCpu();
  const started = performance.now();
  git(repository, 'ls-files', '-s', '-v', '-z');
  git(repository, 'diff-files', '--name-only', '-z');
  const seconds = (performance.now() - started) / 1000;
  console.log(`| git alone | ${seconds.toFixed(1)} | ${(readChildrenCpu() - before).toFixed(1)} | | |`);
}

function compare(one: Audit, other: Audit): void {
  if (one.report !== other.report) throw new Error(`${one.name} and ${other.name} give different reports`);
}

async function measureFolder(): Promise<string> {
  const names = execFileSync('ls', [cache], { encoding: 'utf8' }).trim().split('\n');
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(cache, name))).size));
  return (sizes.reduce((sum, size) => sum + size, 0) / 1e6).toFixed(0);
}

function commit(repository: string, message: string): void {
  git(repository, 'add', '--all');
  git(
    repository,
    '-c',
    'user.name=bench',
    '-c',
    'user.email=bench@localhost',
    'commit',
    '--quiet',
    '-m',
    message,
  );
}

/** Without the tidying that git starts beside a commit: it would go on while an audit is timed. */
function git(repository: string, ...parameters: string[]): void {
  const settings = ['-c', 'gc.auto=0', '-c', 'maintenance.auto=false'];
  execFileSync('git', ['-C', repository, ...settings, ...parameters], { maxBuffer: 1 << 28 });
}

/** Processor time of the processes that ended below this one, in seconds (proc_pid_stat(5): cutime and cstime). */
function readChildrenCpu(): number {
  if (!existsSync('/proc/self/stat')) return NaN;
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  const ticksPerSecond = 100;
  return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
}
