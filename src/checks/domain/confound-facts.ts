import type { Dataset } from '../../model/dataset.ts';
import type { ImageFingerprint } from '../../model/fingerprint.ts';
import type { Sample } from '../../model/sample.ts';

/** What is known of an image without looking at what it shows; the ids are those of the check's messages. */
export const confoundFacts = [
  'domain',
  'site',
  'size',
  'format',
  'bit-depth',
  'channels',
  'folder',
  'name',
] as const;
export type ConfoundFact = (typeof confoundFacts)[number];

/** The fact of a sample as a text; undefined where it is not known. */
export type FactReader = (sample: Sample) => string | undefined;

/** @param classes names that folders and files may repeat, which makes them labels and no confounder */
export function readFacts(
  { images }: Dataset,
  classes: readonly string[],
): Readonly<Record<ConfoundFact, FactReader>> {
  const classNames = new Set(classes.map((name) => name.toLowerCase()));
  const ofImage =
    (read: (image: ImageFingerprint) => string): FactReader =>
    ({ id }) => {
      const image = images.get(id);
      return image?.kind === 'image' ? read(image) : undefined;
    };
  return {
    domain: ({ domain }) => domain,
    site: ({ site }) => site,
    size: ofImage(({ width, height }) => `${width} × ${height}`),
    format: ofImage(({ format }) => format.toUpperCase()),
    'bit-depth': ofImage(({ bitDepth }) => String(bitDepth)),
    channels: ofImage(({ channels }) => String(channels)),
    folder: ({ id }) => {
      const folders = id.split('/').slice(0, -1);
      return folders.map((folder) => describeName(folder, classNames)).join('/');
    },
    name: ({ id }) => describeName(id.slice(id.lastIndexOf('/') + 1).replace(/\.[^.]*$/, ''), classNames),
  };
}

/** Longer names tell no more of where a file comes from. */
const longestName = 200;

/**
 * What a name has in common with others of its kind: its words in lower case with `0` for each number, a hash as a
 * number, without words that are a class: `Person12_virus_7` is `person0 virus 0`. Where nothing is left: `…`.
 */
function describeName(name: string, classNames: ReadonlySet<string>): string {
  const words = name
    .slice(0, longestName)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !classNames.has(word))
    .map((word) => (/^[0-9a-f]{16,}$/.test(word) ? '0' : word.replaceAll(/\d+/g, '0')));
  return words.length === 0 ? '…' : words.join(' ');
}
