import { describeForge } from './contract/forge.ts';
import { openMemoryForge } from './memory-forge.ts';

describeForge('a forge in memory', (contents) => Promise.resolve(openMemoryForge(contents)));
