import { isObject } from '../../charts/rows.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { formatCount, formatShare } from '../../model/number-words.ts';
import type { Report } from '../../model/report.ts';
import { severities, type FindingSeverity } from '../../model/severity.ts';

/** What is written below a sample. */
export interface TileWords {
  /** Id of the sample, the image's path. */
  readonly sample: string;
  /** As the report's privacy has it; absent where none is known or shown. */
  readonly subject?: string;
  readonly splits: readonly string[];
  readonly domain?: string;
  readonly classes: readonly TileClass[];
  /** All classes of the label, of which `classes` may be the largest. */
  readonly classesTotal: number;
  /** The gravest first. */
  readonly suspicions: readonly Suspicion[];
  /** All findings that name the sample, of which `suspicions` are the gravest. */
  readonly suspicionsTotal: number;
}

export interface TileClass {
  readonly name: string;
  /** With how much of it there is, such as `liver 12.3 %` or `9 × RBC`. */
  readonly words: string;
}

export interface Suspicion {
  readonly check: string;
  readonly severity: FindingSeverity;
  /** The finding in words. */
  readonly text: string;
}

/** The choice of samples that a report holds. */
export interface SheetWords {
  readonly dataset: string;
  readonly seed: number;
  /** Samples that could have been drawn. */
  readonly candidates: number;
  readonly suspicious: Drawn;
  /** Combinations of class, domain and split. */
  readonly combinations: Drawn;
  readonly subjects: Drawn;
  readonly tiles: readonly TileWords[];
}

interface Drawn {
  readonly present: number;
  readonly drawn: number;
}

/** How a subject's id is shown; undefined where it is not. */
export type ShowSubject = (subject: string) => string | undefined;

export const sampleCheck = 'labels/sample';
const maxTiles = 96;

/**
 * The samples that a report says were drawn, with the words for what is suspicious of them. The report may come from a
 * job that nobody trusts: what is of another type is left out.
 * @returns undefined where the report holds no choice
 */
export function readTiles(report: Report, showSubject: ShowSubject): SheetWords | undefined {
  const measurements = report.checks.find(({ id }) => id === sampleCheck)?.measurements;
  const tiles = listOf(measurements?.['tiles']);
  if (!measurements || tiles.length === 0) return undefined;
  const find = indexFindings(report);
  return {
    dataset: report.dataset.name,
    seed: numberOf(measurements['seed']),
    candidates: numberOf(measurements['candidates']),
    suspicious: readDrawn(measurements['suspicious']),
    combinations: readDrawn(measurements['combinations']),
    subjects: readDrawn(measurements['subjects']),
    tiles: tiles
      .slice(0, maxTiles)
      .flatMap((tile) => (isObject(tile) ? [readTile(tile, find, showSubject)] : [])),
  };
}

function readTile(
  tile: JsonObject,
  find: (check: string, key: string) => Suspicion | undefined,
  showSubject: ShowSubject,
): TileWords {
  const subject = textOf(tile['subject']);
  const shown = subject === undefined ? undefined : showSubject(subject);
  const domain = textOf(tile['domain']);
  return {
    sample: textOf(tile['sample']) ?? '',
    ...(shown !== undefined && { subject: shown }),
    ...(domain !== undefined && { domain }),
    splits: listOf(tile['splits']).flatMap((split) => textOf(split) ?? []),
    classes: listOf(tile['classes']).flatMap((one) => (isObject(one) ? [readClass(one)] : [])),
    classesTotal: numberOf(tile['classesTotal']),
    suspicions: listOf(tile['suspicions']).flatMap((one): Suspicion[] => {
      if (!isObject(one)) return [];
      const [check = '', key = '', messageId = ''] = [one['check'], one['key'], one['messageId']].map(textOf);
      // Of a check with very many findings the report holds the first.
      return [find(check, key) ?? { check, severity: 'info', text: messageId.replaceAll('-', ' ') }];
    }),
    suspicionsTotal: numberOf(tile['suspicionsTotal']),
  };
}

function readClass({ name: given, share, objects }: JsonObject): TileClass {
  const name = textOf(given) ?? '';
  if (typeof share === 'number') return { name, words: `${name} ${formatShare(share, 1) ?? ''}` };
  if (typeof objects === 'number') return { name, words: `${formatCount(objects)} × ${name}` };
  return { name, words: name };
}

function indexFindings({ checks }: Report): (check: string, key: string) => Suspicion | undefined {
  const found = new Map(
    checks.flatMap(({ id, findings }) =>
      findings.map(({ key, severity, message }): [string, Suspicion] => [
        JSON.stringify([id, key]),
        { check: id, severity: severities.includes(severity) ? severity : 'info', text: message },
      ]),
    ),
  );
  return (check, key) => found.get(JSON.stringify([check, key]));
}

function readDrawn(value: Json | undefined): Drawn {
  const { present, drawn } = isObject(value) ? value : {};
  return { present: numberOf(present), drawn: numberOf(drawn) };
}

function listOf(value: Json | undefined): readonly Json[] {
  if (!Array.isArray(value)) return [];
  const list: readonly Json[] = value;
  return list;
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function numberOf(value: Json | undefined): number {
  return typeof value === 'number' ? value : 0;
}
