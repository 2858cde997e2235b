import type {
  BaselineResult,
  LeakPrice,
  PairedPrice,
  ScoreInterval,
  ScoreRow,
} from '../../src/model/baseline.ts';

/** What a run showed, as Markdown. */
export function formatFigures(name: string, what: string, result: BaselineResult): string {
  return [
    `### ${name}`,
    `${what[0]?.toUpperCase() ?? ''}${what.slice(1)}.`,
    formatRun(result),
    formatStages(result),
    formatScores(result),
    ...(result.stages.leak ? [formatLeak(result.stages.leak, result.settings?.['leakSeeds'] ?? 1)] : []),
  ].join('\n\n');
}

function formatRun({ environment, model, resources, settings, samples }: BaselineResult): string {
  const { torch = '', monai = '' } = environment?.packages ?? {};
  const sizes = Object.entries(samples ?? {}).map(
    ([split, { images, subjects }]) => `${split} ${images} images of ${subjects} subjects`,
  );
  return [
    `${model?.name ?? ''} with ${model?.parameters.toLocaleString('en') ?? ''} parameters,`,
    `${settings?.['steps'] ?? ''} steps of ${settings?.['batchSize'] ?? ''} images of ${settings?.['imageSize'] ?? ''} pixels a side;`,
    `device ${environment?.device ?? ''} (${environment?.deviceName ?? ''}, ${environment?.threads ?? ''} threads, ${environment?.precision ?? ''}),`,
    `torch ${torch}, monai ${monai}: ${Math.round(resources?.seconds ?? 0)} seconds (${Math.round(resources?.processorSeconds ?? 0)} of the processors),`,
    `${(resources?.imagesPerSecond ?? 0).toFixed(1)} images a second in training. ${sizes.join(', ')}.`,
  ].join(' ');
}

function formatStages({ stages: { overfit, shuffled, learning } }: BaselineResult): string {
  const rows = [
    overfit && ['one batch, by heart', overfit.firstLoss, overfit.lastLoss, overfit.score, undefined],
    shuffled && [
      'shuffled labels',
      shuffled.firstLoss,
      shuffled.lastLoss,
      shuffled.score,
      shuffled.trivialScore,
    ],
    learning && [
      `learning, scored on ${learning.split}`,
      ...[learning.firstLoss, learning.lastLoss, learning.score, learning.trivialScore],
    ],
  ];
  return formatTable(
    ['stage', 'loss, first', 'loss, last', 'Dice', 'trivial predictor'],
    rows.flatMap((row) => (row ? [row.map(formatCell)] : [])),
  );
}

function formatScores({ stages: { score } }: BaselineResult): string {
  if (!score) return 'No score.';
  const rows = [score.overall, ...score.splits, ...score.domains, ...score.classes].map(formatRow);
  const subjects = score.subjects.map(({ name, split, domain, images, score: value }) => [
    `subject ${name} (${[domain, split].filter((part) => part !== undefined).join(', ')})`,
    ...[String(images), '1', formatCell(value), ''],
  ]);
  return formatTable(['scored on', 'images', 'subjects', 'Dice', '95 % interval'], [...rows, ...subjects]);
}

function formatRow({ name, images, subjects, score, interval }: ScoreRow): string[] {
  const ends = interval ? formatInterval(interval) : '';
  return [name, String(images), String(subjects), formatCell(score), ends];
}

function formatInterval({ low, high, method }: ScoreInterval): string {
  return `${formatCell(low)} to ${formatCell(high)} (${method})`;
}

/** Like with like first. */
function formatLeak(leak: LeakPrice, seeds: number): string {
  const { split, declaredScore, cleanScore, inflation, paired } = leak;
  const table = formatTable(
    ['leak', 'Dice with it', 'Dice without', 'inflation', '95 % interval'],
    [
      ...(paired
        ? [
            [
              `the ${paired.images} leaking images`,
              ...[paired.seenScore, paired.unseenScore, paired.inflation].map(formatCell),
              formatInterval(paired.interval),
            ],
          ]
        : []),
      [`${split}, as declared`, ...[declaredScore, cleanScore, inflation].map(formatCell), ''],
    ],
  );
  return paired ? `${table}\n\n${describePaired(paired, seeds)}` : table;
}

/** What the price on the same images is made of, and what it says. */
function describePaired(paired: PairedPrice, seeds: number): string {
  const { images, units, folds, trainingImages, unseenTrainingImages } = paired;
  const leaking = `Leaking: ${images} ${images === 1 ? 'image' : 'images'} of ${units} ${units === 1 ? 'unit' : 'units'}.`;
  const models = folds === 1 ? 'The model without them' : `${folds} models, each without a fold of them,`;
  const left = `learned from ${folds === 1 ? '' : 'at least '}${unseenTrainingImages} of ${trainingImages} training images`;
  const mean = seeds === 1 ? '' : `; all is a mean over ${seeds} seeds`;
  return `${leaking} ${models} ${left}${mean}. ${judgePaired(paired)}`;
}

function judgePaired({ units, inflation, interval: { low, high } }: PairedPrice): string {
  if (units === 1) return 'One unit says nothing of what another would be worth.';
  if (low > 0)
    return `The leak has a price: what leaks scores ${formatCell(inflation)} too high, and the whole interval is above 0.`;
  if (high < 0) return 'What leaks scores no higher for it: the whole interval is below 0.';
  return 'The interval holds 0: this cannot tell the price of the leak from chance.';
}

function formatCell(value: string | number | null | undefined): string {
  if (typeof value === 'number') return value.toFixed(3);
  return value ?? '–';
}

function formatTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map((_, column) => (column === 0 ? '---' : '---:')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
