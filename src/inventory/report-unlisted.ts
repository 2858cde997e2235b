import type { SamplesConfig } from '../model/config.ts';
import type { FileListing } from '../model/file-source.ts';
import { globBases } from './draft-files.ts';
import { hasImageExtension, hasRasterExtension } from './image-extensions.ts';
import type { Layout } from './layout.ts';
import type { ProblemLog } from './problem-log.ts';
import { folderOf, isUnder, joinPath } from './relative-path.ts';

/**
 * Reports pictures that no source names, where a manifest or list says which ones belong, and masks that
 * belong to no picture, where masks have a folder of their own.
 */
export function reportUnlistedFiles(
  listing: FileListing,
  images: ReadonlySet<string>,
  labelsInUse: ReadonlySet<string>,
  samples: SamplesConfig,
  layout: Layout,
  problems: ProblemLog,
): void {
  const imageFolders = new Set([...images].map(folderOf));
  const labelFolders = new Set([...labelsInUse].map(folderOf));
  const hasRoll = samples.manifests.length > 0 || samples.lists.length > 0;
  for (const { path } of listing.files) {
    if (!hasRasterExtension(path) || images.has(path) || labelsInUse.has(path)) continue;
    if (isHidden(path) || !(isUnder(path, layout.root) || isUnder(path, layout.labelRoot))) continue;
    const folder = folderOf(path);
    const isInLabelFolder = layout.hasLabelFolder && isUnder(path, layout.labelRoot);
    const isLabel = isInLabelFolder || (labelFolders.has(folder) && !imageFolders.has(folder));
    if (hasRoll || (layout.labels === 'mask' && isLabel))
      problems.add({ kind: 'unlisted', path, role: isLabel ? 'label' : 'image' });
  }
}

/**
 * Reports links out of the dataset that stand where a picture, a label or a whole folder of them is looked
 * for, though no row names them.
 * @param met links that rows name: their own problems tell more
 */
export function reportOutsideLinks(
  listing: FileListing,
  met: ReadonlySet<string>,
  samples: SamplesConfig,
  layout: Layout,
  problems: ProblemLog,
): void {
  const bases = globBases(samples.files).map((base) => joinPath(layout.root, base));
  const folders = [layout.root, layout.labelRoot, ...bases.filter((base) => base !== undefined)];
  for (const link of listing.outside) {
    if (met.has(link)) continue;
    const isPicture =
      hasImageExtension(link) && (isUnder(link, layout.root) || isUnder(link, layout.labelRoot));
    if (isPicture || folders.some((folder) => folder === link || isUnder(folder, link)))
      problems.add({ kind: 'outside', path: link });
  }
}

/** Finder and other tools leave `._x.png` beside `x.png`. */
function isHidden(path: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1).startsWith('.');
}
