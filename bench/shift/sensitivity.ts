import type { ImageFingerprint } from '../../src/model/fingerprint.ts';
import { seedRandom, shuffle } from '../../src/statistics/seeded-random.ts';
import { askCheck, percent, row } from './ask-check.ts';
import { fingerprint, plantedShifts, readRaw, type PlantedShift } from './plant.ts';
import { readPictures } from './real-subjects.ts';

/** Pictures of each data set, each a subject of its own. */
const pictures = 64;
const sizes = [4, 8, 16];

/** How often planted shifts are found, and named for what they are. @returns Markdown */
export async function measureSensitivity(repeats: number): Promise<string[]> {
  const table = [
    row('data', 'shift', 'strength', ...sizes.map((size) => `found, ${size} a side`), 'rightly named'),
    row('---', '---', '---:', ...sizes.map(() => '---:'), '---:'),
  ];
  let [found, named] = [0, 0];
  for (const data of ['bccd', 'raccoon'] as const) {
    const files = shuffle(await readPictures(data), seedRandom(1)).slice(0, pictures);
    if (files.length === 0) console.warn('skipped: ../shared/data is not there');
    const raw = await Promise.all(files.map(readRaw));
    const plain = await inTurn(raw, fingerprint);
    for (const shift of plantedShifts) {
      for (const strength of shift.strengths) {
        const changed = await inTurn(raw, async (picture, seed) =>
          fingerprint(await shift.plant(picture, strength, seed)),
        );
        const outcomes = sizes.map((size) => tryOften(shift, plain, changed, size, repeats));
        const all = outcomes.reduce((sum, one) => sum + one.found, 0);
        const right = outcomes.reduce((sum, one) => sum + one.named, 0);
        found += all;
        named += right;
        const cells = outcomes.map((one) => percent(one.found, repeats));
        table.push(row(data, shift.name, strength, ...cells, percent(right, all)));
        console.log(table.at(-1));
      }
    }
  }
  table.push(row('all', '', '', ...sizes.map(() => ''), percent(named, found)));
  console.log(table.at(-1));
  return table;
}

/** One after the other: all at once would take the memory of all. */
async function inTurn<A, B>(
  items: readonly A[],
  change: (item: A, index: number) => Promise<B>,
): Promise<B[]> {
  const changed: B[] = [];
  for (const [index, item] of items.entries()) changed.push(await change(item, index));
  return changed;
}

/** Two sides without a common picture, the second changed. */
function tryOften(
  { expected }: PlantedShift,
  plain: readonly ImageFingerprint[],
  changed: readonly ImageFingerprint[],
  size: number,
  repeats: number,
): { found: number; named: number } {
  const count = { found: 0, named: 0 };
  for (let repeat = 0; repeat < repeats; repeat++) {
    const places = shuffle([...plain.keys()], seedRandom(7919 * repeat + size)).slice(0, 2 * size);
    const pick = (from: readonly ImageFingerprint[], at: readonly number[]) =>
      at.flatMap((place) => {
        const image = from[place];
        return image ? [[image]] : [];
      });
    const { isShifted, groups } = askCheck(
      pick(plain, places.slice(0, size)),
      pick(changed, places.slice(size)),
    );
    if (!isShifted) continue;
    count.found++;
    if (groups.some((group) => expected.some((one) => one === group))) count.named++;
  }
  return count;
}
