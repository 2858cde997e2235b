import { parseArgs } from 'node:util';
import { sumTallies, type Component } from '../src/split/component.ts';
import { compileProblem } from '../src/split/problem.ts';
import { placeInTurn } from '../src/split/place-in-turn.ts';
import { proposeSplit, type SplitRequest } from '../src/split/propose-split.ts';
import { seedRandom, type SeededRandom } from '../src/statistics/seeded-random.ts';
import { orderSplits } from '../src/split/wanted-splits.ts';

// How long a split of many components takes and how good it is. `dense`: every component has samples of all 20
// strata; else of one domain, one site and a few classes. A tenth of the components leak today, for the repair.

const { values: flags } = parseArgs({ options: { components: { type: 'string', default: '100000' } } });
const count = Number(flags.components);
const dimensions = [
  ['class', 12],
  ['site', 5],
  ['domain', 3],
] as const;
const splits = [
  { name: 'train', ratio: 0.7 },
  { name: 'val', ratio: 0.15 },
  { name: 'test', ratio: 0.15 },
];

console.log(
  'components               request   in turn  seconds  processor (s)      cost   largest size error  samples moved',
);
for (const isDense of [false, true]) {
  const components = makeComponents(isDense);
  const requests: SplitRequest[] = [
    { mode: 'new', splits, seed: 1 },
    { mode: 'folds', count: 10, seed: 1 },
    { mode: 'repair', seed: 1 },
    { mode: 'repair', splits, tolerance: 0.01, seed: 1 },
  ];
  for (const request of requests) {
    const started = performance.now();
    const usage = process.cpuUsage();
    const proposal = proposeSplit(components, request);
    const seconds = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(usage);
    const error = Math.max(...proposal.splits.map(({ share, wanted }) => Math.abs(share - wanted)));
    const moved =
      request.mode === 'repair' ? proposal.moves.reduce((sum, { samples }) => sum + samples, 0) : 0;
    console.log(
      `${count} ${isDense ? 'dense' : 'sparse'}`.padEnd(22),
      describeRequest(request).padStart(10),
      (request.mode === 'new' ? costInTurn(components).toExponential(1) : '').padStart(9),
      seconds.toFixed(2).padStart(8),
      ((user + system) / 1e6).toFixed(2).padStart(14),
      proposal.cost.after.total.toExponential(1).padStart(9),
      `${(100 * error).toFixed(4)} %`.padStart(20),
      String(moved).padStart(14),
    );
  }
}

function describeRequest(request: SplitRequest): string {
  if (request.mode === 'folds') return `${request.count} folds`;
  return request.mode === 'repair' && request.tolerance !== undefined ? 'repair 1 %' : request.mode;
}

function costInTurn(components: readonly Component[]): number {
  const whole = sumTallies(components.map(({ tally }) => tally));
  const options = { whole, seed: 1, isRepair: false, bounds: undefined };
  return Math.sqrt(placeInTurn(compileProblem(components, orderSplits(splits), options)).objective());
}

function makeComponents(isDense: boolean): Component[] {
  const random = seedRandom(7);
  return Array.from({ length: count }, (_, index) => {
    // Many small ones and a few large ones, as with frames per patient.
    const samples = 1 + Math.floor(8 / (0.02 + random.below(1000) / 1000));
    const tally = { samples, subjects: 1, strata: drawStrata(samples, isDense, random) };
    const main = random.below(100) < 75 ? 'train' : random.below(2) === 0 ? 'val' : 'test';
    const isLeaking = samples > 1 && random.below(10) === 0;
    const away = isLeaking ? 1 + random.below(Math.floor(samples / 2)) : 0;
    const part = (size: number) => ({ samples: size, subjects: 1, strata: new Map() });
    const today = new Map([[main, part(samples - away)]]);
    if (isLeaking) today.set(main === 'test' ? 'train' : 'test', part(away));
    return { id: `subject-${index}`, tally, today };
  });
}

function drawStrata(samples: number, isDense: boolean, random: SeededRandom): Component['tally']['strata'] {
  return new Map(
    dimensions.map(([dimension, strata]) => {
      const drawn = dimension === 'class' ? 4 : 1;
      const chosen = Array.from({ length: strata }, (_, stratum) => stratum).filter(
        // The later strata are the rarer ones.
        (stratum) => isDense || random.below(strata) < drawn * (1.5 - stratum / strata),
      );
      const counts = chosen.map((stratum): [string, number] => [
        `${dimension} ${stratum}`,
        1 + random.below(samples),
      ]);
      return [dimension, new Map(counts)];
    }),
  );
}
