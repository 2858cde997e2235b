import { shift } from '../../src/checks/domain/shift.ts';
import { seedRandom } from '../../src/statistics/seeded-random.ts';
import { askDefaults, buildDataset, row, type Subject } from './ask-check.ts';
import { drawDomain } from './draw-images.ts';

/** Processor time of the check: reading the features, 2,000 bootstrap and permutation draws, charts. @returns Markdown */
export function measureSpeed(
  sizes: readonly (readonly [images: number, subjects: number])[] = [
    [100_000, 5_000],
    [1_000_000, 20_000],
  ],
): string[] {
  const table = [row('images', 'subjects', 'processor time, s'), row('---:', '---:', '---:')];
  for (const [images, subjects] of sizes) {
    const all = drawSubjects(images, subjects);
    const dataset = buildDataset({ first: all.slice(0, subjects / 2), second: all.slice(subjects / 2) });
    const before = process.cpuUsage();
    shift.run(dataset, askDefaults);
    const { user, system } = process.cpuUsage(before);
    table.push(row(images, subjects, ((user + system) / 1e6).toFixed(1)));
    console.log(table.at(-1));
  }
  return table;
}

/** Subjects whose images are some of a thousand, so that a million of them fit into memory. */
function drawSubjects(images: number, subjects: number): Subject[] {
  const drawn = drawDomain(50, 0.5, 1).flat();
  const random = seedRandom(2);
  return Array.from({ length: subjects }, () => {
    const first = random.below(drawn.length);
    return Array.from({ length: images / subjects }, (_, at) => drawn[(first + at) % drawn.length]).flatMap(
      (image) => (image ? [image] : []),
    );
  });
}
