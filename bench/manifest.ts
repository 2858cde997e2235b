import { parse } from 'csv-parse';
import { spawnSync } from 'node:child_process';
import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDataset } from '../src/adapters/file-system.ts';
import { readManifest } from '../src/inventory/manifest.ts';
import { seedRandom } from '../src/statistics/seeded-random.ts';

// How long a manifest of six columns takes to be read and counted by subject and split, in a process of its own, and
// how much memory that process takes at most (Node and tsx with nothing to read: about 90 MB). csv-parse for scale.

const columns = {
  ...{ image: 'image', label: 'label', subject: 'subject', split: 'split', domain: 'domain', class: 'class' },
  groups: {},
};
const rowsPerSubject = 100;
const readers = { holdout: countWithHoldout, 'csv-parse': countWithCsvParse };

const { values: flags } = parseArgs({ options: { file: { type: 'string' }, reader: { type: 'string' } } });
if (flags.file === undefined) compareReaders();
else await measureReader(flags.file, flags.reader === 'csv-parse' ? 'csv-parse' : 'holdout');

function compareReaders(): void {
  console.log('reader          rows   MB of text    groups   seconds  processor (s)   peak memory (MB)');
  const folder = mkdtempSync(join(tmpdir(), 'holdout-manifest-'));
  try {
    for (const rows of [1e5, 1e6, 1e7]) {
      const file = join(folder, `${rows}.csv`);
      writeManifest(file, rows);
      measureApart(file, 'holdout');
      // It takes a minute for the largest.
      if (rows < 1e7) measureApart(file, 'csv-parse');
      rmSync(file);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measureApart(file: string, reader: keyof typeof readers): void {
  const script = fileURLToPath(import.meta.url);
  const parameters = ['--import', 'tsx', script, '--file', file, '--reader', reader];
  const { status } = spawnSync(process.execPath, parameters, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${reader} ended with ${status ?? 'a signal'}`);
}

async function measureReader(file: string, reader: keyof typeof readers): Promise<void> {
  const started = performance.now();
  const usage = process.cpuUsage();
  const counts = await readers[reader](file);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(usage);
  const rows = counts.reduce((sum, count) => sum + count, 0);
  console.log(
    reader.padEnd(10),
    rows.toExponential(0).padStart(9),
    (statSync(file).size / 1e6).toFixed(0).padStart(12),
    String(counts.length).padStart(9),
    seconds.toFixed(2).padStart(9),
    ((user + system) / 1e6).toFixed(2).padStart(14),
    ((process.resourceUsage().maxRSS * 1024) / 1e6).toFixed(0).padStart(18),
  );
}

/** The number of rows of each subject in each split that has any. */
async function countWithHoldout(file: string): Promise<number[]> {
  const files = openDataset(dirname(file));
  const name = file.slice(dirname(file).length + 1);
  const held = { rows: 0, bytes: 0 };
  const { rows } = await readManifest(() => files.stream(name, 2 ** 32), name, columns, held);
  const subjects = rows.texts('subject');
  const splits = rows.texts('split');
  if (!subjects || !splits) throw new Error('the manifest lacks a column');
  const counts = new Uint32Array(subjects.values.length * splits.values.length);
  for (let row = 0; row < rows.length; row++) {
    const group = subjects.codeAt(row) * splits.values.length + splits.codeAt(row);
    counts[group] = (counts[group] ?? 0) + 1;
  }
  return [...counts].filter((count) => count > 0);
}

async function countWithCsvParse(file: string): Promise<number[]> {
  const counts = new Map<string, number>();
  const records = createReadStream(file).pipe(parse({ columns: true })) as AsyncIterable<
    Record<string, string>
  >;
  for await (const { subject, split } of records) {
    const group = `${subject ?? ''}/${split ?? ''}`;
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return [...counts.values()];
}

/** Rows in no order, as after a shuffle: subjects do not stand together. */
function writeManifest(path: string, rows: number): void {
  const random = seedRandom(5);
  const pick = (names: readonly string[]): string => names[random.below(names.length)] ?? '';
  const file = openSync(path, 'w');
  let text = 'image,label,subject,split,domain,class\n';
  for (let row = 0; row < rows; row++) {
    const subject = `P${String(random.below(rows / rowsPerSubject)).padStart(6, '0')}`;
    const name = `${subject}/${String(row).padStart(8, '0')}.png`;
    const split = pick(['train', 'train', 'train', 'val', 'test']);
    const domain = pick(['synthetic', 'real', 'phantom']);
    text += `images/${name},masks/${name},${subject},${split},${domain},${pick(['liver', 'kidney', 'none'])}\n`;
    if (text.length > 1e6 || row === rows - 1) {
      writeSync(file, text);
      text = '';
    }
  }
  closeSync(file);
}
