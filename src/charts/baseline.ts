import type { JsonObject } from '../model/json.ts';
import { formatCount, formatNumber, formatQuantity } from '../model/number-words.ts';
import { compareText } from '../model/order.ts';
import type { Drawing } from './drawing.ts';
import { intervals, lines } from './kinds.ts';
import { listIn, measurementsOf, numberIn, objectIn, textIn, type Measured } from './measured.ts';

const check = 'baseline/smoke';
const maxPoints = 200;
const maxDomains = 12;
const maxSubjects = 30;
const scoreAxis = 'score (0–1)';

/** The loss of each stage of a baseline by step. */
export function drawCurves(measured: Measured): Drawing | undefined {
  const measurements = measurementsOf(measured, check);
  const curves = listIn(measurements, 'curves').flatMap((curve) => {
    const stage = textIn(curve, 'stage');
    const points = thin(numbersIn(curve, 'steps'), numbersIn(curve, 'losses'));
    return stage === undefined || points.length < 2 ? [] : [{ stage, points }];
  });
  if (curves.length === 0) return undefined;
  const learning = objectIn(objectIn(measurements, 'stages'), 'learning');
  const words = curves.map(({ stage, points }) => {
    const [first, last] = [points[0], points.at(-1)];
    return `${stage}: from ${formatNumber(first?.value ?? 0)} to ${formatNumber(last?.value ?? 0)} in ${formatCount(last?.step ?? 0)} steps`;
  });
  return {
    id: 'baseline-curves',
    check,
    title:
      'lastLoss' in learning
        ? `The loss of training goes from ${formatNumber(numberIn(learning, 'firstLoss'))} to ${formatNumber(numberIn(learning, 'lastLoss'))} in ${formatQuantity(numberIn(learning, 'steps'), 'step')}`
        : `The loss of ${formatQuantity(curves.length, 'stage')} of the baseline`,
    subtitle: `Loss by step and stage; ${formatQuantity(curves.length, 'stage')}`,
    alternative: `${words.join('. ')}.`,
    kind: 'lines',
    data: lines.dataOf({
      x: 'step',
      y: 'loss',
      values: curves.flatMap(({ stage, points }) => points.map((point) => ({ series: stage, ...point }))),
    }),
  };
}

/** The score of all that was held out, and of each split and domain, with its interval over subjects. */
export function drawScores(measured: Measured): Drawing | undefined {
  const score = scoreOf(measured);
  const overall = objectIn(score, 'overall');
  const domains = readScores(score, 'domains').slice(0, maxDomains);
  const rows = [
    ...(typeof overall['score'] === 'number' ? [{ ...overall, name: 'held out', group: 'all' }] : []),
    ...readScores(score, 'splits').map((row) => ({ ...row, group: 'split' })),
    ...domains.map((row) => ({ ...row, group: 'domain' })),
  ];
  if (rows.length === 0) return undefined;
  const images = numberIn(overall, 'images');
  const byDomain = domains.map((row) => `${showScore(row)} in ${row.name}`);
  return {
    id: 'baseline-scores',
    check,
    title:
      byDomain.length === 2
        ? `The baseline scores ${byDomain.join(' and ')}`
        : `The baseline scores ${showScore(overall)} on ${formatQuantity(images, 'held-out image')}`,
    subtitle: `Mean over subjects with its 95 % interval; n = ${formatQuantity(images, 'image')} of ${formatQuantity(numberIn(overall, 'subjects'), 'subject')}`,
    alternative: `${rows.map((row) => `${row.name} ${showScore(row)}`).join(', ')}.`,
    kind: 'intervals',
    data: intervals.dataOf({
      x: scoreAxis,
      values: rows.map((row) => {
        const interval = objectIn(row, 'interval');
        return {
          row: row.name,
          group: row.group,
          value: numberIn(row, 'score'),
          low: 'low' in interval ? numberIn(interval, 'low') : null,
          high: 'high' in interval ? numberIn(interval, 'high') : null,
        };
      }),
    }),
  };
}

/** The score of each subject, the worst first. */
export function drawSubjectScores(measured: Measured): Drawing | undefined {
  const subjects = readScores(scoreOf(measured), 'subjects').sort(
    (a, b) => numberIn(a, 'score') - numberIn(b, 'score') || compareText(a.name, b.name),
  );
  const [worst] = subjects;
  const best = subjects.at(-1);
  if (!worst || !best || subjects.length < 2) return undefined;
  const shown = subjects.slice(0, maxSubjects);
  const nameOf = (row: (typeof shown)[number]): string => `${row.name} · ${textIn(row, 'split') ?? ''}`;
  return {
    id: 'baseline-subjects',
    check,
    title: `The worst subject scores ${showScore(worst)}, the best ${showScore(best)}`,
    subtitle: `Mean over the images of each subject; ${formatCount(shown.length)} of ${formatQuantity(subjects.length, 'subject')}, the worst first`,
    alternative: `${shown.map((row) => `${nameOf(row)} ${showScore(row)}`).join(', ')}.`,
    kind: 'intervals',
    data: intervals.dataOf({
      x: scoreAxis,
      values: shown.map((row) => ({
        row: nameOf(row),
        group: textIn(row, 'domain') ?? 'all',
        value: numberIn(row, 'score'),
        low: null,
        high: null,
      })),
    }),
  };
}

function scoreOf(measured: Measured): JsonObject {
  return objectIn(objectIn(measurementsOf(measured, check), 'stages'), 'score');
}

/** More digits would say more than a small model can. */
function showScore(row: JsonObject): string {
  return formatNumber(Math.round(1000 * numberIn(row, 'score')) / 1000);
}

/** Rows that have a name and a score. */
function readScores(score: JsonObject, key: string): (JsonObject & { readonly name: string })[] {
  return listIn(score, key).flatMap((row) => {
    const name = textIn(row, 'name');
    return name === undefined || typeof row['score'] !== 'number' ? [] : [{ ...row, name }];
  });
}

/** Points of a curve, evenly chosen where there are many, its first and last among them. */
function thin(steps: readonly number[], values: readonly number[]): { step: number; value: number }[] {
  const length = Math.min(steps.length, values.length);
  const count = Math.min(length, maxPoints);
  return Array.from({ length: count }, (_, index) => {
    const at = count === 1 ? 0 : Math.round((index * (length - 1)) / (count - 1));
    return { step: steps[at] ?? 0, value: values[at] ?? 0 };
  });
}

function numbersIn(value: JsonObject, key: string): number[] {
  const list = value[key];
  return Array.isArray(list) ? list.filter((one) => typeof one === 'number') : [];
}
