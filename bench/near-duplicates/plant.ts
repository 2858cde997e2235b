import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { listDataSets } from './data-sets.ts';
import { draw, seedRandom } from './random.ts';
import { transformations } from './transformations.ts';

/**
 * Writes one folder a data set and transformation for other tools: 100 clean pictures and copies of ten of them at the
 * middle strength, `original--NAME` beside `copy--NAME`.
 */
const [folder = '/tmp/planted', picturesText = '100', copiesText = '10'] = process.argv.slice(2);
for (const set of listDataSets()) {
  const random = seedRandom(20_240_607);
  const files = draw(set.files, Number(picturesText), random);
  const sources = files.slice(0, Number(copiesText));
  for (const { name, apply } of transformations) {
    if (set.isBinary === true && name === 'window') continue;
    const target = join(folder, set.name.replaceAll(' ', '-'), name.replaceAll(' ', '-'));
    mkdirSync(target, { recursive: true });
    for (const file of files) writeFileSync(join(target, `original--${basename(file)}`), readFileSync(file));
    for (const file of sources) {
      const copy = await apply(readFileSync(file), 1, random);
      writeFileSync(
        join(
          target,
          `copy--${basename(file).replace(/\.\w+$/u, '')}.${copy[0] === 0xff ? 'jpg' : copy[0] === 0x89 ? 'png' : 'webp'}`,
        ),
        copy,
      );
    }
  }
}
