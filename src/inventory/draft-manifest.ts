import type { ColumnsConfig } from '../model/config.ts';
import type { Draft, LocatedPath, Said } from './draft.ts';
import { imageFolders, labelFolders, type Layout } from './layout.ts';
import type { ManifestRow } from './manifest.ts';
import type { PathResolver } from './path-resolver.ts';
import { canonicalSplit } from './split-names.ts';
import { fillTemplate } from './template.ts';

/** A manifest's place in the dataset, and the split of all its rows where the config gives one. */
export interface ManifestSource {
  readonly path: string;
  readonly split?: string;
}

/** Looks up the paths of a manifest's rows. */
export function draftManifest(
  rows: readonly ManifestRow[],
  source: ManifestSource,
  columns: ColumnsConfig,
  layout: Layout,
  resolver: PathResolver,
): Draft[] {
  const forImages = imageFolders(layout, source.path);
  const forLabels = labelFolders(layout, source.path);
  // A label column may hold the class itself where classes are the labels and no column of their own has them.
  const mayBeClass = layout.labels === 'class' && columns.class === undefined;
  return rows.map(({ line, image, label, split, ...fields }) => {
    const written = layout.imageTemplate === undefined ? image : expand(layout.imageTemplate, image);
    const said: Said = {
      ...fields,
      location: { file: source.path, line },
      splits: [source.split, split].filter((name) => name !== undefined).map(canonicalSplit),
    };
    const located: LocatedPath = { written, resolution: resolver.resolve(written, forImages) };
    if (label === undefined) return { ...said, image: located };
    if (mayBeClass && resolver.resolveInPlace(label, forLabels) === undefined)
      return { ...said, image: located, class: label };
    return {
      ...said,
      image: located,
      label: { written: label, resolution: resolver.resolve(label, forLabels) },
    };
  });
}

/** The path that a template makes of a written one, whose separators may be another system's. */
export function expand(template: string, written: string): string {
  return fillTemplate(template, written.replaceAll('\\', '/'));
}
