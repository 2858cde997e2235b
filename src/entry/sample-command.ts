import { resolve } from 'node:path';
import { runAudit } from '../audit/run-audit.ts';
import { neededFacts, selectChecks, type SelectedCheck } from '../audit/select-checks.ts';
import { findClassPresence } from '../checks/classes/class-presence.ts';
import { findNearestName } from '../config/nearest-name.ts';
import type { Config } from '../model/config.ts';
import type { Dataset } from '../model/dataset.ts';
import { DatasetError, HoldoutError } from '../model/errors.ts';
import { formatCount, formatQuantity } from '../model/number-words.ts';
import { sortedUnique } from '../model/order.ts';
import type { Sample } from '../model/sample.ts';
import { openRasterizer } from '../report/drawing/rasterizer.ts';
import { escapeTerminal } from '../report/escape.ts';
import { sampleCheck } from '../report/sheet/read-tiles.ts';
import { drawSheet } from '../report/sheet/sheet-svg.ts';
import type { CliOutside } from './cli-outside.ts';
import { composeSheet } from './compose-sheet.ts';
import { readDrawingAssets } from './drawing-assets.ts';
import { catalogue, loadDataset } from './load-dataset.ts';
import { drawProgress } from './progress.ts';
import { version } from './version.ts';
import { requireOwnPlace, writeSheet } from './write-sheet.ts';

export interface SampleOptions {
  readonly config?: string;
  readonly class?: string;
  readonly domain?: string;
  readonly split?: string;
  readonly subject?: string;
  readonly n?: number;
  readonly seed?: number;
  readonly output: string;
  readonly workers?: number;
}

/**
 * Draws a sheet of labelled samples that covers a dataset, or a part of it, and writes it as PNG.
 * @throws HoldoutError where nothing is left to draw
 */
export async function drawSamples(
  directory: string,
  options: SampleOptions,
  { cwd, today, stdout, stderr }: CliOutside,
): Promise<void> {
  const { config: configFile, workers } = options;
  const output = resolve(cwd, options.output);
  await requireOwnPlace(output);
  const loaded = await loadDataset(
    {
      directory: resolve(cwd, directory),
      ...(configFile !== undefined && { configFile: resolve(cwd, configFile) }),
      ...(workers !== undefined && { workers }),
      ...(stderr.isTTY === true && { onProgress: drawProgress(stderr) }),
    },
    (config) => neededFacts(chooseChecks(config, options)),
  );
  const { config, dataset } = loaded;
  const { part, only } = restrict(dataset, options);
  const report = runAudit(dataset, chooseChecks(config, options), { config, today, version, part });
  const sheet = await composeSheet(
    { ...loaded, report },
    { only, ...(workers !== undefined && { workers }) },
  );
  if (!sheet) throw nothingToDraw(report.checks.find(({ id }) => id === sampleCheck)?.summary, only);
  const rasterizer = await openRasterizer(await readDrawingAssets());
  await writeSheet(output, rasterizer.draw(drawSheet(sheet, rasterizer)));
  const { candidates, suspicious } = sheet.words;
  stdout.write(
    `${escapeTerminal(`${options.output}: ${formatCount(sheet.tiles.length)} of ${formatQuantity(candidates, 'labelled sample')}${only.length > 0 ? ` (${only.join(', ')})` : ''}, ${formatCount(suspicious.drawn)} of them suspicious`)}\n`,
  );
}

/** What is told of labels and images, and the choice itself, which is made even where the config turns it off. */
function chooseChecks(config: Config, { n, seed }: SampleOptions): SelectedCheck[] {
  const { options = {} } = config.checks[sampleCheck] ?? {};
  const own = {
    severity: 'info' as const,
    options: { ...options, ...(n !== undefined && { size: n }), ...(seed !== undefined && { seed }) },
  };
  const telling = catalogue.filter(({ id }) => /^(?:labels|images)\//u.test(id));
  return selectChecks(telling, { checks: { ...config.checks, [sampleCheck]: own } });
}

function nothingToDraw(reason: string | undefined, only: readonly string[]): DatasetError {
  const where = only.length > 0 ? ` with ${only.join(', ')}` : '';
  return new DatasetError(`there is nothing to draw${where}: ${reason ?? 'no sample was chosen'}`, {
    hint: 'labels/missing and images/readable tell what cannot be read',
  });
}

/**
 * The dataset with the wanted samples alone.
 * @throws HoldoutError `usage` for a name that the dataset does not know
 */
function restrict(
  dataset: Dataset,
  options: SampleOptions,
): { readonly part: Dataset; readonly only: readonly string[] } {
  const { bySample } = findClassPresence(dataset);
  const namesOf: Readonly<Record<Restriction, (sample: Sample) => readonly string[]>> = {
    class: (sample) => [...(bySample.get(sample)?.keys() ?? [])],
    domain: ({ domain }) => (domain === undefined ? [] : [domain]),
    split: ({ splits }) => splits,
    subject: ({ subject }) => (subject === undefined ? [] : [subject]),
  };
  let { samples } = dataset;
  const only: string[] = [];
  for (const field of restrictions) {
    const wanted = options[field];
    if (wanted === undefined) continue;
    requireKnown(field, wanted, sortedUnique(dataset.samples.flatMap(namesOf[field])));
    samples = samples.filter((sample) => namesOf[field](sample).includes(wanted));
    only.push(`${field} ${wanted}`);
  }
  return { part: { ...dataset, samples }, only };
}

const restrictions = ['class', 'domain', 'split', 'subject'] as const;
type Restriction = (typeof restrictions)[number];
const namesListed = 10;

function requireKnown(field: Restriction, wanted: string, known: readonly string[]): void {
  if (known.includes(wanted)) return;
  const nearest = findNearestName(wanted, known);
  const listed = known.slice(0, namesListed).join(', ');
  const more = known.length > namesListed ? ` and ${formatCount(known.length - namesListed)} more` : '';
  throw new HoldoutError('usage', `no sample is of ${field} ${JSON.stringify(wanted)}`, {
    hint:
      known.length === 0
        ? `the dataset knows no ${field}`
        : nearest !== undefined
          ? `did you mean ${JSON.stringify(nearest)}?`
          : `there are ${listed}${more}`,
  });
}
