import { expand } from './draft-manifest.ts';
import type { Draft, LocatedPath } from './draft.ts';
import { hasImageExtension } from './image-extensions.ts';
import { imageFolders, labelFolders, type Layout } from './layout.ts';
import type { PathResolver } from './path-resolver.ts';
import { canonicalSplit } from './split-names.ts';
import { listReadings, type ListReading, type SplitList } from './split-list.ts';

/** Looks up the paths of a list's lines. */
export function draftList(
  list: SplitList,
  source: { readonly path: string; readonly split: string },
  layout: Layout,
  resolver: PathResolver,
): Draft[] {
  const forImages = imageFolders(layout, source.path);
  const forLabels = labelFolders(layout, source.path);
  const splits = [canonicalSplit(source.split)];
  return list.lines.map(({ line, text }) => {
    const { image, rest } = chooseReading(text, layout, forImages, resolver);
    const { label, ...others }: ListedRest =
      rest === undefined || list.marksPresence ? {} : readRest(rest, layout, forLabels, resolver);
    return {
      said: { location: { file: source.path, line }, splits, groups: {}, ...others },
      image,
      ...(label && { label }),
    };
  });
}

interface LocatedReading {
  readonly image: LocatedPath;
  readonly rest?: string;
}

/**
 * The reading whose image lies where it says; failing that, the one whose image lies elsewhere; failing that,
 * the one whose image looks most like a picture's path, to be reported as missing.
 */
function chooseReading(
  text: string,
  layout: Layout,
  folders: readonly string[],
  resolver: PathResolver,
): LocatedReading {
  const readings = listReadings(text).map(({ image, ...rest }): ListReading => {
    return {
      image: layout.imageTemplate === undefined ? image : expand(layout.imageTemplate, image),
      ...rest,
    };
  });
  for (const { image, ...rest } of readings) {
    const resolution = resolver.resolveInPlace(image, folders);
    if (resolution) return { image: { written: image, resolution }, ...rest };
  }
  const [whole, ...cut] = readings;
  const byLength = [...cut, ...(whole ? [whole] : [])];
  for (const { image, ...rest } of byLength) {
    const resolution = resolver.resolve(image, folders);
    if (resolution.kind !== 'missing') return { image: { written: image, resolution }, ...rest };
  }
  const { image, ...rest } = byLength.find((reading) => hasImageExtension(reading.image)) ??
    byLength[0] ?? { image: text };
  return { image: { written: image, resolution: { kind: 'missing' } }, ...rest };
}

interface ListedRest {
  readonly label?: LocatedPath;
  readonly class?: string;
}

/** What stands behind the image: a label's path, or the class where classes are the labels. */
function readRest(
  rest: string,
  layout: Layout,
  folders: readonly string[],
  resolver: PathResolver,
): ListedRest {
  const [second = rest] = rest.split(/\s/, 1);
  for (const written of [rest, second]) {
    const resolution = resolver.resolveInPlace(written, folders);
    if (resolution) return { label: { written, resolution } };
  }
  if (layout.labels === 'class') return { class: second };
  // Numbers behind a path are a class or boxes, as other tools write them, and no file's name.
  if (layout.labels !== 'mask' && /^[\d.,+-]+$/.test(second)) return {};
  return { label: { written: second, resolution: resolver.resolve(second, folders) } };
}
