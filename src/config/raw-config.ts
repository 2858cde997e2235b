import type { Privacy } from '../model/config.ts';
import type {
  BaselineConfig,
  ClassConfig,
  ColumnsConfig,
  LabelsConfig,
  PatternField,
  SubjectScope,
  TaskConfig,
  Waiver,
} from '../model/config.ts';
import type { JsonObject } from '../model/json.ts';
import type { Severity } from '../model/severity.ts';

/** A config that has passed its schema, with the schema's defaults filled in: as the file has it. */
export interface RawConfig {
  readonly dataset: { readonly name: string; readonly description?: string };
  readonly samples: RawSamples;
  readonly labels: {
    readonly kind: LabelsConfig['kind'];
    readonly classes: readonly ClassConfig[];
    readonly background: LabelsConfig['background'];
    readonly ignore: LabelsConfig['ignore'];
    readonly annotations?: RawPaths;
  };
  readonly task?: TaskConfig;
  readonly baseline: BaselineConfig;
  readonly checks: Readonly<Record<string, Severity | readonly [Severity, JsonObject]>>;
  readonly report: { readonly privacy: Privacy };
  readonly accept: readonly Omit<Waiver, 'line'>[];
  readonly limits: {
    readonly pixels: number;
    readonly fileMegabytes: number;
    readonly decodeSeconds: number;
  };
}

export type RawPaths = string | readonly string[];

export interface RawSamples extends Readonly<Partial<Record<PatternField, { readonly pattern: string }>>> {
  readonly manifest?: RawPaths | Readonly<Record<string, RawPaths>>;
  readonly splits?: Readonly<Record<string, RawPaths>>;
  readonly files?: RawPaths;
  readonly root: string;
  readonly labelRoot?: string;
  readonly columns: ColumnsConfig;
  readonly subjectScope: SubjectScope;
  readonly groups?: Readonly<Record<string, { readonly pattern: string }>>;
  readonly image?: { readonly template: string };
  readonly label?: { readonly template: string };
}
