import type { Dataset } from './dataset.ts';
import type { Json, JsonObject } from './json.ts';
import type { SourceLocation } from './sample.ts';
import type { FindingSeverity } from './severity.ts';

/** What must be computed before a check can run; samples are always there. */
export type Fact = 'images' | 'masks' | 'annotations' | 'near-duplicates';

/** One option of a check: a JSON schema of a number or boolean, with what it means and its default. */
export type OptionSchema = {
  readonly description: string;
  /** Unit of the value, such as `subjects` or `share (0–1)`. */
  readonly unit: string;
} & (
  | {
      readonly type: 'integer' | 'number';
      readonly default: number;
      readonly minimum: number;
      readonly maximum?: number;
    }
  | { readonly type: 'boolean'; readonly default: boolean }
);

export type OptionSchemas = Readonly<Record<string, OptionSchema>>;

export type OptionValues<S extends OptionSchemas> = {
  readonly [K in keyof S]: S[K] extends { type: 'boolean' }
    ? boolean
    : S[K] extends { type: 'integer' | 'number' }
      ? number
      : number | boolean;
};

/** Texts with `{name}` where the data of a finding or summary goes. */
export interface Message {
  readonly text: string;
  /** What to do about it; only findings have one. */
  readonly fix?: string;
}

/** A message by its id, with the data that fills it. */
export interface Said {
  readonly messageId: string;
  readonly data: JsonObject;
}

/** One thing wrong, without prose, severity or pixels. */
export interface RawFinding extends Said {
  /** Stable name of what is wrong within the check, such as the subject's id; waivers refer to it. */
  readonly key: string;
  /** Ids of the samples concerned. */
  readonly samples: readonly string[];
  readonly subjects?: readonly string[];
  readonly location?: SourceLocation;
  readonly evidence: Readonly<Record<string, Json>>;
}

/** A finding that no waiver covers, as a check that runs last is given it. */
export interface EarlierFinding {
  /** Id of the check that made it. */
  readonly check: string;
  readonly severity: FindingSeverity;
  readonly finding: RawFinding;
}

/** How many samples (or pairs, or files: the check's page says) could be judged, and how many could not. */
export interface Coverage {
  readonly evaluated: number;
  readonly unavailable: number;
}

export type CheckResult =
  | {
      readonly coverage: Coverage;
      /** What was found out, also when all is well. */
      readonly measurements: Readonly<Record<string, Json>>;
      readonly findings: readonly RawFinding[];
      /** The result in one line. */
      readonly summary: Said;
    }
  /** Nothing could be evaluated, and why. */
  | { readonly skipped: Said; readonly coverage?: Coverage };

/** A question asked of a dataset: `run` is synchronous, deterministic and pure. */
export interface Check<S extends OptionSchemas = OptionSchemas> {
  /** `topic/name`; the file is `src/checks/<topic>/<name>.ts`. */
  readonly id: string;
  /** The question, one sentence. */
  readonly summary: string;
  /** Why it matters and how it is answered, for the check's page; paragraphs of Markdown. */
  readonly description: string;
  readonly defaultSeverity: FindingSeverity;
  readonly needs: readonly Fact[];
  readonly options: S;
  readonly messages: Readonly<Record<string, Message>>;
  /** Whether it runs after all checks that do not, and is given what they found. */
  readonly runsLast?: true;
  /** @param found by the checks before, in the order of the catalogue; empty unless it runs last */
  run(dataset: Dataset, options: OptionValues<S>, found?: readonly EarlierFinding[]): CheckResult;
}

/** Types a check's options by its schemas; the check itself is returned unchanged. */
export function defineCheck<const S extends OptionSchemas>(check: Check<S>): Check<S> {
  return check;
}
