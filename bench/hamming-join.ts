import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareAll } from '../src/fingerprint/hamming-join/compare-records.ts';
import { groupEqual } from '../src/fingerprint/hamming-join/group-equal.ts';
import { joinDistinct } from '../src/fingerprint/hamming-join/join-distinct.ts';
import { drawSkewed, drawUniform } from '../test/fingerprint/hamming-join/draw-hashes.ts';

// How long the join of perceptual hashes takes, on one processor, the best of several rounds, each row of the table in a
// process of its own.
//
// sort: the radix sort that groups equal hashes, which any join has to do as well; × sort: join against sort.
// × brute: time to compare every two, from the time for 10,000 hashes, against sort and join together.
// RSS: the most that the process held, the hashes included.

interface Case {
  readonly kind: 'uniform' | 'skewed';
  readonly count: number;
  /** 0 for all pairs. */
  readonly enoughPairs: number;
}

interface Measured {
  readonly sortSeconds: number;
  readonly joinSeconds: number;
  readonly joinProcessorSeconds: number;
  readonly pairs: number;
  readonly sated: number;
  readonly rssMegabytes: number;
}

const { values: flags } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    distance: { type: 'string', default: '6' },
    most: { type: 'string', default: '10000000' },
    case: { type: 'string' },
  },
});
const distanceBits = Number(flags.distance);

const cases: readonly Case[] = [
  { kind: 'uniform', count: 1e5, enoughPairs: 0 },
  { kind: 'skewed', count: 1e5, enoughPairs: 0 },
  { kind: 'uniform', count: 1e6, enoughPairs: 0 },
  { kind: 'skewed', count: 1e6, enoughPairs: 0 },
  { kind: 'skewed', count: 1e6, enoughPairs: 100 },
  { kind: 'uniform', count: 1e7, enoughPairs: 0 },
  // All of their pairs are some ten thousand million.
  { kind: 'skewed', count: 1e7, enoughPairs: 100 },
];

if (flags.case === undefined) await printTable();
else process.send?.(measure(JSON.parse(flags.case) as Case));

async function printTable(): Promise<void> {
  const bruteSeconds = timeBruteForce();
  console.log(`within ${distanceBits} bits, best of ${flags.rounds} rounds`);
  console.log(
    'hashes    drawn    enough   sort s   join s  join CPU s        pairs     sated  RSS MB  × sort  × brute',
  );
  for (const each of cases.filter(({ count }) => count <= Number(flags.most))) {
    const rounds: Measured[] = [];
    for (let round = 0; round < Number(flags.rounds); round++) rounds.push(await measureApart(each));
    const least = (key: keyof Measured) => Math.min(...rounds.map((measured) => measured[key]));
    const sort = least('sortSeconds');
    const join = least('joinSeconds');
    console.log(
      [
        each.count.toExponential(0).padEnd(8),
        each.kind.padEnd(8),
        (each.enoughPairs === 0 ? 'all' : String(each.enoughPairs)).padStart(6),
        sort.toFixed(2).padStart(8),
        join.toFixed(2).padStart(8),
        least('joinProcessorSeconds').toFixed(2).padStart(11),
        String(least('pairs')).padStart(12),
        String(least('sated')).padStart(9),
        Math.max(...rounds.map(({ rssMegabytes }) => rssMegabytes))
          .toFixed(0)
          .padStart(7),
        (join / sort).toFixed(1).padStart(7),
        ((bruteSeconds * each.count ** 2) / (sort + join)).toFixed(0).padStart(8),
      ].join(' '),
    );
  }
}

function measureApart(each: Case): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const args = ['--distance', flags.distance, '--case', JSON.stringify(each)];
    const child = fork(fileURLToPath(import.meta.url), args);
    child.on('message', (message) => resolve(message as Measured));
    child.on('exit', (code) => reject(new Error(`ended with ${code ?? 'a signal'} and no figures`)));
  });
}

function measure({ kind, count, enoughPairs }: Case): Measured {
  const hashes = (kind === 'uniform' ? drawUniform : drawSkewed)(count, 1);
  const started = performance.now();
  const groups = groupEqual(hashes);
  const sorted = performance.now();
  const before = process.cpuUsage();
  let seen = 0;
  const give = (): void => {
    seen++;
  };
  const { pairs, sated } = joinDistinct(hashes, groups, distanceBits, give, {
    enoughPairs: enoughPairs === 0 ? Infinity : enoughPairs,
  });
  if (seen !== pairs) throw new Error(`${pairs} pairs were counted and ${seen} given`);
  return {
    sortSeconds: (sorted - started) / 1000,
    joinSeconds: (performance.now() - sorted) / 1000,
    joinProcessorSeconds: process.cpuUsage(before).user / 1e6,
    pairs,
    sated,
    rssMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

/** @returns seconds for n hashes, divided by n² */
function timeBruteForce(): number {
  const count = 10_000;
  const { high, low } = drawUniform(count, 1);
  const records = new Int32Array(3 * count);
  high.forEach((upper, index) => records.set([upper, low[index] ?? 0, index], 3 * index));
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    compareAll(records, 0, records.length, distanceBits, [], () => undefined);
    return (performance.now() - started) / 1000;
  });
  return Math.min(...times) / count ** 2;
}
