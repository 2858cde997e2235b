import type { Measured, Tally } from './measure.ts';
import type { Transformation } from './transformations.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** What was measured on each kind of data set. */
export interface Results {
  readonly tuned: readonly Measured[];
  readonly wide: readonly Measured[];
  readonly heldOut: readonly Measured[];
  readonly transformations: readonly Transformation[];
  readonly windowings: readonly Transformation[];
}

/** `docs/benchmarks.md` but for what other tools find. */
export function formatPage({ tuned, wide, heldOut, transformations, windowings }: Results): string {
  return [
    '# Benchmarks',
    '',
    'Written by `tsx bench/near-duplicates/run.ts`.',
    '',
    '## Near-duplicates',
    '',
    'Copies of a seeded sample are planted among clean pictures, one transformation at one strength at a time. A cell is',
    'the share of copies, in per cent, found in a cluster with their original, and in brackets the share called a copy',
    'rather than the same scene. Percentages of a size are of a side; `–`: pictures of two levels cannot be windowed.',
    'Thresholds were chosen with these five data sets at hand: what holds for others stands below.',
    '',
    ...formatTable(tuned, transformations),
    '',
    'A false cluster joins planted or clean pictures that were not together before; where subjects are known, only pictures',
    'of different subjects count, clusters of a scene included.',
    '',
    '### By transformation',
    '',
    'All data sets above together, with 95 % intervals after Wilson.',
    '',
    ...formatTotals(tuned, transformations),
    '',
    '### 16-bit pictures shown in 8 bits',
    '',
    'Simulated slices of computed tomography with a range of 12 bits, stored in 16; the copies are what viewers show in',
    '8 bits. Windows: soft tissue −160 to 240 HU, bone −500 to 1300 HU, lung −1350 to 150 HU; or between percentiles of',
    'the stored values.',
    '',
    ...formatTable(wide, windowings),
    '',
    '### Held out',
    '',
    'Data sets that no threshold was tuned on, before or after these figures were seen: photographs that scikit-image',
    'and scikit-learn ship, the templates of DeepPCB, and simulated ultrasound of 40 bodies and probes that the example',
    'does not have.',
    '',
    ...formatTable(heldOut, transformations),
    '',
    '### False clusters among clean pictures',
    '',
    'Clusters that join different subjects, copies and scenes alike, with the 95 % bound: Wilson’s, and the rule of three',
    'where there is none.',
    '',
    ...formatClean([...tuned, ...wide, ...heldOut]),
    '',
  ].join('\n');
}

function formatTable(sets: readonly Measured[], transformations: readonly Transformation[]): string[] {
  const rows = transformations.flatMap(({ name, strengths }) =>
    strengths.map((strength) => {
      const cells = sets.map(({ tallies }) => {
        const tally = tallies.find((one) => one.transformation === name && one.strength === strength);
        return tally
          ? `${percent(tally.found, tally.planted)} (${percent(tally.calledCopies, tally.planted)})`
          : '–';
      });
      return row([name, strength, ...cells]);
    }),
  );
  const sum = (of: (tally: Tally) => number) =>
    sets.map(({ tallies }) => tallies.reduce((total, tally) => total + of(tally), 0));
  const found = sum((tally) => tally.found);
  const planted = sum((tally) => tally.planted);
  return [
    row(['transformation', 'strength', ...sets.map(({ name }) => name)]),
    row(['---', '---', ...sets.map(() => '---:')]),
    ...rows,
    row(['**all**', '', ...sets.map((_, index) => percent(found[index] ?? 0, planted[index] ?? 1))]),
    row(['copies planted', '', ...planted]),
    row(['false clusters', '', ...sum((tally) => tally.falseClusters)]),
    row(['clean pictures', '', ...sets.map(({ pictures }) => pictures)]),
    row(['clean pictures: clusters of copies', '', ...sets.map(({ cleanCopies }) => cleanCopies.length)]),
    row(['clean pictures: clusters of a scene', '', ...sets.map(({ cleanScenes }) => cleanScenes)]),
  ];
}

function formatTotals(sets: readonly Measured[], transformations: readonly Transformation[]): string[] {
  const rows = transformations.map(({ name }) => {
    const tallies = sets
      .flatMap((set) => set.tallies)
      .filter(({ transformation }) => transformation === name);
    const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
    const planted = sum((tally) => tally.planted);
    return row([
      name,
      planted,
      ...[sum((tally) => tally.found), sum((tally) => tally.calledCopies)].map(
        (hits) => `${percent(hits, planted)} (${wilsonInterval(hits, planted).map(tenths).join('–')})`,
      ),
    ]);
  });
  return [
    row(['transformation', 'copies', 'found, %', 'called copies, %']),
    row(['---', '---:', '---:', '---:']),
    ...rows,
  ];
}

function formatClean(sets: readonly Measured[]): string[] {
  const rows = sets.flatMap(({ name, clean: { pictures, subjects, falseClusters } }) => {
    if (subjects === undefined || falseClusters === undefined) return [];
    const bound = falseClusters === 0 ? 3 / pictures : wilsonInterval(falseClusters, pictures)[1];
    return [
      row([
        name,
        pictures,
        subjects,
        falseClusters,
        `${((1000 * falseClusters) / pictures).toFixed(1)} (< ${(1000 * bound).toFixed(1)})`,
      ]),
    ];
  });
  return [
    row(['data set', 'pictures', 'subjects', 'false clusters', 'per 1,000 pictures']),
    row(['---', '---:', '---:', '---:', '---:']),
    ...rows,
  ];
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

function percent(part: number, whole: number): string {
  const value = (100 * part) / whole;
  return Number.isInteger(value) ? value.toString() : value.toFixed(1);
}

function tenths(share: number): string {
  return (100 * share).toFixed(1);
}
