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
    ...(result.stages.leak ? [formatLeak(result.stages.leak)] : []),
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
function formatLeak({ split, declaredScore, cleanScore, inflation, paired }: LeakPrice): string {
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
  return paired ? `${table}\n\n${describePaired(paired)}` : table;
}

/** What the paired price says, and what of. */
function describePaired(paired: PairedPrice): string {
  const { images, units, folds, trainingImages, unseenTrainingImages, interval, inflation } = paired;
  const trained = `${folds} ${folds === 1 ? 'model' : 'models'} trained without ${folds === 1 ? 'them' : 'a fold of them'}, on ${folds === 1 ? '' : 'at least '}${unseenTrainingImages} of the ${trainingImages} training images`;
  const verdict =
    interval.low > 0
      ? `The leak has a price: the whole interval is above 0, and what leaks scores ${formatCell(inflation)} higher than it should`
      : interval.high < 0
        ? 'The whole interval is below 0: what leaks does not score higher for it'
        : 'The interval holds 0: so few cannot say whether the leak has a price';
  return `${images} images of ${units} ${units === 1 ? 'unit leaks' : 'units leak'}; scored without by ${trained}. ${verdict}.`;
}

function formatCell(value: string | number | null | undefined): string {
  if (typeof value === 'number') return value.toFixed(3);
  return value ?? '–';
}

function formatTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map((_, column) => (column === 0 ? '---' : '---:')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
