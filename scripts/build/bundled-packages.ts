import type { Metafile } from 'esbuild';
import { compareText } from '../../src/model/order.ts';

const packagePath = /^(?<folder>(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//u;

/** Folders of the packages with code in the bundles, relative to the repository, sorted. */
export function listBundledPackages(metafiles: readonly Metafile[]): string[] {
  const folders = new Set<string>();
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = packagePath.exec(path)?.groups?.['folder'];
        if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
      }
    }
  }
  return [...folders].sort(compareText);
}
