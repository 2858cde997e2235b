import type { Config, SamplesConfig } from '../model/config.ts';
import type { FileListing } from '../model/file-source.ts';
import type { Claim } from '../model/inventory.ts';
import { sortedUnique } from '../model/order.ts';
import type { Sample, SourceLocation, WrittenBox } from '../model/sample.ts';
import type { Drafts, Statement } from './draft.ts';
import { compilePathPattern, type PathPattern } from './path-pattern.ts';
import type { ProblemLog } from './problem-log.ts';
import { lostFile, noFile, type SettledFiles } from './settle-paths.ts';
import { distinctClaims } from './settle-claims.ts';
import { canonicalSplit } from './split-names.ts';

interface MergeContext {
  readonly config: Config;
  readonly problems: ProblemLog;
  /** The label that the config's template gives an image, if that is a file. */
  readonly labelOf: (image: string, location: SourceLocation | undefined) => string | undefined;
  /** The path that patterns are matched with. */
  readonly pathOf: (image: string) => string;
}

/**
 * One sample for each image, sorted by id, from all that is said about it. A field that is said in different
 * ways is left out and reported; what nobody says is taken from the path's patterns. Drafts come in the order of
 * sources and lines, which decides nothing but the locations that are shown.
 */
export function mergeSamples(
  drafts: Drafts,
  files: SettledFiles,
  listing: FileListing,
  context: MergeContext,
): Sample[] {
  const patterns = compilePatterns(context.config.samples);
  const { firsts, nexts } = chainDrafts(files.images, listing.files.length);
  const samples: Sample[] = [];
  listing.files.forEach(({ path }, place) => {
    const statements: Statement[] = [];
    for (let index = firsts[place] ?? none; index !== none; index = nexts[index] ?? none)
      statements.push(stateDraft(drafts, index, files.labels[index] ?? noFile, listing));
    if (statements.length > 0) samples.push(mergeSample(path, statements, patterns, context));
  });
  return samples;
}

const none = -1;

/** One for all samples: most datasets have no groups. */
const noGroups: Readonly<Record<string, string>> = Object.freeze({});

/** The drafts about each listed file, in their order: the first, and after each the next one about the same file. */
function chainDrafts(images: Int32Array, listed: number): { firsts: Int32Array; nexts: Int32Array } {
  const firsts = new Int32Array(listed).fill(none);
  const nexts = new Int32Array(images.length);
  for (let index = images.length - 1; index >= 0; index--) {
    const place = images[index] ?? noFile;
    if (place < 0) continue;
    nexts[index] = firsts[place] ?? none;
    firsts[place] = index;
  }
  return { firsts, nexts };
}

function stateDraft(drafts: Drafts, index: number, labelPlace: number, listing: FileListing): Statement {
  const label = listing.files[labelPlace]?.path;
  return {
    ...drafts.said(index),
    ...(label !== undefined && { label }),
    hasLostLabel: labelPlace === lostFile,
  };
}

interface Patterns {
  readonly subject: PathPattern;
  readonly site: PathPattern;
  readonly split: PathPattern;
  readonly domain: PathPattern;
  readonly class: PathPattern;
  readonly groups: ReadonlyMap<string, PathPattern>;
}

function compilePatterns({ patterns, groupPatterns }: SamplesConfig): Patterns {
  const compile = (field: string, pattern: string | undefined): PathPattern =>
    pattern === undefined ? () => undefined : compilePathPattern(field, pattern);
  return {
    subject: compile('subject', patterns.subject),
    site: compile('site', patterns.site),
    split: compile('split', patterns.split),
    domain: compile('domain', patterns.domain),
    class: compile('class', patterns.class),
    groups: new Map(Object.entries(groupPatterns).map(([kind, pattern]) => [kind, compile(kind, pattern)])),
  };
}

function mergeSample(
  image: string,
  statements: readonly Statement[],
  patterns: Patterns,
  { config, problems, labelOf, pathOf }: MergeContext,
): Sample {
  const path = pathOf(image);
  const location = statements.find((statement) => statement.location !== undefined)?.location;

  const only = statements.length === 1 ? statements[0] : undefined;

  /** The value that all claims agree on, or else what the path says where nobody claims anything. */
  const settle = (
    field: string,
    valueOf: (statement: Statement) => string | undefined,
    pattern?: PathPattern,
  ): string | undefined => {
    if (only) return valueOf(only) ?? pattern?.(path);
    const distinct = distinctClaims(collectClaims(statements, valueOf));
    if (distinct.length > 1) problems.add({ kind: 'conflict', image, field, claims: distinct });
    return distinct.length === 0 ? pattern?.(path) : distinct.length === 1 ? distinct[0]?.value : undefined;
  };

  const hasLabelClaim = statements.some(({ label, hasLostLabel }) => label !== undefined || hasLostLabel);
  const label = hasLabelClaim ? settle('label', (said) => said.label) : labelOf(image, location);
  const ownSubject = settle('subject', (said) => said.subject, patterns.subject);
  const site = settle('site', (said) => said.site, patterns.site);
  const isOfSite = config.samples.subjectScope === 'site' && site !== undefined && ownSubject !== undefined;
  const subject = isOfSite ? `${site}/${ownSubject}` : ownSubject;
  const domain = settle('domain', (said) => said.domain, patterns.domain);

  const settleSplits = (): readonly string[] => {
    const claims = statements.flatMap(({ splits, location: at }) => splits.map((name) => claim(name, at)));
    const distinct = distinctClaims(claims);
    if (distinct.length > 1) problems.add({ kind: 'conflict', image, field: 'split', claims: distinct });
    if (claims.length > 0) return sortedUnique(claims.map(({ value }) => value));
    const ofPath = patterns.split(path);
    return ofPath === undefined ? [] : [canonicalSplit(ofPath)];
  };

  const hasOneClass = config.labels.kind === 'class' && config.task.kind === 'classification';
  const classClaims = hasOneClass ? [] : collectClaims(statements, (said) => said.class);
  const classes =
    classClaims.length === 0
      ? [settle('class', (said) => said.class, patterns.class)]
      : classClaims.map(({ value }) => value);

  const boxes = statements.flatMap(({ box, class: name, location: at }): WrittenBox[] =>
    box === undefined
      ? []
      : [{ cells: box, ...(name !== undefined && { class: name }), ...(at && { location: at }) }],
  );

  const kinds = sortedUnique([
    ...statements.flatMap(({ groups }) => Object.keys(groups)),
    ...patterns.groups.keys(),
  ]);
  const groups = kinds.flatMap((kind) => {
    const value = settle(
      `group:${kind}`,
      (said) => (Object.hasOwn(said.groups, kind) ? said.groups[kind] : undefined),
      patterns.groups.get(kind),
    );
    return value === undefined ? [] : [[kind, value] as const];
  });

  return {
    id: image,
    ...(label === undefined ? {} : { label }),
    ...(subject === undefined ? {} : { subject }),
    ...(site === undefined ? {} : { site }),
    groups: groups.length === 0 ? noGroups : Object.fromEntries(groups),
    // The list of all rows that say the same, which one of their own would take more memory than.
    splits: only?.splits.length === 1 ? only.splits : settleSplits(),
    ...(domain === undefined ? {} : { domain }),
    classes: sortedUnique(classes.filter((name) => name !== undefined)),
    ...(boxes.length === 0 ? {} : { boxes }),
    ...(location === undefined ? {} : { location }),
  };
}

function collectClaims(
  statements: readonly Statement[],
  valueOf: (statement: Statement) => string | undefined,
): Claim[] {
  return statements.flatMap((statement) => {
    const value = valueOf(statement);
    return value === undefined ? [] : [claim(value, statement.location)];
  });
}

function claim(value: string, location: SourceLocation | undefined): Claim {
  return location === undefined ? { value } : { value, location };
}
