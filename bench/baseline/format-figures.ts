import type { BaselineResult, LeakPrice, ScoreRow } from '../../src/model/baseline.ts';

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
  const ends = interval
    ? `${formatCell(interval.low)} to ${formatCell(interval.high)} (${interval.method})`
    : '';
  return [name, String(images), String(subjects), formatCell(score), ends];
}

function formatLeak({ split, declaredScore, cleanScore, inflation, paired }: LeakPrice): string {
  const rows = [
    [`${split}, as declared`, declaredScore, cleanScore, inflation],
    ...(paired
      ? [[`the ${paired.images} leaking images`, paired.seenScore, paired.unseenScore, paired.inflation]]
      : []),
  ];
  return formatTable(
    ['leak', 'Dice with it', 'Dice without', 'inflation'],
    rows.map((row) => row.map(formatCell)),
  );
}

function formatCell(value: string | number | null | undefined): string {
  if (typeof value === 'number') return value.toFixed(3);
  return value ?? '–';
}

function formatTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map((_, column) => (column === 0 ? '---' : '---:')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
