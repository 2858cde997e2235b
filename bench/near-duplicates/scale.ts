import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  findNearDuplicates,
  type DescribedPicture,
} from '../../src/fingerprint/near-duplicates/find-near-duplicates.ts';
import { describePicture } from '../../src/fingerprint/near-duplicates/description/picture-description.ts';
import { scaleCases, type ScaleCase } from './scale-pictures.ts';

// What the search for near-duplicates costs as data sets grow, at their worst: all pictures copies of one, all alike,
// none alike. Each row is a process of its own. CPU s: processor time of the search, without describing the pictures.
// RSS: the most that the process held, and what it held with the descriptions before the search.

interface Case {
  readonly kind: ScaleCase;
  readonly pictures: number;
}

interface Measured {
  readonly searchSeconds: number;
  readonly comparedPairs: number;
  readonly copyClusters: number;
  readonly largestCopyCluster: number;
  readonly sceneClusters: number;
  readonly describedMegabytes: number;
  readonly peakMegabytes: number;
}

const { values: flags } = parseArgs({
  options: {
    most: { type: 'string', default: '100000' },
    kind: { type: 'string' },
    case: { type: 'string' },
  },
});

if (flags.case === undefined) await printTable();
else process.send?.(measure(JSON.parse(flags.case) as Case));

async function printTable(): Promise<void> {
  console.log(
    '| pictures | that are | CPU s | ms a picture | pairs compared | clusters of copies (largest) | of a scene | RSS before, MB | RSS at most, MB |',
  );
  console.log('| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  const kinds = (Object.keys(scaleCases) as ScaleCase[]).filter(
    (kind) => flags.kind === undefined || flags.kind === kind,
  );
  for (const kind of kinds) {
    for (const pictures of [1e3, 1e4, 1e5, 3e5].filter((count) => count <= Number(flags.most))) {
      const measured = await measureApart({ kind, pictures });
      const cells = [
        pictures.toLocaleString('en'),
        kind,
        measured.searchSeconds.toFixed(1),
        ((1000 * measured.searchSeconds) / pictures).toFixed(2),
        measured.comparedPairs.toLocaleString('en'),
        `${measured.copyClusters} (${measured.largestCopyCluster})`,
        measured.sceneClusters,
        measured.describedMegabytes.toFixed(0),
        measured.peakMegabytes.toFixed(0),
      ];
      console.log(`| ${cells.join(' | ')} |`);
    }
  }
}

function measureApart(each: Case): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), ['--case', JSON.stringify(each)]);
    child.on('message', (message) => resolve(message as Measured));
    child.on('exit', (code) => reject(new Error(`ended with ${code ?? 'a signal'} and no figures`)));
  });
}

function measure({ kind, pictures }: Case): Measured {
  const described: DescribedPicture[] = [];
  for (let seed = 0; seed < pictures; seed++)
    described.push({
      id: String(seed),
      bytesHash: String(seed),
      description: describePicture(scaleCases[kind](seed)),
    });
  const describedMegabytes = process.memoryUsage.rss() / 2 ** 20;
  const before = process.cpuUsage();
  const { clusters, comparedPairs } = findNearDuplicates(described);
  const { user, system } = process.cpuUsage(before);
  const copies = clusters.filter(({ likeness }) => likeness === 'copy');
  return {
    searchSeconds: (user + system) / 1e6,
    comparedPairs,
    copyClusters: copies.length,
    largestCopyCluster: Math.max(0, ...copies.map(({ members }) => members.length)),
    sceneClusters: clusters.length - copies.length,
    describedMegabytes,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}
