import type { Config, LabelsConfig } from '../model/config.ts';
import { cleanConfiguredPath, folderOf, isUnder } from './relative-path.ts';

/** Where a dataset keeps its pictures and labels; folders relative to its directory, '' being that itself. */
export interface Layout {
  readonly root: string;
  readonly labelRoot: string;
  readonly imageTemplate: string | undefined;
  readonly labelTemplate: string | undefined;
  readonly labels: LabelsConfig['kind'];
  /** Whether everything under `labelRoot` is a label, since pictures lie elsewhere. */
  readonly hasLabelFolder: boolean;
}

/** @throws DatasetError when a configured folder lies outside the dataset. */
export function readLayout({ samples, labels }: Config): Layout {
  const root = cleanConfiguredPath(samples.root, 'samples.root');
  const labelRoot = cleanConfiguredPath(samples.labelRoot, 'samples.labelRoot');
  const { imageTemplate, labelTemplate } = samples;
  const hasLabelFolder =
    (labels.kind === 'mask' || labels.kind === 'boxes') && labelRoot !== root && !isUnder(root, labelRoot);
  return { root, labelRoot, imageTemplate, labelTemplate, labels: labels.kind, hasLabelFolder };
}

/** The folders that an image's path may be relative to, by preference. `source` is the file that names it. */
export function imageFolders(layout: Layout, source: string): string[] {
  return [layout.root, '', folderOf(source)];
}

/** The folders that a label's path may be relative to, by preference. */
export function labelFolders(layout: Layout, source: string): string[] {
  return [layout.labelRoot, '', folderOf(source)];
}
