import { formatQuantity } from '../model/number-words.ts';
import type { Report } from '../model/report.ts';
import {
  describeConsequences,
  describeMove,
  isTrainToTest,
  listCounts,
  listKinds,
  listNewFindings,
  nameBase,
  summarizeChange,
} from './change-words.ts';
import { severityWords, verdictWords } from './outcome.ts';

/** A line of a terminal's report, before it is escaped, wrapped and painted. */
export interface ChangeLine {
  /** 0 for a heading, 1 for what stands below it. */
  readonly depth: 0 | 1;
  readonly text: string;
  readonly isGrave?: true;
}

const mostLines = 3;

/** What changed and what the policy would change; empty without a change. */
export function listChangeLines(report: Report): ChangeLine[] {
  const { change } = report;
  if (!change) return [];
  const base = nameBase(change);
  const summary = summarizeChange(report);
  const title = base === undefined ? 'What changed' : `What changed since ${base}`;
  const notes = change.notes.filter((note) => note !== summary);
  return [
    { depth: 0, text: title },
    ...(summary === undefined ? [] : [below(summary)]),
    ...notes.map(below),
    ...listMoves(report),
    ...listDifferences(report),
    ...listFindings(report),
    ...listSamples(report),
    ...listPolicy(report),
  ];
}

function below(text: string): ChangeLine {
  return { depth: 1, text };
}

function listMoves({ change }: Report): ChangeLine[] {
  const moved = change?.samples?.movedSubjects;
  if (!moved) return [];
  const shown = moved.items.slice(0, mostLines);
  return [
    ...shown.map((one): ChangeLine => ({
      ...below(`subject ${one.subject}: ${describeMove(one)}`),
      ...(isTrainToTest(one) && { isGrave: true }),
    })),
    ...countHidden(moved.total - shown.length, 'moved subject'),
  ];
}

function listDifferences(report: Report): ChangeLine[] {
  const changed = listCounts(report).filter(({ isChanged }) => isChanged);
  if (changed.length === 0) return [];
  return [below(changed.map(({ name, before, after }) => `${name} ${before} → ${after}`).join(' · '))];
}

function listFindings(report: Report): ChangeLine[] {
  const found = listNewFindings(report);
  const shown = found.slice(0, mostLines);
  return [
    ...shown.map(({ check, finding }) =>
      below(`new ${severityWords[finding.severity].one} ${check.id}: ${finding.message}`),
    ),
    ...countHidden(found.length - shown.length, 'new finding'),
  ];
}

function listSamples({ change }: Report): ChangeLine[] {
  if (!change?.samples) return [];
  // Each moved sample follows from what is said of its subject, or is among the counts.
  return listKinds(change.samples)
    .filter(({ total, word }) => total > 0 && word !== 'moved')
    .flatMap(({ word, total, lines }) => {
      const shown = lines.slice(0, mostLines);
      return [
        ...shown.map((line) => below(`${word} ${line}`)),
        ...countHidden(total - shown.length, `${word} sample`),
      ];
    });
}

function listPolicy({ change }: Report): ChangeLine[] {
  const policy = change?.policy;
  if (!policy) return [];
  const shown = policy.settings.items.slice(0, mostLines);
  return [
    { depth: 0, text: 'Policy' },
    below(
      `The base’s policy judges. Under the new one the verdict would be ${verdictWords[policy.verdict].title}, and ${describeConsequences(policy)}.`,
    ),
    ...shown.map(({ name, before = 'default', after = 'default' }) => below(`${name}: ${before} → ${after}`)),
    ...countHidden(policy.settings.total - shown.length, 'setting'),
  ];
}

function countHidden(hidden: number, what: string): ChangeLine[] {
  return hidden > 0 ? [below(`… ${formatQuantity(hidden, `more ${what}`)}`)] : [];
}
