import { seedRandom, shuffle } from '../../src/statistics/seeded-random.ts';
import { askCheck, percent, row, type Subject } from './ask-check.ts';
import { drawDomain } from './draw-images.ts';
import { askImageTests } from './image-tests.ts';
import { readRealDomains } from './real-subjects.ts';

const correlations = [0, 0.5, 0.9];
const sizes = [4, 8, 16, 40];

interface Alarms {
  check: number;
  kolmogorovSmirnov: number;
  stability: number;
}

/** How often two halves by subject of one domain are called shifted. @returns Markdown */
export async function measureCalibration(repeats: number): Promise<string[]> {
  const table = [
    row(
      'domain',
      'intra-class correlation',
      'subjects a side',
      'holdout',
      'KS by image',
      'PSI > 0.2 by image',
    ),
    row('---', '---:', '---:', '---:', '---:', '---:'),
  ];
  const total: Alarms = { check: 0, kolmogorovSmirnov: 0, stability: 0 };
  let halves = 0;
  const add = (cells: readonly string[], draw: (repeat: number) => readonly Subject[]): void => {
    const alarms: Alarms = { check: 0, kolmogorovSmirnov: 0, stability: 0 };
    for (let repeat = 0; repeat < repeats; repeat++) count(draw(repeat), alarms);
    for (const key of ['check', 'kolmogorovSmirnov', 'stability'] as const) total[key] += alarms[key];
    halves += repeats;
    table.push(row(...cells, ...describe(alarms, repeats)));
    console.log(table.at(-1));
  };
  for (const correlation of correlations)
    for (const size of sizes)
      add(['drawn', String(correlation), String(size)], (repeat) =>
        drawDomain(2 * size, correlation, 7919 * repeat + size),
      );
  for (const { name, subjects } of await readRealDomains())
    for (const size of [...sizes, 100].filter((one) => 2 * one <= subjects.length))
      add([name, '–', String(size)], (repeat) =>
        shuffle(subjects, seedRandom(104_729 * repeat + size)).slice(0, 2 * size),
      );
  table.push(row('all', '', '', ...describe(total, halves)));
  console.log(table.at(-1));
  return table;
}

function count(subjects: readonly Subject[], alarms: Alarms): void {
  const [first, second] = [subjects.slice(0, subjects.length / 2), subjects.slice(subjects.length / 2)];
  if (askCheck(first, second).isShifted) alarms.check++;
  const { kolmogorovSmirnov, stability } = askImageTests(first, second);
  if (kolmogorovSmirnov) alarms.kolmogorovSmirnov++;
  if (stability) alarms.stability++;
}

function describe({ check, kolmogorovSmirnov, stability }: Alarms, repeats: number): string[] {
  return [check, kolmogorovSmirnov, stability].map((alarms) => percent(alarms, repeats));
}
