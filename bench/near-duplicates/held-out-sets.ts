import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { planSubject } from '../../scripts/examples/example-dataset.ts';
import { renderPictures } from '../../scripts/examples/render-files.ts';
import { viewNames } from '../../scripts/examples/views.ts';
import { listShared, type DataSet } from './data-sets.ts';

const subjects = 40;
const framesOfSubject = 30;

/**
 * Pictures on which no threshold was ever tuned: photographs that Python packages ship (`fetch_photographs.sh`), boards
 * without defects, and ultrasound of bodies and probes that the example does not have.
 * @param folder keeps what is drawn or was fetched
 */
export async function listHeldOutSets(folder: string): Promise<DataSet[]> {
  const photographs = join(folder, 'photographs');
  const sets: DataSet[] = [
    {
      name: 'photographs',
      files: existsSync(photographs)
        ? readdirSync(photographs)
            .sort()
            .map((name) => join(photographs, name))
        : [],
    },
    {
      name: 'deeppcb templates',
      files: listShared('deeppcb').filter((file) => file.includes('_temp')),
      isBinary: true,
    },
    await drawUltrasound(folder),
  ];
  return sets.filter(({ files }) => files.length > 0);
}

async function drawUltrasound(folder: string): Promise<DataSet> {
  const own = join(folder, 'ultrasound');
  const planned = Array.from({ length: subjects }, (_, subject) =>
    planSubject({
      dataset: 'held-out',
      subject: `u${subject}`,
      domain: 'real',
      isLabelled: false,
      views: viewNames.slice(0, 3),
      frames: framesOfSubject,
      splitOf: () => 'train',
    }),
  ).flat();
  if (!existsSync(join(own, 'complete'))) {
    for await (const { path, content } of renderPictures(planned)) {
      mkdirSync(dirname(join(own, path)), { recursive: true });
      writeFileSync(join(own, path), content);
    }
    writeFileSync(join(own, 'complete'), '');
  }
  const subjectOf = (file: string): string => basename(file).split('_')[0] ?? file;
  return { name: 'ultrasound, other bodies', files: planned.map(({ image }) => join(own, image)), subjectOf };
}
