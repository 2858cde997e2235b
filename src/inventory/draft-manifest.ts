import type { ColumnsConfig } from '../model/config.ts';
import type { Drafts } from './draft.ts';
import { imageFolders, labelFolders, type Layout } from './layout.ts';
import type { ManifestRows } from './manifest-rows.ts';
import type { PathResolver } from './path-resolver.ts';
import { canonicalSplit } from './split-names.ts';
import { fillTemplate } from './template.ts';

/** A manifest's place in the dataset, and the split of all its rows where the config gives one. */
export interface ManifestSource {
  readonly path: string;
  readonly split?: string;
}

/** The rows of a manifest with the paths that they name looked up. */
export function draftManifest(
  rows: ManifestRows,
  source: ManifestSource,
  columns: ColumnsConfig,
  layout: Layout,
  resolver: PathResolver,
): Drafts {
  const forImages = imageFolders(layout, source.path);
  const forLabels = labelFolders(layout, source.path);
  const { imageTemplate } = layout;
  // A label column may hold the class itself where classes are the labels and no column of their own has them.
  const mayBeClass = layout.labels === 'class' && columns.class === undefined;
  const isClass = (label: string): boolean =>
    mayBeClass && resolver.resolveInPlace(label, forLabels) === undefined;
  const splitsOf = memoizeSplits(source.split);
  return {
    length: rows.length,
    said: (index) => {
      const { split, ...fields } = rows.fields(index);
      const label = mayBeClass ? rows.label(index) : undefined;
      return {
        ...fields,
        ...(label !== undefined && isClass(label) && { class: label }),
        location: { file: source.path, line: rows.line(index) },
        splits: splitsOf(split),
      };
    },
    image: (index) => {
      const image = rows.image(index);
      const written = imageTemplate === undefined ? image : expand(imageTemplate, image);
      return { written, resolution: resolver.resolve(written, forImages) };
    },
    label: (index) => {
      const written = rows.label(index);
      if (written === undefined || isClass(written)) return undefined;
      return { written, resolution: resolver.resolve(written, forLabels) };
    },
  };
}

/** The splits that a row is in, by the split of its source and by its own; one list for all rows that say the same. */
function memoizeSplits(ofSource: string | undefined): (ofRow: string | undefined) => readonly string[] {
  const known = new Map<string | undefined, readonly string[]>();
  return (ofRow) => {
    let splits = known.get(ofRow);
    if (!splits) {
      splits = [ofSource, ofRow].filter((name) => name !== undefined).map(canonicalSplit);
      known.set(ofRow, splits);
    }
    return splits;
  };
}

/** The path that a template makes of a written one, whose separators may be another system's. */
export function expand(template: string, written: string): string {
  return fillTemplate(template, written.replaceAll('\\', '/'));
}
