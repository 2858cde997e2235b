import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describeTrainer, prepareTrainer } from './python/trainer-environment.ts';

// Sets up the Python of the trainer, and writes down where `holdout baseline run` finds it.

console.log('setting up the trainer; the first time, PyTorch may take gigabytes and minutes');
const environment = await prepareTrainer();
const record = fileURLToPath(new URL('../node_modules/.cache/holdout-baseline.json', import.meta.url));
await writeFile(record, JSON.stringify(environment));
console.log(await describeTrainer(environment));
