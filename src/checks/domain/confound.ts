import { defineCheck, type RawFinding } from '../../model/check.ts';
import type { Json } from '../../model/json.ts';
import { compareText } from '../../model/order.ts';
import type { Sample } from '../../model/sample.ts';
import { correctedCramersV, tabulate, type ContingencyTable } from '../../statistics/contingency-table.ts';
import { balancedAccuracy } from '../../statistics/held-out-prediction.ts';
import { permuteColumns, smallestPValue } from '../../statistics/permutation-test.ts';
import { findClassPresence, type ClassPresence } from '../classes/class-presence.ts';
import { listClassQuestions, type ClassQuestion } from './confound-classes.ts';
import { confoundFacts, readFacts, type ConfoundFact, type FactReader } from './confound-facts.ts';
import { codeUnits, formUnits, type CodedValues, type Unit } from './confound-units.ts';

export const confound = defineCheck({
  id: 'domain/confound',
  summary: 'Can the class be told from the domain, the site, the size or the kind of file alone?',
  description: `Where all images of one class come from one scanner, a model can learn the scanner in place of the
disease, score well on the test set and fail elsewhere; so it went with radiographs that were told by the hospital they
came from (Zech et al. 2018, doi:10.1371/journal.pmed.1002683) and with COVID data sets put together from several
sources (DeGrave et al. 2021, doi:10.1038/s42256-021-00338-7). Compared with the class are facts that are known without
looking at what an image shows: domain, site (the part of the subject before its \`/\`), size, format, bit depth,
channels, folder and file name. In folders and names, numbers count as one another and words that are a class do not
count; a folder for each class is a label and no finding, and neither folder nor name is one where domain or site tell
the class already. Of labels that show several classes (masks, boxes), the
presence of each class is compared, of at most the twelve that most samples show.

Every subject counts once, with what most of its images have; an image whose subject is unknown counts on its own. A
finding needs three things. The association, Cramér's V with Bergsma's correction (2013, doi:10.1016/j.jkss.2012.10.002),
is at least \`minAssociation\`; the default, 0.3, is Cohen's mark of a medium one (1992, doi:10.1037/0033-2909.112.1.155).
The class of a held-out subject is told from the fact by the others more often than by chance: by the class that most
often goes with the value, in balanced accuracy. And chance alone makes it unlikely: the classes are dealt out anew to
whole subjects 1,999 times (to at most 1,000 of them), and the share of deals that are as associated is at most 0.05
over the number of comparisons (Bonferroni). The p-value never decides alone. Where so few subjects cannot reach it,
whatever their classes, the result says that they are too few to tell.

Coverage counts labelled samples: those whose class could be read, and the others.`,
  defaultSeverity: 'warning',
  needs: ['images', 'masks', 'annotations'],
  options: {
    minAssociation: {
      type: 'number',
      default: 0.3,
      minimum: 0,
      maximum: 1,
      unit: "Cramér's V (0–1)",
      description: 'Association of class and fact, over subjects, from which there is a finding.',
    },
  },
  messages: {
    domain: {
      text: "{name} can be told by its domain: {share%} of its images are of {value}, {otherShare%} of the others (Cramér's V {association}; {accuracy%} of held-out {kind} right, by chance {chance%})",
      fix: 'Add images of {name} from the other domains and of other classes from {value}, or compare classes within a domain.',
    },
    site: {
      text: "{name} can be told by its site: {share%} of its images come from {value}, {otherShare%} of the others (Cramér's V {association}; {accuracy%} of held-out {kind} right, by chance {chance%})",
      fix: 'Add images of {name} from the other sites and of other classes from {value}, and test on a site of its own.',
    },
    size: {
      text: "{name} can be told by the size of the picture: {share%} of its images have {value} pixels, {otherShare%} of the others (Cramér's V {association}; {accuracy%} of held-out {kind} right, by chance {chance%})",
      fix: 'Find out where the sizes come from. Resizing alone hides the difference and leaves its traces; images of all classes from one source do not have it.',
    },
    format: {
      text: "{name} can be told by the file's format: {share%} of its images are {value}, {otherShare%} of the others (Cramér's V {association}; {accuracy%} of held-out {kind} right, by chance {chance%})",
      fix: 'Export all classes from their sources in one lossless format; converting what was compressed keeps its traces.',
    },
    'bit-depth': {
      text: "{name} can be told by the bit depth: {share%} of its images have {value} bits a channel, {otherShare%} of the others (Cramér's V {association}; {accuracy%} of held-out {kind} right, by chance {chance%})",
      fix: 'Export all classes from their sources with one bit depth and one window.',
    },
    channels: {
      text: "{name} can be told by the number of channels: {share%} of its images have {value}, {otherShare%} of the others (Cramér's V {association}; {accuracy%} of held-out {kind} right, by chance {chance%})",
      fix: 'Find out why some images are in colour, and export all classes in one way.',
    },
    folder: {
      text: "{name} can be told by its folder: {share%} of its images lie in a folder like “{value}”, {otherShare%} of the others (Cramér's V {association}; {accuracy%} of held-out {kind} right, by chance {chance%})",
      fix: 'A model does not see the folder, but what lies apart often comes from another source: find out, and declare the sources as domains.',
    },
    name: {
      text: "{name} can be told by the name of its file: {share%} of its images are called like “{value}”, {otherShare%} of the others (Cramér's V {association}; {accuracy%} of held-out {kind} right, by chance {chance%})",
      fix: 'A model does not see the name, but what is named otherwise often comes from another source: find out, and declare the sources as domains.',
    },
    clean: { text: 'no class can be told from {facts}, over {units} {kind}' },
    'too-few': {
      text: '{units} {kind} are too few to tell whether the class can be told from {facts}',
    },
    constant: { text: 'nothing to tell a class from: all images are of one kind' },
    found: { text: 'the class can be told from {facts}, over {units} {kind}' },
    'no-classes': { text: 'fewer than two classes, or none that could be read' },
  },
  run(dataset, { minAssociation }) {
    const presence = findClassPresence(dataset);
    const coverage = { evaluated: presence.bySample.size, unavailable: presence.unavailable };
    const labelled = [...presence.bySample.keys()];
    const units = formUnits(labelled);
    const questions = listClassQuestions(presence, units);
    if (questions.length === 0) return { skipped: { messageId: 'no-classes', data: {} }, coverage };

    const readers = readFacts(dataset, presence.classes);
    const comparisons = confoundFacts.flatMap((fact) =>
      compareWithClasses(fact, units, readers[fact], questions),
    );
    const level = allowedFalseAlarms / Math.max(1, comparisons.length);
    const judged = comparisons.map((comparison) => judge(comparison, minAssociation, level));
    const isSourceKnown = judged.some(({ fact, isTold }) => isTold && (fact === 'domain' || fact === 'site'));
    const findings = confoundFacts.flatMap((fact): RawFinding[] => {
      // Folders and names only hint at a source.
      if (isSourceKnown && (fact === 'folder' || fact === 'name')) return [];
      const told = judged
        .filter((one) => one.fact === fact && one.isTold)
        .sort((a, b) => b.association - a.association);
      const [strongest] = told;
      return strongest ? [describeFinding(strongest, told, readers[fact], labelled)] : [];
    });
    const kind = labelled.some(({ subject }) => subject !== undefined) ? 'subjects' : 'images';
    const toldFacts = findings.map(({ messageId }) => nameFact(messageId));
    const facts = [...new Set(comparisons.map(({ fact }) => fact))];
    const canTell = comparisons.some(({ table }) => smallestPValue(table.columnTotals) <= level);
    const words = { units: units.length, kind, facts: facts.map(nameFact) };
    if (findings.length === 0 && comparisons.length > 0 && !canTell)
      return { skipped: { messageId: 'too-few', data: words }, coverage };
    return {
      coverage,
      measurements: {
        units: units.length,
        comparisons: judged.map(measureComparison),
        imagesByClassAndDomain: tallyDomains(presence),
      },
      findings: findings.map((finding) => ({
        ...finding,
        data: { ...finding.data, kind, facts: toldFacts },
      })),
      summary: {
        messageId: findings.length > 0 ? 'found' : comparisons.length === 0 ? 'constant' : 'clean',
        data: findings.length > 0 ? { ...words, facts: toldFacts } : words,
      },
    };
  },
});

/** As a word of a message: `bit depth`. */
function nameFact(id: string): string {
  return id.replaceAll('-', ' ');
}

/** Share of datasets without any association that may have a finding, over all comparisons. */
const allowedFalseAlarms = 0.05;
/** One more is a multiple of 20, so that 0.05 over as many as 100 comparisons can be reached. */
const permutations = 1999;
const maxPermutedUnits = 1000;
const maxValues = 50;

/** A fact against a class (or its presence), over the units of which both are known. */
interface Comparison {
  readonly fact: ConfoundFact;
  readonly question: ClassQuestion;
  /** Rows are values of the fact, columns answers to the question. */
  readonly table: ContingencyTable;
  readonly association: number;
  readonly values: CodedValues;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

interface JudgedComparison extends Comparison {
  /** Balanced, 0–1, on held-out units; undefined where a class has a single one. */
  readonly accuracy: number | undefined;
  /** Known where the association and the accuracy are high enough to ask. */
  readonly pValue: number | undefined;
  readonly isTold: boolean;
}

function compareWithClasses(
  fact: ConfoundFact,
  units: readonly Unit[],
  read: FactReader,
  questions: readonly ClassQuestion[],
): Comparison[] {
  const values = codeUnits(units, read, maxValues);
  if (values.names.length < 2) return [];
  return questions.flatMap((question): Comparison[] => {
    const rows: number[] = [];
    const columns: number[] = [];
    values.codes.forEach((row, unit) => {
      const column = question.answers.codes[unit];
      if (row === undefined || column === undefined) return;
      rows.push(row);
      columns.push(column);
    });
    const table = tabulate(rows, columns, values.names.length, question.answers.names.length);
    const association = correctedCramersV(table);
    if (association === undefined || (fact === 'folder' && isOneToOne(table))) return [];
    return [{ fact, question, table, association, values, rows, columns }];
  });
}

/** Whether each value goes with one class and each class with one value. */
function isOneToOne({ cells, rowTotals, columnTotals }: ContingencyTable): boolean {
  const filled = (totals: readonly number[]): number => totals.filter((total) => total > 0).length;
  return cells.length === filled(rowTotals) && cells.length === filled(columnTotals);
}

function judge(comparison: Comparison, minAssociation: number, level: number): JudgedComparison {
  const { table, association, rows, columns } = comparison;
  const accuracy = balancedAccuracy(table);
  const isAssociated = association > 0 && association >= minAssociation;
  if (!isAssociated || accuracy === undefined || accuracy <= chanceOf(table))
    return { ...comparison, accuracy, pValue: undefined, isTold: false };
  const pick = <T>(values: readonly T[]): T[] => {
    const step = Math.max(1, values.length / maxPermutedUnits);
    return Array.from(
      { length: Math.min(values.length, maxPermutedUnits) },
      (_, at) => values[Math.floor(at * step)],
    ).filter((value) => value !== undefined);
  };
  const { pValue } = permuteColumns(pick(rows), pick(columns), { level, draws: permutations });
  return { ...comparison, accuracy, pValue, isTold: pValue <= level };
}

/** Balanced accuracy of a guess that looks at nothing. */
function chanceOf({ columnTotals }: ContingencyTable): number {
  return 1 / columnTotals.filter((total) => total > 0).length;
}

function describeFinding(
  strongest: JudgedComparison,
  told: readonly JudgedComparison[],
  read: FactReader,
  labelled: readonly Sample[],
): RawFinding {
  const { fact, question, values, table, association, accuracy = 0 } = strongest;
  const { row, column } = findTellingCell(table, question.columnsOfInterest);
  const value = values.names[row] ?? '';
  const hasValue = (sample: Sample): boolean => {
    const own = read(sample);
    return own !== undefined && values.nameFor(own) === value;
  };
  const known = labelled.filter((sample) => read(sample) !== undefined);
  const isOfClass = question.shows(column);
  const ofClass = known.filter(isOfClass);
  const others = known.filter((sample) => !isOfClass(sample));
  const shareOf = (members: readonly Sample[]): number =>
    members.length === 0 ? 0 : members.filter(hasValue).length / members.length;
  return {
    key: fact,
    messageId: fact,
    data: {
      name: question.nameOf(column),
      fact: nameFact(fact),
      value,
      share: shareOf(ofClass),
      otherShare: shareOf(others),
      association,
      accuracy,
      chance: chanceOf(table),
    },
    samples: [],
    evidence: {
      units: table.total,
      comparisons: told.slice(0, maxValues).map(measureComparison),
    },
  };
}

/** The value and class whose share differs most from that of the other classes; of equal ones that with fewest others. */
function findTellingCell(
  { cells, rowTotals, columnTotals, total }: ContingencyTable,
  columns: readonly number[],
): { row: number; column: number } {
  const ranked = cells
    .filter(({ column }) => columns.includes(column))
    .map(({ row, column, count }) => {
      const own = columnTotals[column] ?? 0;
      const otherShare = ((rowTotals[row] ?? 0) - count) / (total - own);
      // Rounded, since equal differences may differ in the last bits.
      return { row, column, otherShare, difference: Math.round(1e9 * (count / own - otherShare)) };
    })
    .sort((a, b) => b.difference - a.difference || a.otherShare - b.otherShare);
  return ranked[0] ?? { row: 0, column: 0 };
}

function measureComparison(comparison: JudgedComparison): Record<string, Json> {
  const { fact, question, table, association, accuracy, pValue, values } = comparison;
  return {
    fact,
    ...(question.about !== undefined && { class: question.about }),
    values: values.names.length,
    units: table.total,
    association,
    accuracy: accuracy ?? null,
    chance: chanceOf(table),
    pValue: pValue ?? null,
  };
}

/** Images by class and domain, of the classes with most images; those that show several classes count with each. */
function tallyDomains({ bySample }: ClassPresence): Record<string, Json> {
  const table = new Map<string, Map<string, number>>();
  for (const [sample, shown] of bySample) {
    if (sample.domain === undefined) continue;
    for (const name of shown.keys()) {
      const counts = table.get(name) ?? new Map<string, number>();
      counts.set(sample.domain, (counts.get(sample.domain) ?? 0) + 1);
      table.set(name, counts);
    }
  }
  const sizeOf = (counts: ReadonlyMap<string, number>): number =>
    [...counts.values()].reduce((a, b) => a + b, 0);
  return Object.fromEntries(
    [...table]
      .sort(([a, m], [b, n]) => sizeOf(n) - sizeOf(m) || compareText(a, b))
      .slice(0, maxValues)
      .map(([name, counts]) => [name, Object.fromEntries([...counts].slice(0, maxValues))]),
  );
}
