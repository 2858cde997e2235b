import type { Config } from '../model/config.ts';
import type { SourceLocation } from '../model/sample.ts';
import type { Layout } from './layout.ts';
import type { PathResolver } from './path-resolver.ts';
import type { ProblemLog } from './problem-log.ts';
import { relativeTo } from './relative-path.ts';
import { fillTemplate } from './template.ts';

/**
 * A function that gives an image's label by the config's template: undefined where there is no template or
 * no such file, which only means that the image is not labelled. Several such files, or one outside the
 * dataset, are reported.
 */
export function labelTemplateOf(
  config: Config,
  layout: Layout,
  resolver: PathResolver,
  problems: ProblemLog,
): (image: string, location?: SourceLocation) => string | undefined {
  const { labelTemplate, root, labelRoot } = layout;
  if (labelTemplate === undefined) return () => undefined;
  return (image, location = { file: config.file }) => {
    const written = fillTemplate(labelTemplate, relativeTo(image, root));
    const resolution = resolver.resolveInPlace(written, [labelRoot]);
    switch (resolution?.kind) {
      case 'found':
        return resolution.path === image ? undefined : resolution.path;
      case 'ambiguous':
        problems.add({ kind: 'ambiguous', path: written, candidates: resolution.candidates, location });
        return undefined;
      case 'outside':
        problems.add({ kind: 'outside', path: written, location });
        return undefined;
      case 'relocated':
      case 'missing':
      case undefined:
        return undefined;
    }
  };
}
