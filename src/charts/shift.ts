import { formatGreyLevels, formatNumber, formatQuantity } from '../model/number-words.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Drawing } from './drawing.ts';
import { bands, intervals, points } from './kinds.ts';
import { listIn, measurementsOf, numberIn, objectIn, textIn, type Measured } from './measured.ts';

const check = 'domain/shift';
const maxSides = 4;
const maxFeatures = 12;
const maxPoints = 1500;

/** Grey levels of the domains, each with the range of its subjects. */
export function drawIntensities(measured: Measured): Drawing | undefined {
  const domains = Object.entries(objectIn(measurementsOf(measured, check), 'domains')).slice(0, maxSides);
  const sides = domains.flatMap(([side, value]) => {
    const shares = numbersIn(value, 'histogram');
    return shares.length > 0 ? [{ side, value, shares }] : [];
  });
  if (sides.length < 2) return undefined;
  const byMean = [...sides].sort((a, b) => numberIn(b.value, 'mean') - numberIn(a.value, 'mean'));
  const [first, last] = [byMean[0], byMean.at(-1)];
  const difference = numberIn(first?.value, 'mean') - numberIn(last?.value, 'mean');
  return {
    id: 'intensities',
    check,
    title: `${first?.side ?? ''} is ${formatGreyLevels(difference)} brighter than ${last?.side ?? ''}`,
    subtitle: `Share of pixels inside the field of view; bands hold 90 % of the subjects. ${sides.map(({ side, value }) => `${side}: ${formatQuantity(numberIn(value, 'subjects'), 'subject')}`).join(', ')}`,
    alternative: `${sides.map(({ side, value }) => `${side}: mean ${formatNumber(numberIn(value, 'mean'))}, deviation ${formatNumber(numberIn(value, 'deviation'))}`).join('; ')}.`,
    kind: 'bands',
    data: bands.dataOf({
      x: 'grey level',
      y: 'share of pixels',
      values: sides.flatMap(({ side, value, shares }) => {
        const [low, high] = [numbersIn(value, 'low'), numbersIn(value, 'high')];
        const width = 256 / shares.length;
        return shares.map((share, bin) => ({
          side,
          at: bin * width,
          share,
          low: low[bin] ?? null,
          high: high[bin] ?? null,
        }));
      }),
    }),
  };
}

/** How far apart the two furthest sides are, feature by feature. */
export function drawEffects(measured: Measured): Drawing | undefined {
  const pair = furthestPair(measurementsOf(measured, check));
  if (!pair) return undefined;
  const features = listIn(pair, 'features')
    .flatMap((feature) => {
      const effect = objectIn(feature, 'effect');
      const name = textIn(feature, 'name');
      return name === undefined || !('value' in effect)
        ? []
        : [{ name, unit: textIn(feature, 'unit') ?? '', effect, level: textIn(feature, 'level') }];
    })
    .sort((a, b) => Math.abs(numberIn(b.effect, 'value')) - Math.abs(numberIn(a.effect, 'value')))
    .slice(0, maxFeatures);
  if (features.length === 0) return undefined;
  const [first, second] = [textIn(pair, 'first') ?? '', textIn(pair, 'second') ?? ''];
  const large = features.filter(({ level }) => level === 'large').length;
  return {
    id: 'effects',
    check,
    title: `${second} differs from ${first} most in ${features
      .slice(0, 2)
      .map(({ name }) => name)
      .join(' and ')}`,
    subtitle: `Standardised difference of subjects' means (Hedges' g) with its 95 % interval; ${formatQuantity(large, 'feature')} of the ${features.length} shown with a large one`,
    alternative: `${features.map(({ name, effect }) => `${name} ${formatNumber(numberIn(effect, 'value'))}`).join(', ')}.`,
    kind: 'intervals',
    data: intervals.dataOf({
      x: `${second} less ${first}, in standard deviations between subjects`,
      values: features.map(({ name, unit, effect }) => ({
        row: unit === '' ? name : `${name} (${unit})`,
        group: second,
        value: numberIn(effect, 'value'),
        low: numberIn(effect, 'low'),
        high: numberIn(effect, 'high'),
      })),
    }),
  };
}

/** Where images lie by their features, in the two directions in which they differ most. */
export function drawMap(measured: Measured): Drawing | undefined {
  const map = objectIn(measurementsOf(measured, check), 'map');
  const sides = listIn(map, 'sides').slice(0, maxSides);
  const each = Math.floor(maxPoints / Math.max(1, sides.length));
  const values = sides.flatMap((one) => {
    const side = textIn(one, 'name') ?? '';
    const list = one['points'];
    const places = Array.isArray(list) ? list.slice(0, each) : [];
    return places.flatMap((place: Json) => {
      const [x, y] = Array.isArray(place) ? (place as readonly Json[]) : [];
      return typeof x === 'number' && typeof y === 'number' ? [{ side, x, y }] : [];
    });
  });
  if (values.length < 2) return undefined;
  const explained = numbersIn(map, 'explained').map((share) => Math.round(100 * share));
  const names = sides.map((one) => textIn(one, 'name') ?? '');
  return {
    id: 'map',
    check,
    title: `Images of ${names.join(' and ')} by what was measured of them`,
    subtitle: `Principal components of the features; each point is an image (n = ${formatNumber(values.length)})`,
    alternative: `${names.map((name) => `${name}: ${formatQuantity(values.filter(({ side }) => side === name).length, 'image')}`).join(', ')}.`,
    kind: 'points',
    data: points.dataOf({
      x: `first component (${explained[0] ?? 0} % of the variance)`,
      y: `second component (${explained[1] ?? 0} %)`,
      values,
    }),
  };
}

/** The pair of the highest level and effect; pairs come the furthest apart first. */
function furthestPair(measurements: JsonObject): JsonObject | undefined {
  return listIn(measurements, 'pairs')[0];
}

function numbersIn(value: Json | undefined, key: string): number[] {
  const list =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as JsonObject)[key]
      : undefined;
  return Array.isArray(list) ? list.filter((one: Json) => typeof one === 'number') : [];
}
