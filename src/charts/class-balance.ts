import { formatNumber, formatQuantity } from '../model/number-words.ts';
import { compareSplits } from '../model/order.ts';
import type { Drawing } from './drawing.ts';
import { groupedBars } from './kinds.ts';
import { measurementsOf, numberIn, objectIn, type Measured } from './measured.ts';

const check = 'classes/balance';
const maxClasses = 20;

/** Share of each class in each split: of the pixels of masks, else of the samples. */
export function drawClassBalance(measured: Measured): Drawing | undefined {
  const measurements = measurementsOf(measured, check);
  const classes = objectIn(measurements, 'classes');
  const names = Object.keys(classes)
    .sort((a, b) => numberIn(classes[b], 'share') - numberIn(classes[a], 'share'))
    .slice(0, maxClasses);
  const [most, least] = [names[0], names.at(-1)];
  if (most === undefined || least === undefined || names.length < 2) return undefined;
  const splits = objectIn(measurements, 'splits');
  const splitNames = Object.keys(splits).sort(compareSplits);
  const ofPixels = names.some((name) => numberIn(classes[name], 'pixels') > 0);
  const unit = ofPixels ? 'labelled pixels' : 'labelled samples';
  const shareOf = (name: string, split: string): number => numberIn(objectIn(splits[split], name), 'share');
  const groups = splitNames.length > 0 ? splitNames : ['all'];
  const ratio = numberIn(measurements, 'imbalanceRatio');
  return {
    id: 'class-balance',
    check,
    title:
      ratio > 0
        ? `${most} has ${formatNumber(Math.round(ratio * 10) / 10)} times as many ${unit} as ${least}`
        : `${most} has the most ${unit}, ${least} the least`,
    subtitle: `Share of the ${unit} by class and split; ${formatQuantity(Object.keys(classes).length, 'class', 'classes')}`,
    alternative: `${names.map((name) => `${name} ${formatNumber(100 * numberIn(classes[name], 'share'))} %`).join(', ')}.`,
    kind: 'grouped-bars',
    data: groupedBars.dataOf({
      unit: `share of ${unit}`,
      values: names.flatMap((row) =>
        groups.map((group) => ({
          row,
          group,
          value: splitNames.length > 0 ? shareOf(row, group) : numberIn(classes[row], 'share'),
        })),
      ),
    }),
  };
}
