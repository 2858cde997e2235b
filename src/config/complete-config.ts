import { patternFields } from '../model/config.ts';
import type { Config, LabelsConfig, SamplesConfig, TaskConfig } from '../model/config.ts';
import { normalizePath } from './paths.ts';
import type { RawConfig, RawPaths, RawSamples } from './raw-config.ts';

const bytesPerMegabyte = 1_000_000;

/**
 * The config in the form that the other rooms use.
 * @param waiverLines the line of each entry of `accept`
 */
export function completeConfig(raw: RawConfig, file: string, waiverLines: readonly number[]): Config {
  const { fileMegabytes, ...limits } = raw.limits;
  return {
    file,
    dataset: raw.dataset,
    samples: completeSamples(raw.samples),
    labels: completeLabels(raw.labels),
    task: raw.task ?? { kind: deriveTask(raw.labels.kind) },
    baseline: raw.baseline,
    checks: Object.fromEntries(
      Object.entries(raw.checks).map(([id, setting]) => {
        const [severity, options = {}] = typeof setting === 'string' ? [setting] : setting;
        return [id, { severity, options }];
      }),
    ),
    report: raw.report,
    accept: raw.accept.map((waiver, at) => ({
      ...waiver,
      reason: waiver.reason.trim(),
      line: waiverLines[at] ?? 1,
    })),
    limits: { ...limits, fileBytes: Math.floor(fileMegabytes * bytesPerMegabyte) },
  };
}

function completeSamples(raw: RawSamples): SamplesConfig {
  const root = completePath(raw.root);
  return {
    manifests: listManifests(raw.manifest),
    lists: listBySplit(raw.splits ?? {}),
    files: raw.files === undefined ? [] : [raw.files].flat(),
    root,
    labelRoot: raw.labelRoot === undefined ? root : completePath(raw.labelRoot),
    columns: raw.columns,
    subjectScope: raw.subjectScope,
    ...(raw.image === undefined ? {} : { imageTemplate: raw.image.template }),
    ...(raw.label === undefined ? {} : { labelTemplate: raw.label.template }),
    patterns: Object.fromEntries(
      patternFields.flatMap((field) => {
        const pattern = raw[field]?.pattern;
        return pattern === undefined ? [] : [[field, pattern]];
      }),
    ),
    groupPatterns: Object.fromEntries(
      Object.entries(raw.groups ?? {}).map(([kind, { pattern }]) => [kind, pattern]),
    ),
  };
}

function listManifests(manifest: RawSamples['manifest']): SamplesConfig['manifests'] {
  if (manifest === undefined) return [];
  if (typeof manifest === 'string' || isList(manifest))
    return [manifest].flat().map((path) => ({ path: completePath(path) }));
  return listBySplit(manifest);
}

/** `Array.isArray` does not narrow a readonly array. */
function isList(value: NonNullable<RawSamples['manifest']>): value is readonly string[] {
  return Array.isArray(value);
}

function listBySplit(paths: Readonly<Record<string, RawPaths>>): { path: string; split: string }[] {
  return Object.entries(paths).flatMap(([split, some]) =>
    [some].flat().map((path) => ({ path: completePath(path), split })),
  );
}

function completePath(path: string): string {
  return normalizePath(path) ?? path;
}

function completeLabels(raw: RawConfig['labels']): LabelsConfig {
  const { annotations, ...rest } = raw;
  return {
    ...rest,
    ...(annotations !== undefined && { annotations: [annotations].flat().map(completePath) }),
    classes: raw.classes.map(({ color, ...rest }) =>
      color === undefined ? rest : { ...rest, color: color.toLowerCase() },
    ),
    background: { ...raw.background, color: raw.background.color.toLowerCase() },
    ignore: raw.ignore.map((value) => (typeof value === 'string' ? value.toLowerCase() : value)),
  };
}

function deriveTask(labels: LabelsConfig['kind']): TaskConfig['kind'] {
  switch (labels) {
    case 'mask':
      return 'segmentation';
    case 'boxes':
      return 'detection';
    case 'class':
    case 'none':
      return 'classification';
  }
}
