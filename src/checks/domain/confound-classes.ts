import { compareText } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';
import type { ClassPresence } from '../classes/class-presence.ts';
import { codeUnits, type CodedValues, type Unit } from './confound-units.ts';

/** What is asked of every unit: which class it is, or whether it shows a class. */
export interface ClassQuestion {
  /** The class whose presence is asked; undefined where each sample has a single class. */
  readonly about?: string;
  readonly answers: CodedValues;
  /** Codes of the answers that stand for a class. */
  readonly columnsOfInterest: readonly number[];
  readonly nameOf: (column: number) => string;
  /** Whether a sample is of the class that the answer stands for. */
  readonly shows: (column: number) => (sample: Sample) => boolean;
}

const maxClasses = 50;
const maxClassesAsked = 12;
const present = 'yes';

/** One question where every sample has one class, otherwise one a class; none that has a single answer. */
export function listClassQuestions(presence: ClassPresence, units: readonly Unit[]): ClassQuestion[] {
  const { bySample } = presence;
  const isSingle = presence.unit === 'samples' && [...bySample.values()].every((shown) => shown.size === 1);
  const questions = isSingle
    ? [askClass(presence, units)]
    : chooseClasses(presence).map((name) => askPresence(name, presence, units));
  return questions.filter(({ answers }) => answers.names.length > 1);
}

function askClass({ bySample }: ClassPresence, units: readonly Unit[]): ClassQuestion {
  const classOf = (sample: Sample): string | undefined => bySample.get(sample)?.keys().next().value;
  const answers = codeUnits(units, classOf, maxClasses);
  const { names, nameFor } = answers;
  return {
    answers,
    columnsOfInterest: [...names.keys()],
    nameOf: (column) => names[column] ?? '',
    shows: (column) => (sample) => {
      const name = classOf(sample);
      return name !== undefined && nameFor(name) === names[column];
    },
  };
}

function askPresence(name: string, { bySample }: ClassPresence, units: readonly Unit[]): ClassQuestion {
  const isShown = (sample: Sample): boolean => bySample.get(sample)?.has(name) ?? false;
  const answers = codeUnits(units, (sample) => (isShown(sample) ? present : 'no'), 2);
  return {
    about: name,
    answers,
    columnsOfInterest: answers.names.flatMap((answer, code) => (answer === present ? [code] : [])),
    nameOf: () => name,
    shows: () => isShown,
  };
}

/** The classes that most samples show; of equally many the first in code-unit order. */
function chooseClasses({ bySample }: ClassPresence): string[] {
  const samples = new Map<string, number>();
  for (const shown of bySample.values())
    for (const name of shown.keys()) samples.set(name, (samples.get(name) ?? 0) + 1);
  return [...samples]
    .sort(([a, m], [b, n]) => n - m || compareText(a, b))
    .slice(0, maxClassesAsked)
    .map(([name]) => name);
}
