import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { measureCalibration } from './calibration.ts';
import { measureSensitivity } from './sensitivity.ts';
import { measureSpeed } from './speed.ts';

// Measures domain/shift: false alarms, power and time. With numbers on the command line, repeats of the calibration and
// of the planted shifts.

const [calibrationRepeats = 500, sensitivityRepeats = 20] = process.argv.slice(2).map(Number);
const path = join(resolve(import.meta.dirname, '../..'), 'docs/benchmarks-shift.md');
const page = `# Benchmark of domain/shift

Written by \`npm run bench:shift\`.

## False alarms

Two halves by subject of one domain, ${calibrationRepeats} times a row: how often they are called shifted. Beside the check, tests that take
images for independent, by the mean intensity alone: Kolmogorov–Smirnov at p < 0.05, and a population stability index
above 0.2. Drawn domains have 5 to 40 images a subject, the stated part of whose variance lies between subjects. In
bccd and raccoon each picture counts as a subject; in deeppcb a board and its template are one.

${(await measureCalibration(calibrationRepeats)).join('\n')}

## Planted shifts

All pictures of one side are changed, the sides have no picture in common, each picture is a subject; ${sensitivityRepeats} times a cell.
Rightly named: of the features that a finding names, one tells what was planted (gain: brightness, contrast or clipping;
gamma: brightness or contrast; noise: noise; blur: sharpness or texture; crop: size; recompression: the grid of JPEG,
noise or texture; padding: padding).

${(await measureSensitivity(sensitivityRepeats)).join('\n')}

## Time

One comparison of 25 features with 2,000 bootstrap and 2,000 permutation draws of subjects, charts included, on one core.

${measureSpeed().join('\n')}
`;
writeFileSync(path, await format(page, { ...(await resolveConfig(path)), parser: 'markdown' }));
