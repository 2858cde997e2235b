import { formatCount } from '../model/number-words.ts';
import type { Report } from '../model/report.ts';
import { shortenMiddle } from '../model/shorten-text.ts';
import {
  baselineCheck,
  readBaselineFigures,
  type BaselineFigures,
  type LeakFigures,
  type ScoreFigures,
  type StageFigures,
} from './baseline-figures.ts';
import { fold, icons, maxSentence } from './markdown-parts.ts';
import { priorities, type Section } from './markdown-section.ts';
import { emptyMarkup, fillMarkdown, joinMarkup, type Markup } from './markup.ts';
import { drawLines } from './mermaid.ts';
import { toneOf } from './outcome.ts';

const maxNameLength = 60;
const maxNoteLength = 300;
const rowSteps = [100, 30, 10];
const mostNotes = 10;
/** Points of the curve; GitHub draws it some 600 pixels wide. */
const maxCurvePoints = 40;
const curveColor = '#8250df';
/** Places of a drawn interval, from 0 to 1. */
const drawnPlaces = 31;

/** What stays of a baseline where not all of it fits: what decides first. */
const shares = [
  'scores',
  'beside',
  'leak',
  'stages',
  'notes',
  'classes',
  'subjects',
  'curve',
  'run',
] as const;
type Share = (typeof shares)[number];

/** What a baseline showed, under a heading of its own; none where no baseline was judged. */
export function planBaseline(report: Report): Section[] {
  const check = report.checks.find(({ id }) => id === baselineCheck);
  const figures = planBaselineFigures(report, []);
  if (!check || figures.length === 0) return [];
  const heading = fillMarkdown`### ${icons[toneOf(check)]} Baseline: ${shortenMiddle(check.summary, maxSentence)}`;
  return [...planOne('scores', 'the baseline’s heading', heading), ...figures];
}

/**
 * The figures of a baseline: its scores and the curve of its training, with what is less asked for folded away.
 * @param beside what is shown below the scores
 */
export function planBaselineFigures(report: Report, beside: readonly Section[]): Section[] {
  const figures = readBaselineFigures(report);
  if (!figures) return [...beside];
  const { targetDomain } = report.dataset;
  const main = [figures.overall ?? [], figures.splits, figures.domains].flat();
  return [
    ...planRows('scores', 'the baseline’s scores', main, (rows) =>
      renderRows('Scored on', rows, figures, (row) => nameRow(row, targetDomain)),
    ),
    ...beside.map((section) => ({ ...section, priority: rank('beside') })),
    ...planOne('curve', 'the baseline’s curve', renderCurve(figures)),
    ...planOne('leak', 'the baseline’s price of leakage', figures.leak && renderLeak(figures.leak, figures)),
    ...planRows('classes', 'the baseline’s scores by class', figures.classes, (rows) =>
      fold(
        fillMarkdown`Score by class`,
        renderRows('Class', rows, figures, (row) => nameRow(row)),
      ),
    ),
    ...planRows('subjects', 'the baseline’s scores by subject', figures.subjects, (rows) =>
      fold(fillMarkdown`Score by subject`, renderSubjects(rows, figures)),
    ),
    ...planOne('stages', 'the baseline’s stages', renderStages(figures)),
    ...planOne('notes', 'the baseline’s notes', renderNotes(figures)),
    ...planOne('run', 'where the baseline ran', renderCircumstances(figures)),
  ];
}

function planOne(share: Share, name: string, markup: Markup | undefined): Section[] {
  return markup === undefined ? [] : [{ name, priority: rank(share), render: () => markup }];
}

/** Between the priority of baselines and the next. */
function rank(share: Share): number {
  return priorities.baseline + shares.indexOf(share) / shares.length;
}

/** The first hundred rows, or fewer. */
function planRows<T>(
  share: Share,
  name: string,
  rows: readonly T[],
  render: (rows: readonly T[]) => Markup,
): Section[] {
  if (rows.length === 0) return [];
  return [
    {
      name,
      priority: rank(share),
      sizes: [...new Set(rowSteps.map((step) => Math.min(step, rows.length)))],
      render: (count) => {
        const hidden = rows.length - count;
        const more = hidden > 0 ? fillMarkdown`\n\n… and ${formatCount(hidden)} more.` : emptyMarkup;
        return fillMarkdown`${render(rows.slice(0, count))}${more}`;
      },
    },
  ];
}

function renderRows(
  title: string,
  rows: readonly ScoreFigures[],
  { task }: Pick<BaselineFigures, 'task'>,
  nameOf: (row: ScoreFigures) => Markup,
): Markup {
  return fillMarkdown`| ${title} | ${nameScore(task)} | 0 to 1 | 95 % interval | Images | Subjects |
| :-- | --: | :-: | :-- | --: | --: |
${joinMarkup(
  rows.map((row) => renderRow(row, nameOf(row))),
  '\n',
)}`;
}

function renderInterval(
  { low, high, method }: NonNullable<ScoreFigures['interval']>,
  format: (value: number) => string,
): Markup {
  return fillMarkdown`${format(low)} to ${format(high)} (${shortenMiddle(method, maxNameLength)})`;
}

/** A subject has no interval of its own. */
function renderSubjects(rows: BaselineFigures['subjects'], { task }: BaselineFigures): Markup {
  const lines = rows.map(
    (row) =>
      fillMarkdown`| ${nameSubject(row)} | ${formatScore(row.score)} | ${drawScore(row)} | ${formatCount(row.images)} |`,
  );
  return fillMarkdown`| Subject | ${nameScore(task)} | 0 to 1 | Images |
| :-- | --: | :-: | --: |
${joinMarkup(lines, '\n')}`;
}

function renderRow(row: ScoreFigures, name: Markup): Markup {
  const { score, interval, images, subjects } = row;
  const range = interval ? renderInterval(interval, formatScore) : emptyMarkup;
  return fillMarkdown`| ${name} | ${formatScore(score)} | ${drawScore(row)} | ${range} | ${formatCount(images)} | ${formatCount(subjects)} |`;
}

function nameRow({ name }: ScoreFigures, target?: string): Markup {
  const mark = target !== undefined && name === target ? ' (target)' : '';
  return fillMarkdown`${shortenMiddle(name, maxNameLength)}${mark}`;
}

function nameSubject({ name, split, domain }: BaselineFigures['subjects'][number]): Markup {
  const place = [domain, split].filter((part) => part !== undefined && part !== '').join(', ');
  return fillMarkdown`${shortenMiddle(name, maxNameLength)} (${shortenMiddle(place, maxNameLength)})`;
}

function drawScore({ score, interval }: Pick<ScoreFigures, 'score' | 'interval'>): Markup {
  return score === undefined ? emptyMarkup : fillMarkdown`<code>${drawInterval(score, interval)}</code>`;
}

/** Such as `····├──●──┤····`: the score, and its interval where it has one, on a line from 0 to 1. */
export function drawInterval(
  score: number,
  interval?: { readonly low: number; readonly high: number },
): string {
  const placeOf = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * (drawnPlaces - 1));
  const [at, low, high] = [score, interval?.low ?? score, interval?.high ?? score].map(placeOf);
  return Array.from({ length: drawnPlaces }, (_, place) => {
    if (place === at) return '●';
    if (low === undefined || high === undefined || place < low || place > high) return '·';
    return place === low ? '├' : place === high ? '┤' : '─';
  }).join('');
}

function renderCurve({ curve: { steps, losses } }: BaselineFigures): Markup | undefined {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const values = thin(losses, maxCurvePoints);
  return drawLines([first, last], [{ mark: 'line', color: curveColor, values }], { x: 'step', y: 'loss' });
}

/** At most so many values, each the mean of as many as its neighbours. */
function thin(values: readonly number[], most: number): number[] {
  const count = Math.min(most, values.length);
  return Array.from({ length: count }, (_, index) => {
    const part = values.slice(
      Math.floor((index * values.length) / count),
      Math.floor(((index + 1) * values.length) / count),
    );
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });
}

/** Like with like first. */
function renderLeak({ split, declared, clean, paired }: LeakFigures, { task }: BaselineFigures): Markup {
  const row = (
    name: Markup,
    withLeak?: number,
    without?: number,
    interval?: ScoreFigures['interval'],
  ): Markup => {
    const isKnown = withLeak !== undefined && without !== undefined;
    const price = isKnown ? formatDifference(withLeak - without) : '–';
    const range = isKnown && interval ? renderInterval(interval, formatDifference) : emptyMarkup;
    return fillMarkdown`| ${name} | ${formatScore(withLeak)} | ${formatScore(without)} | ${price} | ${range} |`;
  };
  const rows = [row(fillMarkdown`${shortenMiddle(split, maxNameLength)}, as declared`, declared, clean)];
  if (paired)
    rows.unshift(
      row(
        fillMarkdown`the ${formatCount(paired.images)} leaking images`,
        paired.seen,
        paired.unseen,
        paired.interval,
      ),
    );
  const score = nameScore(task);
  const table = fillMarkdown`| Leak | ${score} with it | ${score} without | Inflation | 95 % interval |
| :-- | --: | --: | --: | :-- |
${joinMarkup(rows, '\n')}`;
  const { trainingImages, unseenTrainingImages } = paired ?? {};
  if (trainingImages === undefined || unseenTrainingImages === undefined) return table;
  return fillMarkdown`${table}

Without what the leaking images belong to, ${formatCount(unseenTrainingImages)} of ${formatCount(trainingImages)} training images are left to learn from, which is part of the inflation.`;
}

function renderStages({ overfit, shuffled, learning, task }: BaselineFigures): Markup | undefined {
  const row = (name: Markup, stage: StageFigures | undefined): Markup[] =>
    stage
      ? [
          fillMarkdown`| ${name} | ${stage.firstLoss.toFixed(3)} | ${stage.lastLoss.toFixed(3)} | ${formatScore(stage.score)} | ${formatScore(stage.trivialScore)} |`,
        ]
      : [];
  const scored = learning && learning.split !== '' ? `, scored on ${learning.split}` : '';
  const rows = [
    row(fillMarkdown`one batch, by heart`, overfit),
    row(fillMarkdown`shuffled labels`, shuffled),
    row(fillMarkdown`learning${shortenMiddle(scored, maxNameLength)}`, learning),
  ].flat();
  if (rows.length === 0) return undefined;
  const table = fillMarkdown`| Stage | Loss, first | Loss, last | ${nameScore(task)} | Trivial predictor |
| :-- | --: | --: | --: | --: |
${joinMarkup(rows, '\n')}`;
  return fold(fillMarkdown`Stages`, table);
}

function renderNotes({ notes }: BaselineFigures): Markup | undefined {
  if (notes.length === 0) return undefined;
  const lines = notes
    .slice(0, mostNotes)
    .map((note) => fillMarkdown`- ${shortenMiddle(note, maxNoteLength)}`);
  return joinMarkup(lines, '\n');
}

function renderCircumstances({ circumstances }: BaselineFigures): Markup | undefined {
  if (circumstances.length === 0) return undefined;
  const phrases = circumstances.map((phrase) => shortenMiddle(phrase, maxNameLength));
  return fillMarkdown`<sub>${phrases.join(' · ')}</sub>`;
}

function nameScore(task: string): string {
  return task === 'segmentation' ? 'Dice' : 'Score';
}

function formatScore(score: number | undefined): string {
  return score === undefined ? '–' : score.toFixed(3);
}

function formatDifference(difference: number): string {
  return `${difference > 0 ? '+' : ''}${difference.toFixed(3)}`;
}
