import { defineCheck, type EarlierFinding } from '../../model/check.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { JsonObject } from '../../model/json.ts';
import { groupBy, sortedUnique } from '../../model/order.ts';
import { soleSplit, type Sample } from '../../model/sample.ts';
import type { FindingSeverity } from '../../model/severity.ts';
import { findClassPresence, type ClassPresence } from '../classes/class-presence.ts';
import { CoverDraw, type Candidate } from './draw-cover.ts';

export const sample = defineCheck({
  id: 'labels/sample',
  summary: 'What do the labels look like?',
  description: `No statistic replaces a look at the labels. A few samples are drawn, so that a small sheet shows the
whole dataset: each next one is the one that shows the most combinations of class, domain and split that none before
it has shown, among equals a subject that none has shown, and then a class of a subject. When all have been shown, the
choice begins again. Ties are decided by \`seed\`, so the same dataset gives the same sheet.

Suspicious samples come first: those that a finding under \`labels/\` or \`images/\` names and the config does not accept,
the kinds of findings in turn, the gravest first, up to \`suspiciousShare\` of the sheet.

The check chooses; \`holdout sample\` draws the sheet, and \`holdout check --pictures\` puts it beside a report. It finds
nothing wrong by itself.

Coverage counts labelled samples: those whose image and label could be read, and the others.`,
  defaultSeverity: 'info',
  needs: ['images', 'masks', 'annotations'],
  runsLast: true,
  options: {
    size: {
      type: 'integer',
      default: 24,
      minimum: 1,
      maximum: 96,
      unit: 'samples',
      description: 'Samples on the sheet.',
    },
    seed: {
      type: 'integer',
      default: 1,
      minimum: 0,
      maximum: 2_147_483_647,
      unit: 'a whole number',
      description: 'Decides between samples that show equally much; another seed gives another sheet.',
    },
    suspiciousShare: {
      type: 'number',
      default: 0.5,
      minimum: 0,
      maximum: 1,
      unit: 'share (0–1)',
      description: 'Share of the sheet that is kept for suspicious samples, where there are as many.',
    },
  },
  messages: {
    drawn: {
      text: '{drawn} of {candidates|labelled sample|labelled samples} drawn, {suspicious} of them suspicious; {combinations%} of the combinations of class, domain and split shown',
    },
    'no-labels': { text: 'no labelled sample could be read' },
  },
  run(dataset, { size, seed, suspiciousShare }, found = []) {
    const presence = findClassPresence(dataset);
    const suspicions = findSuspicions(found);
    const labelled = presence.bySample.size + presence.unavailable;
    const candidates = listCandidates(dataset, presence, suspicions);
    const coverage = { evaluated: candidates.length, unavailable: labelled - candidates.length };
    if (candidates.length === 0) return { skipped: { messageId: 'no-labels', data: {} }, coverage };
    const drawn = drawSamples(candidates, size, seed, suspiciousShare);
    const [combinations, subjects] = [0, 1].map((kind) => ({
      present: countShown(candidates, kind),
      drawn: countShown(drawn, kind),
    }));
    const suspicious = {
      present: candidates.filter(isSuspicious).length,
      drawn: drawn.filter(isSuspicious).length,
    };
    return {
      coverage,
      measurements: {
        candidates: candidates.length,
        combinations: { ...combinations },
        subjects: { ...subjects },
        suspicious,
        seed,
        unit: presence.unit,
        tiles: drawn.map((one) => describeTile(one, dataset, presence)),
      },
      findings: [],
      summary: {
        messageId: 'drawn',
        data: {
          drawn: drawn.length,
          candidates: candidates.length,
          suspicious: suspicious.drawn,
          combinations: (combinations?.drawn ?? 0) / (combinations?.present ?? 1),
        },
      },
    };
  },
});

/** Findings shown at a sample; their number is told. */
const maxSuspicionsShown = 4;
/** Classes told of a sample; their number is told. */
const maxClassesShown = 50;
const severityRanks: Readonly<Record<FindingSeverity, number>> = { error: 0, warning: 1, info: 2 };

interface DrawnSample extends Candidate {
  readonly sample: Sample;
  /** The gravest first. */
  readonly suspicions: readonly EarlierFinding[];
}

/** What speaks against a sample's label or image, by the sample's id. */
function findSuspicions(found: readonly EarlierFinding[]): Map<string, EarlierFinding[]> {
  const telling = found
    .filter(({ check }) => /^(?:labels|images)\//u.test(check))
    .sort((a, b) => severityRanks[a.severity] - severityRanks[b.severity]);
  const bySample = new Map<string, EarlierFinding[]>();
  for (const one of telling)
    for (const id of new Set(one.finding.samples)) {
      const others = bySample.get(id);
      if (others) others.push(one);
      else bySample.set(id, [one]);
    }
  return bySample;
}

/** The samples that can be drawn and judged by eye. */
function listCandidates(
  { images }: Dataset,
  { bySample }: ClassPresence,
  suspicions: ReadonlyMap<string, readonly EarlierFinding[]>,
): DrawnSample[] {
  return [...bySample].flatMap(([sample, shown]): DrawnSample[] => {
    if (images.get(sample.id)?.kind !== 'image') return [];
    const { id, domain = null, subject } = sample;
    const split = soleSplit(sample) ?? null;
    const classes: readonly (string | null)[] = shown.size > 0 ? [...shown.keys()] : [null];
    const combinations = classes.map((name) => JSON.stringify([name, domain, split]));
    const ofSubject = subject === undefined ? [] : classes.map((name) => JSON.stringify([name, subject]));
    return [
      {
        id,
        sample,
        suspicions: suspicions.get(id) ?? [],
        shows: [combinations, subject === undefined ? [] : [subject], ofSubject],
      },
    ];
  });
}

/** The suspicious ones first, the gravest of them first; then as they were drawn. */
function drawSamples(
  candidates: readonly DrawnSample[],
  size: number,
  seed: number,
  suspiciousShare: number,
): DrawnSample[] {
  const draw = new CoverDraw(candidates, seed);
  const drawn = drawSuspicious(candidates, draw, Math.round(size * suspiciousShare));
  while (drawn.length < size) {
    const next = draw.next();
    if (!next) break;
    drawn.push(next);
  }
  return drawn
    .map((one, turn) => ({ one, turn, gravity: gravityOf(one) }))
    .sort((a, b) => a.gravity - b.gravity || a.turn - b.turn)
    .map(({ one }) => one);
}

/** Draws from each kind of finding in turn, so that a frequent one does not hide the others. */
function drawSuspicious(
  candidates: readonly DrawnSample[],
  draw: CoverDraw<DrawnSample>,
  wanted: number,
): DrawnSample[] {
  const kinds = groupBy(
    candidates.flatMap(({ suspicions }) => suspicions),
    nameKind,
  );
  const byGravity = [...kinds].sort(
    ([, [a]], [, [b]]) => severityRanks[a?.severity ?? 'info'] - severityRanks[b?.severity ?? 'info'],
  );
  const drawn: DrawnSample[] = [];
  let left = byGravity.map(([kind]) => kind);
  while (left.length > 0 && drawn.length < wanted) {
    const fruitful: string[] = [];
    for (const kind of left) {
      if (drawn.length === wanted) break;
      const next = draw.next(({ suspicions }) => suspicions.some((one) => nameKind(one) === kind));
      if (!next) continue;
      drawn.push(next);
      fruitful.push(kind);
    }
    left = fruitful;
  }
  return drawn;
}

function nameKind({ check, finding }: EarlierFinding): string {
  return `${check} ${finding.messageId}`;
}

function isSuspicious({ suspicions }: DrawnSample): boolean {
  return suspicions.length > 0;
}

function gravityOf({ suspicions: [gravest] }: DrawnSample): number {
  return gravest ? severityRanks[gravest.severity] : 3;
}

function countShown(drawn: readonly DrawnSample[], kind: number): number {
  return sortedUnique(drawn.flatMap(({ shows }) => shows[kind] ?? [])).length;
}

/** What a sheet writes below a sample: a report alone says what was drawn. */
function describeTile(
  { sample, suspicions }: DrawnSample,
  { masks }: Dataset,
  { bySample, unit }: ClassPresence,
): JsonObject {
  const { id, label, domain, subject, splits } = sample;
  const mask = label === undefined ? undefined : masks.get(label);
  const pixels = mask?.kind === 'mask' ? mask.pixels : 1;
  const shown = [...(bySample.get(sample) ?? [])].sort(([, a], [, b]) => b - a);
  return {
    sample: id,
    ...(label !== undefined && { label }),
    ...(subject !== undefined && { subject }),
    ...(domain !== undefined && { domain }),
    splits,
    classes: shown.slice(0, maxClassesShown).map(([name, amount]) => ({
      name,
      ...(unit === 'pixels' && { share: amount / pixels }),
      ...(unit === 'boxes' && { objects: amount }),
    })),
    classesTotal: shown.length,
    suspicions: suspicions.slice(0, maxSuspicionsShown).map(({ check, finding: { key, messageId } }) => ({
      check,
      key,
      messageId,
    })),
    suspicionsTotal: suspicions.length,
  };
}
