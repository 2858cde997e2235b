import type { DatasetSummary, VerdictLevel } from './report.ts';
import type { FindingSeverity } from './severity.ts';

/** What a change, such as a pull request, makes of a dataset. */
export interface Change {
  /** The commit that the dataset is compared with; absent where it could not be read. */
  readonly baseSha?: string;
  /** What could not be compared, or is judged otherwise than one might think, a sentence each. */
  readonly notes: readonly string[];
  /** Absent where the dataset is new or the base's cannot be read. */
  readonly before?: {
    readonly counts: DatasetSummary['counts'];
    /** Absent where the base was not audited. */
    readonly verdict?: VerdictLevel;
  };
  readonly samples?: SampleChanges;
  readonly findings?: FindingChanges;
  /** Absent where the config asks no more and no less than that of the base. */
  readonly policy?: PolicyChange;
}

/** The first of what there is, and how many there are. */
export interface Listed<T> {
  /** At most `maxChangesListed`. */
  readonly items: readonly T[];
  readonly total: number;
}

/** Paths are those of images; lists are sorted by path, that of today where there is one. */
export interface SampleChanges {
  readonly added: Listed<PlacedSample>;
  readonly removed: Listed<PlacedSample>;
  /** The same file under another path. */
  readonly renamed: Listed<{ readonly sample: string; readonly from: string }>;
  /** The same path with another file. */
  readonly replaced: Listed<PlacedSample>;
  readonly relabelled: Listed<Relabelling>;
  /** Samples that are said to show another subject. */
  readonly reassigned: Listed<Reassignment>;
  /** Those that only follow their subject included. */
  readonly moved: Listed<Move & { readonly sample: string }>;
  /** Subjects that are in other splits than before, from train to test first, then by name. */
  readonly movedSubjects: Listed<Move & { readonly subject: string }>;
  /** How many of these were in train and are in test: a model may have seen what it is then tested on. */
  readonly trainToTest: number;
}

export interface PlacedSample {
  readonly sample: string;
  /** Every split that it is in, sorted. */
  readonly splits: readonly string[];
}

/** The subject of a sample; absent where it is not known. */
export interface Reassignment {
  readonly sample: string;
  readonly before?: string;
  readonly after?: string;
}

/** Splits before and after, sorted. */
export interface Move {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A label that says something else than before. */
export interface Relabelling {
  readonly sample: string;
  /** What it said, where that is a word or two, such as `cat, dog` or `no label`. */
  readonly before?: string;
  readonly after?: string;
  /** Pixels of each class whose number has changed, by name; of masks that were decoded before and after. */
  readonly pixels?: readonly ClassPixels[];
  /** Pixels of these masks, all classes and the background together. */
  readonly maskPixels?: { readonly before: number; readonly after: number };
}

export interface ClassPixels {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

/** Findings that no waiver covers, by whether the base has them. `Finding.standing` tells which is which. */
export interface FindingChanges {
  readonly new: SeverityCounts;
  readonly unchanged: SeverityCounts;
  readonly fixed: SeverityCounts;
  /** The gravest first. */
  readonly fixedFindings: Listed<MentionedFinding>;
}

export type SeverityCounts = Readonly<Record<FindingSeverity, number>>;

/** A finding that is not among those of the report's checks. */
export interface MentionedFinding {
  readonly check: string;
  readonly key: string;
  readonly messageId: string;
  readonly message: string;
  readonly severity: FindingSeverity;
}

/** What the config of the change would have judged otherwise than that of the base. */
export interface PolicyChange {
  readonly settings: Listed<PolicySetting>;
  /** The verdict under the new policy. */
  readonly verdict: VerdictLevel;
  readonly appearing: Listed<MentionedFinding>;
  readonly vanishing: Listed<MentionedFinding>;
  /** Findings of another severity under the new policy. */
  readonly regraded: Listed<MentionedFinding & { readonly wouldBe: FindingSeverity }>;
}

/** A setting: a text as it stands, anything else as compact JSON; absent where the config does not say. */
export interface PolicySetting {
  /** Such as `checks.leakage/subject` or `accept`. */
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
}

/** Whether the base has the finding, too. */
export type Standing = 'new' | 'unchanged';

export const maxChangesListed = 100;

/** The start of a list in a report. */
export function listFirst<T>(items: readonly T[]): Listed<T> {
  return { items: items.slice(0, maxChangesListed), total: items.length };
}
