import type { Json } from '../model/json.ts';
import { followPath } from '../model/follow-path.ts';
import type { Report } from '../model/report.ts';

/** The check that judges a baseline. */
export const baselineCheck = 'baseline/smoke';

/** What `baseline/smoke` measured, as far as it can be shown: a report may be a stranger's. */
export interface BaselineFigures {
  /** Such as `segmentation`; empty where it is unknown. */
  readonly task: string;
  readonly overfit?: StageFigures;
  readonly shuffled?: StageFigures;
  readonly learning?: StageFigures & { readonly split: string };
  readonly overall?: ScoreFigures;
  readonly splits: readonly ScoreFigures[];
  readonly domains: readonly ScoreFigures[];
  readonly classes: readonly ScoreFigures[];
  readonly subjects: readonly (ScoreFigures & { readonly split: string; readonly domain?: string })[];
  readonly leak?: LeakFigures;
  /** Losses of the training that is scored. */
  readonly curve: { readonly steps: readonly number[]; readonly losses: readonly number[] };
  readonly notes: readonly string[];
  /** Where and how it ran, phrase by phrase. */
  readonly circumstances: readonly string[];
}

export interface StageFigures {
  readonly firstLoss: number;
  readonly lastLoss: number;
  readonly score?: number;
  readonly trivialScore?: number;
}

export interface ScoreFigures {
  readonly name: string;
  readonly score?: number;
  readonly images: number;
  readonly subjects: number;
  readonly interval?: { readonly low: number; readonly high: number; readonly method: string };
}

export interface LeakFigures {
  readonly split: string;
  readonly declared?: number;
  readonly clean?: number;
  readonly paired?: PairedFigures;
}

/** The leaking images alone, by a model that has seen what they belong to and by ones that have not. */
export interface PairedFigures {
  readonly images: number;
  readonly seen?: number;
  readonly unseen?: number;
  /** Of the difference. */
  readonly interval?: ScoreFigures['interval'];
  /** Images that each was trained with. */
  readonly trainingImages?: number;
  readonly unseenTrainingImages?: number;
}

/** The figures of the report's baseline; undefined where none was judged. */
export function readBaselineFigures(report: Report): BaselineFigures | undefined {
  const check = report.checks.find(({ id }) => id === baselineCheck);
  const stages = followPath(check?.measurements, ['stages']);
  if (check === undefined || typeof stages !== 'object' || stages === null) return undefined;
  const at = (...path: readonly string[]): unknown => followPath(check.measurements, path);
  const rows = (name: string) => list(at('stages', 'score', name)).flatMap(readScore);
  const overall = readScore(at('stages', 'score', 'overall'))[0];
  const leak = readLeak(at('stages', 'leak'));
  const learning = readStage(at('stages', 'learning'));
  const [overfit, shuffled] = ['overfit', 'shuffled'].map((name) => readStage(at('stages', name)));
  const curve = list(at('curves')).find((one) => followPath(one, ['stage']) === 'learning');
  return {
    task: text(at('task')),
    ...(overfit && { overfit }),
    ...(shuffled && { shuffled }),
    ...(learning && { learning: { ...learning, split: text(at('stages', 'learning', 'split')) } }),
    ...(overall && { overall }),
    splits: rows('splits'),
    domains: rows('domains'),
    classes: rows('classes'),
    subjects: list(at('stages', 'score', 'subjects')).flatMap(readSubject),
    ...(leak && { leak }),
    curve: {
      steps: list(followPath(curve, ['steps'])).filter(isNumber),
      losses: list(followPath(curve, ['losses'])).filter(isNumber),
    },
    notes: list(at('notes')).filter((note) => typeof note === 'string'),
    circumstances: describeCircumstances(at),
  };
}

function readStage(stage: unknown): StageFigures | undefined {
  const [firstLoss, lastLoss] = ['firstLoss', 'lastLoss'].map((name) => followPath(stage, [name]));
  if (!isNumber(firstLoss) || !isNumber(lastLoss)) return undefined;
  return { firstLoss, lastLoss, ...numbers(stage, { score: 'score', trivialScore: 'trivialScore' }) };
}

function readScore(row: unknown): ScoreFigures[] {
  const [images, subjects] = ['images', 'subjects'].map((name) => followPath(row, [name]));
  if (!isNumber(images)) return [];
  return [
    {
      name: text(followPath(row, ['name'])),
      ...numbers(row, { score: 'score' }),
      images,
      subjects: isNumber(subjects) ? subjects : 1,
      ...readInterval(row),
    },
  ];
}

function readInterval(row: unknown): Pick<ScoreFigures, 'interval'> {
  const [low, high] = ['low', 'high'].map((name) => followPath(row, ['interval', name]));
  if (!isNumber(low) || !isNumber(high)) return {};
  return { interval: { low, high, method: text(followPath(row, ['interval', 'method'])) } };
}

function readSubject(row: unknown): BaselineFigures['subjects'][number][] {
  const domain = text(followPath(row, ['domain']));
  const split = text(followPath(row, ['split']));
  return readScore(row).map((score) => ({ ...score, split, ...(domain !== '' && { domain }) }));
}

function readLeak(leak: unknown): LeakFigures | undefined {
  if (typeof leak !== 'object' || leak === null) return undefined;
  const paired = followPath(leak, ['paired']);
  const images = followPath(paired, ['images']);
  return {
    split: text(followPath(leak, ['split'])),
    ...numbers(leak, { declared: 'declaredScore', clean: 'cleanScore' }),
    ...(isNumber(images) && {
      paired: { images, ...numbers(paired, pairedNumbers), ...readInterval(paired) },
    }),
  };
}

const pairedNumbers = {
  seen: 'seenScore',
  unseen: 'unseenScore',
  trainingImages: 'trainingImages',
  unseenTrainingImages: 'unseenTrainingImages',
} as const;

function describeCircumstances(at: (...path: readonly string[]) => unknown): string[] {
  const number = (unit: string, digits: number, ...path: readonly string[]): string => {
    const value = at(...path);
    return isNumber(value) ? `${value.toFixed(digits)} ${unit}` : '';
  };
  const settings = Object.entries(settingWords).flatMap(([name, describe]) => {
    const value = at('settings', name);
    return isNumber(value) ? [describe(value)] : [];
  });
  const memory = at('resources', 'peakMemoryBytes');
  const version = (name: string): string => {
    const found = text(at('environment', 'packages', name));
    return found === '' ? '' : `${name} ${found}`;
  };
  return [
    text(at('model', 'name')),
    ...settings,
    [text(at('environment', 'device')), text(at('environment', 'deviceName'))]
      .filter((part, index, all) => part !== '' && all.indexOf(part) === index)
      .join(' '),
    text(at('environment', 'precision')),
    number('seconds', 0, 'resources', 'seconds'),
    number('images a second', 1, 'resources', 'imagesPerSecond'),
    isNumber(memory) ? `${(memory / 2 ** 30).toFixed(1)} GiB of GPU memory` : '',
    version('torch'),
    version('monai'),
  ].filter((phrase) => phrase !== '');
}

const settingWords: Readonly<Record<string, (value: number) => string>> = {
  steps: (value) => `${value} steps`,
  batchSize: (value) => `batches of ${value}`,
  imageSize: (value) => `${value} pixels a side`,
  seed: (value) => `seed ${value}`,
};

/** The numbers there by other names; what is no number is left out. */
function numbers<K extends string>(
  value: unknown,
  names: Readonly<Record<K, string>>,
): Partial<Record<K, number>> {
  const found = Object.entries<string>(names).flatMap(([name, source]) => {
    const number = followPath(value, [source]);
    return isNumber(number) ? [[name, number]] : [];
  });
  return Object.fromEntries(found) as Partial<Record<K, number>>;
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
